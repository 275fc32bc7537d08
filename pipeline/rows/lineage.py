"""Rows of the links between jobs of different acts."""

from dataclasses import asdict

from biliktilik.pipeline.corpus import LineageLink
from biliktilik.pipeline.rows.row import Row


def lineage_row(number: int, link: LineageLink) -> Row:
    """The row of a link; ``number`` is its place among all links."""
    return {"lineage_id": number, **asdict(link)}
