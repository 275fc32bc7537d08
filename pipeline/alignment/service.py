"""Where the service that counts for a requirement must have been: words of one language that the other does not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from biliktilik.parsers.model import Alternative, Item
from biliktilik.pipeline.alignment.lexicon import Keys, Lexicon, is_listed
from biliktilik.pipeline.alignment.numbers import Difference

# One word alone is as often a matter of style («тиісті бейінде», «в соответствующем профилю организации виде»).
WORDS: Final = 2


def service_differences(lexicon: Lexicon, kk: Sequence[Item], ru: Sequence[Item]) -> tuple[Difference, ...]:
    """Alternatives of requirement lines in which one language states a place or rank of service that the other omits.

    Only words of the lexicon are judged; alternatives are compared in the order of the texts.
    """
    sides = [[alternative for item in side for alternative in item.alternatives] for side in (kk, ru)]
    if len(sides[0]) != len(sides[1]):
        return ()
    found = (_differ(lexicon, one, other) for one, other in zip(*sides, strict=True))
    return tuple(dict.fromkeys(difference for differences in found for difference in differences))


def _differ(lexicon: Lexicon, kk: Alternative, ru: Alternative) -> Iterator[Difference]:
    if not kk.experience_in or not ru.experience_in:
        return
    kk_words, ru_words = _words(lexicon, "kk", kk.experience_in), _words(lexicon, "ru", ru.experience_in)
    for missing in (_without_partner(kk_words, ru_words), _without_partner(ru_words, kk_words)):
        if len(missing) >= WORDS:
            yield Difference("the service that counts", f"«{kk.experience_in}»", f"«{ru.experience_in}»", exact=False)


def _words(lexicon: Lexicon, language: str, text: str) -> dict[str, Keys]:
    return {word: lexicon.keys(language, word) for word in lexicon.words(language, text)}


def _without_partner(words: dict[str, Keys], others: dict[str, Keys]) -> list[str]:
    met = frozenset[str]().union(*others.values())
    return [word for word, keys in words.items() if is_listed(keys) and keys.isdisjoint(met)]
