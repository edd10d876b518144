"""What a record must satisfy before it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.models.codes import (
    Answered,
    AnswerList,
    EntryKind,
    Group,
    MeasureKind,
    SourceKind,
    StrokeMode,
    TouchedBy,
)
from diary.models.measures import ASKED_ALL, ASKED_SHORT, BUILT_IN, BY_CODE
from diary.models.moments import DAY_END, Moment
from diary.models.records import (
    Area,
    AreaQuality,
    AreaRegion,
    Entry,
    Measure,
    Reading,
    Source,
    Stroke,
)
from diary.models.rules import check, check_time, least_average_worst
from diary.wording import say

TODAY = date(2026, 11, 20)
DAY = Entry(uid="day", kind=EntryKind.DAY, day=TODAY, author="author-self")
SOME = {AnswerList.PLACES: Answered.SOME}


def keys(entry: Entry) -> list[str]:
    """Return the sentences of what does not fit, each of which can be said."""
    found = check(entry, BY_CODE, TODAY)
    assert all(say(one.key, **one.values) for one in found)
    return [one.key for one in found]


def answering(code: str, value: float | None, text: str | None = None) -> Entry:
    """Return an entry of the kind that keeps a measure, with one answer."""
    return replace(
        DAY,
        kind=BY_CODE[code].kept_in,
        readings=(Reading(measure=code, value=value, text=text),),
    )


def with_area(**fields: object) -> Entry:
    """Return an entry with one place."""
    return replace(DAY, answered=SOME, areas=(Area(uid="a", **fields),))  # type: ignore[arg-type]  # any field


def test_an_empty_entry_is_an_entry() -> None:
    assert keys(DAY) == []


def test_a_day_that_has_not_come_is_refused() -> None:
    assert keys(replace(DAY, day=TODAY + timedelta(days=1))) == ["problem.future"]
    assert keys(replace(DAY, day=TODAY)) == []
    assert keys(replace(DAY, day=date(1900, 1, 1))) == []


def at_time(at: str, about: date = TODAY, kind: SourceKind = SourceKind.TYPED) -> list[str]:
    """Return what does not fit of a moment at that time, asked at noon in Berlin; days end at 03:00."""
    entry = replace(DAY, kind=EntryKind.MOMENT, day=about, at=Moment.parse(at), source=Source(kind=kind))
    found = check_time(entry, Moment.parse("2026-11-20T12:00+01:00"), DAY_END)
    assert all(say(one.key, **one.values) for one in found)
    return [one.key for one in found]


def test_a_time_that_has_not_come_is_refused() -> None:
    assert at_time("2026-11-20T12:00+01:00") == []
    assert at_time("2026-11-20T12:01+01:00") == ["problem.future_time"]
    assert at_time("2026-11-20T12:01") == ["problem.future_time"]
    assert at_time("2026-11-20T18:00+09:00") == []
    assert check_time(DAY, Moment.parse("2026-11-20T12:00+01:00"), DAY_END) == ()


def test_a_time_typed_here_belongs_to_its_day() -> None:
    assert at_time("2026-11-20T02:59+01:00") == ["problem.other_day"]
    assert at_time("2026-11-20T02:59+01:00", date(2026, 11, 19)) == []
    assert at_time("2026-11-19T22:00+01:00") == ["problem.other_day"]


def test_another_source_counts_its_days_and_hours_itself() -> None:
    assert at_time("2026-11-20T02:59", kind=SourceKind.APP) == []
    assert at_time("2026-11-20T15:00", kind=SourceKind.APP) == []
    assert at_time("2026-11-20T15:00+01:00", kind=SourceKind.APP) == ["problem.future_time"]


@pytest.mark.parametrize("measure", BUILT_IN, ids=lambda one: one.code)
@pytest.mark.parametrize("kind", EntryKind)
def test_no_measure_is_kept_in_two_kinds_of_entry(measure: Measure, kind: EntryKind) -> None:
    entry = replace(DAY, kind=kind, readings=(Reading(measure=measure.code, value=1.0),))
    assert keys(entry) == ([] if kind is measure.kept_in else ["problem.kept_elsewhere"])


def test_sleep_is_kept_in_nights_and_pain_now_in_moments() -> None:
    kept = {one.code: one.kept_in for one in BUILT_IN}
    nights = {code for code, kind in kept.items() if kind is EntryKind.NIGHT}
    assert nights == {"sleep_quality", "sleep_min", "wakings", "wakings_pain", "awake_min"}
    moments = {code for code, kind in kept.items() if kind is EntryKind.MOMENT}
    assert moments == {"pain_now", "pain_peak", "attacks_now", "attack_now_s"}


def test_what_is_asked_is_known_and_asked_once() -> None:
    assert set(ASKED_SHORT) < set(ASKED_ALL) < set(BY_CODE)
    assert len({one.uid for one in BUILT_IN}) == len(BY_CODE) == len(BUILT_IN)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("code", ["pain_worst", "sleep_min"])
def test_what_is_no_number_is_refused(code: str, value: float) -> None:
    assert "problem.out_of_range" in keys(answering(code, value))


def test_an_own_number_without_range_takes_any_number_but_no_other() -> None:
    own = Measure(uid="own", code="own", kind=MeasureKind.NUMBER, kept_in=EntryKind.DAY, group=Group.OWN)
    for value, fits in ((-1.5e300, True), (0.1, True), (float("nan"), False), (float("inf"), False)):
        entry = replace(DAY, readings=(Reading(measure="own", value=value),))
        assert (check(entry, {"own": own}, TODAY) == ()) is fits


@given(st.sampled_from(BUILT_IN), st.integers(-2000, 2000))
def test_a_value_is_kept_exactly_inside_its_range(measure: Measure, value: int) -> None:
    assert measure.high is not None
    inside = 0 <= value <= measure.high
    assert (keys(answering(measure.code, float(value))) == []) is inside


IN_STEPS = [one for one in BUILT_IN if one.kind is not MeasureKind.NUMBER]


@given(st.sampled_from(IN_STEPS), st.floats(0, 10).filter(lambda one: not one.is_integer()))
def test_between_two_steps_of_a_scale_is_nothing(measure: Measure, value: float) -> None:
    assert measure.high is not None
    outside = ["problem.out_of_range"] if value > measure.high else []
    assert keys(answering(measure.code, value)) == [*outside, "problem.not_whole"]


def test_an_answer_says_something() -> None:
    assert keys(answering("mood", None)) == ["problem.empty_reading"]
    assert keys(answering("mood", None, "")) == ["problem.empty_reading"]
    assert keys(answering("mood", None, "rad")) == []
    assert keys(answering("mood", 0.0)) == []


def test_an_unknown_measure_and_one_answered_twice_are_refused() -> None:
    assert keys(replace(DAY, readings=(Reading(measure="horoscope", value=1.0),))) == [
        "problem.unknown_measure"
    ]
    mood = Reading(measure="mood", value=1.0)
    assert keys(replace(DAY, readings=(mood, mood))) == ["problem.twice"]


@pytest.mark.parametrize("severity", [-1, 11])
def test_a_severity_goes_from_0_to_10(severity: int) -> None:
    assert keys(with_area(severity=severity)) == ["problem.severity"]
    strong = AreaQuality(code="burning", strength=severity)
    assert keys(with_area(qualities=(strong,))) == ["problem.severity"]


def test_numbness_without_pain_has_a_strength_and_no_severity() -> None:
    numb = AreaQuality(code="numbness", strength=8)
    assert keys(with_area(severity=None, qualities=(numb,))) == []
    assert keys(with_area(severity=0, qualities=())) == []


def test_a_quality_is_a_code_or_an_own_word() -> None:
    assert keys(with_area(qualities=(AreaQuality(own_word="wie Glas"),))) == []
    assert keys(with_area(qualities=(AreaQuality(),))) == ["problem.quality"]
    assert keys(with_area(qualities=(AreaQuality(own_word=""),))) == ["problem.quality"]
    both = AreaQuality(code="burning", own_word="wie Glas")
    assert keys(with_area(qualities=(both,))) == ["problem.quality"]


def test_only_touch_says_what_touches_and_each_once() -> None:
    clothes = (TouchedBy.CLOTHES,)
    assert keys(with_area(qualities=(AreaQuality(code="touch", what=clothes),))) == []
    assert keys(with_area(qualities=(AreaQuality(code="touch", what=clothes * 2),))) == ["problem.touched_by"]
    for other in (AreaQuality(code="cold", what=clothes), AreaQuality(own_word="raw", what=clothes)):
        assert keys(with_area(qualities=(other,))) == ["problem.touched_by"]


def test_a_quality_of_the_list_is_on_the_list() -> None:
    assert keys(with_area(qualities=(AreaQuality(code="bruning"),))) == ["problem.quality"]


@pytest.mark.parametrize("coverage", [-0.1, 1.1, float("nan")])
def test_a_marked_share_goes_from_0_to_1(coverage: float) -> None:
    assert keys(with_area(regions=(AreaRegion(region="head", coverage=coverage),))) == ["problem.coverage"]


def test_a_region_is_marked_once_in_a_place_but_may_be_in_two_places() -> None:
    head = AreaRegion(region="head")
    assert keys(with_area(regions=(head, head))) == ["problem.region_twice"]
    two = (Area(uid="a", regions=(head,)), Area(uid="b", regions=(head,)))
    assert keys(replace(DAY, answered=SOME, areas=two)) == []


@pytest.mark.parametrize("said", [{}, {AnswerList.PLACES: Answered.NONE}])
def test_places_and_nothing_hurts_do_not_stand_together(said: dict[AnswerList, Answered]) -> None:
    assert keys(replace(DAY, answered=said, areas=(Area(uid="a", severity=3),))) == ["problem.places_answer"]


def test_a_measure_without_a_code_is_refused() -> None:
    own = Measure(uid="own", code=" ", kind=MeasureKind.NUMBER, kept_in=EntryKind.DAY, group=Group.OWN)
    assert [one.key for one in check(own, {}, TODAY)] == ["problem.measure_code"]


def test_least_average_and_worst_out_of_order_are_asked_about_and_not_refused() -> None:
    def pain(**values: float) -> Entry:
        return replace(DAY, readings=tuple(Reading(measure=f"pain_{k}", value=v) for k, v in values.items()))

    assert least_average_worst(pain(least=2, average=4, worst=7)) is None
    assert least_average_worst(pain(least=4, average=4, worst=4)) is None
    assert least_average_worst(pain(average=8, worst=7)) == ("pain_average", "pain_worst")
    assert least_average_worst(pain(least=5, worst=4)) == ("pain_least", "pain_worst")
    assert least_average_worst(pain(worst=4)) is None
    assert keys(pain(average=8, worst=7)) == []


def with_stroke(mode: StrokeMode, radius: int = 0, points: tuple[int, ...] = (3, 4)) -> list[str]:
    """Return what does not fit of a place drawn with one stroke."""
    return keys(with_area(strokes=(Stroke(view="front", mode=mode, radius=radius, points=points),)))


def test_a_stroke_is_a_line_of_whole_points() -> None:
    assert with_stroke(StrokeMode.PAINT, 5) == []
    assert with_stroke(StrokeMode.PAINT, 5, (3, 4, -900, 10**6)) == []
    assert with_stroke(StrokeMode.PAINT, 5, ()) == ["problem.stroke_points"]
    assert with_stroke(StrokeMode.PAINT, 5, (3, 4, 5)) == ["problem.stroke_points"]
    assert with_stroke(StrokeMode.PAINT, 5, (3, 10**6 + 1)) == ["problem.stroke_far"]


@pytest.mark.parametrize(
    ("mode", "radius", "fits"),
    [
        (StrokeMode.PAINT, 0, False),
        (StrokeMode.PAINT, -1, False),
        (StrokeMode.PAINT, 1, True),
        (StrokeMode.ERASE, 0, True),
        (StrokeMode.ERASE, 9, True),
        (StrokeMode.ERASE, -1, False),
        (StrokeMode.FILL, 0, True),
        (StrokeMode.FILL, 1, False),
    ],
)
def test_the_brush_fits_what_a_stroke_does(mode: StrokeMode, radius: int, fits: bool) -> None:
    assert with_stroke(mode, radius) == ([] if fits else ["problem.stroke_radius"])


def test_a_view_of_a_newer_figure_is_let_in() -> None:
    stroke = Stroke(view="of_tomorrow", mode=StrokeMode.FILL, points=(1, 2))
    assert keys(with_area(strokes=(stroke,))) == []


@pytest.mark.parametrize("view", ["", "Front", "../../secret", "front.json", "f" * 41, "sole\n"])
def test_a_view_is_a_plain_name(view: str) -> None:
    stroke = Stroke(view=view, mode=StrokeMode.FILL, points=(1, 2))
    assert keys(with_area(strokes=(stroke,))) == ["problem.stroke_view"]


def test_a_brush_is_no_wider_than_a_figure_can_be() -> None:
    assert with_stroke(StrokeMode.PAINT, 10_000) == []
    assert with_stroke(StrokeMode.PAINT, 10_001) == ["problem.stroke_radius"]
    assert with_stroke(StrokeMode.ERASE, 2**40) == ["problem.stroke_radius"]
