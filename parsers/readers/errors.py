"""The one error of the readers."""

from __future__ import annotations


class UnreadableSource(Exception):
    """A source that cannot become text. The message says why and what the user can do."""
