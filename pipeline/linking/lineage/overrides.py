"""What a person has decided about links, with reasons: ``pipeline/linking/lineage.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from biliktilik.parsers.model import Severity
from biliktilik.pipeline.corpus import CorpusFinding, LineageLink
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.linking.lineage.jobs import Job, Key
from biliktilik.pipeline.linking.lineage.kinds import SURE
from biliktilik.schema.vocabulary import LINEAGE_KINDS

OVERRIDES: Final = Path(__file__).parents[1] / "lineage.toml"
ADD, REMOVE, RETYPE = "add", "remove", "retype"
_ACTIONS: Final = (ADD, REMOVE, RETYPE)


@dataclass(frozen=True, slots=True)
class Override:
    """One decision; ``older`` and ``newer`` are act and eId, ``kind`` is None for a removal."""

    action: str
    older: Key
    newer: Key
    kind: str | None
    reason: str


def load_overrides(path: Path = OVERRIDES) -> tuple[Override, ...]:
    """The decisions of a file. Raises ``BiliktilikError`` naming file and entry when one is not as it should."""
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BiliktilikError("the overrides of lineage cannot be read", str(path), str(error)) from error
    if unknown := sorted(set(document) - {"link"}):
        raise _wrong(path, unknown[0], "unknown key; known is link")
    found = tuple(_override(path, f"link[{at}]", entry) for at, entry in enumerate(document.get("link", ()), start=1))
    ends = [(one.older, one.newer) for one in found]
    if twice := sorted({pair for pair in ends if ends.count(pair) > 1}):
        raise _wrong(path, "link", f"{twice[0][0][1]} and {twice[0][1][1]} are decided twice")
    return found


def _override(path: Path, key: str, entry: object) -> Override:
    if not isinstance(entry, dict):
        raise _wrong(path, key, "must be a table: [[link]]")
    action = _text(path, key, entry, "action")
    if action not in _ACTIONS:
        raise _wrong(path, f"{key}.action", f"unknown action {action!r}; known are {', '.join(_ACTIONS)}")
    known = {"action", "from", "to", "reason"} | (set() if action == REMOVE else {"kind"})
    if unknown := sorted(set(entry) - known):
        raise _wrong(path, f"{key}.{unknown[0]}", f"unknown key; known are {', '.join(sorted(known))}")
    kind = None if action == REMOVE else _text(path, key, entry, "kind")
    if kind is not None and kind not in LINEAGE_KINDS:
        raise _wrong(path, f"{key}.kind", f"unknown kind {kind!r}; known are {', '.join(LINEAGE_KINDS)}")
    reason = _text(path, key, entry, "reason")
    return Override(action, _end(path, key, entry, "from"), _end(path, key, entry, "to"), kind, reason)


def _end(path: Path, key: str, entry: Mapping[str, Any], name: str) -> Key:
    table = entry.get(name)
    if not isinstance(table, dict) or set(table) != {"act", "eid"}:
        raise _wrong(path, f"{key}.{name}", "must be a table with act (its URI) and eid")
    return _text(path, f"{key}.{name}", table, "act"), _text(path, f"{key}.{name}", table, "eid")


def _text(path: Path, key: str, entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value.strip():
        raise _wrong(path, f"{key}.{name}", "must be a text that is not empty")
    return value.strip()


def _wrong(path: Path, key: str, why: str) -> BiliktilikError:
    return BiliktilikError(f"the overrides of lineage are wrong at {key}", str(path), why, "Mend the file.")


def removed_pairs(overrides: Sequence[Override]) -> frozenset[tuple[Key, Key]]:
    """The pairs of jobs that are not to be linked, whatever speaks for it."""
    return frozenset((one.older, one.newer) for one in overrides if one.action == REMOVE)


def apply_overrides(
    links: Sequence[LineageLink], overrides: Sequence[Override], jobs: Mapping[Key, Job]
) -> tuple[LineageLink, ...]:
    """The links with those added and re-typed that the decisions name; all of these rest on the override."""
    kept = {((link.from_act_uri, link.from_eid), (link.to_act_uri, link.to_eid)): link for link in links}
    for one in overrides:
        pair = one.older, one.newer
        if one.kind is None or one.older not in jobs or one.newer not in jobs:
            continue
        if one.action == ADD and pair not in kept:
            titles = jobs[one.older].title, jobs[one.newer].title
            kept[pair] = LineageLink(*one.older, titles[0], *one.newer, titles[1], one.kind, SURE, "override")
        elif one.action == RETYPE and pair in kept:
            kept[pair] = replace(kept[pair], kind=one.kind, score=SURE, evidence="override")
    return tuple(kept.values())


def check_overrides(
    overrides: Sequence[Override], found: frozenset[tuple[Key, Key]], jobs: Mapping[Key, Job], acts: frozenset[str]
) -> Iterator[CorpusFinding]:
    """A finding per decision that cannot be carried out, or that nothing needs.

    ``found``: the pairs that are linked without any decision. An act that the corpus does not know at all is no
    finding: the file serves other corpora too.
    """
    for one in overrides:
        if not {one.older[0], one.newer[0]} <= acts:
            continue
        words = f"override of lineage, {one.action} {one.older[1]} → {one.newer[1]} ({one.reason})"
        missing = [end for end in (one.older, one.newer) if end not in jobs]
        if missing:
            message = f"{words}: there is no {missing[0][1]} in act {missing[0][0]}"
            yield CorpusFinding("lineage_override_without_unit", Severity.WARNING, message, missing[0][0])
        elif (one.action == ADD) == ((one.older, one.newer) in found):
            state = "is there without it" if one.action == ADD else "is not there"
            message = f"{words}: the link {state}"
            yield CorpusFinding("lineage_override_idle", Severity.WARNING, message, one.older[0])
