"""What is printed on a page: glyphs, rules and links with their places.

Lengths are points (1/72 inch); ``x`` grows to the right and ``y`` upwards, as the page is shown (turned pages are
turned back).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NO_LINK: Final = -1


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character. ``base`` is the height of its baseline, ``size`` that of its font.

    ``run`` numbers the stretch of text that the page draws at once, ``font`` the face, ``link`` the target in the
    list of the document's targets or :data:`NO_LINK`.
    """

    char: str
    left: float
    right: float
    base: float
    size: float
    run: int
    font: int
    link: int = NO_LINK

    @property
    def middle(self) -> tuple[float, float]:
        """A point in the body of the glyph."""
        return (self.left + self.right) / 2, self.base + 0.3 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight printed line: ``at`` across its direction, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Layer:
    """All that is printed in one reading direction of a page, turned so that it reads from left to right."""

    glyphs: tuple[Glyph, ...]
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page. The first layer holds its upright text.

    ``hidden`` counts characters that are in the file but not drawn, ``unmapped`` those drawn whose letter the file
    does not tell; ``pictured`` is the share of the page that pictures cover.
    """

    number: int
    width: float
    height: float
    layers: tuple[Layer, ...]
    hidden: int
    unmapped: int
    pictured: float
