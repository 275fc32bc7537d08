"""File names out of the names of acts and units: readable, and good on every usual file system."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import Final

# What one of the usual file systems refuses or what a shell would take apart.
_UNSAFE: Final = re.compile(r"[\x00-\x20\x7f-\x9f<>:\"/\\|?*'`$&;]+")
# A file name may have 255 bytes; a Cyrillic letter takes two, and a decomposing file system four.
_LONGEST_PART: Final = 40
_DIGEST: Final = 8
_PARTS: Final = 3  # kind, date, number


def act_stem(act_uri: str) -> str:
    """Kind, date and number of an act: ``order_2012-02-02_31-ө-м``.

    Letters stay as they are, composed; what a file system might refuse becomes ``-``. A name that had to be changed
    or cut ends in a digest of the URI, so that two acts never share one.
    """
    printed = act_uri.split("/")[4:]
    safe = [safe_part(part) for part in printed]
    if safe != printed or len(printed) != _PARTS:
        safe.append(digest(act_uri))
    return "_".join(safe)


def safe_part(part: str) -> str:
    """A part of a file name, of at most 40 characters and at least one."""
    return _UNSAFE.sub("-", unicodedata.normalize("NFC", part))[:_LONGEST_PART].strip(" .") or "-"


def digest(text: str) -> str:
    """Eight characters that tell ``text`` from another."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
