"""The form ``parquet``: typed columns, NULL wherever the sources do not say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from biliktilik.pipeline.export.content import Content, contents
from biliktilik.pipeline.export.field import Kind
from biliktilik.pipeline.store.database import Reader

if TYPE_CHECKING:
    import pyarrow


def write(reader: Reader, directory: Path) -> None:
    """One file for each view, ``{view}.parquet``. Days are text in ISO form, as in the database."""
    from pyarrow.parquet import write_table

    for content in contents(reader):
        write_table(_table(content), directory / f"{content.view.name}.parquet")


def _table(content: Content) -> pyarrow.Table:
    import pyarrow as pa

    types = {
        Kind.TEXT: pa.string(),
        Kind.DAY: pa.string(),
        Kind.WHOLE: pa.int64(),
        Kind.DECIMAL: pa.float64(),
        Kind.FLAG: pa.bool_(),
    }
    schema = pa.schema([pa.field(field.name, types[field.kind]) for field in content.fields])
    # Column by column, not through a data frame: that would turn whole numbers with gaps into floats.
    columns = zip(*content.rows, strict=True) if content.rows else [()] * len(content.fields)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
