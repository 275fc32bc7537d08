"""A database that is built again while it is served."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RAW = Path(__file__).parents[3] / "raw"


@pytest.fixture
def served(five: Any, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(five.path, tmp_path / "a name with ? # % and ө.sqlite"))


def replace_by(new: Path, served: Path) -> None:
    """As a build does it: a new file takes the place of the old one."""
    draft = served.with_suffix(".draft")
    shutil.copyfile(new, draft)
    draft.replace(served)


def test_a_new_build_is_shown_at_once_on_all_pages(
    served: Path, built: Callable[..., Any], visit: Callable[[Path], Any]
) -> None:
    visitor = visit(served)
    count = "/biliktilik/v_acts.json?text_known__not=none"
    assert [visitor.get(count).json()["filtered_table_rows_count"] for _ in range(5)] == [5] * 5
    assert "№ 580-НҚ" in visitor.get("/").text

    amending = next(RAW.glob("*_309.kk.txt")).read_text("utf-8")
    replace_by(built({"amending.kk.txt": amending}, alone=True).path, served)

    for _ in range(5):  # several threads hold connections
        assert "№ 580-НҚ" not in visitor.get("/").text
        assert visitor.get(count).json()["filtered_table_rows_count"] == 2  # 309, and 360 in part


def test_the_old_database_stays_in_use_while_there_is_no_file(served: Path, visit: Callable[[Path], Any]) -> None:
    visitor = visit(served)
    assert all("№ 580-НҚ" in visitor.get("/").text for _ in range(8))

    served.unlink()

    assert "№ 580-НҚ" in visitor.get("/").text


def test_a_file_that_is_no_database_is_told_of_and_the_server_goes_on(
    served: Path, five: Any, visit: Callable[[Path], Any], tmp_path: Path
) -> None:
    visitor = visit(served)
    assert visitor.get("/").status_code == 200
    broken = tmp_path / "broken"
    broken.write_bytes(b"no database" * 1000)

    replace_by(broken, served)
    assert visitor.get("/").status_code == 500

    replace_by(five.path, served)
    assert visitor.get("/").status_code == 200
