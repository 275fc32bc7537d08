"""How long a search takes in the database of raw/: median of 7 for each of some searches."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from statistics import median
from timeit import repeat
from typing import Final

from biliktilik.pipeline.build import build
from biliktilik.pipeline.search import find
from biliktilik.pipeline.store.database import reading

RAW: Final = Path(__file__).resolve().parents[1] / "raw"
TARGET: Final = 0.05
TYPED: Final = ("социального работника", "әлеум*", "а*", "үй", '"жоғары білім"')


def main() -> None:
    """Search a fresh database."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "raw.sqlite"
        build(RAW, str(database))
        with reading(str(database)) as reader:
            for typed in TYPED:
                seconds = median(repeat(partial(find, reader, typed), number=1, repeat=7))
                print(f"  {seconds:.4f} s  {typed}; target {TARGET} s")


if __name__ == "__main__":
    main()
