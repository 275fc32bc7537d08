"""Made-up documents, as a parser would hand them over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from biliktilik.parsers.model import (
    ActReference,
    Alternative,
    BlockKind,
    Body,
    Education,
    Header,
    Item,
    ParsedDocument,
    Position,
    Provision,
    ProvisionKind,
    Segment,
    SegmentKind,
    SourceText,
    Span,
)
from biliktilik.pipeline.reading import RawFile, Reading

ORDER = ActReference("order", "1-Ө", date(2012, 2, 2), "Бұйрық", "Министр", "7442", date(2012, 2, 27))
TEXT = "1. Бас маман.\n\nЖоғары білім;\nкемінде үш жыл.\n"
SPAN = Span(0, 13)

MakeReading = Callable[..., Reading]


@pytest.fixture
def order() -> ActReference:
    return ORDER


def _body(requirements: int = 1, eid: str = "att_1__pos_1", title: str | None = "Бас маман") -> Body:
    block = f"{eid}__requirements"
    alternative = Alternative(
        1, (Education.HIGHER, Education.TVE), ("social",), ("соц",), 3.0, False, None, SPAN, "alt"
    )
    items = tuple(
        Item(BlockKind.REQUIREMENTS, eid, "2", None, block, f"{block}__item_{n}", n, "Жоғары білім", SPAN, "item")
        for n in range(1, requirements + 1)
    )
    items = tuple(replace(item, alternatives=(alternative,)) for item in items)
    provisions = (
        Provision(eid, None, ProvisionKind.POSITION, "1", title, None, 1, SPAN, "pos"),
        Provision(block, eid, ProvisionKind.REQUIREMENTS, None, None, None, 2, SPAN, "block"),
    )
    return Body(provisions, (Position(eid, "2", "10-1", title, None, SPAN, "pos"),), items)


@pytest.fixture
def make_body() -> Callable[..., Body]:
    """A body with one position and a number of requirement items."""
    return _body


@pytest.fixture
def make_reading() -> MakeReading:
    """The reading of a file; the values given replace those of its document."""

    def make(name: str = "a.kk.txt", text: str = TEXT, **values: Any) -> Reading:
        digest = sha256(text.encode()).hexdigest()
        source = SourceText(name, text, digest, "text/plain", "utf-8", "text")
        act = values.pop("act", ORDER)
        whole: dict[str, Any] = {
            "language": "kk",
            "kind": "order",
            "header": Header(act, SPAN, SPAN),
            "body": _body(),
            "segments": (Segment(Span(0, len(text)), SegmentKind.TEXT, "att_1__pos_1", "text"),),
        }
        document = ParsedDocument(source=source, **{**whole, **values})
        return Reading(RawFile(name, Path(name), digest), document, source)

    return make
