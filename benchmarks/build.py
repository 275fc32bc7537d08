"""How long `biliktilik build` of raw/ takes from a ready environment: median of 5, each into an empty folder."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from statistics import median
from timeit import repeat
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
TARGET: Final = 3.0


def build_once() -> None:
    """One build in a process of its own, as `make` starts it."""
    with tempfile.TemporaryDirectory() as folder:
        command: list[str | Path] = [ROOT / ".venv/bin/biliktilik", "build", ROOT / "raw", "-d", f"{folder}/b.sqlite"]
        subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    print(f"biliktilik build: {median(repeat(build_once, number=1, repeat=5)):.3f} s; target {TARGET} s")
