"""How long the explorer takes for each of its pages on the documents of raw/: every page by its links, best of 3."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

from biliktilik.pipeline.build import build
from biliktilik.pipeline.explorer.application import make_explorer
from biliktilik.pipeline.explorer.walk import walk

RAW: Final = Path(__file__).resolve().parents[1] / "raw"
TARGET: Final = 0.1
ROUNDS: Final = 3


async def measure(database: Path) -> dict[str, float]:
    """Seconds for each page, the best of some rounds; the first round also warms the caches."""
    explorer = make_explorer(database)
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        async for step in walk(explorer, "kk"):
            best[step.address] = min(step.seconds, best.get(step.address, step.seconds))
    return best


def main() -> None:
    """Print the slowest pages, and how many miss the target."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "pages.sqlite"
        build(RAW, str(database))
        best = asyncio.run(measure(database))
    for address, seconds in sorted(best.items(), key=lambda pair: -pair[1])[:10]:
        print(f"  {seconds * 1000:5.0f} ms  {address}")
    late = sum(seconds > TARGET for seconds in best.values())
    slowest, middle = max(best.values()), median(best.values())
    print(f"pages: {len(best)}, median {middle:.3f} s, slowest {slowest:.3f} s, {late} late; target {TARGET} s")


if __name__ == "__main__":
    main()
