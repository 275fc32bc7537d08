"""axe-core, run inside a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import axe_core_python
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
# Everything folded is unfolded first. No preload: axe would fetch the style sheets, which the pages forbid.
RUN = """async contrast => {
    document.querySelectorAll('details').forEach(one => { one.open = true; });
    const options = {resultTypes: ['violations'], preload: false, rules: {'color-contrast': {enabled: contrast}}};
    return (await axe.run(document, options)).violations.map(
        one => [one.impact, `${one.id} ${one.nodes.length}: ${one.nodes[0].html.slice(0, 200)}`]
    );
}"""


@cache
def _library() -> str:
    return (Path(axe_core_python.__file__).parent / "axe.min.js").read_text("utf-8")


def grave_faults(page: Page, *, contrast: bool = True) -> list[str]:
    """The serious and critical violations: the name of the rule, how often, and the first place."""
    page.evaluate(_library())
    return [what for impact, what in page.evaluate(RUN, contrast) if impact in GRAVE]
