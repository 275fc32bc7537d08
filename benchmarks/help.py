"""How long `biliktilik --help` takes: median of 7."""

from __future__ import annotations

import subprocess
from pathlib import Path
from statistics import median
from timeit import repeat
from typing import Final

COMMAND: Final = Path(__file__).resolve().parents[1] / ".venv/bin/biliktilik"
TARGET: Final = 0.2


def help_once() -> None:
    """One call in a process of its own."""
    subprocess.run([COMMAND, "--help"], check=True, capture_output=True)


if __name__ == "__main__":
    print(f"biliktilik --help: {median(repeat(help_once, number=1, repeat=7)):.3f} s; target {TARGET} s")
