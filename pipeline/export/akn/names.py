"""What acts, versions and files are called: FRBR URIs, language codes, file names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

# ISO 639-2, as the naming convention of Akoma Ntoso asks; `und` where nobody says.
_LANGUAGES: Final = {"kk": "kaz", "ru": "rus", "en": "eng"}
_UNDECIDED: Final = "und"

# What one of the usual file systems refuses or what a shell would take apart.
_UNSAFE: Final = re.compile(r"[\x00-\x20\x7f-\x9f<>:\"/\\|?*'`$&;]+")
# A file name may have 255 bytes; a Cyrillic letter takes two, and a decomposing file system four.
_LONGEST_PART: Final = 40
_DIGEST: Final = 8
_PARTS: Final = 3  # kind, date, number

MAIN: Final = "!main"


@dataclass(frozen=True, slots=True)
class FrbrUris:
    """The three URIs of one version in one language; ``component`` names the whole act or one annex."""

    work: str
    expression: str
    manifestation: str
    component: str

    @property
    def this(self) -> tuple[str, str, str]:
        """``FRBRthis`` of work, expression and manifestation."""
        return (
            f"{self.work}/{self.component}",
            f"{self.expression}/{self.component}",
            f"{self.expression}/{self.component}.xml",
        )


def language_code(language: str | None) -> str:
    """The three letters of a language."""
    return _LANGUAGES.get(language or "", _UNDECIDED)


def frbr_uris(act_uri: str, language: str | None, day: str | None, component: str = MAIN) -> FrbrUris:
    """The URIs of a version: ``act_uri`` with language and first day; without a day, the language alone."""
    expression = f"{act_uri}/{language_code(language)}" + (f"@{day}" if day else "")
    return FrbrUris(act_uri, expression, f"{expression}.xml", component)


def portion(act_uri: str, eid: object) -> str:
    """The URI of one unit of a work; of the whole work without an eId."""
    return f"{act_uri}/~{eid}" if eid else act_uri


def country(act_uri: str) -> str:
    """The country of a work URI: ``kz`` in ``/akn/kz/act/…``."""
    return act_uri.split("/")[2]


def file_name(act_uri: str, language: str | None, day: str | None) -> str:
    """Kind, date and number of the act, language and first day: ``order_2012-02-02_31-ө-м_kaz_2012-07-09.xml``.

    Letters stay as they are, composed; what a file system might refuse becomes ``-``. A name that had to be changed
    or cut ends in a digest of the URI, so that two acts never share a file.
    """
    printed = act_uri.split("/")[4:]
    safe = [_safe(part) for part in printed]
    if safe != printed or len(printed) != _PARTS:
        safe.append(sha256(act_uri.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST])
    return "_".join([*safe, language_code(language), *([day] if day else [])]) + ".xml"


def _safe(part: str) -> str:
    return _UNSAFE.sub("-", unicodedata.normalize("NFC", part))[:_LONGEST_PART].strip(" .") or "-"
