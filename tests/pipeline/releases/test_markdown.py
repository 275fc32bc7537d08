"""The report as a person reads it."""

from pathlib import Path

from biliktilik.pipeline.releases import compare_releases
from biliktilik.pipeline.releases.difference import Build, Cell, Difference, Kind, Report, Section, ViewCount
from biliktilik.pipeline.releases.markdown import escape, write_markdown

EMPTY = Report(Build("a", "1.0", 1), Build("b", "1.0", 1), (), (), (), ())


def change(number: int, summary: str = "s", weight: int = 1, section: Section = Section.LEGAL) -> Difference:
    cells = (Cell("summary", None, summary), Cell("weight", None, weight))
    return Difference(section, "v_changes", Kind.ADDED, (("eid", f"point_{number}"),), cells, "why")


def report(*found: Difference) -> Report:
    return Report(EMPTY.old, EMPTY.new, (), (ViewCount("v_changes", added=len(found)),), found, ())


def section(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_nothing_differs_is_said_in_words(base: Path) -> None:
    text = write_markdown(compare_releases(str(base), str(base)), 20)
    assert text.endswith("\nNothing differs.\n")


def test_sentences_of_legal_changes_come_first_and_the_weightiest_before_others() -> None:
    legal = section(write_markdown(report(change(1, "small", 1), change(2, "great", 9)), 20), "Legal changes")
    assert legal.index("- great") < legal.index("- small") < legal.index("### `v_changes`")
    assert legal.count("great") == 1


def test_sentences_that_the_parser_made_stay_in_its_section() -> None:
    text = write_markdown(report(change(1, "words", section=Section.PARSER)), 20)
    assert "words" not in section(text, "Legal changes")
    assert "words" in section(text, "Parser changes")


def test_what_the_limit_cuts_off_is_counted() -> None:
    rows = [change(number, section=Section.PARSER) for number in range(7)]
    listed = section(write_markdown(report(*rows), 3), "Parser changes")
    assert listed.count("- **added**") == 3
    assert "… and 4 more" in listed
    assert "… and" not in section(write_markdown(report(*rows), 7), "Parser changes")


def test_new_words_are_listed_before_mere_numbers(base: Path, with_duty: Path) -> None:
    text = write_markdown(compare_releases(str(base), str(with_duty)), 1)
    duties = text.split("### `v_duties`", 1)[1].split("###", 1)[0]
    assert "жаңа ақпараттық жүйені енгізеді" in duties
    assert "… and 21 more" in duties


def test_long_values_are_shown_around_their_difference() -> None:
    cell = Cell("text", "а" * 300 + "б" + "в" * 300, "а" * 300 + "г" + "в" * 300)
    found = Difference(Section.PARSER, "v_duties", Kind.CHANGED, (("eid", "x"),), (cell,), "why")
    shown = section(write_markdown(report(found), 20), "Parser changes")
    assert "…" + "а" * 40 + "б" + "в" * 119 + "…» → «…" + "а" * 40 + "г" in shown


def test_null_and_empty_text_are_told_apart() -> None:
    cells = (Cell("title", None, ""), Cell("heading", "", None))
    found = Difference(Section.PARSER, "v_duties", Kind.CHANGED, (("eid", "x"),), cells, "why")
    assert "`title` (none) → «»; `heading` «» → (none)" in write_markdown(report(found), 20)


def test_a_law_cannot_write_markdown() -> None:
    assert escape("a|b *c* <script> [d](e)\n# f `g`") == r"a\|b \*c\* \<script\> \[d\](e) \# f \`g\`"
    text = write_markdown(report(change(1, "<script>alert(1)</script>")), 20)
    assert "<script>" not in text
