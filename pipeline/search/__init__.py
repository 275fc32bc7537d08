"""Full-text search: folding of texts, reading of what a user typed, finding and showing passages."""

from biliktilik.pipeline.search.find import Hit, SearchAnswer, Tally, find

__all__ = ["Hit", "SearchAnswer", "Tally", "find"]
