"""The timeline: what it says of the documents of raw/, and where it draws what."""

from dataclasses import replace

import pytest

from biliktilik.pipeline.pages.timeline import WIDTH, Event, Force, Timeline, draw_timeline, read_timeline
from biliktilik.pipeline.store.database import Reader

PLAIN = Force("/akn/kz/act/order/2012-01-01/1", "1", None, None, "2012-01-01", "stated", None, None, "full", ())
REPEAL = Event("/akn/kz/act/order/2014-01-01/2", "2", "repealed", "2014-01-01", "stated", 0, True)


@pytest.fixture(scope="module")
def real(reader: Reader) -> Timeline:
    return read_timeline(reader)


def test_days_and_what_they_rest_on(real: Timeline) -> None:
    days = {act.number: (act.first, act.first_basis, act.last, act.last_basis) for act in (b.force for b in real.bars)}

    assert days["31-ө-м"] == ("2012-07-09", "computed", "2018-01-01", "disputed")
    assert days["360"] == ("2018-01-01", "disputed", None, None)
    assert days["125"] == ("2025-01-01", "stated", None, None)
    assert days["309"][:2] == ("2025-10-17", "estimated")


def test_changes_are_counted_once_though_both_languages_tell_of_them(real: Timeline) -> None:
    events = {
        bar.force.number: [(e.number, e.kind, e.day, e.units, e.wording_known) for e in bar.force.events if e.day]
        for bar in real.bars
    }

    # № 238 amended one position and inserted another; the texts give two days for the repeal by № 360
    assert events["31-ө-м"] == [
        ("238", "amended", "2014-11-30", 2, True),
        ("360", "repealed", "2017-11-05", 0, True),
        ("360", "repealed", "2018-01-01", 0, True),
    ]
    # point 3 subpoint 9 and points 12 to 16, and their new wording is not at hand
    assert events["125"] == [("109", "amended", "2026-07-12", 6, False)]
    assert events["360"] == [("309", "amended", "2025-10-17", 11, True)]


def test_what_has_no_day_is_listed_below(real: Timeline) -> None:
    assert [(act.number, event.number) for act, event in real.undated_events] == [("360", "488")]
    assert real.undated == ()


def test_everything_is_drawn_inside_the_picture(real: Timeline) -> None:
    for bar in real.bars:
        for span in bar.spans:
            assert 0 <= span.x <= span.x + span.width <= WIDTH
        assert all(0 <= mark.x <= WIDTH and bar.y < mark.label_y < real.height for mark in bar.marks)
    assert [tick.year for tick in real.ticks] == list(range(2012, 2028))


def test_labels_and_bars_of_different_acts_never_overlap(real: Timeline) -> None:
    for above, below in zip(real.bars, real.bars[1:], strict=False):
        assert max([mark.label_y for mark in above.marks], default=above.y + 38) + 6 < below.y


def test_years_are_to_scale() -> None:
    timeline = draw_timeline([replace(PLAIN, last="2014-01-01")])
    ticks = {tick.year: tick.x for tick in timeline.ticks}
    span = timeline.bars[0].spans[0]

    assert ticks[2013] - ticks[2012] == pytest.approx(ticks[2014] - ticks[2013], abs=0.5 * WIDTH / 365)
    assert span.x == ticks[2012]
    assert span.x + span.width == pytest.approx(ticks[2014], abs=0.11)
    assert timeline.bars[0].open_end is None


def test_an_open_end_reaches_to_the_right() -> None:
    bar = draw_timeline([PLAIN]).bars[0]

    assert bar.open_end == bar.spans[0].x + bar.spans[0].width


def test_between_the_days_on_which_texts_disagree_the_bar_is_doubtful() -> None:
    act = replace(PLAIN, last="2015-01-01", last_basis="disputed", events=(REPEAL,))
    ticks = {tick.year: tick.x for tick in draw_timeline([act]).ticks}
    sure, doubtful = draw_timeline([act]).bars[0].spans

    assert (sure.certain, doubtful.certain) == (True, False)
    assert doubtful.x == ticks[2014]
    assert doubtful.x + doubtful.width == pytest.approx(ticks[2015], abs=0.11)
    assert len(draw_timeline([replace(act, last_basis="stated")]).bars[0].spans) == 1


def test_an_act_without_a_day_has_no_bar() -> None:
    timeline = draw_timeline([replace(PLAIN, first=None, events=(REPEAL,))])

    assert timeline.bars == ()
    assert timeline.ticks == ()
    assert [act.number for act in timeline.undated] == ["1"]


def test_long_times_are_marked_every_five_years() -> None:
    acts = [replace(PLAIN, first="1990-06-01"), replace(PLAIN, act_uri="/b", first="2026-01-01")]

    assert [tick.year for tick in draw_timeline(acts).ticks] == [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]
