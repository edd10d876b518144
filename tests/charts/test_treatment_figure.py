"""The numbers behind the picture of treatments, and where its bars, labels and marks stand."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.collections import LineCollection

from diary.charts.palette import load
from diary.charts.style import print_style, screen_style
from diary.charts.treatment_figure import TreatmentFigure
from diary.charts.treatment_layout import (
    Label,
    beside,
    fitted,
    flags,
    label_middle,
    least_height,
    placed,
    shortened,
)
from diary.charts.treatment_picture import (
    BarLane,
    DoseLane,
    MarkLane,
    RingLane,
    TreatmentPicture,
    dose_bins,
    ring_bins,
    treatment_picture,
)
from diary.insight.as_needed import as_needed
from diary.insight.doses import courses
from diary.insight.period import MeasureNumbers, summarise
from diary.models.care import DoseStep, Procedure, Session, Treatment
from diary.models.codes import Lateness, ProcedureKind, SessionKind
from diary.models.rough import Rough
from tests.insight.rows import MONDAY, period, value
from tests.insight.treatment_records import as_needed_one, dose, exact, medicine, on, step

LIGHT = screen_style(load("light"))
DAYS = 90


def pain_of(*rows: Any) -> MeasureNumbers | None:
    return summarise(period(list(rows), DAYS)).numbers("pain_average") if rows else None


def drawn(
    treatments: list[Treatment],
    steps: list[DoseStep],
    *,
    doses: list[Any] | None = None,
    procedures: list[Procedure] | None = None,
    sessions: list[tuple[Session, Lateness]] | None = None,
    pain: MeasureNumbers | None = None,
    since: int = 0,
    until: int = DAYS - 1,
) -> TreatmentPicture:
    today = MONDAY + DAYS - 1
    return treatment_picture(
        courses(treatments, steps, today),
        as_needed(treatments, doses or [], [], today),
        procedures or [],
        sessions or [],
        pain,
        (),
        MONDAY + since,
        MONDAY + until,
    )


def block(day: int | Rough, name: str = "", uid: str = "p") -> Procedure:
    when = day if isinstance(day, Rough) else exact(day)
    return Procedure(uid=f"{uid}{when}", kind=ProcedureKind.BLOCK, when=when, name=name, by="Dr. L")


def figure(picture: TreatmentPicture, width: float = 790, height: float = 420) -> TreatmentFigure:
    made = TreatmentFigure(LIGHT, width, height)
    made.show(picture)
    made.draw()
    return made


def test_a_higher_dose_is_a_taller_and_darker_bar() -> None:
    lane = drawn([medicine()], [step(0, 150), step(30, 300), step(60, 75)]).lanes[0]
    assert isinstance(lane, BarLane)
    low, high, least = lane.bars
    assert high.tall == 1.0
    assert least.tall < low.tall < high.tall
    assert least.shade < low.shade < high.shade
    assert [one.mg for one in lane.bars] == [150, 300, 75]


def test_a_dose_without_milligrams_is_flat_and_says_why() -> None:
    lane = drawn([medicine()], [step(0, 20, "drops")]).lanes[0]
    assert isinstance(lane, BarLane)
    assert lane.bars[0].flat
    assert lane.note == "unit has no mg"
    assert lane.bars[0].labels[0] == "20 drops, once a day"


def test_a_pause_has_no_bar_but_its_word() -> None:
    lane = drawn([medicine()], [step(0, 150), step(30, 0)]).lanes[0]
    assert isinstance(lane, BarLane)
    assert (lane.bars[1].tall, lane.bars[1].labels) == (0.0, ("none",))


def test_bars_are_cut_to_the_period_and_remember_that_they_began_before() -> None:
    lane = drawn([medicine(stopped=exact(70))], [step(0, 150)], since=30, until=80).lanes[0]
    assert isinstance(lane, BarLane)
    bar = lane.bars[0]
    assert (bar.since - MONDAY, bar.until - MONDAY, bar.begins, bar.ends) == (30, 70, False, True)


def test_a_rough_start_is_told_as_about_only_where_it_is_seen() -> None:
    rough = Rough(on(20).year, on(20).month, on(20).day, about=True)
    lane = drawn([medicine()], [step(rough, 150)]).lanes[0]
    assert isinstance(lane, BarLane)
    assert lane.bars[0].about
    assert lane.bars[0].labels[0] == "about here: 150 mg"
    later = drawn([medicine()], [step(rough, 150)], since=40).lanes[0]
    assert isinstance(later, BarLane)
    assert later.bars[0].labels[0] == "150 mg"


def test_an_uncertain_start_has_a_dashed_edge() -> None:
    sure, rough = (
        figure(drawn([medicine()], [step(start, 150)]))
        for start in (exact(20), Rough(on(20).year, on(20).month, on(20).day, about=True))
    )
    assert dashed(rough) == dashed(sure) + 1


def dashed(made: TreatmentFigure) -> int:
    """How many upright lines above the pain are dashed."""
    pain = made.placed.layout.panels[0].y if made.placed else 0
    return sum(
        "None" not in str(one.get_linestyle())
        for one in made._sheet.collections
        if isinstance(one, LineCollection)
        and one.get_segments()
        and max(y for segment in one.get_segments() for _, y in segment) < pain
    )


def test_only_lanes_of_the_period_are_shown_and_medicines_come_before_doses_and_marks() -> None:
    session = Session(uid="s", kind=SessionKind.TENS, day=on(40))
    picture = drawn(
        [medicine(), medicine("gone", stopped=exact(10)), as_needed_one()],
        [step(0, 150), step(0, 20, treatment="gone")],
        doses=[dose(35), dose(5)],
        procedures=[block(50), block(2, uid="q")],
        sessions=[(session, Lateness.SAME_DAY)],
        since=30,
    )
    assert [type(lane) for lane in picture.lanes] == [BarLane, DoseLane, MarkLane, RingLane]
    assert picture.steps == ()
    doses, marks = picture.lanes[1:3]
    assert isinstance(doses, DoseLane)
    assert doses.doses == ((MONDAY + 35, 1, 0),)
    assert isinstance(marks, MarkLane)
    assert [one.day - MONDAY for one in marks.marks] == [50]


def test_what_was_noted_a_few_days_later_is_a_square_and_the_legend_says_it() -> None:
    picture = drawn([as_needed_one()], [], doses=[dose(3), dose(4, late="later")])
    lane = picture.lanes[0]
    assert isinstance(lane, DoseLane)
    assert lane.later == (MONDAY + 4,)
    assert (picture.later, picture.late) == (True, False)
    said = {text.get_text() for axes in figure(picture).figure.axes for text in axes.texts}
    assert "square: 1–3 days late" in said
    assert not drawn([as_needed_one()], [], doses=[dose(3)]).later


def test_doses_noted_late_are_kept_apart_from_those_in_time() -> None:
    lane = drawn([as_needed_one()], [], doses=[dose(3), dose(3, late="memory")]).lanes[0]
    assert isinstance(lane, DoseLane)
    assert lane.doses == ((MONDAY + 3, 1, 1),)


@pytest.mark.parametrize(("days", "width"), [(28, 600), (365, 600), (3650, 600), (3650, 60)])
def test_no_dose_is_lost_where_days_share_a_bin(days: int, width: float) -> None:
    taken = tuple((MONDAY + day, 1 + day % 2, day % 3) for day in range(0, days, 4))
    size, soon, late = dose_bins(DoseLane(name="", note="", doses=taken), MONDAY, MONDAY + days - 1, width)
    assert soon.sum() == sum(n for _, n, _ in taken)
    assert late.sum() == sum(n for _, _, n in taken)
    assert size == 1 or width * size / days >= 2.9


def test_the_pain_line_is_that_of_trends_with_hollow_memory_notes() -> None:
    picture = drawn(
        [medicine()], [step(0, 1)], pain=pain_of(value(0, 5), value(1, 6), value(3, 9, late="memory"))
    )
    panel = picture.panels[0]
    assert list(panel.lines.marks["memory"].y) == [9]
    assert picture.late
    assert (panel.low, panel.high) == (0, 10)
    assert len(drawn([medicine()], [step(0, 1)]).panels[0].lines.marks["dot"]) == 0


def test_lanes_follow_one_another_and_stand_above_the_pain() -> None:
    many = [medicine(f"m{number}") for number in range(12)]
    steps = [step(0, 10, treatment=one.uid) for one in many]
    picture = drawn([*many, as_needed_one()], steps, doses=[dose(1)], procedures=[block(3), block(5)])
    for scale in (1.0, 2.0):
        style = screen_style(load("light"), scale)
        found = placed(picture, style, 790, least_height(picture, style))
        for one, following in zip(found.lanes, found.lanes[1:], strict=False):
            assert one.y + one.height == pytest.approx(following.y)
        pain = found.layout.panels[0]
        assert found.lanes[-1].y + found.lanes[-1].height < pain.y
        assert pain.height >= style.px(100)


def test_lanes_get_more_room_where_there_is_more() -> None:
    picture = drawn([medicine()], [step(0, 1)])
    assert placed(picture, LIGHT, 790, 800).roomy
    assert not placed(picture, LIGHT, 790, least_height(picture, LIGHT)).roomy


def test_the_cursor_finds_the_day_it_stands_on() -> None:
    made = figure(drawn([medicine()], [step(0, 1)]))
    for day in (0, 17, DAYS - 1):
        assert made.day_at(made.x_of(MONDAY + day)) == MONDAY + day


def test_it_is_drawn_in_every_style_with_names_of_any_script() -> None:
    names = ["אמיטריפטילין", "كاربامازيبين", "💊 $x$ ^_", "W" * 200]
    many = [medicine(f"m{number}", name) for number, name in enumerate(names)]
    steps = [step(number, 10, treatment=f"m{number}", reason=names[number]) for number in range(4)]
    picture = drawn(many, steps, procedures=[block(day, "W" * 90) for day in range(0, 60, 7)])
    for style in (print_style(), *(screen_style(load(name), 2.0) for name in ("dark", "contrast-light"))):
        made = TreatmentFigure(style, 500, 700)
        made.show(picture)
        assert len(made.draw()) > 0


def test_words_in_bars_stay_within_them() -> None:
    steps = [step(day, 10 + day, reason="because the nights stayed bad for weeks") for day in (0, 4, 30, 33)]
    made = figure(drawn([medicine()], steps))
    shown = [text for text in made._sheet.texts if "mg" in text.get_text() or text.get_text().isdigit()]
    assert any(text.get_text().startswith("40 mg") or "…" in text.get_text() for text in shown)
    edges = [made.x_of(MONDAY + day - 0.5) for day in (0, 4, 30, 33)] + [made.plot.x + made.plot.width]
    for text in shown:
        if text.get_position()[0] < made.plot.x:
            continue
        bounds = text.get_window_extent()
        room = next(edge for edge in edges if edge > text.get_position()[0])
        assert bounds.x1 <= room + 1


MARKS = st.lists(st.tuples(st.floats(0, 600), st.floats(20, 220)), min_size=1, max_size=12).map(sorted)


def overlap(one: Label, other: Label) -> bool:
    return one.row == other.row and one.x < other.x + other.width and other.x < one.x + one.width


@given(MARKS)
def test_no_label_covers_another_or_leaves_the_picture(marks: list[tuple[float, float]]) -> None:
    for places in (flags(marks, 0, 600, 4), beside(marks, 0, 600, 10) or []):
        there = [one for one in places if one is not None]
        assert all(one.x >= 0 and one.x + one.width <= 600 for one in there)
        pairs = [(one, two) for at, one in enumerate(there) for two in there[at + 1 :]]
        assert not any(overlap(*pair) for pair in pairs)


@given(MARKS)
def test_no_staff_of_a_later_label_crosses_an_earlier_one(marks: list[tuple[float, float]]) -> None:
    places = flags(marks, 0, 600, 4)
    for (x, _), one in zip(marks, places, strict=True):
        for other in places:
            if one is None or other is None or one is other:
                continue
            assert one.row is not None
            assert other.row is not None
            crosses = other.x < x < other.x + other.width and one.row <= other.row
            assert not crosses


@given(MARKS)
def test_labels_beside_marks_cover_no_mark(marks: list[tuple[float, float]]) -> None:
    for one in beside(marks, 0, 600, 10) or []:
        assert one is not None
        assert not any(one.x < x < one.x + one.width for x, _ in marks)


@given(st.text(max_size=60), st.floats(0, 400))
def test_cut_words_fit(words: str, room: float) -> None:
    def width_of(text: str) -> float:
        return 7.0 * len(text)

    assert width_of(shortened(words, room, width_of)) <= max(room, 0)
    assert width_of(fitted((words, "300 mg", "300"), room, width_of)) <= room


def test_a_label_falls_back_to_the_dose_then_to_the_number() -> None:
    labels = ("300 mg, raised because nights stayed bad", "300 mg", "300")
    assert [fitted(labels, room, len) for room in (60, 30, 10, 5, 2)] == [
        labels[0],
        "300 mg, raised because nights…",
        "300 mg",
        "300",
        "",
    ]


def test_ten_years_of_forty_medicines_are_a_picture_too() -> None:
    many = [medicine(f"m{number}") for number in range(40)]
    steps = [step(Rough.of(on(0) - timedelta(days=90 * n)), 10 + n, treatment=f"m{n}") for n in range(40)]
    picture = drawn(many, steps, since=-3560)
    assert len(picture.lanes) == 40
    assert len(figure(picture, 790, least_height(picture, LIGHT)).draw()) > 0


def test_a_dose_once_a_week_is_said_so_and_never_as_a_fraction_a_day() -> None:
    lane = drawn([medicine()], [step(0, 10, times=1 / 7)]).lanes[0]
    assert isinstance(lane, BarLane)
    assert lane.bars[0].labels == ("10 mg, once a week",)


def test_a_reason_is_set_apart_from_the_dose() -> None:
    lane = drawn([medicine()], [step(0, 10, reason="Raised because of nights")]).lanes[0]
    assert isinstance(lane, BarLane)
    assert lane.bars[0].labels[0] == "10 mg – Raised because of nights"


def test_the_pain_line_says_over_how_many_days_it_is_averaged() -> None:
    pain = pain_of(value(0, 5.0), value(1, 4.0))
    assert drawn([], [], pain=pain).panels[0].note == "average of the day"
    assert drawn([], [], pain=pain, since=-3560).panels[0].note == "average of 11 days"


@given(st.floats(1, 60), st.floats(28, 60))
def test_no_label_is_struck_through_by_the_edge_of_its_bar(tall: float, room: float) -> None:
    tall = min(tall, room)
    middle = label_middle(tall, room, float)
    assert abs(middle - tall) >= 6.5
    assert middle <= room


def test_many_sessions_are_counted_by_stretches_of_days() -> None:
    lane = RingLane(
        name="Sessions", rings=tuple((MONDAY + day, Lateness.SAME_DAY) for day in range(0, 3650, 7))
    )
    found = ring_bins(lane, MONDAY, MONDAY + 3649, 15.5)
    assert sum(count for _, _, count in found) == len(lane.rings)
    assert len(found) <= 15
    assert all(one[1] < other[0] for one, other in pairwise(found))
    sessions = [
        (Session(uid=str(day), kind=SessionKind.TENS, day=on(day)), Lateness.SAME_DAY) for day in range(90)
    ]
    assert len(figure(drawn([], [], sessions=sessions), 790, 400).draw()) > 0
