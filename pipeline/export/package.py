"""``datapackage.json``: a Data Package descriptor, which tells programs and people what an export holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import quote

from biliktilik.pipeline.export.checksums import ExportedFile
from biliktilik.pipeline.export.content import order_in_words
from biliktilik.pipeline.export.delimited import LINE_END, Dialect
from biliktilik.pipeline.export.field import Field, Kind, fields
from biliktilik.pipeline.export.json_lines import fingerprint
from biliktilik.pipeline.export.key import foreign_keys, primary_key
from biliktilik.pipeline.store.database import Reader
from biliktilik.schema.version import SCHEMA_VERSION
from biliktilik.schema.views import View, views

DESCRIPTOR: Final = "datapackage.json"
NAME: Final = "biliktilik"

_DESCRIPTION: Final = """\
Legal orders on job qualifications in Kazakh and Russian, taken apart into rows; every row says where in which source \
it stands. The published text is the law; this is no legal advice.

NULL means that the sources do not say, never zero, none or no. In CSV, text stands in quotation marks and NULL is \
nothing at all, so an empty text would be `""`. Flags are 1 and 0 in CSV and XLSX, true and false in JSON and Parquet. \
Days are ISO dates; intervals contain their first day and not their last. Places count code points from 0, end \
excluded, in `v_sources.text`."""
_NEUTRAL: Final = """

The CSV files are made for spreadsheets: semicolons, decimal commas, a byte order mark. A text that a spreadsheet \
would take for a formula, another number or a day begins with an apostrophe, and so does a text that has one of its \
own in front: take one apostrophe away from each text that begins with one."""

_TABULAR: Final = (".csv", ".jsonl", ".parquet")
_MEDIA_TYPES: Final = {
    ".csv": "text/csv",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".html": "text/html",
}


def descriptor(reader: Reader, files: Sequence[ExportedFile], dialect: Dialect) -> str:
    """The text of the descriptor: ``files`` become resources; ``dialect`` is that of the CSV files among them."""
    package = {
        "profile": "data-package",
        "name": NAME,
        "id": f"sha256:{fingerprint(reader)}",
        "title": "Legal orders on job qualifications, as data",
        "description": _DESCRIPTION + (_NEUTRAL if dialect.neutral else ""),
        "schema_version": SCHEMA_VERSION,
        "sources": list(_sources(reader)),
        "resources": list(_resources(files, dialect)),
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _sources(reader: Reader) -> Iterator[dict[str, str]]:
    """The documents: a Data Package asks for a title, the hash tells which edition of the file was read."""
    sql = "SELECT source_file, sha256, act_uri FROM v_sources ORDER BY source_file"
    for record in reader.ask(sql).records():
        told = {"title": record["source_file"], "sha256": record["sha256"], "act_uri": record["act_uri"]}
        yield {key: str(value) for key, value in told.items() if value is not None}


def _resources(files: Sequence[ExportedFile], dialect: Dialect) -> Iterator[dict[str, Any]]:
    """One resource for each file; the first file of each view tells its columns, whatever its form."""
    told: set[str] = set()
    for file in files:
        path = PurePosixPath(file.path)
        view = next((view for view in views() if view.name == path.stem and path.suffix in _TABULAR), None)
        resource = _resource(file, path.suffix.lower())
        if view:
            resource["description"] = f"{view.grain} {order_in_words([column[0] for column in view.columns])}"
            if path.suffix == ".csv":
                table = {"profile": "tabular-data-resource", "type": "table", "name": view.name}
                resource |= {**table, "encoding": "utf-8", "dialect": _dialect(dialect)}
                resource["schema"] = _csv_columns(view, dialect)
            elif view.name not in told:
                resource["schema"] = _columns(view)
        told.add(path.stem)
        yield resource


def _resource(file: ExportedFile, suffix: str) -> dict[str, Any]:
    return {
        "profile": "data-resource",
        "type": "file",  # else a validator would guess the columns of a file that has no schema from its first rows
        "name": _name(file.path),
        "path": file.path,
        "format": suffix.removeprefix("."),
        "mediatype": _MEDIA_TYPES.get(suffix, "application/octet-stream"),
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }


def _name(path: str) -> str:
    """A path in the letters that a name may have: ``ө`` becomes ``_d3_a9``."""
    return quote(path, safe="/").replace("%", "_").lower()


def _dialect(dialect: Dialect) -> dict[str, Any]:
    marks = {"delimiter": dialect.delimiter, "lineTerminator": LINE_END, "quoteChar": '"', "doubleQuote": True}
    return {**marks, "skipInitialSpace": False, "header": True}


def _columns(view: View) -> dict[str, Any]:
    """The columns of a view and what identifies a row."""
    key = primary_key(view)
    return {"fields": [_field(field) for field in fields(view)], **({"primaryKey": list(key)} if key else {})}


def _field(field: Field) -> dict[str, Any]:
    constraints = {"constraints": {"enum": list(field.codes)}} if field.codes else {}
    return {"name": field.name, "type": field.kind.value, "description": field.meaning, **constraints}


def _csv_columns(view: View, dialect: Dialect) -> dict[str, Any]:
    """The same, with what a CSV file needs besides: how its values are written, and the tables that it points at."""
    columns = _columns(view)
    for written, field in zip(columns["fields"], fields(view), strict=True):
        if field.kind is Kind.FLAG:
            written |= {"trueValues": ["1"], "falseValues": ["0"]}
        if field.kind is Kind.DECIMAL and dialect.decimal_mark != ".":
            written |= {"decimalChar": dialect.decimal_mark}
    pointers = [
        {"fields": name, "reference": {"resource": "" if other == view.name else other, "fields": column}}
        for name, other, column in foreign_keys(view)
    ]
    return {**columns, "missingValues": [""], **({"foreignKeys": pointers} if pointers else {})}
