"""The override file: what it may say, what it does, and what is told when it cannot be carried out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from biliktilik.parsers.model import ActReference
from biliktilik.pipeline.corpus import Corpus
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.linking.acts import reference_uri
from biliktilik.pipeline.linking.lineage import Lineage, trace_lineage
from biliktilik.pipeline.linking.lineage.overrides import Override, load_overrides

Traced = Callable[..., Lineage]
OLD = "/akn/kz/act/order/2012-02-02/31-ө-м"
NEW = "/akn/kz/act/order/2025-10-24/580-нқ"
PSYCHOLOGIST = (NEW, "att_1__sec_2__prg_6")
SPECIALIST = (NEW, "att_1__sec_2__prg_5")
CONSULTANT = (OLD, "att_1__sec_3__pos_4")
OLD_SPECIALIST = (OLD, "att_1__sec_3__pos_6")
ENTRY = f"""
[[link]]
action = "add"
from = {{ act = "{OLD}", eid = "att_1__sec_3__pos_4" }}
to = {{ act = "{NEW}", eid = "att_1__sec_2__prg_6" }}
kind = "related"
reason = "both advise"
"""


def resolve(reference: ActReference) -> str | None:
    return reference_uri(reference)


@pytest.fixture(scope="module")
def traced(corpus: Corpus) -> Traced:
    """The lineage of the documents of raw/ under the overrides given."""
    return lambda *overrides: trace_lineage(corpus.acts, corpus.wordings, resolve, overrides)


def kinds(lineage: Lineage, older: tuple[str, str], newer: tuple[str, str]) -> list[tuple[str, str, float]]:
    return [
        (found.kind, found.evidence, found.score)
        for found in lineage.links
        if ((found.from_act_uri, found.from_eid), (found.to_act_uri, found.to_eid)) == (older, newer)
    ]


def codes(lineage: Lineage) -> list[str]:
    return [found.code for found in lineage.findings if found.code.startswith("lineage_override")]


def test_the_file_of_the_program_is_sound_and_fits_the_documents(traced: Traced) -> None:
    assert codes(traced(*load_overrides())) == []


def test_a_link_is_added(traced: Traced) -> None:
    lineage = traced(Override("add", CONSULTANT, PSYCHOLOGIST, "related", "both advise"))
    assert kinds(lineage, CONSULTANT, PSYCHOLOGIST) == [("related", "override", 1.0)]
    assert codes(lineage) == []
    [added] = [found for found in lineage.links if found.evidence == "override"]
    assert (added.from_title, added.to_title) == (
        "Әлеуметтік жұмыс бойынша консультант",
        "Психолог (әлеуметтік психолог)",
    )


def test_a_link_is_removed(traced: Traced) -> None:
    assert kinds(traced(), OLD_SPECIALIST, SPECIALIST) == [("same", "title", 1.0)]
    lineage = traced(Override("remove", OLD_SPECIALIST, SPECIALIST, None, "no"))
    assert kinds(lineage, OLD_SPECIALIST, SPECIALIST) == []
    assert codes(lineage) == []


def test_what_is_removed_does_not_count_for_the_kind_of_the_others(traced: Traced) -> None:
    old = [(OLD, f"att_1__sec_{position}") for position in ("3__pos_10", "4__pos_1", "4__pos_2")]
    worker = (NEW, "att_1__sec_2__prg_4")
    lineage = traced(*(Override("remove", one, worker, None, "no") for one in old[1:]))
    assert kinds(lineage, old[0], worker) == [("renamed", "title", 0.8)]


def test_a_link_is_typed_anew(traced: Traced) -> None:
    lineage = traced(Override("retype", OLD_SPECIALIST, SPECIALIST, "renamed", "so"))
    assert kinds(lineage, OLD_SPECIALIST, SPECIALIST) == [("renamed", "override", 1.0)]
    assert len(lineage.links) == len(traced().links)


@pytest.mark.parametrize(
    ("override", "code"),
    [
        (Override("add", (OLD, "att_1__pos_99"), SPECIALIST, "same", "r"), "lineage_override_without_unit"),
        (Override("remove", OLD_SPECIALIST, (NEW, "x"), None, "r"), "lineage_override_without_unit"),
        (Override("add", OLD_SPECIALIST, SPECIALIST, "same", "r"), "lineage_override_idle"),
        (Override("remove", CONSULTANT, PSYCHOLOGIST, None, "r"), "lineage_override_idle"),
        (Override("retype", CONSULTANT, PSYCHOLOGIST, "same", "r"), "lineage_override_idle"),
    ],
)
def test_what_cannot_be_carried_out_is_told_and_changes_nothing(traced: Traced, override: Override, code: str) -> None:
    lineage = traced(override)
    assert codes(lineage) == [code]
    assert lineage.links == traced().links


def test_an_act_that_the_corpus_does_not_know_is_no_finding(traced: Traced) -> None:
    assert codes(traced(Override("remove", ("/akn/kz/act/order/1999-01-01/1", "x"), SPECIALIST, None, "r"))) == []


def test_an_entry_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "lineage.toml"
    path.write_text(ENTRY, "utf-8")
    assert load_overrides(path) == (Override("add", CONSULTANT, PSYCHOLOGIST, "related", "both advise"),)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "related"', 'kind = "cousin"', "cousin"),
        ('action = "add"', 'action = "invent"', "invent"),
        ('action = "add"', 'action = "remove"', "kind"),
        ('reason = "both advise"', 'reason = " "', "reason"),
        ('reason = "both advise"', "", "reason"),
        ("to = {", "two = {", "two"),
        (', eid = "att_1__sec_2__prg_6"', "", "to"),
        ("[[link]]", "[[links]]", "links"),
        ("[[link]]", "[[link]", "lineage.toml"),
        ("[[link]]", ENTRY + "[[link]]", "twice"),
    ],
)
def test_a_wrong_entry_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = tmp_path / "lineage.toml"
    path.write_text(ENTRY.replace(old, new), "utf-8")
    with pytest.raises(BiliktilikError, match=told):
        load_overrides(path)
