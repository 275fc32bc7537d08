"""Which stretch of a quotation is the new wording of which operation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from biliktilik.parsers.addresses import INDENTS
from biliktilik.parsers.islands import Quotation, QuotedUnit
from biliktilik.parsers.model import Action, Step
from biliktilik.parsers.operations import Operation
from biliktilik.parsers.text.enumerations import LAST

Worded = tuple[Operation, QuotedUnit | None]


def match_wordings(operations: list[Operation], quotation: Quotation) -> list[list[Worded]]:
    """For each operation the operations that it comes to, with their wording; None where it is not quoted.

    ``дополнить пунктами следующего содержания`` comes to one operation for each quoted unit. Several indents take the
    quoted paragraphs in order, and none of them where there are more or fewer.
    """
    spread = [list(_spread(operation, quotation)) for operation in operations]
    count = sum(map(len, spread))
    if count > 1 and all(_is_indent(operation) for operation in operations):
        paragraphs = iter(quotation.paragraphs if len(quotation.paragraphs) == count else [None] * count)
        return [[(operation, next(paragraphs)) for operation in group] for group in spread]
    return [[(operation, _wording(operation, quotation, alone=count == 1)) for operation in group] for group in spread]


def _wording(operation: Operation, quotation: Quotation, *, alone: bool) -> QuotedUnit | None:
    if operation.action is Action.REPLACE_WORDS or not operation.address:
        return quotation.whole if alone else None
    return quotation.unit_for(operation.address, alone=alone)


def _is_indent(operation: Operation) -> bool:
    return bool(operation.address) and operation.address[-1].kind in INDENTS


def _spread(operation: Operation, quotation: Quotation) -> Iterator[Operation]:
    last = operation.address[-1] if operation.address else None
    if last is None or operation.action is not Action.INSERT or last.number not in ("", LAST):
        yield operation
    elif last.kind in INDENTS:
        yield from (operation for _ in quotation.paragraphs)
    else:
        for unit in quotation.of_kind(last.kind):
            yield replace(operation, address=(*operation.address[:-1], Step(last.kind, unit.number or "")))
