"""The same job across acts: positions and cards that are one job, by citation, by title, by shared duties."""

from biliktilik.pipeline.linking.lineage.trace import Lineage, trace_lineage

__all__ = ["Lineage", "trace_lineage"]
