"""What a comparison says of two builds, for changes made by hand to documents, catalog, rows and views."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from biliktilik.parsers import document
from biliktilik.parsers.model import ParsedDocument, SourceText
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.releases import Difference, Report, Section, compare_releases
from biliktilik.pipeline.releases.difference import Kind

from .conftest import (
    ACT_360,
    ACT_400,
    ACT_580,
    NEW_DUTY,
    ORDER_309,
    ORDER_580,
    Builder,
    Editor,
    amended,
    five_years,
    one_duty_more,
    replaced,
)

DUTY = "att_1__point_4__item_3"
COPY = f"copy-of-{ORDER_309}"  # the longer name of two is the copy


def compare(old: Path, new: Path) -> Report:
    return compare_releases(str(old), str(new))


def told(report: Report, view: str, section: Section | None = None) -> list[Difference]:
    return [one for one in report.differences if one.view == view and section in (None, one.section)]


def cells(found: Difference) -> dict[str, tuple[Any, Any]]:
    return {cell.column: (cell.old, cell.new) for cell in found.cells}


def sections(report: Report) -> set[Section]:
    return {found.section for found in report.differences}


def mirrored(report: Report) -> list[tuple[str, int, int, int, int, int, int]]:
    return [(c.view, c.removed, c.added, c.changed, c.renumbered, c.moved, c.unchanged) for c in report.counts]


def counts(report: Report) -> list[tuple[str, int, int, int, int, int, int]]:
    return [(c.view, c.added, c.removed, c.changed, c.renumbered, c.moved, c.unchanged) for c in report.counts]


@pytest.mark.parametrize("name", ["base", "with_five_years", "with_duty", "with_order_400"])
def test_a_database_is_like_itself(request: pytest.FixtureRequest, name: str) -> None:
    database = request.getfixturevalue(name)
    report = compare(database, database)
    assert not report.differs
    assert (report.differences, report.schema) == ((), ())
    assert all(count.unchanged or not any(counts(report)[0][1:6]) for count in report.counts)


@pytest.mark.parametrize("name", ["with_five_years", "with_duty", "with_order_400"])
def test_the_other_way_round_counts_are_mirrored(request: pytest.FixtureRequest, base: Path, name: str) -> None:
    other = request.getfixturevalue(name)
    there, back = compare(base, other), compare(other, base)
    assert mirrored(there) == counts(back)
    assert there.differs


def test_the_report_is_the_same_twice(base: Path, with_duty: Path) -> None:
    assert compare(base, with_duty) == compare(base, with_duty)


def test_one_number_in_one_line_changes_the_rows_of_that_line(base: Path, with_five_years: Path) -> None:
    report = compare(base, with_five_years)
    assert sections(report) == {Section.LEGAL}
    changed = {(one.view, one.kind, column) for one in report.differences for column in cells(one)}
    assert changed == {
        ("v_provisions", Kind.CHANGED, "text"),
        ("v_requirements", Kind.CHANGED, "text"),
        ("v_requirement_alternatives", Kind.CHANGED, "min_years"),
        ("v_requirement_matrix", Kind.CHANGED, "min_years"),
        ("v_search", Kind.CHANGED, "text"),
        ("v_sources", Kind.CHANGED, "sha256"),
        ("v_sources", Kind.CHANGED, "text"),
    }
    assert [cells(one) for one in told(report, "v_requirement_matrix")] == [{"min_years": (2, 5)}]
    (line,) = told(report, "v_requirements")
    assert dict(line.key)["eid"] == "att_1__point_12__item_1"
    assert line.cause == f"the text of {ORDER_580} differs here"
    assert not any(count.moved for count in report.counts)  # one digit for another: nothing is shifted


def test_an_inserted_duty_is_one_new_row_and_renumbers_those_after_it(base: Path, with_duty: Path) -> None:
    report = compare(base, with_duty)
    assert sections(report) == {Section.LEGAL}
    duties = told(report, "v_duties")
    (new,) = (one for one in duties if one.kind is Kind.ADDED)
    assert (dict(new.key)["eid"], cells(new)["text"][1]) == (DUTY, NEW_DUTY.strip().rstrip(";"))
    # 23 duties stand in point 4 of the source; the first two stay, the other 21 go down by one.
    others = [one for one in duties if one is not new]
    assert [one.kind for one in others] == [Kind.RENUMBERED] * 21
    assert [cells(one)["ordinal"] for one in others] == [(n, n + 1) for n in range(3, 24)]
    count = next(count for count in report.counts if count.view == "v_duties")
    assert (count.added, count.removed, count.changed, count.renumbered) == (1, 0, 0, 21)
    assert count.moved > 100  # all later duties of the order are only shifted
    assert not told(report, "v_knowledge")


def test_an_amending_order_ends_the_old_wording(base: Path, with_order_400: Path) -> None:
    report = compare(base, with_order_400)
    assert sections(report) == {Section.LEGAL}
    old, new = sorted(told(report, "v_requirements"), key=lambda one: one.kind, reverse=True)
    # Ten days after the order was adopted at the earliest: the day of publication is not known.
    assert (old.kind, cells(old)) == (Kind.CHANGED, {"valid_to": (None, "2026-10-17")})
    assert (new.kind, cells(new)["valid_from"]) == (Kind.ADDED, (None, "2026-10-17"))
    assert dict(old.key)["eid"] == dict(new.key)["eid"] == "att_1__point_12__item_1"
    assert "only a document that differs reaches this act" in old.cause
    assert new.cause == "400.kk.txt is a new document"
    assert [dict(one.key)["act_uri"] for one in told(report, "v_acts")] == [ACT_400]


def test_a_removed_order_takes_its_consequences_along(make: Builder, base: Path) -> None:
    report = compare(base, make(lambda raw: (raw / ORDER_309).unlink()))
    assert sections(report) == {Section.LEGAL}
    assert len(told(report, "v_amendments")) == 11  # the eleven target units of order 309
    acts = {dict(one.key)["act_uri"]: one for one in told(report, "v_acts")}
    assert cells(acts[ACT_360])["text_known"] == ("partial", "none")


def test_another_name_for_the_same_bytes_is_no_change(make: Builder, base: Path) -> None:
    def swap(raw: Path) -> None:
        (raw / ORDER_580).rename(raw / "z")
        (raw / ORDER_309).rename(raw / ORDER_580)
        (raw / "z").rename(raw / ORDER_309)

    report = compare(base, make(swap))
    assert not report.differs
    assert sum(one.renamed for one in report.documents) == 2


def test_a_second_copy_is_no_other_document(make: Builder, base: Path) -> None:
    report = compare(base, make(lambda raw: (raw / COPY).write_bytes((raw / ORDER_309).read_bytes())))
    assert {one.view for one in report.differences} == {"v_sources", "v_findings"}
    assert {one.cause for one in report.differences} == {f"{COPY} is another copy of a document that both builds hold"}


def test_a_catalog_fact_and_what_follows_from_it(make: Builder, base: Path) -> None:
    fact = '[[acts]]\nkind = "order"\nnumber = "580-нқ"\nadopted_on = 2025-10-24\n\n[[acts.facts]]\nname = "published_on"\nvalue = 2025-12-01\nsource = "made up"\n'

    def state(raw: Path) -> None:
        catalog = raw / "catalog.toml"
        catalog.write_text(catalog.read_text(encoding="utf-8") + "\n" + fact, encoding="utf-8")

    report = compare(base, make(state))
    assert sections(report) == {Section.CATALOG}
    (stated,) = told(report, "act_facts")
    assert (stated.kind, cells(stated)["value"]) == (Kind.ADDED, (None, "2025-12-01"))
    (act,) = told(report, "v_acts")
    # Ten calendar days after the day of first publication: the eleventh day after it.
    assert cells(act)["published_on"] == (None, "2025-12-01")
    assert cells(act)["in_force_from"][1] == "2025-12-12"
    assert all(cells(one)["valid_from"][1] == "2025-12-12" for one in told(report, "v_duties"))


def test_an_act_that_only_the_catalog_lists(make: Builder, base: Path) -> None:
    def listed(raw: Path) -> None:
        catalog = raw / "catalog.toml"
        act = '\n[[acts]]\nkind = "order"\nnumber = "777"\nadopted_on = 2020-01-01\n'
        catalog.write_text(catalog.read_text(encoding="utf-8") + act, encoding="utf-8")

    found = compare(base, make(listed)).differences
    assert {one.view for one in found} == {"v_acts", "v_search"}  # the act, and its number to be searched for
    assert {(one.kind, one.section) for one in found} == {(Kind.ADDED, Section.CATALOG)}


PARSER = (
    (f"UPDATE items SET text = text || '!' WHERE act_uri = '{ACT_580}' AND eid = '{DUTY}'", 1),
    (f"DELETE FROM items WHERE act_uri = '{ACT_580}' AND eid = 'att_1__point_4__item_5'", 1),
)


def test_the_same_document_read_differently_is_a_parser_change(base: Path, edited: Editor) -> None:
    report = compare(base, edited(base, *PARSER))
    assert sections(report) == {Section.PARSER}
    assert Counter((one.view, one.kind) for one in report.differences) == {
        ("v_duties", Kind.CHANGED): 1,
        ("v_duties", Kind.REMOVED): 1,
    }
    assert not report.schema


def test_law_and_parser_are_kept_apart(with_order_400: Path, base: Path, edited: Editor) -> None:
    report = compare(base, edited(with_order_400, *PARSER))
    assert Counter(one.kind for one in told(report, "v_duties", Section.PARSER)) == {Kind.CHANGED: 1, Kind.REMOVED: 1}
    assert not told(report, "v_duties", Section.LEGAL)
    # Order 580 is read differently and amended: why its wording ends cannot be told from the databases.
    ended = [one for one in told(report, "v_requirements") if one.kind is Kind.CHANGED]
    assert [one.section for one in ended] == [Section.UNCERTAIN]
    assert ended[0].cause == "it may be a document that differs or the parser"
    assert {one.section for one in told(report, "v_amendments")} == {Section.LEGAL}


def test_a_computed_column_that_differs_where_nothing_reaches_is_doubted_everywhere(
    with_order_400: Path, base: Path, edited: Editor
) -> None:
    # Order 400 amends 580 alone; the order 309 is linked to neither.
    moved = "UPDATE provisions SET valid_to = '2030-01-01' WHERE act_uri LIKE '%/309' AND eid = 'point_1'"
    report = compare(base, edited(with_order_400, (moved, 1)))
    found = {dict(one.key)["eid"]: one for one in told(report, "v_provisions") if one.kind is Kind.CHANGED}
    assert found["point_1"].section is Section.UNCERTAIN
    assert "no link leads" in found["point_1"].cause
    assert found["att_1__point_12"].section is Section.UNCERTAIN
    assert "may be the parser" in found["att_1__point_12"].cause
    assert [one.section for one in told(report, "v_requirements") if one.kind is Kind.CHANGED] == [Section.LEGAL]


def test_the_same_words_at_the_same_place_are_the_same_row(base: Path, edited: Editor) -> None:
    moved = "UPDATE citations SET eid = 'point_9', item_kind = 'heading' WHERE citation_id = (SELECT max(citation_id) FROM citations WHERE act_uri LIKE '%/580-нқ' AND item_kind = 'knowledge')"
    (found,) = compare(base, edited(base, (moved, 1))).differences
    assert (found.kind, found.section) == (Kind.CHANGED, Section.PARSER)
    assert {column: new for column, (_, new) in cells(found).items()} == {"eid": "point_9", "item_kind": "heading"}


def without_numbers(parse: Any) -> Any:
    """A parser that no longer knows any length of service."""

    def parsed(source: SourceText) -> ParsedDocument:
        read: ParsedDocument = parse(source)
        items = tuple(
            replace(item, alternatives=tuple(replace(way, min_years=None) for way in item.alternatives))
            for item in read.body.items
        )
        return replace(read, body=replace(read.body, items=items))

    return parsed


def years(report: Report) -> Sequence[Difference]:
    return told(report, "v_requirement_alternatives")


def test_another_grammar_is_a_parser_change(make: Builder, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "parse_document", without_numbers(document.parse_document))
    report = compare(base, make())
    assert years(report)
    assert sections(report) == {Section.PARSER}
    assert all(set(cells(one)) == {"min_years"} and cells(one)["min_years"][1] is None for one in years(report))


def test_in_a_replaced_text_only_its_own_lines_are_sure(
    make: Builder, base: Path, monkeypatch: pytest.MonkeyPatch, edited: Editor
) -> None:
    monkeypatch.setattr(document, "parse_document", without_numbers(document.parse_document))
    report = compare(base, make(five_years))
    # Order 309 stands in both builds; its own items are read as before, so that nothing proves a new parser.
    by_eid = {dict(one.key)["eid"]: one.section for one in years(report)}
    assert by_eid.pop("att_1__point_12__item_1") is Section.LEGAL
    assert set(by_eid.values()) == {Section.LEGAL}
    # As soon as a document that is the same is read differently, the rows of untouched lines are in doubt.
    proof = ("UPDATE provisions SET text = text || '!' WHERE act_uri LIKE '%/309' AND eid = 'point_1'", 1)
    by_eid = {dict(one.key)["eid"]: one.section for one in years(compare(base, edited(make(five_years), proof)))}
    assert by_eid.pop("att_1__point_12__item_1") is Section.LEGAL
    assert set(by_eid.values()) == {Section.UNCERTAIN}


def test_without_a_common_document_nothing_elsewhere_is_sure(make: Builder) -> None:
    alone = make(lambda raw: (raw / ORDER_309).unlink())

    def longer(raw: Path) -> None:
        (raw / ORDER_309).unlink()
        one_duty_more(raw)

    duties = told(compare(alone, make(longer)), "v_duties")
    assert Counter((one.kind, one.section) for one in duties) == {
        (Kind.ADDED, Section.LEGAL): 1,
        (Kind.RENUMBERED, Section.UNCERTAIN): 21,
    }


def test_shapes_are_compared_and_the_rest_is_still_told(base: Path, with_five_years: Path, edited: Editor) -> None:
    old = edited(
        base,
        ("DROP VIEW v_lineage", -1),
        ("UPDATE meta SET schema_version = '0.9'", 1),
        ("DROP VIEW v_standards", -1),
        ("CREATE VIEW v_standards AS SELECT act_uri, code AS name FROM standards", -1),
        ("DROP VIEW v_repairs", -1),
        ("CREATE VIEW v_repairs AS SELECT source_file, char_start, char_end, raw, repaired, rule FROM repairs", -1),
    )
    report = compare(old, with_five_years)
    assert {(one.what, one.name, one.kind) for one in report.schema} == {
        ("schema_version", "schema_version", Kind.CHANGED),
        ("view", "v_lineage", Kind.ADDED),
        ("definition", "v_repairs", Kind.CHANGED),
        ("column", "v_standards.act_uri", Kind.REMOVED),
        *(
            ("column", f"v_standards.{column}", Kind.ADDED)
            for column in ("act_number", "code", "summary", "source_file", "char_start", "char_end")
        ),
    }
    assert "v_lineage" not in {count.view for count in report.counts}
    assert [cells(one) for one in told(report, "v_requirement_matrix")] == [{"min_years": (2, 5)}]


def test_rows_of_a_view_defined_differently_say_so(base: Path, with_order_400: Path, edited: Editor) -> None:
    shouted = (
        ("DROP VIEW v_positions", -1),
        (
            "CREATE VIEW v_positions AS SELECT p.position_id, p.act_uri, a.act_number, p.language, p.section, p.position, p.eid, p.title || '!' AS title, p.position_group, p.valid_from, p.valid_to, p.valid_basis, p.wording_known, p.source_file, p.char_start, p.char_end, p.rule FROM positions p JOIN acts a ON a.act_uri = p.act_uri",
            -1,
        ),
    )
    found = told(compare(base, edited(base, *shouted)), "v_positions")
    assert {(one.section, set(cells(one)) == {"title"}) for one in found} == {(Section.PARSER, True)}
    assert all(one.cause.endswith("the view is defined differently, too") for one in found)
    # That proves nothing of the parser: what order 400 ended, it ended.
    report = compare(base, edited(with_order_400, *shouted))
    assert {one.section for one in told(report, "v_requirements")} == {Section.LEGAL}


def test_new_rows_of_v_changes_are_legal_only_when_a_document_leads_to_them(
    base: Path, with_order_400: Path, edited: Editor
) -> None:
    # The line asked for two years of service; order 400 asks for five, and names fewer fields of study.
    (change,) = told(compare(base, with_order_400), "v_changes")
    assert (change.section, dict(change.key)["eid"]) == (Section.LEGAL, "att_1__point_12__item_1")
    assert "2 → 5" in str(cells(change)["summary"][1])
    # A build of a program that does not fill the view yet: the law did not change in between.
    program = compare(edited(base, ("DELETE FROM changes", None)), base)
    assert {one.section for one in program.differences} == {Section.PARSER}
    assert {one.view for one in program.differences} == {"v_changes"}


def test_a_file_that_one_build_could_not_open(base: Path, edited: Editor) -> None:
    blank = f"UPDATE sources SET sha256 = NULL WHERE source_file = '{ORDER_309}'"
    report = compare(base, edited(base, (blank, 1), ("DELETE FROM amendments", 11)))
    assert {one.section for one in told(report, "v_amendments")} == {Section.UNCERTAIN}
    assert {one.cause for one in told(report, "v_amendments")} == {f"{ORDER_309} could not be opened in one build"}


def test_a_job_with_another_number_is_renumbered_with_all_that_belongs_to_it(make: Builder, base: Path) -> None:
    heading = "4-параграф. Әлеуметтік жұмыскер"
    report = compare(base, make(lambda raw: replaced(raw, ORDER_580, heading, heading.replace("4", "44"))))
    (job,) = told(report, "v_positions")
    assert (job.kind, cells(job)["eid"]) == (Kind.RENUMBERED, ("att_1__sec_2__prg_4", "att_1__sec_2__prg_44"))
    for view in ("v_duties", "v_knowledge", "v_requirements", "v_requirement_alternatives", "v_requirement_matrix"):
        assert told(report, view)
        assert {one.kind for one in told(report, view)} == {Kind.RENUMBERED}, view
        assert {dict(one.key)["language"] for one in told(report, view)} == {"kk"}
    assert Kind.ADDED not in {one.kind for one in told(report, "v_provisions")}


def test_a_duty_of_another_job_is_not_renumbered(make: Builder) -> None:
    """What one job loses and another gains is removed and added, however equal the words."""
    line = "тәуекел топтарымен жұмыс жасау дағдысын жаңа тәсілмен дамытады;"

    def at(place: str) -> Path:
        return make(lambda raw: replaced(raw, ORDER_580, place, f"{line}\n\n      {place}"))

    old = at("Орталықтың саясатын, қызмет стратегиясын")
    new = at("Орталық қызметін дамытуға және жетілдіруге бағытталған")
    duties = told(compare(old, new), "v_duties")
    assert Counter(one.kind for one in duties if line.rstrip(";") in str(cells(one).get("text"))) == {
        Kind.ADDED: 1,
        Kind.REMOVED: 1,
    }


@pytest.mark.parametrize("broken", ["missing", "poem", "foreign", "empty"])
def test_files_that_cannot_be_compared_are_named(base: Path, tmp_path: Path, broken: str) -> None:
    other = tmp_path / f"{broken}.sqlite"
    if broken == "poem":
        other.write_text("roses are red\n" * 100)
    elif broken in ("foreign", "empty"):
        import sqlite3

        with sqlite3.connect(other) as connection:
            connection.execute("CREATE TABLE poems (line TEXT)" if broken == "foreign" else "VACUUM")
    for pair in ((base, other), (other, base)):
        with pytest.raises(BiliktilikError) as failure:
            compare(*pair)
        assert other.name in failure.value.where
        assert "biliktilik build" in failure.value.remedy


def test_amended_is_what_the_fixture_says(make: Builder, with_order_400: Path) -> None:
    assert not compare(make(amended), with_order_400).differs
