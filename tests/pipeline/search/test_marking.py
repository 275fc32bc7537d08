"""Excerpts are the text as printed, with the words that were looked for marked."""

from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.search.marking import excerpt
from biliktilik.pipeline.search.terms import read_terms

LONG = "Бірінші сөйлем туралы. " * 30 + "Қызметкерлердің, міндеттері осында. " + "Соңғы сөйлем. " * 30
WORDS = st.lists(
    st.sampled_from(["Қызметкер", "қызметтің", "бала", "үйде", "кейс-менеджер", "и", ",", "(1)"]), max_size=90
)


def test_words_are_marked_as_printed() -> None:
    pieces = excerpt("Социальный работник, работники.", "ru", read_terms("РАБОТНИКА"), 240)
    assert pieces == (("Социальный ", False), ("работник", True), (", ", False), ("работники", True), (".", False))


def test_a_phrase_is_marked_as_one_and_only_where_it_stands() -> None:
    pieces = excerpt("работник социальный, социальный работник", "ru", read_terms('"социального работника"'), 240)
    assert [text for text, marked in pieces if marked] == ["социальный работник"]


def test_a_long_text_is_cut_around_what_was_found() -> None:
    pieces = excerpt(LONG, "kk", read_terms("қызметкер"), 120)
    assert (pieces[0], pieces[-1]) == (("…", False), ("…", False))
    assert ("Қызметкерлердің", True) in pieces
    assert sum(len(text) for text, _ in pieces) < 160


def test_a_text_that_does_not_show_the_words_is_shown_from_its_beginning() -> None:
    pieces = excerpt(LONG, "kk", read_terms("360"), 120)
    assert pieces[0][0].startswith("Бірінші")
    assert pieces[-1] == ("…", False)


@given(words=WORDS, typed=st.sampled_from(["қызметкер", "үй", '"бала үйде"', "кейс-менеджерге", "қыз*", "1"]))
def test_the_pieces_are_a_stretch_of_the_text(words: list[str], typed: str) -> None:
    text = " ".join(words)
    terms = read_terms(typed)
    pieces = excerpt(text, "kk", terms, 80)
    joined = "".join(piece for piece, _ in pieces)
    assert joined.strip("…") in text
    assert all(piece for piece, _ in pieces)
    whole = excerpt(text, "kk", terms, 10_000)
    assert "".join(piece for piece, _ in whole) == text
    assert any(marked for _, marked in pieces) == any(marked for _, marked in whole)
