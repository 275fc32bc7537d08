"""The wordings of an act out of the corpus, before there is a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from biliktilik.parsers.model import Alternative, Item, Position, Provision, ProvisionKind
from biliktilik.pipeline.changes.model import ActTexts, DatedLine, Line, Unit, Way
from biliktilik.pipeline.corpus import Act, Wording


def texts_of(act: Act, language: str | None, wordings: Iterable[Wording]) -> ActTexts:
    """All that ``wordings`` (of this act in this language) say."""
    mine = list(wordings)
    return ActTexts(
        act.uri,
        act.act_number,
        language,
        act.text_known == "full",
        tuple(_unit(wording, unit) for wording in mine for unit in wording.body.provisions if not _is_item(unit)),
        tuple(_job(wording, position) for wording in mine for position in wording.body.positions),
        tuple(line for wording in mine for line in _lines(wording)),
    )


def _is_item(unit: Provision) -> bool:
    return unit.kind is ProvisionKind.ITEM


def _unit(wording: Wording, unit: Provision) -> Unit:
    own = (unit.eid, unit.parent_eid, unit.kind.value, unit.label, unit.heading, unit.text)
    return Unit(*own, wording.known, wording.valid_from, wording.valid_to, unit.ordinal)


def _job(wording: Wording, job: Position) -> Unit:
    own = (job.eid, None, "position", job.number, job.title, None)
    return Unit(*own, wording.known, wording.valid_from, wording.valid_to)


def _lines(wording: Wording) -> Iterator[DatedLine]:
    days = (wording.valid_from, wording.valid_to)
    for item in wording.body.items:
        yield DatedLine(_line(wording.source_file, item), item.block_eid, item.position_eid, *days)


def _line(source_file: str, item: Item) -> Line:
    return Line(
        item.eid,
        item.block.value,
        item.ordinal,
        item.text,
        source_file,
        item.span.start,
        item.span.end,
        item.level.value if item.level else None,
        item.category.value if item.category else None,
        tuple(_way(one) for one in item.alternatives),
    )


def _way(one: Alternative) -> Way:
    education = tuple(code.value for code in one.education)
    return Way(education, one.fields, one.min_years, one.no_experience_required, one.experience_in)
