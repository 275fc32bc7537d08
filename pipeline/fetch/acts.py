"""From what a person names to pages in the raw folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.fetch.address import ActAddress, read_url
from biliktilik.pipeline.fetch.page import ActPage, NoAct, read_page
from biliktilik.pipeline.fetch.portal import Portal
from biliktilik.pipeline.fetch.refusal import BY_HAND, Refusal
from biliktilik.pipeline.fetch.request import Answer
from biliktilik.pipeline.fetch.shelf import plan_page, put_page
from biliktilik.pipeline.fetch.visit import Visit
from biliktilik.pipeline.intake import Receipt, Status

_NAMES: Final = {"kk": "Kazakh", "ru": "Russian", "en": "English"}
_ABSENT: Final = (404, 410)


def texts_of(addresses: Iterable[ActAddress], language: str | None) -> tuple[ActAddress, ...]:
    """The texts to ask for, each once, in the order of the acts; ``language`` is for acts named without one."""
    return tuple(dict.fromkeys(text for address in addresses for text in address.in_languages(language)))


def plan_acts(texts: Sequence[ActAddress], raw: Path, portal: Portal) -> Iterator[Receipt]:
    """What :func:`fetch_acts` would do, without a request: one receipt for each text."""
    for text in texts:
        path, status = plan_page(text, raw)
        yield Receipt(portal.page_of(text), path, status, text.act_id, text.language)


def fetch_acts(texts: Sequence[ActAddress], raw: Path, visit: Visit) -> Iterator[Receipt]:
    """Fetch and store the texts, one by one; one that is refused keeps no other from it."""
    for text in texts:
        url = visit.portal.page_of(text)
        refused = Receipt(url, None, Status.REFUSED, text.act_id, text.language)
        try:
            answer = visit.fetch(url)
            page = _page_of(text, answer, visit.portal)
            path, status = put_page(text, answer.body, page.digest, raw)
        except BiliktilikError as error:
            yield replace(refused, refusal=error)
        else:
            yield replace(refused, path=path, status=status)


def _page_of(text: ActAddress, answer: Answer, portal: Portal) -> ActPage:
    """The act on the page that was asked for. Raises :class:`Refusal` for anything else."""
    if answer.status != 200:
        raise _refused_status(text, answer)
    _check_arrival(text, answer, portal)
    try:
        page = read_page(answer.body)
    except NoAct as error:
        raise Refusal("the page is not stored: it is no act", answer.url, str(error), error.remedy) from error
    if page.language not in (None, text.language):
        raise _other_language(text, answer.url, page.language)
    return page


def _refused_status(text: ActAddress, answer: Answer) -> Refusal:
    if answer.status in _ABSENT:
        why = f"the portal has no page of this act in {_NAMES[text.language or '']} (status {answer.status})"
        remedy = "check the id, with the underscore at its end if there is one; an act may exist in one language only"
        return Refusal("there is no such page", answer.url, why, remedy)
    why = f"the portal answered {answer.status}"
    if answer.status in (401, 403):
        why += ": it does not show this page to this program"
    return Refusal("the page could not be fetched", answer.url, why, BY_HAND)


def _check_arrival(text: ActAddress, answer: Answer, portal: Portal) -> None:
    """After redirects: is this still the page of the act that was asked for?"""
    try:
        arrived = read_url(answer.url, portal.host)
    except BiliktilikError:
        arrived = None
    if arrived is not None and arrived.act_id == text.act_id and arrived.edition == text.edition:
        if arrived.language != text.language:
            raise _other_language(text, answer.url, arrived.language)
        return
    why = f"the portal leads to another page instead of {portal.page_of(text)}"
    raise Refusal("the page is not stored: it is not the one that was asked for", answer.url, why, BY_HAND)


def _other_language(text: ActAddress, url: str, language: str | None) -> Refusal:
    wanted, shown = (_NAMES.get(name or "", "another language") for name in (text.language, language))
    why = f"the portal answers with the text in {shown}, so that it seems to have none in {wanted}"
    return Refusal("there is no such page", url, why, f"ask for the other language alone (--language {language})")
