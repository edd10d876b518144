"""Medicines and events on the axis of the days: what is drawn, what has no room, what the read-out says."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from matplotlib.colors import to_hex

from diary.charts.care_artists import CareArtists, label_rows, strip_height
from diary.charts.care_strip import MOST_LANES, Care, EventMark, care_strip, care_words, changes_on
from diary.charts.palette import load
from diary.charts.picture import Picture, measure_panel
from diary.charts.style import screen_style
from diary.charts.trends_figure import TrendsFigure
from diary.insight.doses import courses
from diary.insight.period import summarise
from diary.models.care import DoseStep, Procedure, Treatment
from diary.models.codes import ProcedureKind, TreatmentKind, Use
from diary.models.rough import Rough
from diary.models.story import LifeEvent
from tests.insight.rows import period, value

FIRST = date(2026, 8, 25)
SINCE, UNTIL = FIRST.toordinal(), FIRST.toordinal() + 89
STYLE = screen_style(load("light"))


def medicine(
    name: str, *steps: tuple[int, float], stopped: int | None = None
) -> tuple[Treatment, list[DoseStep]]:
    """A regular medicine with its steps: days after `FIRST` and milligrams."""
    end = None if stopped is None else Rough.of(date.fromordinal(SINCE + stopped))
    one = Treatment(
        uid=name, kind=TreatmentKind.MEDICINE, name=name, use=Use.REGULAR,
        started=Rough.of(date.fromordinal(SINCE + steps[0][0])), stopped=end,
    )  # fmt: skip
    return one, [
        DoseStep(
            uid=f"{name}{at}", treatment=name, since=Rough.of(date.fromordinal(SINCE + day)), amount=mg,
            unit="mg", times=1,
        )
        for at, (day, mg) in enumerate(steps)
    ]  # fmt: skip


def care_of(*medicines: tuple[Treatment, list[DoseStep]], **more: object) -> Care:
    steps = [step for _, found in medicines for step in found]
    return Care(courses=courses([one for one, _ in medicines], steps, UNTIL), **more)  # type: ignore[arg-type]


def block(day: int, name: str = "Nerve block") -> Procedure:
    when = Rough.of(date.fromordinal(SINCE + day))
    return Procedure(uid=f"p{day}", kind=ProcedureKind.BLOCK, when=when, name=name)


PREGABALIN = medicine("Pregabalin", (-40, 150), (20, 300))


def test_a_higher_dose_is_darker_and_says_so() -> None:
    (lane,) = care_strip(care_of(PREGABALIN), SINCE, UNTIL).lanes
    low, high = lane.bars
    assert (low.since, low.until) == (SINCE, SINCE + 19)
    assert (high.since, high.until) == (SINCE + 20, UNTIL)
    assert low.shade < high.shade
    assert low.labels[0] == "Pregabalin 150 mg a day"
    assert high.labels[:2] == ("Pregabalin 300 mg a day", "Pregabalin 300 mg")


def test_more_medicines_than_lanes_are_counted() -> None:
    many = [medicine(f"Medicine {at}", (at, 10.0)) for at in range(MOST_LANES + 2)]
    strip = care_strip(care_of(*many), SINCE, UNTIL)
    assert len(strip.lanes) == MOST_LANES
    assert strip.more == 2
    assert len({lane.tone for lane in strip.lanes}) == MOST_LANES


def test_a_medicine_taken_now_keeps_its_lane_before_one_that_was_stopped() -> None:
    stopped = [medicine(f"Old {at}", (-90, 10.0), stopped=30) for at in range(MOST_LANES)]
    names = [
        lane.name for lane in care_strip(care_of(*stopped, medicine("New", (80, 5.0))), SINCE, UNTIL).lanes
    ]
    assert "New" in names


def test_what_was_not_in_these_days_is_not_drawn() -> None:
    strip = care_strip(
        care_of(medicine("Old", (-90, 5.0), stopped=-10), procedures=(block(-5),)), SINCE, UNTIL
    )
    assert not strip


def test_events_of_one_day_share_a_line_and_years_alone_have_none() -> None:
    events = (
        LifeEvent(uid="e", text="Moved house", when=Rough.of(date.fromordinal(SINCE + 30))),
        LifeEvent(uid="y", text="A hard year", when=Rough(2026)),
    )
    strip = care_strip(care_of(procedures=(block(30),), life_events=events), SINCE, UNTIL)
    (mark,) = strip.marks
    assert mark.day == SINCE + 30
    assert "Nerve block" in mark.labels[0]
    assert "Moved house" in mark.labels[0]


def test_labels_never_stand_on_each_other() -> None:
    marks = [EventMark(day=SINCE + day, labels=(f"Event number {day}", "Event")) for day in range(0, 90, 3)]
    labels = label_rows(marks, SINCE, UNTIL, 700, STYLE)
    assert labels
    for row in {one.row for one in labels}:
        ends = sorted((one.x, one.x + one.width) for one in labels if one.row == row)
        assert all(first[1] <= second[0] for first, second in pairwise(ends))
    assert all(one.x >= 0 and one.x + one.width <= 700 for one in labels)


def test_the_read_out_names_what_was_in_force_and_what_happened() -> None:
    care = care_of(PREGABALIN, procedures=(block(30),))
    assert care_words(care, SINCE + 5) == ["Pregabalin 150 mg a day"]
    assert care_words(care, SINCE + 30) == ["Pregabalin 300 mg a day", "Nerve block"]
    assert changes_on(care)[SINCE + 20] == ["Pregabalin 300 mg a day"]
    assert changes_on(care)[SINCE + 30] == ["Nerve block"]


def picture(care: Care | None) -> Picture:
    rows = [value(at, 4 + at % 3) for at in range(90)]
    panel = measure_panel(summarise(period(rows, 90)).measures["pain_average"])
    strip = None if care is None else care_strip(care, SINCE, UNTIL)
    return Picture(since=SINCE, until=UNTIL, panels=(panel,), care=strip)


def test_the_strip_stands_over_the_panels_and_takes_no_room_without_care() -> None:
    assert strip_height(None, SINCE, UNTIL, 700, STYLE) == 0
    plain, cared = (TrendsFigure(STYLE, 820, 500) for _ in range(2))
    plain.show(picture(Care()))
    cared.show(picture(care_of(PREGABALIN, procedures=(block(30),))))
    assert plain.layout is not None
    assert cared.layout is not None
    assert cared.layout.plot.y > plain.layout.plot.y
    assert cared.layout.care_y < cared.layout.plot.y
    cared.draw()


def test_the_same_artists_are_given_other_days() -> None:
    figure = TrendsFigure(STYLE, 820, 500)
    figure.show(picture(care_of(PREGABALIN, procedures=(block(30),))))
    artists = figure._care
    assert isinstance(artists, CareArtists)
    figure.show(picture(care_of(PREGABALIN)))
    assert figure._care is artists
    assert not artists.lines.get_segments()
    figure.show(picture(None))
    assert not artists.bars.get_visible()


@pytest.mark.parametrize("name", ["light", "dark", "contrast-light", "print"])
def test_each_bar_has_an_edge_that_is_seen_without_colour(name: str) -> None:
    from diary.charts.palette import contrast

    style = screen_style(load(name))
    figure = TrendsFigure(style, 820, 500)
    figure.show(picture(care_of(PREGABALIN)))
    assert figure._care is not None
    for color in map(to_hex, figure._care.bars.get_edgecolor()):  # type: ignore[arg-type]
        assert contrast(color, style.color("card")) >= 3
