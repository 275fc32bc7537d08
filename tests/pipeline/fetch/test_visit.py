"""Manners: robots.txt, one request at a time, pauses, retries, redirects."""

from __future__ import annotations

import pytest

from biliktilik.pipeline.fetch.refusal import Refusal
from biliktilik.pipeline.fetch.visit import Visit

from .conftest import KK, RU, FakePortal, FakeTime, MakeVisit, Reply, moved, page

OPEN = Reply(b"User-agent: *\nDisallow: /rus/search/\n")


def fetch(visit: Visit, path: str = KK) -> bytes:
    return visit.fetch(visit.portal.url(path)).body


def refusal(visit: Visit, path: str = KK) -> Refusal:
    with pytest.raises(Refusal) as caught:
        fetch(visit, path)
    assert caught.value.exit_code == 4
    assert caught.value.where and caught.value.why and caught.value.remedy
    return caught.value


# --- who asks -----------------------------------------------------------------------------------------------------


def test_the_program_says_what_it_is(portal: FakePortal, visit: MakeVisit) -> None:
    from importlib.metadata import version

    portal.replies[KK] = Reply(page())
    fetch(visit())
    agents = {one.headers["User-Agent"] for one in portal.asked}
    assert len(agents) == 1
    assert agents.pop().startswith(f"biliktilik/{version('biliktilik')} (")


def test_the_environment_names_no_proxy(portal: FakePortal, visit: MakeVisit, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    portal.replies[KK] = Reply(page())
    assert fetch(visit()) == page()


# --- robots.txt ---------------------------------------------------------------------------------------------------


def test_robots_txt_is_asked_for_once_and_before_anything_else(portal: FakePortal, visit: MakeVisit) -> None:
    portal.replies |= {"/robots.txt": OPEN, KK: Reply(page()), RU: Reply(page(lang="rus"))}
    one = visit()
    fetch(one, KK)
    fetch(one, RU)
    assert portal.paths == ["/robots.txt", KK, RU]


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /kaz/",
        "User-agent: *\nDisallow: /\nAllow: /rus/",
        "User-agent: *\nDisallow: /*/docs/",
        "User-agent: *\nAllow: /\n\nUser-agent: biliktilik\nDisallow: /",
        "\ufeffUser-agent: *\nDisallow: /",
    ],
)
def test_a_path_that_robots_txt_closes_is_not_asked_for(portal: FakePortal, visit: MakeVisit, rules: str) -> None:
    portal.replies |= {"/robots.txt": Reply(rules.encode()), KK: Reply(page())}
    assert "robots.txt" in refusal(visit()).why
    assert portal.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "rules", ["User-agent: *\nDisallow: /\nAllow: /kaz/docs/", "User-agent: other\nDisallow: /", ""]
)
def test_a_path_that_robots_txt_opens_is_asked_for(portal: FakePortal, visit: MakeVisit, rules: str) -> None:
    portal.replies |= {"/robots.txt": Reply(rules.encode()), KK: Reply(page())}
    assert fetch(visit()) == page()


@pytest.mark.parametrize("status", [404, 410])
def test_without_robots_txt_all_is_open(portal: FakePortal, visit: MakeVisit, status: int) -> None:
    portal.replies |= {"/robots.txt": Reply(status=status), KK: Reply(page())}
    assert fetch(visit()) == page()


@pytest.mark.parametrize(
    "reply",
    [Reply(status=500), Reply(status=503), Reply(status=403), Reply(status=401), Reply(b"<html></html>"), moved("/x")],
)
def test_where_robots_txt_cannot_be_read_nothing_is_asked_for(
    portal: FakePortal, visit: MakeVisit, reply: Reply
) -> None:
    portal.replies |= {"/robots.txt": reply, "/x": Reply(status=500), KK: Reply(page())}
    one = visit()
    refusal(one)
    asked = len(portal.asked)
    refusal(one, RU)
    assert len(portal.asked) == asked, "the second act must not ask again"
    assert KK not in portal.paths


# --- pauses -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("robots", "pause"),
    [
        ("", 3.0),
        ("User-agent: *\nCrawl-delay: 7.5", 7.5),
        ("User-agent: *\nCrawl-delay: 1", 3.0),
        ("User-agent: *\nRequest-rate: 1/20", 20.0),
    ],
)
def test_requests_keep_a_pause(portal: FakePortal, visit: MakeVisit, time: FakeTime, robots: str, pause: float) -> None:
    portal.replies |= {"/robots.txt": Reply(robots.encode()), KK: Reply(page()), RU: Reply(page())}
    one = visit()
    fetch(one, KK)
    time.seconds += 2.0  # what is done in between counts
    fetch(one, RU)
    assert [asked.at for asked in portal.asked] == [0.0, pause, 2 * pause]
    assert time.slept == [pause, pause - 2.0]


def test_a_portal_that_wants_hours_between_requests_is_left_alone(portal: FakePortal, visit: MakeVisit) -> None:
    portal.replies |= {"/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 3600"), KK: Reply(page())}
    assert "3600" in refusal(visit()).why
    assert portal.paths == ["/robots.txt"]


# --- retries ------------------------------------------------------------------------------------------------------


def test_a_passing_failure_is_waited_out_longer_and_longer(
    portal: FakePortal, visit: MakeVisit, time: FakeTime
) -> None:
    portal.replies[KK] = [Reply(status=500), Reply(status=503), Reply(status=502), Reply(page())]
    assert fetch(visit()) == page()
    assert portal.paths.count(KK) == 4
    assert time.slept == [3.0, 5.0, 10.0, 20.0]


def test_a_lasting_failure_is_told_of(portal: FakePortal, visit: MakeVisit) -> None:
    portal.replies |= {KK: Reply(status=500), RU: Reply(page())}
    one = visit()
    assert refusal(one).why == "the server answered 500, 4 times"
    assert portal.paths.count(KK) == 4
    assert fetch(one, RU) == page(), "one broken page does not end the visit"


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("60", 60.0),
        ("1", 5.0),
        ("Thu, 01 Jan 2026 00:01:03 GMT", 60.0),  # the request is sent at 00:00:03
        ("Thu, 01 Jan 2025 00:00:00 GMT", 5.0),
        ("soon", 5.0),
        ("-5", 5.0),
        ("", 5.0),
    ],
)
def test_retry_after_is_kept(portal: FakePortal, visit: MakeVisit, time: FakeTime, said: str, wait: float) -> None:
    portal.replies[KK] = [Reply(status=429, headers={"Retry-After": said}), Reply(page())]
    assert fetch(visit()) == page()
    assert time.slept == [3.0, wait]


@pytest.mark.parametrize("said", ["86400", "9" * 5000, "Fri, 01 Jan 2027 00:00:00 GMT"])
def test_nobody_waits_for_hours(portal: FakePortal, visit: MakeVisit, time: FakeTime, said: str) -> None:
    portal.replies[KK] = Reply(status=429, headers={"Retry-After": said})
    one = visit()
    assert "asks to wait" in refusal(one).why
    assert time.slept == [3.0]
    refusal(one, RU)
    assert portal.paths == ["/robots.txt", KK], "who is told to stay away stays away"


def test_who_is_asked_to_slow_down_four_times_stops(portal: FakePortal, visit: MakeVisit) -> None:
    portal.replies |= {KK: Reply(status=429), RU: Reply(page())}
    one = visit()
    refusal(one)
    assert "429" in refusal(one, RU).why
    assert RU not in portal.paths


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_refusal_is_not_asked_again(portal: FakePortal, visit: MakeVisit, status: int) -> None:
    portal.replies[KK] = Reply(status=status)
    one = visit()
    assert one.fetch(one.portal.url(KK)).status == status
    assert portal.paths.count(KK) == 1


# --- redirects ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_on_the_same_host_is_followed(
    portal: FakePortal, visit: MakeVisit, time: FakeTime, status: int
) -> None:
    portal.replies |= {KK: moved(f"{RU}#z1", status), RU: Reply(page())}
    one = visit()
    answer = one.fetch(one.portal.url(KK))
    assert (answer.url, answer.body) == (one.portal.url(RU), page())
    assert [asked.at for asked in portal.asked] == [0.0, 3.0, 6.0], "a redirect is a request, too"


@pytest.mark.parametrize(
    "target",
    [
        "http://example.org/kaz/docs/V1700016057",
        "//example.org/",
        "http://127.0.0.1:1/kaz/docs/V1700016057",
        "https://127.0.0.1/kaz/docs/V1700016057",
        "ftp://127.0.0.1/",
        "javascript:alert(1)",
        "http://u:p@127.0.0.1/",
        "http://[::1/",
        "",
    ],
)
def test_a_redirect_to_anywhere_else_is_refused(portal: FakePortal, visit: MakeVisit, target: str) -> None:
    portal.replies[KK] = moved(target)
    assert "redirect" in refusal(visit()).what
    assert portal.paths == ["/robots.txt", KK]


def test_a_redirect_into_what_robots_txt_closes_is_refused(portal: FakePortal, visit: MakeVisit) -> None:
    portal.replies |= {"/robots.txt": OPEN, KK: moved("/rus/search/"), "/rus/search/": Reply(page())}
    assert "robots.txt" in refusal(visit()).why
    assert "/rus/search/" not in portal.paths


def test_a_redirect_loop_ends(portal: FakePortal, visit: MakeVisit) -> None:
    portal.replies |= {KK: moved(RU), RU: moved(KK)}
    assert "circle" in refusal(visit()).why
    assert portal.paths == ["/robots.txt", KK, RU]


@pytest.mark.parametrize(("length", "followed"), [(5, True), (6, False)])
def test_five_redirects_are_enough(portal: FakePortal, visit: MakeVisit, length: int, followed: bool) -> None:
    portal.replies |= {KK: moved("/1"), f"/{length}": Reply(page())}
    portal.replies |= {f"/{n}": moved(f"/{n + 1}") for n in range(1, length)}
    one = visit()
    if followed:
        assert fetch(one) == page()
    else:
        assert "more than 5" in refusal(one).why
    assert len(portal.paths) == 7
