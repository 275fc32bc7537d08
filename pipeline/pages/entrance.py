"""The page before all others where nobody knows the language of the reader: a choice of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from biliktilik.pipeline.messages import say


@dataclass(frozen=True, slots=True)
class Door:
    """The way into the pages of one language, told in it."""

    language: str
    address: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class Entrance:
    """The choice; addresses are values of an ``href``."""

    doors: tuple[Door, ...]
    stylesheet: str


def make_entrance(addresses: Mapping[str, str], stylesheet: str) -> Entrance:
    """The choice between languages, each with the address of its first page."""
    doors = (
        Door(language, address, say(language, "home.title"), say(language, "home.lead"))
        for language, address in addresses.items()
    )
    return Entrance(tuple(doors), stylesheet)
