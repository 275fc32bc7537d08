"""Names of acts: one URI per act, made of what a text states of it."""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Final

from biliktilik.parsers.text.letters import one_script

_ADILET_PATH: Final = re.compile(r"(?:\A|/docs/)(?P<id>[A-Z]\d{9}[\d_])(?=[/?]|\Z)", re.ASCII)
_NOT_WORD: Final = re.compile(r"[\W_]+")


def act_uri(kind: str | None, adopted_on: date | None, number: str | None, title: str | None) -> str:
    """The FRBR work URI of an act: ``/akn/kz/act/{kind}/{adopted_on}/{number}``.

    The number is lower-cased, blanks in it become hyphens. A missing part is ``-``. Number and day together name an
    act; where either is missing, the folded title is added as ``~slug``, so that acts without a number stay apart.
    Raises ``ValueError`` when neither number nor title is given: nothing then tells the act from others.
    """
    folded = fold_number(number)
    slug = fold_title(title)
    if not folded and not slug:
        raise ValueError("an act needs a number or a title to be named")
    day = adopted_on.isoformat() if adopted_on else "-"
    tail = folded or "-"
    if slug and not (folded and adopted_on):
        tail += f"~{slug}"
    return f"/akn/kz/act/{(kind or '-').lower()}/{day}/{tail}"


def fold_number(number: str | None) -> str | None:
    """The number of an act as it is compared: lower case, blanks as hyphens, plain hyphens; None for a blank one."""
    if number is None:
        return None
    plain = re.sub("[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFC", number))
    return re.sub(r"\s+", "-", plain.strip().lower()) or None


def split_target(target: str) -> tuple[str | None, str | None]:
    """``(adilet identifier, anchor)`` of a link's target; each None where the target has none.

    The identifier is a letter for the kind, then ten digits (year and registration number), or nine digits and the
    trailing underscore of the old form, which belongs to it.
    """
    path, _, anchor = target.partition("#")
    named = _ADILET_PATH.search(path)
    return named["id"] if named else None, anchor.strip() or None


@lru_cache(maxsize=4096)
def fold_title(title: str | None) -> str | None:
    """The title of an act as it is compared: lower case, letters and digits only, words joined by hyphens.

    Latin letters inside a Cyrillic word become the Cyrillic letters that look like them. None for a blank title.
    """
    if title is None:
        return None
    words = _NOT_WORD.split(unicodedata.normalize("NFKC", title).lower())
    return "-".join(one_script(word) for word in words if word) or None
