"""From ids to pages in the raw folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from biliktilik.pipeline.errors import ExitCode
from biliktilik.pipeline.fetch.acts import fetch_acts, plan_acts, texts_of
from biliktilik.pipeline.fetch.address import ActAddress
from biliktilik.pipeline.fetch.page import read_page
from biliktilik.pipeline.fetch.visit import Visit
from biliktilik.pipeline.intake import Receipt, Status

from .conftest import ID, KK, RU, SHELL, FakePortal, MakeVisit, Reply, moved, page

BOTH = texts_of([ActAddress(ID)], None)
KAZAKH, RUSSIAN = BOTH


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return tmp_path / "raw"


def names(raw: Path) -> list[str]:
    return sorted(path.name for path in raw.rglob("*")) if raw.exists() else []


def fetch_one(visit: Visit, raw: Path, text: ActAddress = KAZAKH) -> Receipt:
    (receipt,) = fetch_acts([text], raw, visit)
    return receipt


def test_both_languages_are_stored_as_they_came(portal: FakePortal, visit: MakeVisit, raw: Path) -> None:
    portal.replies |= {KK: Reply(page()), RU: Reply(page(lang="rus"))}
    receipts = list(fetch_acts(BOTH, raw, visit()))
    assert receipts == [
        Receipt(portal.url + KK, raw / f"{ID}.kk.html", Status.STORED, ID, "kk"),
        Receipt(portal.url + RU, raw / f"{ID}.ru.html", Status.STORED, ID, "ru"),
    ]
    assert (raw / f"{ID}.kk.html").read_bytes() == page()
    assert names(raw) == [f"{ID}.kk.html", f"{ID}.ru.html"]


def test_each_text_is_asked_for_once() -> None:
    named = [ActAddress(ID), ActAddress(ID, "ru"), ActAddress("Z010000266_", "kk"), ActAddress(ID)]
    assert texts_of(named, None) == (KAZAKH, RUSSIAN, ActAddress("Z010000266_", "kk"))
    assert texts_of(named, "ru") == (RUSSIAN, ActAddress("Z010000266_", "kk"))


def test_an_unchanged_act_is_not_stored_again(portal: FakePortal, visit: MakeVisit, raw: Path) -> None:
    portal.replies[KK] = [Reply(page(load=1)), Reply(page(load=2))]
    fetch_one(visit(), raw)
    assert fetch_one(visit(), raw).status is Status.THERE
    assert names(raw) == [f"{ID}.kk.html"]
    assert (raw / f"{ID}.kk.html").read_bytes() == page(load=1)


def test_a_changed_act_is_stored_beside_the_old_text(portal: FakePortal, visit: MakeVisit, raw: Path) -> None:
    old, new, newest = page("Ескі мәтін."), page("Жаңа мәтін."), page("Ең жаңа мәтін.")
    portal.replies[KK] = [Reply(old), Reply(new), Reply(new), Reply(newest), Reply(old)]
    statuses = [fetch_one(visit(), raw).status for _ in range(5)]
    assert statuses == [Status.STORED, Status.CHANGED, Status.THERE, Status.CHANGED, Status.THERE]
    digests = [read_page(data).digest[:8] for data in (new, newest)]
    assert names(raw) == sorted([f"{ID}.kk.html", *(f"{ID}.{digest}.kk.html" for digest in digests)])
    assert (raw / f"{ID}.kk.html").read_bytes() == old
    assert (raw / f"{ID}.{digests[0]}.kk.html").read_bytes() == new


def test_a_page_that_was_moved_to_a_folder_is_found(portal: FakePortal, visit: MakeVisit, raw: Path) -> None:
    (raw / "orders").mkdir(parents=True)
    (raw / "orders" / f"{ID}.kk.html").write_bytes(page())
    portal.replies[KK] = Reply(page(load=7))
    receipt = fetch_one(visit(), raw)
    assert (receipt.status, receipt.path) == (Status.THERE, raw / "orders" / f"{ID}.kk.html")


def test_a_damaged_file_is_not_overwritten(portal: FakePortal, visit: MakeVisit, raw: Path) -> None:
    raw.mkdir()
    (raw / f"{ID}.kk.html").write_bytes(b"notes of mine")
    portal.replies[KK] = Reply(page())
    assert fetch_one(visit(), raw).status is Status.CHANGED
    assert (raw / f"{ID}.kk.html").read_bytes() == b"notes of mine"
    assert len(names(raw)) == 2


def test_an_act_whose_id_another_one_begins_with_is_another_act(
    portal: FakePortal, visit: MakeVisit, raw: Path
) -> None:
    raw.mkdir()
    (raw / f"{ID}_.kk.html").write_bytes(page())
    (raw / f"{ID}.ru.html").write_bytes(page())
    portal.replies[KK] = Reply(page())
    assert fetch_one(visit(), raw).status is Status.STORED


def test_a_historical_edition_has_its_day_in_its_name(portal: FakePortal, visit: MakeVisit, raw: Path) -> None:
    text = replace(KAZAKH, edition=date(2022, 1, 5))
    portal.replies |= {f"{KK}/05.01.2022": [Reply(page("Ескі.")), Reply(page("Түзетілген."))], KK: Reply(page())}
    assert fetch_one(visit(), raw).status is Status.STORED
    one = visit()
    assert [fetch_one(one, raw, text).status for _ in range(2)] == [Status.STORED, Status.CHANGED]
    assert names(raw)[:2] == [
        f"{ID}.2022-01-05.{read_page(page('Түзетілген.')).digest[:8]}.kk.html",
        f"{ID}.2022-01-05.kk.html",
    ]


def test_a_wrong_charset_in_the_header_changes_nothing(portal: FakePortal, visit: MakeVisit, raw: Path) -> None:
    portal.replies[KK] = Reply(page(), headers={"Content-Type": "text/html; charset=windows-1251"})
    assert fetch_one(visit(), raw).status is Status.STORED
    assert (raw / f"{ID}.kk.html").read_bytes() == page()


OTHER = "/kaz/docs/V1800000001"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        pytest.param(Reply(SHELL.encode()), "JavaScript shell", id="shell"),
        pytest.param(Reply(b"<html><input type=password></html>"), "log in", id="login"),
        pytest.param(Reply(b"<html><div id=container class=module_search></div></html>"), "not an act", id="search"),
        pytest.param(Reply(b""), "empty", id="empty"),
        pytest.param(Reply(status=403), "does not show", id="403"),
        pytest.param(Reply(status=404), "no page of this act in Kazakh", id="404"),
        pytest.param(Reply(status=410), "no page of this act", id="410"),
        pytest.param(Reply(status=204), "answered 204", id="204"),
        pytest.param(Reply(status=500), "500, 4 times", id="500"),
        pytest.param(Reply(page(lang="rus")), "in Russian", id="Russian page"),
        pytest.param(moved(RU), "in Russian", id="moved to the Russian page"),
        pytest.param(moved(OTHER), "another page", id="moved to another act"),
        pytest.param(moved(f"{KK}/05.01.2022"), "another page", id="moved to an edition"),
        pytest.param(moved("/login"), "another page", id="moved to the login"),
        pytest.param(moved("https://adilet.zan.kz/kaz/docs/V1700016057"), "only the same", id="moved to another host"),
    ],
)
def test_what_is_not_the_act_is_refused_and_the_others_are_stored(
    portal: FakePortal, visit: MakeVisit, raw: Path, reply: Reply, said: str
) -> None:
    portal.replies |= {KK: reply, RU: Reply(page(lang="rus"))}
    portal.replies |= {OTHER: Reply(page()), f"{KK}/05.01.2022": Reply(page()), "/login": Reply(page())}
    refused, stored = fetch_acts(BOTH, raw, visit())
    assert (refused.status, refused.path, refused.act_id, refused.language) == (Status.REFUSED, None, ID, "kk")
    assert refused.refusal is not None
    assert said in refused.refusal.why
    assert refused.refusal.where and refused.refusal.remedy
    assert refused.refusal.exit_code == ExitCode.SOURCE_UNREADABLE
    assert stored.status is Status.STORED
    assert names(raw) == [f"{ID}.ru.html"]


def test_a_raw_folder_that_cannot_be_written_is_told_of(portal: FakePortal, visit: MakeVisit, tmp_path: Path) -> None:
    raw = tmp_path / "file"
    raw.write_text("no folder")
    portal.replies[KK] = Reply(page())
    receipt = fetch_one(visit(), raw)
    assert receipt.refusal is not None
    assert "cannot be stored" in receipt.refusal.what


def test_a_plan_asks_for_nothing(portal: FakePortal, visit: MakeVisit, raw: Path) -> None:
    raw.mkdir()
    (raw / f"{ID}.ru.html").write_bytes(page(lang="rus"))
    receipts = list(plan_acts(BOTH, raw, visit().portal))
    assert [(one.path, one.status) for one in receipts] == [
        (raw / f"{ID}.kk.html", Status.WOULD_STORE),
        (raw / f"{ID}.ru.html", Status.WOULD_COMPARE),
    ]
    assert portal.asked == []
    assert names(raw) == [f"{ID}.ru.html"]
