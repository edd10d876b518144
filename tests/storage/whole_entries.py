"""Whole entries that fit the rules, for property tests: emoji, right-to-left, long notes, odd numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from diary.models.codes import (
    Answered,
    AnswerList,
    Depth,
    Direction,
    EntryKind,
    Group,
    Limb,
    MeasureKind,
    Quality,
    StrokeMode,
    TouchedBy,
)
from diary.models.measures import BUILT_IN
from diary.models.moments import Moment, day_of
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Measure, Reading, SleepPiece, Stroke
from diary.storage.reading import SELF

OWN_NUMBER = Measure(
    uid="measure-own",
    code="own.steps",
    kind=MeasureKind.NUMBER,
    kept_in=EntryKind.DAY,
    group=Group.OWN,
    direction=Direction.NONE,
    label="Schritte 👣",
)
"""A measure of one's own that takes any number."""

MEASURES = (*BUILT_IN, OWN_NUMBER)
TEXTS = st.one_of(
    st.sampled_from(
        ["", "brennt 🔥", "ألم حارق", "כאב 👩🏽‍🦽", "a\nb\r\n\tc", "\x00", "' OR 1=1 --", "e\u0301"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.integers(1, 4).map(lambda many: "Heute war es schlimm. 🌧 " * 2000 * many),
)
SHORT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)
MOMENTS = st.builds(
    Moment,
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001  Moment.local is naive
    st.none() | st.integers(-840, 840),
    st.none() | st.sampled_from(["Europe/Berlin", "Asia/Kathmandu"]),
)
PAST = st.builds(
    Moment,
    st.datetimes(datetime(1900, 1, 2), datetime(2026, 11, 20, 12)),  # noqa: DTZ001  Moment.local is naive
    st.none() | st.integers(-840, 840),
    st.none() | st.sampled_from(["Europe/Berlin", "Asia/Kathmandu"]),
)
"""Times up to the noon on which the clock stands."""

SMALL = st.integers(0, 10)
QUALITIES = (
    st.builds(AreaQuality, code=st.sampled_from([str(one) for one in Quality]), strength=st.none() | SMALL)
    | st.builds(
        AreaQuality,
        code=st.just(str(Quality.TOUCH)),
        what=st.lists(st.sampled_from(TouchedBy), unique=True).map(tuple),
    )
    | st.builds(AreaQuality, own_word=SHORT, strength=st.none() | SMALL)
)
REGIONS = st.builds(AreaRegion, region=SHORT, coverage=st.floats(0, 1))
FAR = st.integers(-1_000_000, 1_000_000)
VIEWS = st.sampled_from(["front", "sole"]) | st.text("abcxyz_", min_size=1, max_size=40)
"""Names of views, also of those that a later diary may draw."""
STROKES = st.builds(
    Stroke,
    view=VIEWS,
    mode=st.just(StrokeMode.PAINT),
    radius=st.integers(1, 90),
    points=st.lists(st.tuples(FAR, FAR), min_size=1, max_size=5).map(lambda many: sum(many, ())),
) | st.builds(
    Stroke, view=VIEWS, mode=st.sampled_from([StrokeMode.ERASE, StrokeMode.FILL]), points=st.tuples(FAR, FAR)
)
AREAS = st.builds(
    Area,
    uid=st.uuids().map(str),
    severity=st.none() | SMALL,
    qualities=st.lists(QUALITIES, max_size=3).map(tuple),
    regions=st.lists(REGIONS, max_size=3, unique_by=lambda one: one.region).map(tuple),
    depth=st.none() | st.sampled_from(Depth),
    limb=st.sampled_from(Limb),
    at=st.none() | MOMENTS,
    figure_version=st.none() | SHORT,
    grid_version=st.none() | SHORT,
    strokes=st.lists(STROKES, max_size=3).map(tuple),
    site=st.none() | SHORT,
)
PIECES = st.builds(
    SleepPiece,
    uid=st.uuids().map(str),
    bed=st.none() | MOMENTS,
    asleep=st.none() | MOMENTS,
    awake=st.none() | MOMENTS,
    up=st.none() | MOMENTS,
    asleep_min=st.none() | st.integers(0, 2000),
    nap=st.booleans(),
    source_key=st.none() | SHORT,
)


@st.composite
def reading(draw: st.DrawFn, measure: Measure) -> Reading:
    """An answer to one measure, inside its range."""
    if measure is OWN_NUMBER:
        value = draw(st.floats(allow_nan=False, allow_infinity=False) | st.none())
    else:
        value = float(draw(st.integers(0, int(measure.high or 0))))
    text = draw(SHORT) if value is None else draw(st.none() | SHORT)
    original, key = draw(st.none() | TEXTS), draw(st.none() | SHORT)
    return Reading(measure=measure.code, value=value, text=text, original=original, source_key=key)


@st.composite
def entries(draw: st.DrawFn, kind: EntryKind | None = None) -> Entry:
    """An entry of one kind that fits the rules, called "one"."""
    of = draw(st.sampled_from(EntryKind)) if kind is None else kind
    known = [one for one in MEASURES if one.kept_in is of]
    chosen = draw(st.lists(st.sampled_from(known), max_size=4, unique_by=lambda one: one.code))
    areas = draw(st.lists(AREAS, max_size=3, unique_by=lambda one: one.uid))
    said = draw(st.dictionaries(st.sampled_from(AnswerList), st.sampled_from([Answered.SOME, Answered.NONE])))
    if draw(st.booleans()):
        said[AnswerList.PLANNED] = Answered.ALL
    if areas:
        said[AnswerList.PLACES] = Answered.SOME
    at = draw(st.none() | PAST)
    lasted = timedelta(minutes=draw(st.integers(0, 3000)))
    ended = None if at is None else Moment(at.local + lasted, at.offset_min, at.zone)
    return Entry(
        uid="one",
        kind=of,
        day=draw(st.dates(date(1900, 1, 1), date(2026, 11, 20))) if at is None else day_of(at.local),
        author=SELF,
        at=at,
        until=draw(MOMENTS) if ended is None else ended,
        note=draw(TEXTS),
        doing=draw(TEXTS),
        helped=draw(TEXTS),
        answered=said,
        asked=tuple(draw(st.lists(SHORT, max_size=3))),
        readings=tuple(sorted((draw(reading(one)) for one in chosen), key=lambda one: one.measure)),
        areas=tuple(areas),
        sleep=tuple(draw(st.lists(PIECES, max_size=2, unique_by=lambda one: one.uid))),
    )


def bare(entry: Entry) -> Entry:
    """The entry without who wrote what."""
    return replace(
        entry,
        written=None,
        readings=tuple(replace(one, written=None) for one in entry.readings),
        areas=tuple(replace(one, written=None) for one in entry.areas),
        sleep=tuple(replace(one, written=None) for one in entry.sleep),
    )
