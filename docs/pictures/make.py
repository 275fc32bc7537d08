"""The pictures of the README: `make pictures` photographs the explorer of the documents in raw/ with Chromium."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from biliktilik.pipeline.build import build
from tests.browser.chromium import browsing, find_chromium, serving
from tests.browser.kinds import HEAD_OF_UNIT, ORDER_2012

FOLDER: Final = Path(__file__).parent
RAW: Final = FOLDER.parents[1] / "raw"
WIDTH: Final = 1280
MARGIN: Final = 16
TOP: Final = "one => one.getBoundingClientRect().top + scrollY"
BOTTOM: Final = "one => one.getBoundingClientRect().bottom + scrollY"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of the explorer, photographed from the top of one element to the bottom of another."""

    name: str
    path: str
    first: str
    last: str


PICTURES: Final = (
    Picture("home", "/?lang=en", "body", ".timeline"),
    Picture("position", f"/position{ORDER_2012}/att_1__sec_2__pos_11?lang=en", "body", "ol.aligned > li"),
    Picture("compare", f"{HEAD_OF_UNIT}&lang=en", "p.compared", ".redline-side tbody tr"),
)


def main() -> None:
    """Write one PNG for each picture."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("no Chromium on this machine: install the package chromium, and fonts-noto-core for its letters")
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "pictures.sqlite"
        build(RAW, str(database))
        with serving(database) as address, browsing(chromium) as browser:
            page = browser.new_page(viewport={"width": WIDTH, "height": 800})
            for picture in PICTURES:
                page.goto(address + picture.path)
                first = page.locator(picture.first).first.evaluate(TOP)
                last = page.locator(picture.last).first.evaluate(BOTTOM)
                top = max(first - MARGIN, 0)
                page.screenshot(
                    path=FOLDER / f"{picture.name}.png",
                    clip={"x": 0, "y": top, "width": WIDTH, "height": last - top},
                    full_page=True,
                )


if __name__ == "__main__":
    main()
