"""``_search`` on Datasette's tables keeps exactly the rows that hold what was typed."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from biliktilik.pipeline.explorer.application import make_explorer
from biliktilik.pipeline.explorer.search_filter import search_filter
from biliktilik.pipeline.store.database import Reader

SEARCHED = [
    ("v_duties", "text", "қызметкер"),
    ("v_knowledge", "text", "қызметкер"),
    ("v_requirements", "title", "қызметкер"),
    ("v_positions", "title", "қызметкер"),
    ("v_provisions", "text", "қызметкер"),
    ("v_search", "text", "қызметкер"),
    ("passages", "text", "қызметкер"),
]


@pytest.fixture(scope="module")
def explorer(reader: Reader) -> Any:
    file = reader.ask("SELECT file FROM pragma_database_list WHERE name = 'main'").rows[0][0]
    return make_explorer(Path(str(file)))


def rows_of(explorer: Any, table: str, **parameters: str) -> tuple[int, list[dict[str, Any]]]:
    """How many rows the table page counts, and the rows."""

    async def get() -> Any:
        return await explorer.client.get(
            f"/biliktilik/{table}.json", params={"_shape": "objects", "_size": "max", **parameters}
        )

    response = asyncio.run(get())
    assert response.status_code == 200, response.text
    body = response.json()
    return body["filtered_table_rows_count"], body["rows"]


@pytest.mark.parametrize(("table", "column", "stem"), SEARCHED)
def test_every_spelling_keeps_the_same_rows(explorer: Any, table: str, column: str, stem: str) -> None:
    whole, _ = rows_of(explorer, table)
    found = [rows_of(explorer, table, _search=typed) for typed in ("Қызметкер", "кызметкер", "ҚЫЗМЕТКЕРЛЕРДІҢ")]
    count, rows = found[0]
    assert 0 < count < whole
    assert all(one == found[0] for one in found)
    columns = {column, "title", "heading", "text"}
    assert [row for row in rows if not any(stem in str(row.get(name)).lower() for name in columns)] == []


@pytest.mark.parametrize(("table", "column", "stem"), SEARCHED)
def test_no_printed_word_is_left_out(explorer: Any, table: str, column: str, stem: str) -> None:
    _, rows = rows_of(explorer, table, _where=f"lower({column}) LIKE '%қызметкерлер%'")
    _, found = rows_of(explorer, table, _search="қызметкер")
    assert [row for row in rows if row not in found] == []


@pytest.mark.parametrize("typed", ["абракадабра", "*", '" OR NEAR(', "—"])
@pytest.mark.parametrize("table", ["v_duties", "v_search", "v_acts"])
def test_nonsense_keeps_nothing(explorer: Any, table: str, typed: str) -> None:
    assert rows_of(explorer, table, _search=typed) == (0, [])


def test_a_blank_search_filters_nothing(explorer: Any) -> None:
    assert rows_of(explorer, "v_acts", _search=" ")[0] == rows_of(explorer, "v_acts")[0] > 0


def test_one_column_can_be_searched(explorer: Any) -> None:
    count, rows = rows_of(explorer, "v_duties", _search_title="психологтың")
    assert 0 < count == len(rows)
    assert [row["title"] for row in rows if "психолог" not in row["title"].lower()] == []


def test_a_search_joins_the_other_filters(explorer: Any) -> None:
    _, rows = rows_of(explorer, "v_search", _search="психологические", language="ru", kind="duty")
    assert rows
    assert {(row["language"], row["kind"]) for row in rows} == {("ru", "duty")}


@pytest.mark.parametrize("table", ["v_duties", "v_search", "items"])
def test_the_page_has_a_search_box(explorer: Any, table: str) -> None:
    page = asyncio.run(explorer.client.get(f"/biliktilik/{table}", params={"_search": '"><script>'})).text
    assert 'name="_search"' in page
    assert 'value="&#34;&gt;&lt;script&gt;"' in page
    assert '"><script>' not in page


def test_a_column_without_words_is_refused(explorer: Any) -> None:
    response = asyncio.run(explorer.client.get("/biliktilik/v_duties.json", params={"_search_ordinal": "a"}))
    assert response.status_code == 400
    with pytest.raises(ValueError, match="ordinal"):
        search_filter("v_duties", ["text", "ordinal"], [("_search_ordinal", "a")])


def test_a_table_without_words_cannot_be_searched() -> None:
    assert not search_filter("segments", ["source_file", "char_start", "kind"], [("_search", "a")]).searchable
