"""How much time and memory one document may take; the environment may say otherwise."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError, ExitCode

# The longest order known takes half a second; a document that takes minutes was made to take them.
SECONDS: Final = 60.0
# Of address space on top of what the program itself has mapped; the longest order known takes under 200.
MEGABYTES: Final = 1_536
SECONDS_VARIABLE: Final = "BILIKTILIK_DOCUMENT_SECONDS"
MEGABYTES_VARIABLE: Final = "BILIKTILIK_DOCUMENT_MEGABYTES"


@dataclass(frozen=True, slots=True)
class Limits:
    """Wall-clock ``seconds`` and ``megabytes`` of memory for one document."""

    seconds: float = SECONDS
    megabytes: float = MEGABYTES


def limits_in_force() -> Limits:
    """The limits, as the environment sets them. Raises ``BiliktilikError`` for a value that is no positive number."""
    return Limits(_number(SECONDS_VARIABLE, SECONDS), _number(MEGABYTES_VARIABLE, MEGABYTES))


def _number(variable: str, otherwise: float) -> float:
    printed = os.environ.get(variable, "").strip()
    if not printed:
        return otherwise
    try:
        value = float(printed)
    except ValueError:
        value = 0.0
    if value > 0 and math.isfinite(value):
        return value
    raise BiliktilikError(
        what="a limit is wrong",
        where=f"environment variable {variable}",
        why=f"{printed!r} is no positive number",
        remedy="set a number, or unset the variable",
        exit_code=ExitCode.USAGE,
    )
