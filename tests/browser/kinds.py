"""The kinds of pages, each with an address in the explorer of the documents in raw/."""

from __future__ import annotations

ORDER_2012 = "/akn/kz/act/order/2012-02-02/31-ө-м"
ORDER_2025 = "/akn/kz/act/order/2025-10-24/580-нқ"
STANDARD = "/akn/kz/act/order/2024-04-30/125"
AMENDING = "/akn/kz/act/order/2025-10-06/309"
CONSTITUTION = "/akn/kz/act/constitution/1995-08-30/-~конституция"
# The head of a structural unit: position 2.11 of the order of 2012 and its successor of 2025.
HEAD_OF_UNIT = f"/compare?a={ORDER_2012}&a_eid=att_1__sec_2__pos_11&b={ORDER_2025}&b_eid=att_1__sec_2__prg_3"

KINDS = {
    "home": "/?",
    "act": f"/act{ORDER_2025}?",
    "amending act": f"/act{AMENDING}?",
    "position": f"/position{ORDER_2012}/att_1__sec_2__pos_11?",
    "position in one language": f"/position{ORDER_2025}/att_1__sec_2__prg_4?",
    "card": f"/card{STANDARD}/att_1__point_13?",
    "cited": f"/cited{CONSTITUTION}?",
    "compare, empty": "/compare?",
    "compare": f"{HEAD_OF_UNIT}&",
    "findings": "/findings?severity=warning&",
    "questions": "/questions?",
    "question": "/question/category-ladder?",
    "search, empty": "/search?",
    "search": "/search?q=қызмет&",
    "search, nothing found": "/search?q=zzzz&",
    "error": "/nowhere?",
}


def address(kind: str, language: str) -> tuple[str, int]:
    """The path of a kind of page in a language of the interface, and the status of its answer."""
    return f"{KINDS[kind]}lang={language}", 404 if kind == "error" else 200
