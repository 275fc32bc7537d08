"""The one clock of the program that tells the time of day; nothing that it says reaches a database or a file name."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final


@dataclass(frozen=True, slots=True)
class Clock:
    """``now`` in UTC, ``monotonic`` in seconds from anywhere, and ``sleep`` for seconds."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]


SYSTEM: Final = Clock(lambda: datetime.now(UTC), time.monotonic, time.sleep)
