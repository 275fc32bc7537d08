"""The first page and the findings, against the documents of raw/."""

import pytest

from biliktilik.pipeline.messages import LANGUAGES, word
from biliktilik.pipeline.pages.findings import read_findings
from biliktilik.pipeline.pages.home import read_home
from biliktilik.pipeline.pages.question import named_question, read_question, typed_values
from biliktilik.pipeline.store.database import Reader


def test_the_acts_with_text_and_what_they_hold(reader: Reader) -> None:
    listed = {act.number: act for act in read_home(reader).listed}

    assert [act.number for act in read_home(reader).listed] == ["31-ө-м", "360", "125", "309", "580-НҚ"]
    assert (listed["31-ө-м"].positions, listed["31-ө-м"].languages) == (24, ("kk", "ru"))
    assert [language for language, _ in listed["31-ө-м"].titles] == ["kk", "ru"]
    assert (listed["360"].text_known, listed["360"].languages) == ("partial", ())
    assert (listed["125"].cards, listed["125"].positions) == (10, 0)
    assert listed["309"].changes == 11
    assert listed["580-НҚ"].positions == 12


def test_every_kind_of_finding_of_the_documents_has_a_name_in_every_language(reader: Reader) -> None:
    codes = [choice.name for choice in read_findings(reader).codes]

    assert codes
    assert [
        (code, language) for code in codes for language in LANGUAGES if word(language, "finding", code) == code
    ] == []


def test_a_finding_leads_to_the_unit_that_it_speaks_of(reader: Reader) -> None:
    slips = read_findings(reader, code="target_disputed")
    wordings = read_findings(reader, code="unknown_wording", act="125")

    # Order 309 says "point 49" and quotes a text that is numbered 55.
    assert [finding.act_number for finding in slips.shown] == ["309"]
    assert slips.shown[0].act_uri == "/akn/kz/act/order/2025-10-06/309"
    assert slips.shown[0].language == "kk"
    # One note speaks of points 12 to 16.
    assert {f"att_1__point_{point}" for point in range(12, 17)} <= {finding.eid for finding in wordings.shown}


def test_findings_are_counted_before_the_filter_and_after(reader: Reader) -> None:
    everything, warnings = read_findings(reader), read_findings(reader, severity="warning")

    assert everything.matching == everything.total == len(everything.shown)
    assert warnings.total == everything.total
    assert warnings.matching == {choice.name: choice.number for choice in everything.severities}["warning"]
    assert {finding.severity for finding in warnings.shown} == {"warning"}


def test_parameters_are_typed_and_have_defaults() -> None:
    question = named_question("accepts-less-than")

    assert typed_values(question, {}) == {"years": 3, "language": ""}
    assert typed_values(question, {"years": "1.5", "language": "ru", "other": "x"}) == {"years": 1.5, "language": "ru"}
    assert typed_values(question, {"years": " "}) == {"years": 3, "language": ""}
    for printed in ("many", "inf", "nan"):
        with pytest.raises(ValueError, match="years must be a number"):
            typed_values(question, {"years": printed})


def test_null_stays_apart_from_empty_and_zero(reader: Reader) -> None:
    page = read_question(reader, "category-ladder", {"title": "әлеуметтік жұмыс жөніндегі маман", "act": "580-НҚ"})
    years = {row[page.columns.index("category")].text: row[page.columns.index("min_years")] for row in page.rows}

    # "кемінде 3 жыл" for the highest category; "жұмыс өтіліне талап қойылмайды" and the like without one
    assert (years["highest"].text, years["none"].text) == ("3", None)


def test_an_answer_leads_to_the_acts_and_units_that_it_names(reader: Reader) -> None:
    page = read_question(reader, "language-differences", {})
    row = dict(zip(page.columns, page.rows[0], strict=True))
    changes = read_question(reader, "witnesses", {"act": "31-ө-м"})
    change = dict(zip(changes.columns, changes.rows[0], strict=True))

    assert (row["act_number"].act_uri, row["act_number"].unit) == ("/akn/kz/act/order/2012-02-02/31-ө-м", None)
    assert (row["eid"].act_uri, row["eid"].unit) == ("/akn/kz/act/order/2012-02-02/31-ө-м", row["eid"].text)
    assert change["changed_act"].act_uri == "/akn/kz/act/order/2012-02-02/31-ө-м"
    assert change["changing_act"].act_uri is None, "there is no text of № 238"
    assert row["agreement"].act_uri is None
