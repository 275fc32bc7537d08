"""Why a document of the portal is not taken."""

from __future__ import annotations

from typing import Final

from biliktilik.pipeline.errors import BiliktilikError, ExitCode

BY_HAND: Final = "open the act in a browser, download it as DOCX or PDF or save its page, and add that file"
LATER: Final = "try again later, or download the act in a browser and add the file"


class Refusal(BiliktilikError):
    """One document that is not fetched or not stored; the others are not kept from it."""

    def __init__(self, what: str, where: str, why: str, remedy: str) -> None:
        super().__init__(what, where, why, remedy, ExitCode.SOURCE_UNREADABLE)
