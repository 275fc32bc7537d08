"""Where texts disagree on the dates of an act."""

from collections.abc import Iterator, Sequence
from datetime import date

from biliktilik.parsers.identity import fold_number
from biliktilik.parsers.model import ActReference, Severity
from biliktilik.pipeline.corpus import CorpusFinding, Source, printed_acts


def compare_dates(sources: Sequence[Source]) -> Iterator[CorpusFinding]:
    """Findings on acts whose texts, in one language or another, print different days for the same event."""
    headed = [source for source, _, _ in printed_acts(sources)]
    for at, source in enumerate(headed):
        for other in headed[:at]:
            yield from _disagreements(other, source)


def _disagreements(first: Source, second: Source) -> Iterator[CorpusFinding]:
    one, two = _act(first), _act(second)
    if first.act_uri == second.act_uri:
        yield from _disagree("state registration", one.registered_on, two.registered_on, first, second)
    elif _same_register_entry(one, two):
        yield from _disagree("adoption", one.adopted_on, two.adopted_on, first, second)


def _same_register_entry(one: ActReference, two: ActReference) -> bool:
    """Whether two headers must mean one act although their days differ: same number, same place in the register."""
    if not one.registration_number or fold_number(one.number) is None:
        return False
    return (one.registration_number, fold_number(one.number)) == (two.registration_number, fold_number(two.number))


def _disagree(event: str, one: date | None, two: date | None, first: Source, second: Source) -> Iterator[CorpusFinding]:
    if not one or not two or one == two or not second.document or not first.document:
        return
    readings = f"{first.document.language} {one.isoformat()}, {second.document.language} {two.isoformat()}"
    message = f"the day of {event} differs: {readings}"
    span = second.document.header.requisites_span
    place = (second.act_uri, second.file.source_file, span)
    yield CorpusFinding("dates_disagree", Severity.WARNING, message, *place)


def _act(source: Source) -> ActReference:
    assert source.document is not None
    return source.document.header.act
