"""Which acts there are: every mention of an act, merged by what names it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from biliktilik.parsers.identity import act_uri, fold_number
from biliktilik.parsers.model import ActReference
from biliktilik.pipeline.catalog import Catalog, CatalogAct
from biliktilik.pipeline.corpus import Act, ActName

# From the best witness to the weakest: the act's own header, an act that amends it, the catalog, a mention.
OWN, AMENDED, LISTED, CITED = 0, 1, 2, 3
# Stands where a title would, for a document that states neither number nor title; no title of any act begins so.
DIGEST_TITLE: Final = "sha256 "


@dataclass(frozen=True, slots=True)
class Mention:
    """An act as one text, or the catalog, names it; ``weight`` is ``OWN``, ``AMENDED``, ``LISTED`` or ``CITED``.

    ``uri`` is given where the reference alone does not say it.
    """

    reference: ActReference
    language: str | None
    weight: int
    uri: str | None = None
    also_numbered: tuple[str, ...] = ()


def reference_uri(reference: ActReference) -> str | None:
    """The URI of the act that ``reference`` names; None when it has neither a number nor a title."""
    try:
        return act_uri(reference.kind, reference.adopted_on, reference.number, reference.title)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class ActIndex:
    """Finds the act that a reference names. ``aliases`` leads from a URI without a kind to the one with it."""

    aliases: Mapping[str, str]

    def uri(self, reference: ActReference) -> str | None:
        """The URI under which the act is kept; None when the reference names no act."""
        uri = reference_uri(reference)
        return None if uri is None else self.aliases.get(uri, uri)


def index_acts(references: Iterable[ActReference]) -> ActIndex:
    """Recognise references without a kind: number and day of adoption are enough to name an act."""
    known = sorted(
        {(uri, *_number_and_day(ref), ref.kind) for ref in references if (uri := reference_uri(ref))}, key=str
    )
    full: dict[tuple[str | None, date | None], set[str]] = {}
    for uri, number, day, kind in known:
        if number and day and kind:
            full.setdefault((number, day), set()).add(uri)
    aliases = {}
    for uri, number, day, kind in known:
        fitting = full.get((number, day), set())
        if kind is None and len(fitting) == 1:
            aliases[uri] = next(iter(fitting))
    return ActIndex(aliases)


def _number_and_day(reference: ActReference) -> tuple[str | None, date | None]:
    return fold_number(reference.number), reference.adopted_on


def catalog_references(catalog: Catalog) -> tuple[ActReference, ...]:
    """All acts that the catalog names, also as an end of a relation, or as one whose text it expects."""
    ends = [end for relation in catalog.relations for end in (relation.from_act, relation.to_act)]
    expected = [expectation.act for expectation in catalog.expected if expectation.act]
    return tuple(act.reference for act in (*catalog.acts, *ends, *expected))


def merge_acts(mentions: Sequence[Mention], index: ActIndex, catalog: Catalog) -> tuple[Act, ...]:
    """One act per URI, in order of URIs, with the best witness for every value."""
    groups: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=_rank):
        if uri := mention.uri or index.uri(mention.reference):
            groups.setdefault(uri, []).append(mention)
    facts = {index.uri(act.reference): act for act in catalog.acts}
    return tuple(_merge(uri, groups[uri], facts.get(uri)) for uri in sorted(groups))


def _rank(mention: Mention) -> tuple[int, str, str]:
    return mention.weight, mention.language or "~", repr((mention.reference, mention.also_numbered))


def _merge(uri: str, mentions: Sequence[Mention], entry: CatalogAct | None) -> Act:
    facts = entry.facts if entry else ()
    listed_facts = {fact.name: fact.value for fact in facts}
    best = min(mention.weight for mention in mentions)
    return Act(
        uri=uri,
        kind=_first(mentions, lambda ref: ref.kind),
        number=_first(mentions, lambda ref: ref.number),
        adopted_on=_first(mentions, lambda ref: _iso(ref.adopted_on)),
        registration_number=_first(mentions, lambda ref: ref.registration_number)
        or listed_facts.get("registration_number"),
        registered_on=_first(mentions, lambda ref: _iso(ref.registered_on)) or listed_facts.get("registered_on"),
        published_on=listed_facts.get("published_on"),
        adilet_id=listed_facts.get("adilet_id"),
        text_known={OWN: "full", AMENDED: "partial"}.get(best, "none"),
        also_numbered=tuple(dict.fromkeys(number for mention in mentions for number in mention.also_numbered)),
        names=_names(mentions),
        facts=facts,
    )


def _names(mentions: Sequence[Mention]) -> tuple[ActName, ...]:
    names = []
    for language in sorted({mention.language for mention in mentions if mention.language}):
        told = [mention for mention in mentions if mention.language == language]
        title, issuer = _first(told, _title), _first(told, lambda ref: ref.issuer)
        if title or issuer:
            names.append(ActName(language, title, issuer))
    return tuple(names)


def _title(reference: ActReference) -> str | None:
    title = reference.title
    return None if title is None or title.startswith(DIGEST_TITLE) else title


def _first(mentions: Sequence[Mention], value: Callable[[ActReference], str | None]) -> str | None:
    return next((found for mention in mentions if (found := value(mention.reference))), None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
