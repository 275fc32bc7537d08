"""The forms in which the database can be exported, each written by one module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol, cast

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.database import Reader

_ROOM: Final = "biliktilik.pipeline.export"


class Write(Protocol):
    """What the module of a form must have under the name ``write``."""

    def __call__(self, reader: Reader, directory: Path) -> None:
        """Fill the empty ``directory`` from the database; the same database gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: ``module`` of this package writes it with ``libraries``, which the optional ``extra`` installs.

    The files of a form with ``listed`` are resources of the Data Package; all files have checksums.
    """

    name: str
    module: str
    libraries: tuple[str, ...] = ()
    extra: str = ""
    listed: bool = True


FORMS: Final = {
    form.name: form
    for form in (
        Form("csv", "csv_files"),
        Form("parquet", "parquet", ("pyarrow",), "parquet"),
        Form("xlsx", "workbook", ("pandas", "xlsxwriter"), "xlsx"),
        Form("json", "json_lines"),
        Form("akn", "akn"),
        Form("html", "site", listed=False),
    )
}
EXCEL_CSV: Final = Form("csv", "excel_csv_files")
DEFAULT: Final = ("csv", "json")


def load(form: Form) -> Write:
    """The function that writes ``form``. Raises ``BiliktilikError`` when it, or a library that it needs, is missing."""
    missing = [library for library in form.libraries if find_spec(library) is None]
    if missing:
        raise BiliktilikError(
            what=f"the form {form.name} cannot be written here",
            why=f"it needs {' and '.join(missing)}, not installed",
            remedy=f"install the extra {form.extra}: pip install 'biliktilik[{form.extra}]'",
        )
    module = f"{_ROOM}.{form.module}"
    if find_spec(module) is None:
        raise BiliktilikError(
            what=f"the form {form.name} cannot be written yet",
            why="this version of biliktilik has no part that writes it",
            remedy=f"leave {form.name} out; the others: {', '.join(_present())}",
        )
    return cast(Write, import_module(module).write)


def load_all(forms: Sequence[Form]) -> list[tuple[Form, Write]]:
    """Each form with the function that writes it, before anything is written. Raises like ``load``."""
    return [(form, load(form)) for form in forms]


def _present() -> list[str]:
    return [form.name for form in FORMS.values() if find_spec(f"{_ROOM}.{form.module}") is not None]
