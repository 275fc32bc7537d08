"""Every table and column explains itself, and every vocabulary is enforced."""

import pytest
from sqlalchemy import CheckConstraint, Connection, Table, insert
from sqlalchemy.dialects import registry
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from biliktilik.schema.tables import Act, Base, Segment, Source

POSTGRESQL = registry.load("postgresql")()
TABLES = sorted(Base.metadata.tables.values(), key=lambda table: table.name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_table_and_columns_have_a_comment(table: Table) -> None:
    assert table.comment
    assert [column.name for column in table.columns if not column.comment] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_nullable_columns_say_what_null_means(table: Table) -> None:
    assert [c.name for c in table.columns if c.nullable and "NULL" not in (c.comment or "")] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_lists_of_codes_are_checked(table: Table) -> None:
    checks = [str(check.sqltext) for check in table.constraints if isinstance(check, CheckConstraint)]
    for column in table.columns:
        if column.comment and "One of:" in column.comment:
            checks += [str(c.sqltext) for c in column.constraints if isinstance(c, CheckConstraint)]
            assert any(check.startswith(f"{column.name} IN (") for check in checks), column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_tables_can_be_made_in_postgresql(table: Table) -> None:
    ddl = str(CreateTable(table).compile(dialect=POSTGRESQL))
    assert "DATETIME" not in ddl
    assert f"CREATE TABLE {table.name} " in ddl


def test_an_unknown_code_is_refused(connection: Connection) -> None:
    with pytest.raises(IntegrityError, match="text_known_known"):
        connection.execute(insert(Act), {"act_uri": "/akn/kz/act/order/-/1~x", "text_known": "perhaps"})


def test_a_row_without_its_parent_is_refused(connection: Connection) -> None:
    row = {"source_file": "a.txt", "char_start": 0, "char_end": 1, "kind": "text", "rule": "r"}
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        connection.execute(insert(Segment), row)


@pytest.mark.parametrize("value", ["02.02.2012", "2012-2-2", ""])
def test_a_day_in_another_form_is_refused(connection: Connection, value: str) -> None:
    with pytest.raises(IntegrityError, match="edition_on_iso"):
        connection.execute(insert(Source), {"source_file": "a.txt", "use": "used", "edition_on": value})
