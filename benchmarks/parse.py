"""How long the texts in raw/ take to parse, on one core: median of 7. Reading the files is not counted."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from timeit import repeat
from typing import Final

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.readers import read_source

RAW: Final = Path(__file__).resolve().parents[1] / "raw"
TARGET: Final = 0.35


def main() -> None:
    """Measure each text, then all of them in one go."""
    sources = [read_source(path, path.name) for path in sorted(RAW.glob("*.txt"))]
    for source in sources:
        alone = median(repeat("parse_document(source)", number=1, repeat=7, globals={**globals(), "source": source}))
        print(f"  {alone:.3f} s  {source.source_file}")
    megabytes = sum(len(source.text.encode()) for source in sources) / 1e6
    seconds = median(repeat(lambda: [parse_document(source) for source in sources], number=1, repeat=7))
    print(f"parse of all texts: {seconds:.3f} s, {megabytes / seconds:.2f} MB/s; target {TARGET} s for 0.70 MB")


if __name__ == "__main__":
    main()
