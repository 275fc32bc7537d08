"""Rows of the cards of professional standards and of their parts."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from biliktilik.parsers.model import ActReference, Card, CardItem, Span
from biliktilik.pipeline.corpus import Corpus, Wording
from biliktilik.pipeline.linking.acts import reference_uri
from biliktilik.pipeline.rows.row import Row, Rows, place, unit_id, validity, wording_id

Part = tuple[Span, Row]


def card_rows(corpus: Corpus) -> Rows:
    """Rows of ``cards`` and of all tables of their parts, in document order."""
    cited, jobs = _cited(corpus), Jobs(corpus)
    cards = [(wording, card) for wording in corpus.wordings for card in wording.body.cards]
    rows: Rows = {"cards": [_card_row(wording, card) for wording, card in cards]}
    for table, parts in _PARTS.items():
        rows[table] = [_part_row(wording, card, part) for wording, card in cards for part in parts(card)]
    rows["card_references"] = [
        _part_row(wording, card, part) for wording, card in cards for part in _references(card, cited, jobs)
    ]
    return rows


def _part_row(wording: Wording, card: Card, part: Part) -> Row:
    span, row = part
    return {"card_wording_id": wording_id(wording, card.eid), **row, **place(wording.source_file, span)}


def _card_row(wording: Wording, card: Card) -> Row:
    return {
        "wording_id": wording_id(wording, card.eid),
        "card_id": unit_id(wording, card.eid),
        "act_uri": wording.act_uri,
        "language": wording.language,
        "label": card.label,
        "eid": card.eid,
        "title": card.title,
        "name": card.name,
        "group_code": card.group_code,
        "occupation_code": card.occupation_code,
        "level_min": card.level_min,
        "level_max": card.level_max,
        "sublevel": card.sublevel,
        "qualification_text": card.qualification_text,
        "experience": card.experience,
        "informal_education": card.informal_education,
        "purpose": card.purpose,
        "wording_known": wording.known,
        **validity(wording),
        **place(wording.source_file, card.span),
        "rule": card.rule,
    }


def _education(card: Card) -> Iterator[Part]:
    for one in card.education:
        values: Row = {"level": one.level, "speciality": one.speciality, "qualification": one.qualification}
        yield one.span, {"ordinal": one.ordinal, **values}


def _names(card: Card) -> Iterator[Part]:
    for one in card.names:
        yield one.span, {"ordinal": one.ordinal, "code": one.code, "name": one.name}


def _function_list(card: Card) -> Iterator[Part]:
    for one in card.function_list:
        yield one.span, {"ordinal": one.ordinal, "mandatory": one.mandatory, "text": one.text}


def _functions(card: Card) -> Iterator[Part]:
    for one in card.functions:
        yield one.span, {"number": one.number, "text": one.text}


def _skills(card: Card) -> Iterator[Part]:
    for one in card.skills:
        numbers: Row = {"function_number": one.function_number, "skill_number": one.skill_number}
        yield one.span, {**numbers, "text": one.text}


def _items(items: Iterable[CardItem]) -> Iterator[Part]:
    for one in items:
        numbers: Row = {"function_number": one.function_number, "skill_number": one.skill_number}
        yield one.span, {**numbers, "ordinal": one.ordinal, "text": one.text}


def _abilities(card: Card) -> Iterator[Part]:
    return _items(card.abilities)


def _knowledge(card: Card) -> Iterator[Part]:
    return _items(card.knowledge)


def _competences(card: Card) -> Iterator[Part]:
    for one in card.competences:
        yield one.span, {"ordinal": one.ordinal, "text": one.text}


def _related(card: Card) -> Iterator[Part]:
    for one in card.related:
        yield one.span, {"ordinal": one.ordinal, "level": one.level, "code": one.code, "name": one.name}


def _experience(card: Card) -> Iterator[Part]:
    for one in card.experience_lines:
        row: Row = {
            "ordinal": one.ordinal,
            "category": one.category.value if one.category else None,
            "min_years": one.min_years,
            "no_experience_required": one.no_experience_required,
            "experience_in": one.experience_in,
            "text": one.text,
        }
        yield one.span, row


class Jobs:
    """The positions of the acts whose text is at hand, by which references to them are resolved."""

    def __init__(self, corpus: Corpus) -> None:
        whole = {act.uri for act in corpus.acts if act.text_known == "full"}
        self._titles: dict[str, dict[str, set[str]]] = {}
        for wording in corpus.wordings:
            if wording.act_uri in whole:
                for position in wording.body.positions:
                    titles = self._titles.setdefault(wording.act_uri, {}).setdefault(position.eid, set())
                    titles |= {position.title.casefold()} if position.title else set()

    def meant(self, uri: str | None, eid: str | None, printed: str) -> str | None:
        """The one position with that last step of its eId; of several, or without a step, the one whose title stands
        in the printed words. None where that does not decide.
        """
        titles = self._titles.get(uri or "", {})
        numbered = [own for own in titles if eid is None or own == eid or own.endswith(f"__{eid}")]
        if eid is not None and len(numbered) == 1:
            return numbered[0]
        words = printed.casefold()
        titled = [own for own in numbered if any(title in words for title in titles[own])]
        return titled[0] if len(titled) == 1 else None


def _references(card: Card, cited: Callable[[ActReference], str | None], jobs: Jobs) -> Iterator[Part]:
    """A reference without a chapter cannot be resolved before the text of the act is at hand."""
    for one in card.references:
        uri = cited(one.act)
        unit = jobs.meant(uri, one.eid, one.printed)
        yield (
            one.span,
            {"cited_act_uri": uri, "eid": unit or one.eid, "resolved": unit is not None, "printed": one.printed},
        )


def _cited(corpus: Corpus) -> Callable[[ActReference], str | None]:
    known = {act.uri for act in corpus.acts}

    def cited(reference: ActReference) -> str | None:
        uri = reference_uri(reference)
        return uri if uri in known else None

    return cited


_PARTS: Final[dict[str, Callable[[Card], Iterable[Part]]]] = {
    "card_education": _education,
    "card_names": _names,
    "card_function_list": _function_list,
    "card_functions": _functions,
    "card_skills": _skills,
    "card_abilities": _abilities,
    "card_knowledge": _knowledge,
    "card_competences": _competences,
    "card_related": _related,
    "card_experience": _experience,
}
