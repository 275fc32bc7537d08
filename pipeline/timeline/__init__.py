"""Acts through time: days of force, versions of units, amendments carried out, relations between acts."""

from biliktilik.pipeline.timeline.dating import Dated, date_corpus

__all__ = ["Dated", "date_corpus"]
