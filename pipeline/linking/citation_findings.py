"""What a reader must know of mentions: not resolved, another title, facts that differ, languages that differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from biliktilik.parsers.identity import fold_title
from biliktilik.parsers.model import CitedIn, Severity
from biliktilik.pipeline.corpus import Act, CorpusFinding, LinkedCitation, Wording
from biliktilik.pipeline.linking.languages import LANGUAGE_PAIR
from biliktilik.pipeline.linking.titles import Titles

_Place = tuple[str, str, str]  # act, language, eId of a position


def citation_findings(
    citations: Sequence[LinkedCitation], acts: Sequence[Act], wordings: Sequence[Wording], titles: Titles
) -> Iterator[CorpusFinding]:
    """All findings on mentions."""
    named = {act.uri: act for act in acts}
    yield from _unresolved(citations)
    yield from _other_titles(citations, titles)
    yield from _other_facts(citations)
    yield from _other_sets(citations, named, wordings)


def _finding(code: str, severity: Severity, message: str, one: LinkedCitation) -> CorpusFinding:
    return CorpusFinding(code, severity, message, one.act_uri, one.source_file, one.citation.span)


def _unresolved(citations: Iterable[LinkedCitation]) -> Iterator[CorpusFinding]:
    for one in citations:
        if one.cited_act_uri is None:
            message = (
                f"«{one.citation.as_printed}» names an act that cannot be told: no title, or a number without a day"
            )
            yield _finding("citation_unresolved", Severity.WARNING, message, one)


def _other_titles(citations: Iterable[LinkedCitation], titles: Titles) -> Iterator[CorpusFinding]:
    """One finding per act and spelling that the list of titles joins to it, at its first place."""
    seen: set[tuple[str, str]] = set()
    for one in sorted(citations, key=_reading_order):
        act = one.citation.act
        entry = titles.find(act.kind, act.title)
        folded = fold_title(act.title)
        if one.cited_act_uri is None or entry is None or folded is None or (one.cited_act_uri, folded) in seen:
            continue
        seen.add((one.cited_act_uri, folded))
        name = entry.names.get(one.language, entry.name)
        if folded != fold_title(name):
            message = f"the title «{act.title}» is read as the {act.kind} «{name}», by the list of titles"
            yield _finding("citation_title_varies", Severity.INFO, message, one)


def _other_facts(citations: Iterable[LinkedCitation]) -> Iterator[CorpusFinding]:
    """Findings on acts of which two mentions state different numbers or days."""
    told: dict[tuple[str, str], dict[str, LinkedCitation]] = {}
    for one in sorted(citations, key=_reading_order):
        for name, value in _facts(one):
            if one.cited_act_uri and value:
                told.setdefault((one.cited_act_uri, name), {}).setdefault(value, one)
    for (uri, name), values in sorted(told.items()):
        if len(values) > 1:
            readings = "; ".join(f"{one.language} {value}" for value, one in values.items())
            message = f"mentions of {uri} differ on its {name}: {readings}"
            yield _finding("citation_facts_differ", Severity.WARNING, message, list(values.values())[-1])


def _facts(one: LinkedCitation) -> Iterator[tuple[str, str | None]]:
    act = one.citation.act
    yield "number of registration", act.registration_number
    yield "day of registration", act.registered_on.isoformat() if act.registered_on else None
    yield "further numbers", ", ".join(one.citation.also_numbered)
    if act.number and act.adopted_on and act.title:
        yield f"title ({one.language})", act.title


def _other_sets(
    citations: Iterable[LinkedCitation], acts: Mapping[str, Act], wordings: Sequence[Wording]
) -> Iterator[CorpusFinding]:
    """One finding per position whose two languages do not name the same acts."""
    cited: dict[_Place, dict[str, LinkedCitation]] = {}
    holders = _positions(wordings)
    for one in sorted(citations, key=_reading_order):
        position = holders.get((one.act_uri, one.language, one.citation.eid or ""))
        if position is not None and one.cited_act_uri and one.citation.cited_in is not CitedIn.NOTE:
            cited.setdefault((one.act_uri, one.language, position), {}).setdefault(one.cited_act_uri, one)
    named = _position_names(wordings)
    spoken: dict[str, set[str]] = {}
    for wording in wordings:
        if wording.act_uri and wording.language:
            spoken.setdefault(wording.act_uri, set()).add(wording.language)
    for act_uri, position in sorted({(act, position) for act, _, position in cited}):
        if spoken.get(act_uri, set()) >= set(LANGUAGE_PAIR):
            sides = [cited.get((act_uri, language, position), {}) for language in LANGUAGE_PAIR]
            yield from _compare(named.get((act_uri, position), position), sides[0], sides[1], acts)


def _positions(wordings: Sequence[Wording]) -> dict[_Place, str]:
    """The position of every unit that lies in one."""
    held: dict[_Place, str] = {}
    for wording in wordings:
        at = wording.act_uri or "", wording.language or ""
        known = {position.eid for position in wording.body.positions}
        parents = {unit.eid: unit.parent_eid for unit in wording.body.provisions}
        for eid in parents:
            holder: str | None = eid
            while holder is not None and holder not in known:
                holder = parents.get(holder)
            if holder is not None:
                held[*at, eid] = holder
    return held


def _position_names(wordings: Sequence[Wording]) -> dict[tuple[str, str], str]:
    """EId and title of each position, in Kazakh where it has a Kazakh title."""
    return {
        (wording.act_uri or "", position.eid): f"{position.eid} («{position.title}»)"
        for wording in sorted(wordings, key=lambda wording: wording.language or "", reverse=True)
        for position in wording.body.positions
        if position.title
    }


def _compare(
    position: str, kk: Mapping[str, LinkedCitation], ru: Mapping[str, LinkedCitation], acts: Mapping[str, Act]
) -> Iterator[CorpusFinding]:
    only_kk, only_ru = sorted(kk.keys() - ru.keys()), sorted(ru.keys() - kk.keys())
    if not only_kk and not only_ru:
        return
    sides = [
        f"only in {language}: {', '.join(f'«{_name(acts[uri], language)}»' for uri in only)}"
        for language, only in (("kk", only_kk), ("ru", only_ru))
        if only
    ]
    first = kk[only_kk[0]] if only_kk else ru[only_ru[0]]
    message = f"position {position} does not name the same acts in both languages; {'; '.join(sides)}"
    yield _finding("cited_acts_differ", Severity.WARNING, message, first)


def _name(act: Act, language: str) -> str:
    titles = {name.language: name.title for name in act.names if name.title}
    return titles.get(language) or next(iter(titles.values()), None) or act.number or act.uri


def _reading_order(one: LinkedCitation) -> tuple[str, str, str, int, int]:
    span = one.citation.span
    return one.act_uri, one.language, one.source_file, span.start, span.end
