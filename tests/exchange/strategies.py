"""Whole records for property tests: every noun, nothing everywhere, emoji, right-to-left, odd numbers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from hypothesis import strategies as st

from diary.models import codes
from diary.models.codes import Noun
from diary.models.measures import BUILT_IN
from diary.models.mentions import Key
from diary.models.moments import Moment
from diary.models.nouns import PLAIN
from diary.models.records import (
    Area,
    AreaQuality,
    AreaRegion,
    Author,
    Change,
    Draft,
    Entry,
    GivenReport,
    Measure,
    Person,
    Provenance,
    Reading,
    Redrawing,
    Revision,
    Setting,
    SleepPiece,
    Source,
    Stroke,
)
from diary.storage.acts import canonical
from diary.storage.reading import SELF
from diary.storage.snapshot import Snapshot
from tests.storage.whole_records import of_noun, pointing

WORDS = st.one_of(
    st.sampled_from(
        [
            "",
            "brennt 🔥 wie Feuer",
            "ألم حارق",
            "כאב 👩🏽‍🦽",
            "=1+1",
            "a\nb\r\n\tc",
            "\x00",
            "x\u2028y",
            "null",
            "\\ud83d",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)
KEYS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)
NUMBERS = st.one_of(
    st.sampled_from([0.0, -0.0, 5.0, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, -1e300, 2.0**53 + 2]),
    st.floats(allow_nan=False, allow_infinity=False),
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The strategy, or None."""
    return st.none() | strategy


MOMENTS = st.builds(
    Moment,
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001  Moment.local is naive
    maybe(st.integers(-840, 840)),
    maybe(st.sampled_from(["Europe/Berlin", "Asia/Kathmandu"])),
)
SOURCES = st.builds(
    Source, kind=st.sampled_from(codes.SourceKind), name=WORDS, file_hash=maybe(st.just("ab" * 32))
)
NAMED_LATER = (Noun.DOSE_STEP, Noun.SIDE_EFFECT, Noun.DOSE, Noun.RELIEF, Noun.QUESTION, Noun.ATTAINMENT)
"""Nouns that name others, after those."""

SMALL = st.integers(0, 10)
ANY_INT = st.integers(-(2**63) + 1, 2**63 - 1)


def changes(uids: list[str], authors: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Change, ...]]:
    """One change for each uid, by one of the authors."""
    one = st.builds(
        Change,
        uid=st.just("replaced"),
        at=MOMENTS,
        day=DAYS,
        clock_ok=st.booleans(),
        author=authors,
        source=SOURCES,
        app_version=WORDS,
        verb=st.sampled_from(codes.Verb),
        reason=maybe(WORDS),
    )
    return st.tuples(*(one.map(partial(_with_uid, uid)) for uid in uids))


def _with_uid(uid: str, change: Change) -> Change:
    return replace(change, uid=uid)


def _reading(
    written: st.SearchStrategy[Provenance], codes_of_measures: st.SearchStrategy[str]
) -> st.SearchStrategy[Reading]:
    return st.builds(
        Reading,
        measure=codes_of_measures,
        value=maybe(NUMBERS),
        text=maybe(WORDS),
        wording=st.integers(1, 3),
        original=maybe(WORDS),
        original_unit=maybe(WORDS),
        source_key=maybe(WORDS),
        written=written,
    )


FAR = st.integers(-1_000_000, 1_000_000) | st.integers(-9, 99)
LEAST = {codes.StrokeMode.PAINT: 1, codes.StrokeMode.ERASE: 0, codes.StrokeMode.FILL: 0}


def _strokes(mode: codes.StrokeMode) -> st.SearchStrategy[Stroke]:
    return st.builds(
        Stroke,
        view=st.sampled_from(["sole", "view_of_tomorrow", "_"]),
        mode=st.just(mode),
        radius=st.integers(LEAST[mode], 0 if mode is codes.StrokeMode.FILL else 10_000),
        points=st.lists(st.tuples(FAR, FAR), min_size=1, max_size=5).map(lambda line: sum(line, ())),
    )


STROKES = st.sampled_from(codes.StrokeMode).flatmap(_strokes)


def _area(written: st.SearchStrategy[Provenance]) -> st.SearchStrategy[Area]:
    qualities = st.builds(
        AreaQuality,
        code=maybe(st.sampled_from([str(one) for one in codes.Quality])),
        own_word=maybe(WORDS),
        strength=maybe(SMALL),
        what=st.lists(st.sampled_from(codes.TouchedBy), max_size=3, unique=True).map(tuple),
    )
    regions = st.builds(AreaRegion, region=KEYS, coverage=NUMBERS)
    return st.builds(
        Area,
        uid=st.uuids().map(str),
        severity=maybe(SMALL),
        qualities=st.lists(qualities, max_size=3).map(tuple),
        regions=st.lists(regions, max_size=3, unique_by=lambda one: one.region).map(tuple),
        depth=maybe(st.sampled_from(codes.Depth)),
        limb=st.sampled_from(codes.Limb),
        at=maybe(MOMENTS),
        figure_version=maybe(WORDS),
        grid_version=maybe(WORDS),
        strokes=st.lists(STROKES, max_size=2).map(tuple),
        written=written,
    )


def _entry(
    written: st.SearchStrategy[Provenance],
    authors: st.SearchStrategy[str] = KEYS,
    codes_of_measures: st.SearchStrategy[str] = KEYS,
) -> st.SearchStrategy[Entry]:
    readings = st.lists(_reading(written, codes_of_measures), max_size=3, unique_by=lambda one: one.measure)
    pieces = st.builds(
        SleepPiece,
        uid=st.uuids().map(str),
        bed=maybe(MOMENTS),
        asleep=maybe(MOMENTS),
        awake=maybe(MOMENTS),
        up=maybe(MOMENTS),
        asleep_min=maybe(ANY_INT),
        nap=st.booleans(),
        source_key=maybe(WORDS),
        written=written,
    )
    return st.builds(
        Entry,
        uid=st.uuids().map(str),
        kind=st.sampled_from(codes.EntryKind),
        day=DAYS,
        author=authors,
        source=SOURCES,
        source_key=maybe(st.uuids().map(str)),
        at=maybe(MOMENTS),
        until=maybe(MOMENTS),
        note=WORDS,
        doing=WORDS,
        helped=WORDS,
        answered=st.dictionaries(st.sampled_from(codes.AnswerList), st.sampled_from(codes.Answered)),
        asked=st.lists(KEYS, max_size=2).map(tuple),
        readings=readings.map(tuple),
        areas=st.lists(_area(written), max_size=2).map(tuple),
        sleep=st.lists(pieces, max_size=2).map(tuple),
        written=written,
    )


def _measure(written: st.SearchStrategy[Provenance]) -> st.SearchStrategy[Measure]:
    return st.builds(
        Measure,
        uid=KEYS,
        code=KEYS.filter(str.strip),
        kind=st.sampled_from(codes.MeasureKind),
        kept_in=st.sampled_from(codes.EntryKind),
        group=st.sampled_from(codes.Group),
        direction=st.sampled_from(codes.Direction),
        unit=maybe(WORDS),
        low=maybe(NUMBERS),
        high=maybe(NUMBERS),
        label=maybe(WORDS),
        low_words=maybe(WORDS),
        high_words=maybe(WORDS),
        choices=st.lists(WORDS, max_size=3).map(tuple),
        wording=st.integers(1, 3),
        position=ANY_INT,
        hidden=st.booleans(),
        source=SOURCES,
        written=written,
    ).map(_fitting_rules)


def _fitting_rules(measure: Measure) -> Measure:
    """The measure without what the rules refuse."""
    if measure.label is not None and not measure.label.strip():
        measure = replace(measure, label=None)
    if measure.low is not None and measure.high is not None and measure.low >= measure.high:
        measure = replace(measure, high=None)
    few = len(measure.choices) < 2 or len(set(measure.choices)) != len(measure.choices)
    return replace(measure, choices=("less", "more")) if few else measure


def _report(written: st.SearchStrategy[Provenance]) -> st.SearchStrategy[GivenReport]:
    values = st.none() | st.booleans() | ANY_INT | NUMBERS | WORDS | st.lists(WORDS, max_size=2)
    return st.builds(
        GivenReport,
        uid=KEYS,
        given=MOMENTS,
        since=DAYS,
        until=DAYS,
        to=WORDS,
        choices=st.dictionaries(WORDS, values, max_size=2),
        content_hash=WORDS,
        pdf=st.binary(max_size=20),
        written=written,
    )


def _redrawing(written: st.SearchStrategy[Provenance]) -> st.SearchStrategy[Redrawing]:
    return st.builds(
        Redrawing,
        uid=KEYS,
        drawn=MOMENTS,
        day=DAYS,
        entry=WORDS,
        areas=st.lists(_area(maybe(written)), max_size=2).map(tuple),
        agreement=NUMBERS,
        first_pct=NUMBERS,
        again_pct=NUMBERS,
        written=written,
    )


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """A whole record whose parts fit together."""
    uids = draw(st.lists(KEYS, min_size=1, max_size=3, unique=True))
    uid = st.sampled_from(uids)
    written = st.builds(Provenance, first=uid, last=uid)

    def some(one: st.SearchStrategy[Any], *keys: str) -> tuple[Any, ...]:
        unique = tuple(lambda record, key=key: getattr(record, key) for key in keys)
        return tuple(draw(st.lists(one, max_size=2, unique_by=unique)))

    measures = some(_measure(written), "uid", "code")
    authors = some(
        st.builds(Author, uid=KEYS, role=st.sampled_from(codes.AuthorRole), name=WORDS, written=written),
        "uid",
    )
    writers = st.sampled_from([SELF, *(one.uid for one in authors)])
    known = st.sampled_from([one.code for one in (*BUILT_IN, *measures)])
    entry = _entry(written, writers, known)
    entries = some(entry, "uid", "day", "source_key" if draw(st.booleans()) else "uid")
    before = st.one_of(
        _entry(written), _measure(written), _redrawing(written), *(of_noun(noun, written) for noun in PLAIN)
    )
    made = st.builds(
        lambda record, change, replaced: Revision(
            noun=record.noun, uid=record.uid, change=change, replaced=replaced, before=canonical(record)
        ),
        before,
        uid,
        uid,
    )
    revisions = draw(st.lists(made, max_size=2).map(tuple))
    plain = _fitting(
        {noun: some(of_noun(noun, written), "uid") for noun in PLAIN},
        [*((one.noun, one.uid) for one in revisions), *((Noun.ENTRY, one.uid) for one in entries)],
    )
    return Snapshot(
        changes=draw(changes(uids, writers)),
        entries=entries,
        measures=measures,
        people=some(
            st.builds(Person, uid=KEYS, name=WORDS, born=maybe(DAYS), note=WORDS, written=written), "uid"
        ),
        authors=authors,
        given_reports=some(_report(written), "uid"),
        redrawings=some(_redrawing(written), "uid"),
        settings=some(
            st.builds(Setting, uid=KEYS, value=st.just(json.dumps("03:00")), written=written), "uid"
        ),
        revisions=revisions,
        drafts=some(st.builds(Draft, key=KEYS, content=WORDS, kept=MOMENTS), "key"),
        plain=plain,
    )


def _fitting(drawn: dict[Noun, tuple[Any, ...]], others: list[Key]) -> dict[Noun, tuple[Any, ...]]:
    """The records that name only what is there or was; what may be absent is where nothing is there."""
    there: dict[Noun, list[str]] = {}
    fitting: dict[Noun, tuple[Any, ...]] = dict.fromkeys(drawn, ())
    for noun, uid in others:
        there.setdefault(noun, []).append(uid)
    for noun in sorted(drawn, key=NAMED_LATER.__contains__):
        kept = [one for record in drawn[noun] if (one := pointing(record, there)) is not None]
        fitting[noun] = tuple(kept)
        there.setdefault(noun, []).extend(one.uid for one in kept)
    return fitting
