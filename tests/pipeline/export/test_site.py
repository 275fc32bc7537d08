"""The pages as files: nothing leads astray or away, every state has its page, and no source becomes markup."""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from biliktilik.pipeline.export.site import write
from biliktilik.pipeline.export.site.address import Address, name_files
from biliktilik.pipeline.export.site.links import FolderLinks
from biliktilik.pipeline.export.site.plan import Plan, States
from biliktilik.pipeline.messages import LANGUAGES
from biliktilik.pipeline.store.database import Reader

OF_2012 = "order_2012-02-02_31-ө-м"
OF_2024 = "order_2024-04-30_125"
OF_2025 = "order_2025-10-24_580-нқ"
ACT = "/akn/kz/act/order/2012-02-02/31-ө-м"
# What Windows refuses in a name, and what would have to be told apart from the rest of an address.
FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


@dataclass(frozen=True)
class Site:
    """A written site."""

    root: Path

    def pages(self) -> Iterator[str]:
        """The paths of all pages, relative to the root."""
        return (path.relative_to(self.root).as_posix() for path in sorted(self.root.rglob("*.html")))

    def tree(self, page: str) -> HtmlElement:
        """A page as a parser reads it."""
        return html.document_fromstring((self.root / page).read_bytes())

    def links(self, page: str) -> list[str]:
        """Where the page leads, as paths relative to the root, decoded."""
        return [target for _, target in self.targets(page)]

    def targets(self, page: str) -> Iterator[tuple[str, str]]:
        """Each address as it is printed, and the path that it means."""
        for _, _, href, _ in self.tree(page).iterlinks():
            if href != "data:,":
                path = unquote(href.partition("#")[0])
                yield href, os.path.normpath(PurePosixPath(page).parent / path) if path else page

    def text(self, page: str) -> str:
        """What the page says, with blanks folded."""
        return " ".join(self.tree(page).find("body").text_content().split())


def _write(reader: Reader, folder: Path) -> Site:
    folder.mkdir(parents=True)
    write(reader, folder)
    return Site(folder)


@pytest.fixture(scope="module")
def site(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the documents of raw/."""
    return _write(reader, tmp_path_factory.mktemp("site") / "html")


@pytest.fixture(scope="module")
def hostile_site(hostile: Reader, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _write(hostile, tmp_path_factory.mktemp("hostile_site") / "html")


@pytest.fixture(scope="module")
def nasty_site(nasty: Reader, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _write(nasty, tmp_path_factory.mktemp("nasty_site") / "html")


@pytest.fixture(params=["site", "hostile_site", "nasty_site"])
def any_site(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


def test_every_link_leads_to_a_file_and_every_page_can_be_reached(any_site: Site) -> None:
    files = {path.relative_to(any_site.root).as_posix() for path in any_site.root.rglob("*") if path.is_file()}
    waiting, reached = ["index.html"], {"index.html"}
    while waiting:
        page = waiting.pop()
        for href, target in any_site.targets(page):
            assert target in files, (page, href)
            if target not in reached:
                reached.add(target)
                waiting += [target] if target.endswith(".html") else []
    assert reached == files


def test_every_page_is_whole_and_needs_nothing_else(any_site: Site) -> None:
    for page in any_site.pages():
        tree = any_site.tree(page)
        assert tree.get("lang") in LANGUAGES, page
        assert tree.findtext("head/title").strip(), page
        assert len(tree.findall(".//h1")) == 1, page
        tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
        assert not tags & {"form", "script", "iframe", "object", "embed", "img", "base"}, page
        assert all(href == quote(unquote(href), safe="/#-~._") for href, _ in any_site.targets(page)), page
        ids = {element.get("id") for element in tree.iter() if isinstance(element.tag, str)}
        assert all(unquote(a.get("href"))[1:] in ids for a in tree.iter("a") if a.get("href").startswith("#")), page
        assert not [
            heading for heading in tree.iter("h1", "h2", "h3", "h4", "h5") if not heading.text_content().strip()
        ]


def test_the_names_of_files_are_good_everywhere(any_site: Site) -> None:
    names = list(any_site.pages())
    assert len({name.casefold() for name in names}) == len(names)
    for name in (PurePosixPath(name).name for name in names):
        assert not FORBIDDEN.search(name)
        assert unicodedata.is_normalized("NFC", name)
        assert len(name) <= 130 and len(name.encode()) < 255
    of_languages = [{path.name for path in (any_site.root / language).iterdir()} for language in LANGUAGES]
    assert of_languages[0] == of_languages[1] == of_languages[2]


def test_the_same_bytes_twice(hostile: Reader, hostile_site: Site, tmp_path: Path) -> None:
    database = hostile.ask("SELECT file FROM pragma_database_list").rows[0][0]
    script = (
        "import sys; from pathlib import Path\n"
        "from biliktilik.pipeline.export.site import write\n"
        "from biliktilik.pipeline.store.database import reading\n"
        "with reading(sys.argv[1]) as reader: write(reader, Path.cwd())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Almaty"}
    subprocess.run([sys.executable, "-c", script, str(database)], cwd=tmp_path, check=True, env=environment)
    files = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 100
    assert all((tmp_path / file).read_bytes() == (hostile_site.root / file).read_bytes() for file in files)


def test_markup_in_a_source_stays_text(hostile_site: Site) -> None:
    shown = 0
    for page in hostile_site.pages():
        tree = hostile_site.tree(page)
        assert not list(tree.iter("script", "img", "b")), page
        assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")], page
        shown += '<script>alert("1")</script>' in tree.text_content()
    assert shown >= 2 * len(LANGUAGES)  # the act as a whole, and the position


@pytest.mark.parametrize(
    ("file", "days"),
    [
        # In force from 2012-07-09; changed by № 238 (the notes to chapters 2.4 and 3.10); repealed by № 360.
        (f"act_{OF_2012}.kk.html", ["2012-07-09", "2014-11-30", "2018-01-01"]),
        (f"position_{OF_2012}_att_1__sec_2__pos_4.html", ["2012-07-09", "2018-01-01"]),
        (f"position_{OF_2012}_att_1__sec_2__pos_1.html", ["2018-01-01"]),
        # The note to the standard: six units get a new wording on 2026-07-12, card 13 among them.
        (f"card_{OF_2024}_att_1__point_13.kk.html", ["2026-07-12"]),
    ],
)
def test_a_page_leads_to_its_other_days(site: Site, file: str, days: list[str]) -> None:
    tree = site.tree(f"kk/{file}")
    linked = [(a.text_content().strip(), unquote(a.get("href"))) for a in tree.xpath("//*[@class='dayform']//a")]
    stem, dot, ending = file.partition(".")
    assert [pair for pair in linked if pair[1] != file] == [(day, f"{stem}_{day}{dot}{ending}") for day in days]
    for day in days:
        other = site.tree(f"kk/{stem}_{day}{dot}{ending}")
        assert other.xpath("//*[@class='dayform']//strong")[0].text_content().strip() == day


def test_a_day_shows_what_was_in_force(site: Site) -> None:
    director = f"position_{OF_2012}_att_1__sec_2__pos_4"
    assert "is not in the database" in site.text(f"en/{director}_2012-07-09.html")
    assert "Организует профессиональную ориентацию лиц" in site.text(f"en/{director}.html")
    assert "Организует профессиональную ориентацию лиц" not in site.text(f"en/{director}_2012-07-09.html")
    assert "Организует профессиональную ориентацию лиц" not in site.text(f"en/{director}_2018-01-01.html")
    inserted = "Социальный работник по оценке и определению потребности"
    assert inserted in site.text(f"ru/act_{OF_2012}_2014-11-30.ru.html").partition("Текст на 2014-11-30")[2]
    added = site.text(f"ru/position_{OF_2012}_att_1__sec_3__pos_10_2012-07-09.html")
    assert "На 2012-07-09" in added


def test_an_act_on_a_day_leads_to_its_jobs_on_that_day(site: Site) -> None:
    jobs = {
        day: [
            unquote(a.get("href")) for a in site.tree(f"ru/act_{OF_2012}_{day}.ru.html").xpath("//ul[@class='jobs']//a")
        ]
        for day in ("2012-07-09", "2014-11-30", "2018-01-01")
    }
    fourth = f"position_{OF_2012}_att_1__sec_2__pos_4"
    assert jobs["2012-07-09"][3] == f"{fourth}_2012-07-09.html"
    assert jobs["2014-11-30"][3] == f"{fourth}.html"  # the last wording at hand began on that day
    assert jobs["2018-01-01"][3] == f"{fourth}_2018-01-01.html"
    assert jobs["2014-11-30"][0] == jobs["2012-07-09"][0] == f"position_{OF_2012}_att_1__sec_2__pos_1.html"


def test_every_pair_of_the_lineage_is_compared_the_older_act_first(site: Site, reader: Reader) -> None:
    sql = """
    SELECT DISTINCT f.adopted_on || '_' || f.act_number || '_' || l.from_eid AS one,
                    t.adopted_on || '_' || t.act_number || '_' || l.to_eid AS other
    FROM lineage AS l JOIN acts AS f ON f.act_uri = l.from_act_uri JOIN acts AS t ON t.act_uri = l.to_act_uri
    WHERE EXISTS (SELECT 1 FROM v_positions AS p WHERE p.act_uri = f.act_uri AND p.eid = l.from_eid
                  UNION SELECT 1 FROM cards AS c WHERE c.act_uri = f.act_uri AND c.eid = l.from_eid)
      AND EXISTS (SELECT 1 FROM v_positions AS p WHERE p.act_uri = t.act_uri AND p.eid = l.to_eid
                  UNION SELECT 1 FROM cards AS c WHERE c.act_uri = t.act_uri AND c.eid = l.to_eid)
    """
    pairs = [(str(one), str(other)) for one, other in reader.ask(sql).rows]
    assert len(pairs) > 20
    for one, other in pairs:
        pages = [
            f"ru/card_order_{job}.kk.html" if "_125_" in job else f"ru/position_order_{job}.html"
            for job in (one, other)
        ]
        name = f"ru/compare_order_{one}_order_{other}.kk.html"
        assert all(name in site.links(page) for page in pages), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_tells_a_threshold_and_leads_to_both_jobs(site: Site, language: str) -> None:
    page = f"{language}/compare_{OF_2012}_att_1__sec_2__pos_11_{OF_2025}_att_1__sec_2__prg_3.kk.html"
    assert "3 → 2" in site.text(page)
    assert f"{language}/position_{OF_2012}_att_1__sec_2__pos_11.html" in site.links(page)
    assert f"{language}/position_{OF_2025}_att_1__sec_2__prg_3.html" in site.links(page)


@pytest.mark.parametrize("text", ["kk", "ru"])
@pytest.mark.parametrize("unit", ["", "_att_1__sec_2__pos_4"])
def test_successive_states_are_compared_in_each_language(site: Site, unit: str, text: str) -> None:
    page = f"{text}/compare_{OF_2012}{unit}_2012-07-09_2014-11-30.{text}.html"
    assert page in site.links(f"{text}/position_{OF_2012}{unit}.html" if unit else f"{text}/act_{OF_2012}.{text}.html")
    assert site.tree(page).xpath("//h2//a")


def test_another_language_shows_the_same_page(site: Site) -> None:
    def switch(page: str, language: str) -> str:
        return next(link for link in site.links(page) if link.startswith(f"{language}/"))

    assert switch(f"kk/act_{OF_2012}.kk.html", "ru") == f"ru/act_{OF_2012}.ru.html"
    assert switch(f"ru/act_{OF_2012}_2014-11-30.ru.html", "kk") == f"kk/act_{OF_2012}_2014-11-30.kk.html"
    # A text that is not the one of the interface was chosen by the reader.
    assert switch(f"kk/act_{OF_2012}.ru.html", "en") == f"en/act_{OF_2012}.ru.html"
    assert switch(f"ru/position_{OF_2012}_att_1__sec_2__pos_4.html", "en").endswith(
        "en/position_" + OF_2012 + "_att_1__sec_2__pos_4.html"
    )
    assert switch("ru/index.html", "kk") == "kk/index.html"


def test_all_findings_are_told(site: Site, reader: Reader) -> None:
    number = reader.ask("SELECT count(*) FROM v_findings").rows[0][0]
    assert len(site.tree("en/findings.html").xpath("//main/ol/li")) == number
    by_code = reader.ask("SELECT code, count(*) FROM v_findings GROUP BY code").rows
    for code, count in ((str(code), count) for code, count in by_code):
        assert len(site.tree(f"en/findings_{code}.html").xpath("//main/ol/li")) == count


def test_the_day_of_a_link_is_the_day_on_which_that_wording_began() -> None:
    states = States(("2012-07-09", "2014-11-30", "2018-01-01"), shown="2014-11-30")
    days = ("2012-07-08", "2012-07-09", "2014-11-29", "2014-11-30", "2017-12-31", "2030-01-01", None)
    assert [states.at(day) for day in days] == [None, "2012-07-09", "2012-07-09", None, None, "2018-01-01", None]


def test_a_unit_unknown_to_the_plan_has_no_link() -> None:
    links = FolderLinks(Plan({Address("home"): ()}, {}), "kk", Address("home"))
    assert links.home() == "index.html"
    assert links.act(ACT) is links.position(ACT, "x") is links.card(ACT, "x") is links.cited(ACT) is None
    assert links.compare(a=ACT, b=ACT, first="2012-07-09", last="2014-11-30") is None


names = st.text(st.characters(codec="utf-8"), max_size=150)
addresses = st.builds(
    Address,
    st.sampled_from(["act", "position", "compare"]),
    act=st.builds("/akn/kz/act/{}/{}/{}".format, names, names, names),
    eid=st.none() | names | st.sampled_from(["A", "a", "б", "Б", "й", "и\u0306"]),
    text=st.sampled_from([None, "kk", "ru"]),
)


@given(st.lists(addresses, max_size=8, unique=True))
def test_any_name_is_told_apart_safe_and_bounded(pages: list[Address]) -> None:
    files = name_files(pages)
    assert files == name_files(reversed(pages))
    assert len({unicodedata.normalize("NFC", name).casefold() for name in files.values()}) == len(pages)
    for name in files.values():
        assert not FORBIDDEN.search(name)
        assert not name.startswith(" ") and name.endswith(".html")
        assert len(name) <= 130
