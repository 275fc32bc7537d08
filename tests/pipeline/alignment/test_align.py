"""Alignments and findings of the real documents, and of made-up ones."""

from dataclasses import replace
from random import Random

from biliktilik.parsers.model import BlockKind, Severity
from biliktilik.pipeline.alignment import align_languages
from biliktilik.pipeline.corpus import Corpus, CorpusFinding, Wording

ORDER = "/akn/kz/act/order/2012-02-02/31-ө-м"
LANGUAGES_DISAGREE = {
    f"item {item} of att_1__sec_3__pos_{position}__requirements: the languages differ on length of service: {readings}"
    for position in (2, 5)
    for item, readings in (
        (5, "kk 3 years, ru 4 years"),
        (6, "kk 2 years, ru 3 years"),
        (7, "kk 1 year, ru 2 years"),
        (8, "kk no experience required, ru 1 year"),
    )
}
ONE_SIDE_ONLY = {
    ("duties", "2_12", "", "7"),
    ("knowledge", "2_1", "", "3"),
    ("knowledge", "2_6", "", "2"),
    ("knowledge", "2_9", "", "5"),
    ("knowledge", "2_9", "", "13"),
    ("knowledge", "2_10", "", "7"),
    ("knowledge", "2_11", "", "4"),
    ("knowledge", "3_1", "2", ""),
    ("knowledge", "3_1", "3", ""),
}


def found(corpus: Corpus, code: str) -> list[CorpusFinding]:
    return [finding for finding in corpus.findings if finding.code == code]


def short(eid: str) -> str:
    _, section, position, _ = eid.split("__")
    return f"{section.removeprefix('sec_')}_{position.removeprefix('pos_')}"


def joined(ordinals: tuple[int, ...]) -> str:
    return ",".join(map(str, ordinals))


def test_lengths_of_service_that_the_two_texts_state_differently(corpus: Corpus) -> None:
    """Read off all 89 requirement lines in both languages: positions 3.2 and 3.5, middle level, and no other."""
    findings = [one for one in found(corpus, "languages_disagree") if "length of service" in one.message]
    assert {one.message.partition(" (")[0] for one in findings} == LANGUAGES_DISAGREE
    differ = {
        (short(one.eid), joined(one.kk_ordinals)) for one in corpus.alignments if one.agreement == "numbers_differ"
    }
    assert differ == {(f"3_{position}", str(item)) for position in (2, 5) for item in (5, 6, 7, 8)}


def test_disagreements_lead_to_both_places(corpus: Corpus) -> None:
    texts = {source.file.source_file: source.text for source in corpus.sources}
    for one in found(corpus, "languages_disagree"):
        assert (one.act_uri, one.severity) == (ORDER, Severity.WARNING)
        kk, span = texts[one.source_file or ""], one.span
        assert kk is not None
        assert span is not None
        assert "санат" in kk.text[span.start : span.end]
        line = one.message.rpartition("(line ")[2].removesuffix(" of the ru text)")
        ru = next(text for name, text in texts.items() if text and name.endswith("31-ө-м.ru.txt"))
        assert "категории" in ru.text.split("\n")[int(line) - 1]


def test_service_that_only_one_text_counts(corpus: Corpus) -> None:
    """Positions 3.2, 3.5: the rank is missing in Russian; 3.8: the rank (higher) or one of two systems (middle)."""
    lines = {
        tuple(one.message.split(" of ")[:2])
        for one in found(corpus, "languages_disagree")
        if "the service that counts" in one.message
    }
    places = {(item.removeprefix("item "), short(rest.partition(":")[0])) for item, rest in lines}
    assert places == {
        *((item, position) for position in ("3_2", "3_5") for item in "567"),
        *((item, "3_8") for item in "12367"),
    }


def test_what_only_one_language_says(corpus: Corpus) -> None:
    alone = {
        (one.item_kind, short(one.eid), joined(one.kk_ordinals), joined(one.ru_ordinals))
        for one in corpus.alignments
        if one.agreement == "one_side_only"
    }
    assert alone == ONE_SIDE_ONLY
    assert len(found(corpus, "one_side_only")) == len(alone)
    assert {one.severity for one in found(corpus, "one_side_only")} == {Severity.INFO}


def test_lists_that_name_other_acts_are_not_said_to_agree(corpus: Corpus) -> None:
    unsure = {short(one.eid) for one in corpus.alignments if one.agreement == "unsure" and one.item_kind == "knowledge"}
    assert unsure == {"2_3", "2_7", "2_8", "2_9", "2_10", "2_11"}
    assert len(found(corpus, "cited_acts_differ")) == len(unsure)


def test_scores(corpus: Corpus) -> None:
    for one in corpus.alignments:
        assert (one.score is None) == (one.agreement == "one_side_only")
        assert one.score is None or 0 <= one.score <= 1


def test_the_order_of_the_input_does_not_matter(corpus: Corpus) -> None:
    expected = align_languages(corpus.wordings, corpus.citations, corpus.sources)
    for seed in (1, 2):
        chance = Random(seed)
        wordings, citations, sources = list(corpus.wordings), list(corpus.citations), list(corpus.sources)
        for parts in (wordings, citations, sources):
            chance.shuffle(parts)
        assert align_languages(wordings, citations, sources) == expected


def only(corpus: Corpus, language: str, texts: list[str], valid_from: str | None = None) -> Wording:
    """One block of duties with these texts, in place of a whole wording."""
    whole = next(one for one in corpus.wordings if one.act_uri == ORDER and one.language == language and one.body.items)
    items = [item for item in whole.body.items if item.block is BlockKind.DUTIES][: len(texts)]
    made = tuple(replace(item, text=text) for item, text in zip(items, texts, strict=True))
    return replace(whole, body=replace(whole.body, items=made), valid_from=valid_from)


def test_a_pair_that_hardly_shares_a_word_is_unsure(corpus: Corpus) -> None:
    kk = only(corpus, "kk", ["Ұйымның құрылымын, штаттық кестені, жоспарды, бағдарламаны айқындайды"])
    ru = only(corpus, "ru", ["Определяет порядок закупок оборудования, программу и место занятий"])
    aligned = align_languages([kk, ru], [], corpus.sources)
    assert [(one.agreement, one.kk_ordinals, one.ru_ordinals) for one in aligned.alignments] == [("unsure", (1,), (1,))]
    (finding,) = aligned.findings
    assert (finding.code, finding.severity) == ("alignment_unsure", Severity.INFO)


def test_a_block_is_compared_as_it_reads_last(corpus: Corpus) -> None:
    old = only(corpus, "kk", ["Есепке алу құжаттамасын жүргізеді"], "2012-07-09")
    new = only(corpus, "kk", ["Мемлекеттік әлеуметтік тапсырысты қалыптастырады"], "2014-11-30")
    ru = only(corpus, "ru", ["Формирует государственный социальный заказ"], "2014-11-30")
    for wordings in ([old, new, ru], [new, ru, old]):
        (one,) = align_languages(wordings, [], []).alignments
        assert one.agreement == "agree"


def test_one_language_alone_gives_nothing(corpus: Corpus) -> None:
    aligned = align_languages([only(corpus, "kk", ["Есепке алу құжаттамасын жүргізеді"])], [], [])
    assert (aligned.alignments, aligned.findings) == ((), ())
