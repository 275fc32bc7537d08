"""The inside of a professional standard: its cards.

Page breaks have damaged the tables of cards: cells are cut, moved to a neighbouring row, printed twice, and labels
stand on other lines than their words. Rows cannot be rebuilt. So the cells are read once, in document order
(:mod:`cells`), each is cut at its labels (:mod:`walk`), and what stands between the labels goes to a field of the card
(:mod:`fields`) or to its functions (:mod:`labour`, :mod:`blocks`). Values are read off at the end (:mod:`values`,
:mod:`lists`, :mod:`experience`, :mod:`references`), and :mod:`read` puts the card together.
"""

from biliktilik.parsers.cards.read import read_cards

__all__ = ["read_cards"]
