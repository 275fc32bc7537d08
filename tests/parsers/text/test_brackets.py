from __future__ import annotations

from itertools import pairwise

import pytest

from biliktilik.parsers.text.brackets import semicolons_outside, unbalanced


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("заңдарын; негіздерін; нормаларын", ["заңдарын", " негіздерін", " нормаларын"]),
        ('"Бірінші; екінші туралы" заңын; негіздерін', ['"Бірінші; екінші туралы" заңын', " негіздерін"]),
        ("негіздерін (оның ішінде: а; б); тәртібін", ["негіздерін (оның ішінде: а; б)", " тәртібін"]),
        ("негіздерін (ашық қалды; тәртібін; әдістерін", ["негіздерін (ашық қалды", " тәртібін", " әдістерін"]),
        ('"Ашық тырнақша; тәртібін; әдістерін', ['"Ашық тырнақша', " тәртібін", " әдістерін"]),
        ("бір «екі; үш»; төрт", ["бір «екі; үш»", " төрт"]),
    ],
)
def test_semicolons_outside_quotes_and_brackets(text: str, members: list[str]) -> None:
    cuts = [-1, *semicolons_outside(text), len(text)]
    assert [text[a + 1 : b] for a, b in pairwise(cuts)] == members


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('(а) [б] «в» "г"', ()),
        ("жоғары (немесе жоғары оқу орнынан кейінгі білім", ("bracket",)),
        ('кодексін (бұдан әрі - Неке туралы" кодекс)', ("quote",)),
        ("15-тармағы 64) тармақшасына", ()),
        ("осы тармақтың 1) және 2) тармақшаларында", ()),
        (")а(", ("bracket",)),
    ],
)
def test_unbalanced(text: str, faults: tuple[str, ...]) -> None:
    assert unbalanced(text) == faults
