"""What tells one page of the site from another, and the file that holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.export.file_names import act_stem, digest, safe_part

FIRST_PAGE: Final = "index.html"
# A path may have 260 characters where it is the shortest; half of them are for the folders above.
_LONGEST: Final = 110


@dataclass(frozen=True, slots=True)
class Address:
    """A page, whatever the language of its interface: its ``kind`` and what it is about.

    ``act`` is a URI and ``eid`` a unit of it. ``on`` is the ISO day of the text shown, None where the page chooses it.
    Only a comparison has the others: ``act2`` and ``eid2``, or the days ``first`` and ``last`` of one act. ``text`` is
    the language of the legal text, None where the page shows all or has none. ``code`` and ``severity`` are filters of
    the findings.
    """

    kind: str
    act: str | None = None
    eid: str | None = None
    on: str | None = None
    act2: str | None = None
    eid2: str | None = None
    first: str | None = None
    last: str | None = None
    text: str | None = None
    code: str | None = None
    severity: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the name of its file says, in order."""
        of_one, of_other = (self.act, self.eid), (self.act2, self.eid2)
        units = (name for act, eid in (of_one, of_other) for name in (act and act_stem(act), eid and safe_part(eid)))
        others = (self.on, self.first, self.last, self.severity, self.code)
        return (self.kind, *filter(None, units), *(safe_part(name) for name in others if name))


def name_files(addresses: Iterable[Address]) -> dict[Address, str]:
    """A file name for each page, the same in whatever order they come.

    Names that would differ by the case of their letters alone, or that are too long, end in a digest.
    """
    stems = {address: "_".join(address.names) for address in addresses}
    taken = Counter(_ending(stem, address).casefold() for address, stem in stems.items())
    files = {}
    for address, stem in stems.items():
        crowded = taken[_ending(stem, address).casefold()] > 1
        files[address] = _ending(_with_digest(stem, address) if crowded or len(stem) > _LONGEST else stem, address)
    return files


def _ending(stem: str, address: Address) -> str:
    if address.kind == "home":
        return FIRST_PAGE
    return f"{stem}.{address.text}.html" if address.text else f"{stem}.html"


def _with_digest(stem: str, address: Address) -> str:
    return f"{stem[:_LONGEST].rstrip('_ .')}_{digest(repr(address))}"
