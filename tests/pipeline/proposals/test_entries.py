"""Proposed entries: they can be pasted as they are, and the findings that led to them are gone then."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from biliktilik.parsers import grammar as grammar_module
from biliktilik.parsers.citations import tokens
from biliktilik.parsers.document import parse_document
from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.model import ParsedDocument
from biliktilik.parsers.readers import read_source
from biliktilik.pipeline.cli.application import application
from biliktilik.pipeline.proposals.entries import propose

ROOT = Path(__file__).parents[3]
FORMS = ROOT / "tests" / "cases" / "forms"
ORDERS = ROOT / "tests" / "cases" / "instructions" / "orders"
ARCHIVIST = """ Об архивах
Приказ Министра культуры Республики Казахстан от 1 марта 2020 года № 11
      ПРИКАЗЫВАЮ:

 Параграф 1. Архивист

      1. Должностные обязанности: хранит документы.

      2. Обязан знать: порядок описи; правила хранения.
"""

Paste = Callable[[str, str], None]


@pytest.fixture
def paste(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Paste]:
    """Put text at the end of the grammar of a language, in a copy of its files that the parsers read from then on."""
    copied = tmp_path / "grammar"
    shutil.copytree(ROOT / "parsers" / "grammar", copied)

    def renew() -> None:
        for cached in (grammar_module.grammar_for, grammar_module._load, tokens._scanner, tokens.anchor):
            cached.cache_clear()

    def pasted(language: str, text: str) -> None:
        with (copied / f"{language}.toml").open("a", encoding="utf-8") as file:
            file.write("\n" + text)
        renew()

    monkeypatch.setattr(grammar_module, "files", lambda _package: copied)
    renew()
    yield pasted
    monkeypatch.undo()
    renew()


def parsed(path: Path) -> ParsedDocument:
    return parse_document(read_source(path, path.name))


def proposal(path: Path) -> str:
    document = parsed(path)
    return propose(document, grammar_for(document.language))


def codes(document: ParsedDocument, *wanted: str) -> list[str]:
    return [finding.code for finding in document.findings if finding.code in wanted]


def form(name: str) -> Path:
    return FORMS / name / "document.txt"


def test_a_field_of_education(paste: Paste) -> None:
    path = form("culture.ru")
    assert codes(parsed(path), "unknown_field") == ["unknown_field"] * 2
    text = proposal(path)
    [rule] = tomllib.loads(text)["rule"]
    assert (rule["role"], rule["value"]) == ("field", "библиотечное")
    assert "# 2 times, first in line 53" in text
    paste("ru", text)
    assert codes(parsed(path), "unknown_field") == []
    assert "0 places" in proposal(path)


def test_a_category_whose_meaning_its_words_tell(paste: Paste) -> None:
    path = form("health.kk")
    text = proposal(path)
    rules = tomllib.loads(text)["rule"]
    assert [(rule["role"], rule["value"]) for rule in rules] == [("category", "first"), ("category", "highest")]
    paste("kk", text)
    document = parsed(path)
    categories = {item.text.partition(":")[0]: item.category for item in document.body.items if item.alternatives}
    assert categories["жоғары біліктілік санатты дәрігер"] == "highest"
    assert categories["бірінші біліктілік санатты дәрігер"] == "first"
    assert codes(document, "unknown_category") == ["unknown_category"]  # the resident is of no category of the list


def test_a_category_that_is_in_no_list_is_shown_as_a_comment_only() -> None:
    text = proposal(form("education.ru"))
    assert all(rule["role"] == "field" for rule in tomllib.loads(text)["rule"])
    commented = "\n".join(line[2:] for line in text.splitlines() if line.startswith("# ") and " = " in line)
    assert re.findall(r'^value = "TODO"$', commented, flags=re.MULTILINE)
    assert "[Пп]едагог-мастер" in commented


def test_the_label_of_a_block(paste: Paste, tmp_path: Path) -> None:
    path = tmp_path / "archivist.txt"
    path.write_text(ARCHIVIST, encoding="utf-8")
    assert codes(parsed(path), "unknown_label") == ["unknown_label"]
    paste("ru", proposal(path))
    document = parsed(path)
    assert codes(document, "unknown_label") == []
    assert [item.text for item in document.body.items if item.block == "knowledge"] == [
        "порядок описи",
        "правила хранения",
    ]


def test_the_verb_of_an_instruction(paste: Paste) -> None:
    path = ORDERS / "near_misses.ru.txt"
    before = [f for f in parsed(path).findings if f.code == "instruction_not_read" and "переписать" in f.message]
    assert len(before) == 1
    text = proposal(path)
    [rule] = tomllib.loads(text)["rule"]
    assert (rule["role"], rule["value"]) == ("amend.verb", "replace")
    paste("ru", text)
    document = parsed(path)
    assert not [f for f in document.findings if f.code == "instruction_not_read" and "переписать" in f.message]
    assert "att_1__point_6" in {amendment.target_eid for amendment in document.amendments}


@pytest.mark.parametrize("path", [*sorted(FORMS.glob("*/document.txt")), *sorted(ORDERS.glob("*.txt"))], ids=str)
def test_every_entry_would_pass_the_tests_of_the_grammar(path: Path) -> None:
    text = proposal(path)
    uncommented = "\n".join(
        line.removeprefix("# ")
        if re.match(r"# (?:\[\[rule]]|(?:id|role|value|pattern|example|near_miss) = )", line)
        else line
        for line in text.splitlines()
    )
    known = {rule.id for rule in grammar_module.all_rules()}
    for rule in tomllib.loads(uncommented).get("rule", []):
        search = rule["role"].startswith("amend.")
        fits = re.compile(rule["pattern"]).search if search else re.compile(rule["pattern"]).match
        assert fits(rule["example"]), rule
        assert not fits(rule["near_miss"]), rule
        assert rule["id"] not in known
    assert text == proposal(path)


def test_what_no_entry_can_be_proposed_for_is_told_all_the_same() -> None:
    text = proposal(ORDERS / "near_misses.ru.txt")
    assert "# instruction_not_read: 3" in text
    assert "#   line 21: " in text


def test_the_command_prints_it(tmp_path: Path) -> None:
    runner = CliRunner()
    result = runner.invoke(application, ["inspect", "--propose", str(form("culture.ru"))])
    assert result.exit_code == 0
    assert tomllib.loads(result.stdout)["rule"]
    both = runner.invoke(application, ["inspect", "--propose", "--format", "json", str(form("culture.ru"))])
    assert both.exit_code == 2
    nothing = runner.invoke(application, ["inspect", "--propose", str(form("law.ru"))])
    assert tomllib.loads(nothing.stdout) == {}
