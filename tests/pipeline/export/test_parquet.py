from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow.parquet import read_metadata, read_schema


@pytest.mark.parametrize(
    ("view", "column", "type_"),
    [
        ("v_positions", "section", pa.string()),
        ("v_positions", "valid_to", pa.string()),
        ("v_positions", "char_start", pa.int64()),
        ("v_positions", "wording_known", pa.bool_()),
        ("v_requirement_matrix", "min_years", pa.float64()),
        ("v_cards", "level_min", pa.int64()),
        ("v_changes", "weight", pa.int64()),
        ("v_changes", "old_text", pa.string()),
    ],
)
def test_types_do_not_depend_on_the_rows(real_export: Path, view: str, column: str, type_: pa.DataType) -> None:
    field = read_schema(real_export / "all/parquet" / f"{view}.parquet").field(column)
    assert field.type == type_
    assert field.nullable


def test_no_metadata_but_the_schema(real_export: Path) -> None:
    metadata = read_metadata(real_export / "all/parquet/v_acts.parquet").metadata
    assert set(metadata) <= {b"ARROW:schema"}
