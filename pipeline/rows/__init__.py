"""The corpus as rows of tables."""

from biliktilik.pipeline.rows.make import Row, Rows, make_rows

__all__ = ["Row", "Rows", "make_rows"]
