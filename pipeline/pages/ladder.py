"""The requirements of a position as a table: a row for each line, a column for each education."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.pages.lines import PrintedLine
from biliktilik.pipeline.pages.rows import read_rows
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import cell_text

_WAYS: Final = """
SELECT language, eid, valid_from, education, fields, fields_printed, min_years, no_experience_required, experience_in
FROM v_requirement_alternatives WHERE position_id = :position_id
ORDER BY language, valid_from, source_file, char_start, alternative
"""


_Stated = tuple[str | None, tuple[str, ...], float | None, bool | None]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to meet a requirement line; each value is None where the text does not state it."""

    language: str | None
    eid: str
    valid_from: str | None
    education: str | None
    fields: str | None
    fields_printed: str | None
    min_years: float | None
    no_experience_required: bool | None
    experience_in: str | None

    @property
    def years(self) -> str:
        """The least length of service as a person reads it; empty when none is stated."""
        return cell_text(self.min_years)

    @property
    def educations(self) -> tuple[str, ...]:
        """The codes of the levels of education, any of which will do."""
        return tuple((self.education or "").split(",")) if self.education else ()


@dataclass(frozen=True, slots=True)
class Rung:
    """One requirement line: ``cells`` has as many entries as the ladder has columns, each with its alternatives."""

    category: str | None
    eid: str
    cells: tuple[tuple[Way, ...], ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The requirement lines of one language and level; ``columns`` are sets of educations, () where none is stated."""

    language: str | None
    level: str | None
    columns: tuple[tuple[str, ...], ...]
    rungs: tuple[Rung, ...]


def read_ways(reader: Reader, position_id: str) -> tuple[Way, ...]:
    """Every way to meet every requirement line of a position, whatever the day."""
    return read_rows(reader, Way, _WAYS, position_id=position_id)


def build_ladders(ways: Iterable[Way], lines: Sequence[PrintedLine]) -> tuple[Ladder, ...]:
    """The requirement lines among ``lines`` as ladders, one for each language and level, in printed order."""
    by_line: dict[tuple[str | None, str, str | None], list[Way]] = {}
    for way in ways:
        by_line.setdefault((way.language, way.eid, way.valid_from), []).append(way)
    groups: dict[tuple[str | None, str | None], list[PrintedLine]] = {}
    for line in lines:
        if line.block == "requirements" and (line.language, line.eid, line.valid_from) in by_line:
            groups.setdefault((line.language, line.level), []).append(line)
    return tuple(_ladder(key, group, by_line) for key, group in groups.items())


def stated_alike(ladders: Sequence[Ladder]) -> bool:
    """Whether all languages state the same levels, categories, educations, fields (in any order) and years."""
    stated: dict[str | None, list[tuple[str | None, str | None, tuple[_Stated, ...]]]] = {}
    for ladder in ladders:
        for rung in ladder.rungs:
            ways = sorted((_stated(way) for cell in rung.cells for way in cell), key=repr)
            stated.setdefault(ladder.language, []).append((ladder.level, rung.category, tuple(ways)))
    return len({tuple(rungs) for rungs in stated.values()}) <= 1


def _stated(way: Way) -> _Stated:
    """What a way asks for, apart from the words of its language."""
    fields = tuple(sorted((way.fields or "").split(",")))
    return way.education, fields, way.min_years, way.no_experience_required


def _ladder(
    key: tuple[str | None, str | None],
    lines: list[PrintedLine],
    by_line: dict[tuple[str | None, str, str | None], list[Way]],
) -> Ladder:
    language, level = key
    found = [(line, by_line[line.language, line.eid, line.valid_from]) for line in lines]
    columns = tuple(dict.fromkeys(way.educations for _, ways in found for way in ways))
    rungs = (
        Rung(
            line.category,
            line.eid,
            tuple(tuple(way for way in ways if way.educations == column) for column in columns),
        )
        for line, ways in found
    )
    return Ladder(language, level, columns, tuple(rungs))
