"""What the report says: numbers, places, completeness and notes, gathered from real files."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from diary.anatomy.drawing import views_of
from diary.anatomy.views import load_view
from diary.errors import DiaryError
from diary.exchange.demo import demo
from diary.exchange.report_gather import (
    ReportChoices,
    content_hash,
    default_period,
    gather,
    picture,
    report,
    typeset,
)
from diary.exchange.report_data import canonical
from diary.exchange.report_fit import plain_levels
from diary.exchange.report_others import FIRST
from diary.exchange.report_pictures import VIEWS, figure, views_shown
from diary.models.codes import Depth, Direction, EntryKind, Group, Limb, MeasureKind, SourceKind
from diary.models.measures import BY_CODE
from diary.models.moments import Moment
from diary.models.records import Entry, GivenReport, Measure, Person, Reading, Replace, Source
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.reading import SELF
from diary.wording import say
from tests.exchange.report_days import SOLE, TODAY, Written, day_entry, night, place, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MONTH = ReportChoices(since=TODAY - timedelta(days=29), until=TODAY)


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    """An empty diary; it is the evening of 20 November 2026."""
    made = Written(tmp_path / "diary.sqlite3")
    yield made
    made.diary.close()


def test_memory_notes_stay_out_of_averages_and_are_said(written: Written) -> None:
    written.write(day_entry(0, 4), day_entry(1, 4), on=TODAY)
    written.write(day_entry(20, 10), late=9)
    data = gather(written.diary, MONTH)
    assert data.numbers[0].number == "4.0"
    assert "1 more than 3 days later" in data.complete
    assert "The one entry written more than 3 days later is left out of averages." in data.complete
    assert data.pain.series is not None
    assert [row[3] for row in data.pain.series["pain_average"]["values"]] == [
        "memory",
        "next_day",
        "same_day",
    ]


def test_one_day_is_told_in_words_and_counts_no_days(written: Written) -> None:
    written.write(day_entry(0, 4, worst=6, least=2, places=(place("a"),)), night(0, sleep_min=325))
    data = gather(written.diary, replace(MONTH, since=TODAY))
    assert data.pain.series is None
    assert data.pain.caption == "20 Nov 2026: average 4, worst 6, least 2."
    assert [one.label for one in data.numbers] == [say("report.average"), say("report.worst_one")]
    assert data.others.lines[0].values == ()
    assert "week" not in data.complete


def test_a_memory_note_on_a_lone_day_is_told_as_one(written: Written) -> None:
    written.write(day_entry(20, 10), late=9)
    assert gather(written.diary, MONTH).pain.caption == (
        "31 Oct 2026, written over 3 days later: average 10."
    )


def test_few_days_have_no_share_in_per_cent(written: Written) -> None:
    for ago in range(4):
        written.write(day_entry(ago, 5, worst=8))
    assert "%" not in gather(written.diary, MONTH).numbers[2].note
    for ago in range(4, 10):
        written.write(day_entry(ago, 5, worst=8))
    assert "100 %" in gather(written.diary, MONTH).numbers[2].note


def test_a_small_line_says_its_span(written: Written) -> None:
    for ago in range(10):
        written.write(day_entry(ago, 5, mood=ago % 5 + 2))
    (line,) = gather(written.diary, MONTH).others.lines
    assert line.span == "2 to 6"


def test_what_an_app_noted_with_yes_is_one_line_below_the_measures(written: Written) -> None:
    source = Source(kind=SourceKind.APP, name="Daylio", file_hash="0" * 64)
    gaming = Measure(
        uid="g",
        code="own_g",
        label="gaming",
        kind=MeasureKind.YES_NO,
        kept_in=EntryKind.MOMENT,
        group=Group.OWN,
        direction=Direction.NONE,
    )
    at = Moment.parse("2026-11-19T15:00:00+01:00")
    moment = Entry(
        uid="m",
        kind=EntryKind.MOMENT,
        day=at.local.date(),
        author=SELF,
        at=at,
        source=source,
        source_key="k",
        readings=(Reading(measure="own_g", value=1),),
    )
    written.write(gaming, moment, on=TODAY)
    written.write(day_entry(0, 5, mood=4))
    data = gather(written.diary, MONTH)
    assert [line.code for line in data.others.lines] == ["mood"]
    assert data.others.extras == "Days with yes, noted in Daylio: gaming 1."


def test_a_measure_without_a_place_on_the_page_is_named(written: Written) -> None:
    codes = [one for one in FIRST if BY_CODE[one].kept_in is EntryKind.DAY]
    own = [
        Measure(
            uid=f"u{n}",
            code=f"own_{n}",
            kind=MeasureKind.COUNT,
            kept_in=EntryKind.DAY,
            group=Group.OWN,
            direction=Direction.NONE,
            low=0,
            high=20,
            label=f"Cups {n}",
            position=100 + n,
        )
        for n in range(6)
    ]
    written.write(*own, on=TODAY)
    filled = [Reading(measure=code, value=3) for code in (*codes, *(one.code for one in own))]
    written.write(replace(day_entry(0), readings=tuple(filled)))
    data = gather(written.diary, MONTH)
    shown, more = len(data.others.lines), plain_levels(data)[0]["more_others"]
    assert shown > 10
    assert more == f"Also in the diary: {', '.join(line.label for line in data.others.lines[10:])}."


def test_completeness_counts_each_class_once_and_names_no_class_that_is_absent(written: Written) -> None:
    for ago in range(29, 20, -1):
        written.write(day_entry(ago))
    written.write(day_entry(12), late=1)
    written.write(day_entry(0), night(0, sleep_min=400))
    data = gather(written.diary, MONTH)
    assert "Day entry on 11 of 30 days (37 %): 10 same day, 1 next day." in data.complete
    assert "Sleep on 1 night (3 %)." in data.complete
    assert "Longest gap 11 days (9 Nov to 19 Nov)." in data.complete
    assert "imported" not in data.complete
    assert "changed" not in data.complete
    assert say("report.differ") in data.complete


def test_a_changed_entry_is_counted_as_changed(written: Written) -> None:
    written.write(day_entry(1))
    before = written.diary.ask(queries.entry, "day-1")
    assert before is not None
    written.diary.apply([Replace(before=before, after=replace(before, note="another word"))])
    assert "1 entry was changed after first saving." in gather(written.diary, MONTH).complete


def test_days_count_from_the_first_day_of_the_diary_and_that_is_said(written: Written) -> None:
    written.write(day_entry(3))
    data = gather(written.diary, MONTH)
    assert "Day entry on 1 of 4 days" in data.complete
    assert "Days count from 17 Nov 2026, when the diary begins." in data.complete


def test_the_headline_counts_severe_days_and_days_on_which_nothing_hurt(written: Written) -> None:
    written.write(day_entry(2, 5, worst=8, places=(place("a"),)))
    written.write(day_entry(1, 5, worst=6, places=(place("b"),)))
    written.write(day_entry(0, 0, worst=0, places=()))
    labels = {one.label: (one.number, one.after) for one in gather(written.diary, MONTH).numbers}
    assert labels[say("report.severe")] == ("1", "of 3")
    assert labels[say("report.nothing")] == ("1", "of 3")
    assert labels[say("report.worst")][0] == "4.7"


def test_what_was_not_answered_is_not_a_day_without_pain(written: Written) -> None:
    written.write(day_entry(0, None, mood=5))
    data = gather(written.diary, MONTH)
    assert data.numbers == ()
    assert data.pain.caption == say("report.pain_none")
    assert data.where.caption == say("report.where_none")


def test_moments_alone_are_told_as_moments(written: Written) -> None:
    at = Moment.parse("2026-11-19T15:00:00+01:00")
    reading = Reading(measure="pain_now", value=8)
    written.write(
        Entry(uid="m", kind=EntryKind.MOMENT, day=at.local.date(), author=SELF, at=at, readings=(reading,))
    )
    first = gather(written.diary, MONTH).numbers[0]
    assert (first.label, first.number, first.note) == (say("report.average_moments"), "8.0", "from 1 moment")


def test_places_carry_their_mean_severity_and_days_on_which_places_were_answered(written: Written) -> None:
    written.write(day_entry(2, places=(place("a", 8),)))
    written.write(day_entry(1, places=(place("b", 5, regions=SOLE[:2], qualities=("touch",)),)))
    written.write(day_entry(0, places=(place("c", 3, regions=("palm_radial_R",), qualities=("tingling",)),)))
    lines = gather(written.diary, MONTH).where.places
    assert [(one.words, one.severity, one.badge, one.note) for one in lines] == [
        ("Left sole", "6.5", "7", "2 of 3 days"),
        ("Right palm, thumb side and centre", "3.0", "3", "1 of 3 days"),
    ]


def test_a_place_that_is_numb_only_has_no_severity(written: Written) -> None:
    written.write(day_entry(0, places=(place("a", None, qualities=("numbness",)),)))
    line = gather(written.diary, MONTH).where.places[0]
    assert (line.words, line.severity, line.badge) == ("Left sole, numbness", "", "")


def test_two_places_of_one_name_are_told_apart_by_how_they_feel(written: Written) -> None:
    top, sole = ("foot_top_L", "ankle_inner_L"), ("heel_L", "ankle_outer_L", "sole_outer_L")
    one = place("a", 6, regions=top, qualities=("burning",))
    other = place("b", 3, regions=sole, qualities=("numbness",))
    written.write(day_entry(0, places=(one, other)))
    lines = gather(written.diary, MONTH).where.places
    assert [line.words for line in lines] == ["Left foot, burning", "Left foot, numbness"]


def test_private_places_stay_out_until_ticked(written: Written) -> None:
    private = place("p", 7, regions=("genitals_L", "genitals_R"))
    written.write(day_entry(0, places=(private,)))
    assert gather(written.diary, MONTH).where.places == ()
    assert gather(written.diary, replace(MONTH, with_private=True)).where.places[0].badge == "7"


def test_nothing_about_the_person_is_said_unless_ticked(written: Written) -> None:
    written.write(Person(uid="p", name="Anna Berg", born=date(1968, 3, 4)), on=TODAY)
    assert gather(written.diary, MONTH).who == ()
    ticked = replace(MONTH, with_name=True, with_born=True, to="Pain clinic")
    assert gather(written.diary, ticked).who == ("Anna Berg", "born 4 Mar 1968", "for Pain clinic")


def test_only_ticked_notes_are_printed_and_word_for_word(written: Written) -> None:
    note = "Like *fire*, #not a heading\nand a second line"
    written.write(day_entry(1, note=note))
    written.write(day_entry(0, note="not for others"))
    lines = gather(written.diary, replace(MONTH, notes=("day-1", "gone"))).notes.lines
    assert [(one.when, one.text) for one in lines] == [("19 Nov 2026:", note)]
    assert gather(written.diary, MONTH).notes.title == ""


def test_imported_values_are_named_by_their_source(written: Written) -> None:
    source = Source(kind=SourceKind.DEVICE, name="Fitbit", file_hash="0" * 64)
    written.write(replace(night(1, sleep_min=400), source=source))
    data = gather(written.diary, MONTH)
    assert data.imported == "Values from other sources: Fitbit on 1 day. They are marked as imported."
    assert (data.others.lines[0].number, data.others.lines[0].note) == (
        "6 h 40",
        "from Fitbit; 1 of 2 nights",
    )
    assert "self-reported" not in data.others.title


def test_nights_of_a_device_and_nights_typed_are_counted_apart(written: Written) -> None:
    source = Source(kind=SourceKind.DEVICE, name="Fitbit", file_hash="0" * 64)
    written.write(replace(night(1, sleep_min=400), source=source))
    written.write(night(2, sleep_min=420), night(3, sleep_min=440))
    assert gather(written.diary, MONTH).others.lines[0].note == (
        "3 of 4 nights: 1 from Fitbit, 2 self-reported"
    )


def test_a_sample_says_on_its_report_that_the_person_is_made_up(written: Written, tmp_path: Path) -> None:
    written.write(day_entry(0))
    assert gather(written.diary, MONTH).sample == ""
    demo(tmp_path / "sample.sqlite3", days=3)
    diary = Diary(tmp_path / "sample.sqlite3")
    try:
        data = gather(diary, ReportChoices())
        words = words_of(typeset(data, diary.now()), tmp_path / "r.pdf")
    finally:
        diary.close()
    assert data.sample == say("report.sample")
    assert say("report.sample") in words


def test_letters_that_cannot_be_printed_are_named_not_left_as_boxes(written: Written) -> None:
    written.write(day_entry(0, note="疼痛 in the foot"))
    data = gather(written.diary, replace(MONTH, notes=("day-0",)))
    assert data.notes.lines[0].text == "[…] in the foot"
    assert say("report.letters") in data.limits


def test_the_purpose_stands_under_every_report(written: Written) -> None:
    assert say("app.purpose") in gather(written.diary, MONTH).limits


def test_the_period_begins_after_the_last_report_else_thirty_days_ago() -> None:
    given = GivenReport(
        uid="g",
        given=Moment.parse("2026-10-01T10:00:00+02:00"),
        since=date(2026, 9, 1),
        until=date(2026, 10, 1),
    )
    assert default_period([], TODAY) == (date(2026, 10, 22), TODAY)
    assert default_period([given], TODAY) == (date(2026, 10, 2), TODAY)
    assert default_period([replace(given, until=TODAY)], TODAY) == (date(2026, 10, 22), TODAY)


def test_a_period_that_runs_backwards_is_refused_in_words(written: Written, tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="first day"):
        report(written.diary, TODAY, TODAY - timedelta(days=1), tmp_path / "r.pdf")
    assert not (tmp_path / "r.pdf").exists()


def test_the_hash_is_that_of_the_canonical_data_and_moves_with_it(written: Written) -> None:
    written.write(day_entry(1, 5))
    data = gather(written.diary, MONTH)
    assert content_hash(data) == content_hash(gather(written.diary, MONTH))
    again = json.loads(canonical(data))
    plain = json.loads(json.dumps(data.plain()))
    assert again == plain
    written.write(day_entry(0, 6))
    assert content_hash(gather(written.diary, MONTH)) != content_hash(data)


def test_depth_limb_and_time_of_a_place_are_printed_where_most_of_its_days_say_so(written: Written) -> None:
    late = Moment.parse("2026-11-19T22:10+01:00[Europe/Berlin]")
    said = replace(place("a"), depth=Depth.SKIN, limb=Limb.STUMP, at=late)
    written.write(
        day_entry(0, places=(replace(said, uid="a0"),)),
        day_entry(1, places=(replace(said, uid="a1"),)),
        day_entry(2, places=(place("a2"),)),
        on=TODAY,
    )
    where = gather(written.diary, ReportChoices()).where
    assert where.places[0].details == "skin; stump; 22:00 to 23:00"
    assert "most of its days" in where.caption
    written.write(day_entry(3, places=(place("a3"),)), on=TODAY)
    where = gather(written.diary, ReportChoices()).where
    assert where.places[0].details == ""
    assert "most of its days" not in where.caption


def test_a_place_that_the_figure_does_not_show_has_its_own_view(written: Written) -> None:
    written.write(day_entry(0, places=(place("a"),)), on=TODAY)
    assert views_shown(gather(written.diary, ReportChoices())) == VIEWS
    mouth = next(region for region in load_view("mouth").regions if views_of(region) == ("mouth",))
    written.write(day_entry(1, places=(place("m", regions=(mouth,)),)), on=TODAY)
    data = gather(written.diary, ReportChoices())
    assert views_shown(data) == ("front", "back", "sole", "mouth")
    assert say("view.mouth") in figure(data)
    assert len(picture(data, written.diary.now(), 30)) == 1
