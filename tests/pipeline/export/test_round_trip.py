"""Nothing is dropped: what each form holds, read back, is what the database holds."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from biliktilik.pipeline.store.database import Reader
from biliktilik.schema.views import views

Read = Callable[[Path, str], tuple[list[str], list[tuple[Any, ...]]]]


def test_every_cell_of_the_documents_comes_back(reader: Reader, real_export: Path, read: Read) -> None:
    assert_same(reader, real_export, read)


def test_every_nasty_cell_comes_back(nasty: Reader, nasty_export: Path, read: Read) -> None:
    assert_same(nasty, nasty_export, read)


def assert_same(reader: Reader, root: Path, read: Read) -> None:
    total = 0
    for view in views():
        stored = reader.ask(f"SELECT * FROM {view.name}")
        names, rows = read(root, view.name)
        assert names == list(stored.columns) or not (names or rows), view.name
        # 1 == 1.0 == True, but never "1": a text that came back as a number is no longer the same.
        kept = 15 if read.__name__ == "_read_xlsx" else 17  # digits that a spreadsheet keeps of a number; all of them
        assert Counter(map(rounded(kept), rows)) == Counter(map(rounded(kept), stored.rows)), view.name
        total += len(rows)
    assert total > 100


def rounded(digits: int) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    return lambda row: tuple(float(f"{cell:.{digits}g}") if isinstance(cell, float) else cell for cell in row)


def test_the_texts_of_whole_sources_are_there(reader: Reader, real_export: Path, read: Read) -> None:
    raw = Path(__file__).parents[3] / "raw"
    names, rows = read(real_export, "v_sources")
    texts = {row[names.index("source_file")]: row[names.index("text")] for row in rows}
    assert texts == {path.name: path.read_bytes().decode() for path in raw.glob("*.txt")}
    assert len(texts) == 5


def test_rows_stand_in_the_same_order_in_every_form(nasty_export: Path, real_export: Path, read: Read) -> None:
    names, rows = read(real_export, "v_alignments")
    eids = [row[names.index("eid")] for row in rows if row[0] == "31-ө-м"]
    assert eids.index("att_1__sec_2__pos_2__duties") < eids.index("att_1__sec_2__pos_10__duties")
    names, rows = read(nasty_export, "v_sources")
    files = [row[names.index("source_file")] for row in rows]
    assert files == [f"{number}.txt" for number in range(1, len(files) + 1)]
    names, rows = read(real_export, "v_segments")
    places = [row[:2] for row in rows]
    assert places == sorted(places)
