"""Where the two languages of an act do not match."""

from collections import Counter
from collections.abc import Iterator, Sequence

from biliktilik.parsers.model import BlockKind, Position, Severity
from biliktilik.pipeline.corpus import CorpusFinding, Wording

LANGUAGE_PAIR = ("kk", "ru")


def compare_languages(wordings: Sequence[Wording]) -> Iterator[CorpusFinding]:
    """Findings on every act whose wording is at hand in Kazakh and in Russian, by position."""
    by_act: dict[str, dict[str, list[Wording]]] = {}
    for wording in wordings:
        if wording.act_uri and wording.language in LANGUAGE_PAIR:
            by_act.setdefault(wording.act_uri, {}).setdefault(wording.language, []).append(wording)
    for languages in by_act.values():
        if len(languages) == len(LANGUAGE_PAIR):
            yield from _compare(languages["kk"], languages["ru"])


def _compare(kk: Sequence[Wording], ru: Sequence[Wording]) -> Iterator[CorpusFinding]:
    kk_positions, ru_positions = _positions(kk), _positions(ru)
    yield from _missing(kk_positions, ru_positions, "ru")
    yield from _missing(ru_positions, kk_positions, "kk")
    titled = [sum(position.title is not None for _, position in side.values()) for side in (kk_positions, ru_positions)]
    if titled[0] != titled[1]:
        message = f"{titled[0]} positions have a title in kk, {titled[1]} in ru"
        yield CorpusFinding("title_counts_differ", Severity.WARNING, message, kk[0].act_uri, kk[0].source_file)
    kk_counts, ru_counts = _counts(kk), _counts(ru)
    for eid in sorted(kk_positions.keys() & ru_positions.keys()):
        wording, position = kk_positions[eid]
        for block in BlockKind:
            counts = kk_counts[eid, block], ru_counts[eid, block]
            if counts[0] != counts[1]:
                yield _counts_differ(wording, position, block, counts)


def _positions(wordings: Sequence[Wording]) -> dict[str, tuple[Wording, Position]]:
    return {position.eid: (wording, position) for wording in wordings for position in wording.body.positions}


def _counts(wordings: Sequence[Wording]) -> Counter[tuple[str | None, BlockKind]]:
    return Counter((item.position_eid, item.block) for wording in wordings for item in wording.body.items)


def _missing(
    here: dict[str, tuple[Wording, Position]], there: dict[str, tuple[Wording, Position]], language: str
) -> Iterator[CorpusFinding]:
    for eid in sorted(here.keys() - there.keys()):
        wording, position = here[eid]
        message = f"position {eid} ({position.title or 'without a title'}) is missing in {language}"
        place = (wording.act_uri, wording.source_file, position.span)
        yield CorpusFinding("position_in_one_language", Severity.WARNING, message, *place)


def _counts_differ(wording: Wording, position: Position, block: BlockKind, counts: tuple[int, int]) -> CorpusFinding:
    severity = Severity.WARNING if block is BlockKind.REQUIREMENTS else Severity.INFO
    message = f"{block} of {position.eid}: {counts[0]} items in kk, {counts[1]} in ru"
    place = (wording.act_uri, wording.source_file, position.span)
    return CorpusFinding("language_counts_differ", severity, message, *place)
