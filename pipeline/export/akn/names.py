"""What acts, versions and files are called: FRBR URIs, language codes, file names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.export.file_names import act_stem

# ISO 639-2, as the naming convention of Akoma Ntoso asks; `und` where nobody says.
_LANGUAGES: Final = {"kk": "kaz", "ru": "rus", "en": "eng"}
_UNDECIDED: Final = "und"

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
    """Kind, date and number of the act, language and first day: ``order_2012-02-02_31-ө-м_kaz_2012-07-09.xml``."""
    return "_".join([act_stem(act_uri), language_code(language), *([day] if day else [])]) + ".xml"
