"""Mentions of other acts: ``tokens``, ``phrases`` and ``find`` (one text), ``resolve``, ``attach`` (one document)."""

from biliktilik.parsers.citations.attach import attach_citations
from biliktilik.parsers.citations.find import Mention, find_mentions

__all__ = ["Mention", "attach_citations", "find_mentions"]
