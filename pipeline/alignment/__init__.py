"""The two languages of an act side by side: which items of a block say the same, and where they differ in law."""

from biliktilik.pipeline.alignment.align import Aligned, align_languages

__all__ = ["Aligned", "align_languages"]
