"""The sample diary is believable, holds something of every noun, and is the same each time."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean, stdev
from typing import TYPE_CHECKING

import pytest

from diary.anatomy.coverage import regions_of
from diary.errors import DiaryError
from diary.exchange.demo import demo, sample
from diary.exchange.demo_report import with_report
from diary.exchange.restore_checks import check_whole
from diary.models import rules
from diary.models.codes import (
    Answered,
    AnswerList,
    EntryKind,
    Lateness,
    Quality,
    SourceKind,
    StrokeMode,
    Verb,
)
from diary.models.measures import BY_CODE
from diary.models.moments import day_of
from diary.models.nouns import PLAIN, SECTION_OF
from diary.paths import resource
from diary.storage import clock, queries
from diary.storage.diary import Diary
from diary.storage.reading import SELF
from diary.storage.snapshot import snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from diary.storage.snapshot import Snapshot

UNTIL = date(2026, 11, 19)
FIRST = UNTIL - timedelta(days=89)


@pytest.fixture(scope="module")
def usual() -> Snapshot:
    """The sample diary as it is made when nothing is asked of it."""
    return sample(days=90, seed=1, until=UNTIL)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a file."""
    path = tmp_path_factory.mktemp("sample") / "sample.sqlite3"
    demo(path, days=90, seed=1, until=UNTIL)
    return path


def test_the_same_arguments_make_the_same_diary_and_others_another(usual: Snapshot) -> None:
    assert sample(days=90, seed=1, until=UNTIL) == usual
    assert sample(days=90, seed=2, until=UNTIL) != usual


@pytest.mark.parametrize("seed", range(1, 6))
def test_every_noun_and_every_kind_is_there(seed: int) -> None:
    whole = sample(days=90, seed=seed, until=UNTIL)
    assert all(getattr(whole, name) for name in whole.__slots__)
    assert {one.kind for one in whole.entries} == set(EntryKind)
    verbs = {Verb.SAVE, Verb.EDIT, Verb.DELETE, Verb.IMPORT, Verb.ERASE}
    assert {one.verb for one in whole.changes} == verbs
    assert {noun: bool(many) for noun, many in whole.plain.items()} == dict.fromkeys(PLAIN, True)
    assert {one.author for one in whole.entries} > {SELF}
    assert {one.source.kind for one in whole.entries} == {SourceKind.TYPED, SourceKind.DEVICE}
    assert any(one.answered.get(AnswerList.PLACES) is Answered.NONE for one in whole.entries)
    numb = [area for one in whole.entries for area in one.areas if area.qualities[0].code == Quality.NUMBNESS]
    assert numb
    assert {area.severity for area in numb} == {None}


@pytest.mark.parametrize("seed", range(1, 6))
def test_nothing_in_it_breaks_a_rule_or_lies_ahead(seed: int) -> None:
    whole = sample(days=200, seed=seed, until=UNTIL)
    known = {**BY_CODE, **{one.code: one for one in whole.measures}}
    assert [problem for one in whole.entries for problem in rules.check(one, known, UNTIL)] == []
    assert [rules.least_average_worst(one) for one in whole.entries if rules.least_average_worst(one)] == []
    for section in SECTION_OF.values():
        of_noun = whole.section(section)
        assert [problem for one in of_noun for problem in rules.check(one, known, UNTIL)] == []
    check_whole(whole)
    assert max(one.at.local for one in whole.changes).date() <= UNTIL + timedelta(days=1)
    assert all(day_of(one.at.local) == one.day <= UNTIL for one in whole.changes)
    written = {one.uid: one.day for one in whole.changes}
    typed = [one for one in whole.entries if one.written is not None]
    assert all(written[one.written.first] >= one.day for one in typed if one.written)


def test_its_days_say_what_the_lists_of_medicines_hold(usual: Snapshot) -> None:
    days = [one for one in usual.entries if one.kind is EntryKind.DAY and one.author == SELF]
    said = {one.day: one.answered.get(AnswerList.DOSES) for one in days}
    assert set(said.values()) == {Answered.SOME, Answered.NONE, None}  # most days, not all
    assert {one.day for one in usual.section("doses")} == {day for day in said if said[day] is Answered.SOME}
    planned = {one.answered.get(AnswerList.PLANNED) for one in days}
    assert planned == {Answered.ALL, Answered.SOME, None}


def test_reliefs_are_told_around_doses_that_were_written_at_once(usual: Snapshot) -> None:
    doses = {one.uid: one for one in usual.section("doses")}
    for relief in usual.section("reliefs"):
        dose = doses[relief.dose]
        assert relief.at.local - dose.at.local == timedelta(minutes=relief.after_min)
    assert {one.after_min for one in usual.section("reliefs")} == {0, 30, 60, 120}
    assert {one.at for one in doses.values()} != {None}


def test_no_dose_lies_before_its_treatment_began() -> None:
    whole = sample(days=900, seed=1, until=UNTIL)
    begun = {one.uid: one.started for one in whole.section("treatments")}
    doses = whole.section("doses")
    assert min(one.day for one in doses) < UNTIL - timedelta(days=800)
    assert not [one for one in doses if begun[one.treatment] and one.day < begun[one.treatment].first]


def test_flares_have_an_end_after_their_start_and_some_have_none(usual: Snapshot) -> None:
    flares = [one for one in usual.entries if one.kind is EntryKind.MOMENT]
    ended = [one for one in flares if one.at and one.until]
    assert 0 < len(ended) < len(flares)
    assert all(one.until.local > one.at.local for one in ended if one.at and one.until)
    assert any(one.doing for one in flares)
    assert any(one.reading("pain_peak") for one in flares)


def test_times_of_a_night_fit_the_minutes_that_were_given(usual: Snapshot) -> None:
    timed = [one for one in usual.entries if one.sleep and one.source.kind is SourceKind.TYPED]
    assert any(piece.nap for one in timed for piece in one.sleep)
    for entry in timed:
        piece = entry.sleep[0]
        bed, asleep, awake, up = (getattr(piece, name).local for name in ("bed", "asleep", "awake", "up"))
        assert bed <= asleep < awake <= up
        said = {one.measure: one.value or 0.0 for one in entry.readings}
        assert (awake - asleep) / timedelta(minutes=1) == said["sleep_min"] + said["awake_min"]


def test_every_place_belongs_to_a_lasting_one(usual: Snapshot) -> None:
    sites = {one.uid: one for one in usual.section("sites")}
    used = {area.site for one in usual.entries for area in one.areas}
    assert used == sites.keys()


def test_the_partner_wrote_twice_once_late(usual: Snapshot) -> None:
    written = {one.uid: one.day for one in usual.changes}
    theirs = [one for one in usual.entries if one.author != SELF]
    assert sorted((written[one.written.first] - one.day).days for one in theirs if one.written) == [0, 2]


def test_time_goes_forward(usual: Snapshot) -> None:
    moments = [one.at.utc for one in usual.changes]
    assert all(one <= other for one, other in pairwise(moments) if one and other)


def test_summer_time_ends_in_it(usual: Snapshot) -> None:
    assert {one.at.offset_min for one in usual.changes} == {60, 120}


def test_its_places_are_regions_of_the_figure(usual: Snapshot) -> None:
    vocabulary = json.loads(resource("anatomy/territories.json").read_text("utf-8"))
    regions = {one["id"] for one in vocabulary["regions"]}
    used = {one.region for entry in usual.entries for area in entry.areas for one in area.regions}
    assert used <= regions
    assert any(one.endswith("_L") for one in used)
    assert any(one.endswith("_R") for one in used)


@pytest.mark.parametrize("seed", range(1, 6))
def test_pain_is_believable(seed: int) -> None:
    whole = sample(days=3 * 365, seed=seed, until=UNTIL)
    pain = {
        one.day: reading.value
        for one in whole.entries
        if (reading := one.reading("pain_average")) and reading.value is not None
    }
    assert 3 <= mean(pain.values()) <= 6
    assert 1 <= stdev(pain.values()) <= 2.5
    steps = [abs(pain[day] - pain[day + timedelta(1)]) for day in pain if day + timedelta(1) in pain]
    assert mean(steps) < stdev(pain.values())  # a day leans on the day before
    assert {0, 8} <= set(pain.values())


def test_a_week_without_entries_is_in_it(usual: Snapshot) -> None:
    typed = sorted(
        {one.day for one in usual.entries if one.source.kind is SourceKind.TYPED and one.author == SELF}
    )
    assert max((later - earlier).days for earlier, later in pairwise(typed)) >= 8


def test_the_file_holds_it_and_every_lateness(file: Path) -> None:
    diary = Diary(file, create=False)
    rows = diary.ask(queries.values_between, [*BY_CODE], FIRST - timedelta(900), UNTIL)
    assert {row.lateness for row in rows} == set(Lateness)
    assert any(row.changed for row in rows)
    whole = diary.ask(snapshot)
    diary.close()
    assert whole == with_report(sample(days=90, seed=1, until=UNTIL))


def test_the_report_that_was_given_is_a_real_one(file: Path) -> None:
    diary = Diary(file, create=False)
    newest = diary.ask(queries.given_reports)[0]
    diary.close()
    assert newest.pdf.startswith(b"%PDF-1.7")
    assert len(newest.pdf) > 20_000
    assert len(newest.content_hash) == 64


def test_a_sample_ends_today_at_the_latest(tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="has not come yet"):
        demo(tmp_path / "later.sqlite3", days=3, until=clock.now().local.date() + timedelta(days=2))
    assert not (tmp_path / "later.sqlite3").exists()


def test_a_file_that_holds_a_diary_is_left_as_it_is(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(DiaryError, match="already holds entries"):
        demo(file, days=3, seed=1, until=UNTIL)
    assert file.read_bytes() == before


@pytest.mark.parametrize("days", [0, -1, 10**6])
def test_a_number_of_days_that_cannot_be_is_refused(tmp_path: Path, days: int) -> None:
    with pytest.raises(DiaryError, match="1 to"):
        demo(tmp_path / "sample.sqlite3", days=days)
    assert not (tmp_path / "sample.sqlite3").exists()


@pytest.mark.parametrize("days", [1, 2, 5])
def test_even_a_short_one_can_be_made(tmp_path: Path, days: int) -> None:
    demo(tmp_path / "sample.sqlite3", days=days, until=UNTIL)
    opened = Diary(tmp_path / "sample.sqlite3", create=False)
    span = opened.ask(queries.span)
    opened.close()
    assert span is not None
    assert UNTIL - timedelta(days - 1) <= span[0] <= span[1] <= UNTIL


def test_the_drawings_give_the_regions_that_are_kept_with_them() -> None:
    areas = [area for one in sample(days=60, seed=3, until=UNTIL).entries for area in one.areas]
    assert {stroke.mode for area in areas for stroke in area.strokes} == {StrokeMode.PAINT, StrokeMode.FILL}
    for area in areas:
        assert area.strokes
        assert area.regions == regions_of(area.strokes)


def test_the_same_place_is_not_drawn_alike_every_day() -> None:
    areas = [area for one in sample(days=60, seed=3, until=UNTIL).entries for area in one.areas]
    left_soles = {area.strokes for area in areas if area.regions[0].region == "foot_inner_edge_L"}
    assert len(left_soles) > 2


def test_a_day_was_drawn_again_much_alike() -> None:
    (again,) = sample(days=60, seed=3, until=UNTIL).redrawings
    assert 0.5 < again.agreement <= 1
    assert again.areas
