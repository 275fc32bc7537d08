"""The page of a position: what the job asks for on a day, where that is printed, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.pages.concerns import Concern, Span, findings_of_unit
from biliktilik.pipeline.pages.excerpts import Excerpt, Shelf
from biliktilik.pipeline.pages.kin import Kin, read_predecessors, read_successors
from biliktilik.pipeline.pages.ladder import Ladder, build_ladders, read_ways, stated_alike
from biliktilik.pipeline.pages.lines import UNDECIDED, Block, PrintedLine, arrange_blocks, lines_on, read_lines
from biliktilik.pipeline.pages.mentions import CitedAct, Mention, by_cited_act, read_mentions
from biliktilik.pipeline.pages.periods import Period, Wording, day_to_show, days_of_change, gather_periods
from biliktilik.pipeline.pages.rows import read_rows
from biliktilik.pipeline.store.acts import ActHead, find_act
from biliktilik.pipeline.store.database import Reader

_LANGUAGES: Final = ("kk", "ru", "en", UNDECIDED)

_POSITIONS: Final = """
SELECT position_id, language, section, position, title, position_group, valid_from, valid_to, valid_basis,
       wording_known, source_file, char_start, char_end
FROM v_positions WHERE act_uri = :act_uri AND eid = :eid ORDER BY language, valid_from
"""
_UNITS: Final = """
SELECT eid, language, valid_from, valid_to, valid_basis, wording_known, source_file, char_start, char_end
FROM v_provisions
WHERE act_uri = :act_uri AND kind <> 'item' AND eid >= :first AND eid < :last
ORDER BY eid, language, valid_from
"""


@dataclass(frozen=True, slots=True)
class PositionWording:
    """One wording of the heading of a position, with its place."""

    position_id: str
    language: str | None
    section: str | None
    position: str | None
    title: str | None
    position_group: str | None
    valid_from: str | None
    valid_to: str | None
    valid_basis: str | None
    wording_known: bool
    source_file: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Headline:
    """The heading of the position in one language, and its place in the source."""

    language: str | None
    title: str | None
    wording_known: bool
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class PositionPage:
    """All that the page of a position shows.

    ``on`` is the day asked for, ``day`` the one shown: without a question, the last on which a wording at hand began.
    ``headlines`` and ``blocks`` hold what was in force on ``day``; both are empty when nothing was.
    """

    act: ActHead
    eid: str
    position_id: str
    section: str | None
    position: str | None
    position_group: str | None
    titles: tuple[tuple[str, str], ...]
    on: str | None
    day: str | None
    days: tuple[str, ...]
    headlines: tuple[Headline, ...]
    languages: tuple[str, ...]
    blocks: tuple[Block, ...]
    ladders: tuple[Ladder, ...]
    ladders_alike: bool
    periods: tuple[Period, ...]
    predecessors: tuple[Kin, ...]
    successors: tuple[Kin, ...]
    cited: tuple[CitedAct, ...]
    findings: tuple[Concern, ...]

    @property
    def begins(self) -> tuple[str, ...]:
        """The days on which a wording began, the earliest first."""
        return days_of_change(period.valid_from for period in self.periods)

    @property
    def in_force(self) -> bool:
        """Whether the database knows of any wording on the day shown."""
        return bool(self.headlines or any(block.rows for block in self.blocks))


def position_page(reader: Reader, act_uri: str, eid: str, on: str | None = None) -> PositionPage:
    """The page of the position ``eid`` of an act; BiliktilikError, with near matches, when there is none."""
    act = find_act(reader, act_uri)
    wordings = read_rows(reader, PositionWording, _POSITIONS, act_uri=act.act_uri, eid=eid)
    if not wordings:
        raise _unknown(reader, act, eid)
    lines = read_lines(reader, wordings[0].position_id)
    units = _units(reader, act.act_uri, eid, wordings, lines)
    day = day_to_show(units, on)
    shown = lines_on(lines, day)
    languages = _languages(wordings, shown)
    eids = {line.eid for line in lines}
    mentions = read_mentions(reader, act.act_uri, eids)
    ladders = build_ladders(read_ways(reader, wordings[0].position_id), shown)
    current = next((w for w in wordings if w.wording_known and _covers(w, day)), wordings[-1])
    return PositionPage(
        act=act,
        eid=eid,
        position_id=wordings[0].position_id,
        section=current.section,
        position=current.position,
        position_group=current.position_group,
        titles=_titles(wordings, day),
        on=on,
        day=day,
        days=days_of_change(end for ends in _ends(units, lines) for end in ends),
        headlines=_headlines(Shelf(reader), wordings, day),
        languages=languages,
        blocks=arrange_blocks(reader, act.act_uri, shown, languages, mentions),
        ladders=ladders,
        ladders_alike=stated_alike(ladders),
        periods=gather_periods(units, day),
        predecessors=read_predecessors(reader, act.act_uri, eid),
        successors=read_successors(reader, act.act_uri, eid),
        cited=by_cited_act(_said_on(mentions, shown)),
        findings=findings_of_unit(reader, act.act_uri, [eid, *(unit.eid for unit in units)], _spans(units, lines)),
    )


def _unknown(reader: Reader, act: ActHead, eid: str) -> BiliktilikError:
    answer = reader.ask("SELECT DISTINCT eid FROM v_positions WHERE act_uri = :uri ORDER BY eid", {"uri": act.act_uri})
    eids = [str(row[0]) for row in answer.rows]
    close = get_close_matches(eid, eids, n=3, cutoff=0.5)
    remedy = f"did you mean {', '.join(close)}?" if close else f"positions of the act: {', '.join(eids[:5]) or 'none'}"
    return BiliktilikError(what=f"the act has no position {eid!r}", where=act.act_uri, remedy=remedy)


def _units(
    reader: Reader,
    act_uri: str,
    eid: str,
    wordings: Sequence[PositionWording],
    lines: Iterable[PrintedLine],
) -> list[Wording]:
    """Every wording of the position and of the blocks that hold its lines; a heading that is a unit counts once."""
    units = [
        unit
        for block in sorted({eid, *(line.block_eid for line in lines)})
        for unit in read_rows(reader, Wording, _UNITS, act_uri=act_uri, first=block, last=f"{block}`")
        if unit.eid == block or unit.eid.startswith(f"{block}__")
    ]
    known = {(unit.eid, unit.language, unit.valid_from) for unit in units}
    heads = (_as_unit(eid, wording) for wording in wordings)
    return [*(head for head in heads if (head.eid, head.language, head.valid_from) not in known), *units]


def _as_unit(eid: str, wording: PositionWording) -> Wording:
    return Wording(
        eid,
        wording.language,
        wording.valid_from,
        wording.valid_to,
        wording.valid_basis,
        wording.wording_known,
        wording.source_file,
        wording.char_start,
        wording.char_end,
    )


def _covers(wording: PositionWording, day: str | None) -> bool:
    return _as_unit("", wording).covers(day)


def _languages(wordings: Iterable[PositionWording], lines: Iterable[PrintedLine]) -> tuple[str, ...]:
    """The languages in which the position is worded at all, Kazakh first."""
    found = {w.language or UNDECIDED for w in wordings} | {line.tongue for line in lines}
    return tuple(language for language in _LANGUAGES if language in found)


def _titles(wordings: Sequence[PositionWording], day: str | None) -> tuple[tuple[str, str], ...]:
    """The title in each language: the one of the day, else the last that is known."""
    titles: dict[str, str] = {}
    for wording in sorted(wordings, key=lambda w: (_covers(w, day), w.valid_from or "")):
        if wording.title:
            titles[wording.language or UNDECIDED] = wording.title
    return tuple((language, titles[language]) for language in _LANGUAGES if language in titles)


def _headlines(shelf: Shelf, wordings: Iterable[PositionWording], day: str | None) -> tuple[Headline, ...]:
    return tuple(
        Headline(w.language, w.title, bool(w.wording_known), shelf.excerpt(w.source_file, w.char_start, w.char_end))
        for w in wordings
        if _covers(w, day)
    )


def _said_on(mentions: Iterable[Mention], shown: Iterable[PrintedLine]) -> list[Mention]:
    """The mentions in the lines shown."""
    places = {(line.language, line.eid) for line in shown}
    return [mention for mention in mentions if (mention.language, mention.eid) in places]


def _spans(units: Iterable[Wording], lines: Iterable[PrintedLine]) -> list[Span]:
    """Where the position is printed; the place of an unknown wording is a note that may speak of others, too."""
    known = [(unit.source_file, unit.char_start, unit.char_end) for unit in units if unit.wording_known]
    return known + [(line.source_file, line.char_start, line.char_end) for line in lines]


def _ends(units: Iterable[Wording], lines: Iterable[PrintedLine]) -> list[tuple[str | None, str | None]]:
    intervals = [(unit.valid_from, unit.valid_to) for unit in units]
    return intervals + [(line.valid_from, line.valid_to) for line in lines]
