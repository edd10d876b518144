"""Daylio's rows become moments on Daylio's own scale, with its words kept."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.errors import DiaryError
from diary.exchange.importers.daylio_words import (
    amount,
    code_of,
    mood_numbers,
    parts,
    plain_note,
    time_of_day,
)
from diary.exchange.importers.plan import carry_out, plan
from diary.exchange.importers.telling import told
from diary.models.codes import EntryKind, MeasureKind, SourceKind
from diary.storage import queries
from tests.exchange.fixtures_here import OWN, real

if TYPE_CHECKING:
    from pathlib import Path

    from diary.models.records import Entry
    from diary.storage.diary import Diary


def brought_in(diary: Diary, path: Path) -> list[Entry]:
    """Return the entries that a file brings in, by day and time."""
    carry_out(diary, plan(path, diary))
    span = diary.ask(queries.span)
    assert span is not None
    found = diary.ask(queries.entries_between, *span)
    return sorted(found, key=lambda one: (one.source_key or "", one.uid))


def test_both_clocks_in_one_file_give_moments_without_offset(diary: Diary) -> None:
    found = brought_in(diary, OWN / "daylio_v1.csv")
    assert [str(one.at) for one in found] == [
        "2020-05-29T00:05:00",
        "2020-05-30T01:23:00",
        "2020-05-30T18:50:00",
        "2020-05-30T18:50:00",
    ]
    assert {one.kind for one in found} == {EntryKind.MOMENT}


def test_a_moment_after_midnight_belongs_to_the_day_before(diary: Diary) -> None:
    found = brought_in(diary, OWN / "daylio_v1.csv")
    assert [one.day for one in found][:2] == [date(2020, 5, 28), date(2020, 5, 29)]


def test_the_same_row_twice_comes_in_once_and_another_row_of_that_minute_too(diary: Diary) -> None:
    planned = plan(OWN / "daylio_v1.csv", diary)
    assert (planned.entries, planned.repeated) == (4, 1)


def test_a_default_mood_word_has_its_number_and_an_own_word_has_none(diary: Diary) -> None:
    found = brought_in(diary, OWN / "daylio_v1.csv")
    moods = [one.reading("daylio.mood") for one in found]
    said = {(one.text, one.value, one.original) for one in moods if one is not None}
    assert said == {("rad", 5, "rad"), ("meh", 3, "meh"), ("good", 4, "good"), ("sad", None, "sad ")}


def test_german_words_are_known_and_a_mark_at_the_start_of_the_file_does_no_harm(diary: Diary) -> None:
    found = brought_in(diary, OWN / "daylio_v2.csv")
    moods = [one.reading("daylio.mood") for one in found]
    assert [(one.text, one.value) for one in moods if one] == [("müde 😴", None), ("Super", 5), ("Lausig", 1)]


def test_ok_has_a_number_only_where_the_other_words_are_german() -> None:
    assert "ok" not in mood_numbers(["OK", "good", "bad"])
    assert mood_numbers(["Ok", "Gut", "Super"])["ok"] == 3


def test_a_note_keeps_its_title_its_lines_and_what_only_looks_like_a_tag(diary: Diary) -> None:
    found = brought_in(diary, OWN / "daylio_v2.csv")
    assert found[-1].note == 'Titel\nErste Zeile\nzweite fett & mehr, a < b <3 "Zitat"'


def test_activities_become_yes_marks_of_measures_with_their_own_words(diary: Diary) -> None:
    found = brought_in(diary, OWN / "daylio_v2.csv")
    known = diary.ask(queries.measures)
    marks = [one for one in found[-1].readings if known[one.measure].kind is MeasureKind.YES_NO]
    assert sorted((known[one.measure].label, one.value) for one in marks) == [("Café", 1), ("Spaziergang", 1)]
    assert all(known[one.measure].source.name == "Daylio" for one in marks)


def test_scales_keep_unit_and_text_and_a_value_that_does_not_fit_stays_words(diary: Diary) -> None:
    found = brought_in(diary, OWN / "daylio_v3.csv")
    known = diary.ask(queries.measures)
    said = [
        {
            (known[one.measure].label, one.value, one.text, one.original, one.original_unit)
            for one in entry.readings
        }
        for entry in found
    ]
    assert said[1] >= {
        ("Sleep Quality", 8, None, "8/10 points", "points"),
        ("Sleep Time", 480, None, "8:00", "min"),
        ("Weight", 72.5, None, "72,5 kg", "kg"),
    }
    assert said[0] >= {
        ("Sleep Quality", None, "11/10 points", "11/10 points", "points"),
        ("Sleep Time", None, "long", "long", None),
    }


def test_rows_that_cannot_be_read_are_named_by_line_and_the_others_come_in(diary: Diary) -> None:
    planned = plan(OWN / "daylio_v3.csv", diary)
    assert planned.entries == 2
    assert [one.place for one in planned.unreadable] == ["line 4", "line 5", "line 6", "line 7", "line 8"]
    assert "line 4: “2026-02-30” is not a date" in told(planned)


def test_imported_moments_are_imported_not_late(diary: Diary) -> None:
    brought_in(diary, OWN / "daylio_v1.csv")
    rows = diary.ask(queries.values_between, ["daylio.mood"], date(2020, 1, 1), date(2020, 12, 31))
    assert {row.lateness for row in rows} == {"imported"}


def test_a_later_export_adds_only_what_is_new(diary: Diary, tmp_path: Path) -> None:
    text = (OWN / "daylio_v1.csv").read_text("utf-8")
    brought_in(diary, OWN / "daylio_v1.csv")
    later = tmp_path / "later.csv"
    header, rest = text.split("\n", 1)
    later.write_text(
        f"{header}\n2020-06-01,1 June,Monday,9:00 pm,rad,,new\n{rest.replace('rad,', 'bad,')}", "utf-8"
    )
    planned = plan(later, diary)
    assert (planned.entries, planned.known, planned.different) == (1, 4, 1)


def test_what_was_deleted_here_stays_away(diary: Diary) -> None:
    from diary.models.codes import Verb
    from diary.models.records import Replace

    found = brought_in(diary, OWN / "daylio_v1.csv")
    diary.apply([Replace(before=found[0], after=None)], verb=Verb.DELETE)
    planned = plan(OWN / "daylio_v1.csv", diary)
    assert (planned.entries, planned.known, planned.deleted) == (0, 3, 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"full_date,mood\n2020-01-01,rad\n", "no column time"),
        (b"full_date,time,mood\n2020-01-01,10:00,\xff\n", "line 2: its text is not UTF-8"),
    ],
)
def test_a_broken_file_is_refused_in_words(diary: Diary, tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "broken.csv").write_bytes(content)
    with pytest.raises(DiaryError, match=words):
        plan(tmp_path / "broken.csv", diary)


def test_an_empty_file_is_refused_even_under_its_name(diary: Diary, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"\n\n")
    with pytest.raises(DiaryError, match="it is empty"):
        plan(tmp_path / "empty.csv", diary, "daylio")


@given(st.times())
def test_a_time_is_the_same_on_both_clocks(at: time) -> None:
    expected = at.replace(second=0, microsecond=0)
    half = "am" if at.hour < 12 else "PM"
    assert time_of_day(f"{at.hour}:{at.minute:02}") == expected
    assert time_of_day(f"{(at.hour - 1) % 12 + 1}:{at.minute:02} {half}") == expected


@pytest.mark.parametrize("text", ["", "24:00", "0:10 pm", "13:00 pm", "9", "9:5", "noon"])
def test_what_is_no_time_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  any reason will do
        time_of_day(text)


@given(st.lists(st.sampled_from(["movies / tv", "movies tv", "movies-tv", "🧘", "🙂", "Café"]), unique=True))
def test_different_labels_have_different_codes(labels: list[str]) -> None:
    assert len({code_of(label) for label in labels}) == len(labels)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("8/10 points", 8, "points"),
        ("72,5 kg", 72.5, "kg"),
        ("-3", -3, None),
        ("8:05", 485, "min"),
        ("1,000 steps", None, None),
        ("1.250", None, None),
        ("0.125 l", 0.125, "l"),
        ("half", None, None),
    ],
)
def test_an_amount_is_read_only_where_it_is_clear(text: str, value: float | None, unit: str | None) -> None:
    assert amount(text)[:2] == (value, unit)


@given(st.text())
def test_any_cell_can_be_taken_apart(text: str) -> None:
    assert all(part == part.strip() and "|" not in part for part in parts(text))
    assert plain_note("", text) == plain_note("", text).strip()


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("daylio/mit-MichaelCurrin/sample.csv", 3),
        ("daylio/mit-MichaelCurrin/sample_multiple_moods.csv", 7),
        ("daylio/mit-staticf0x/test_data.csv", 32),
    ],
)
def test_real_exports_come_in_whole_once_and_go_away_again(diary: Diary, name: str, rows: int) -> None:
    planned = plan(real(name), diary)
    assert (planned.entries, planned.unreadable) == (rows, ())
    changes = carry_out(diary, planned)
    assert changes.change is not None
    found = diary.ask(queries.entries_between, date(2000, 1, 1), date(2030, 1, 1))
    assert {(one.source.kind, one.source.name) for one in found} == {(SourceKind.APP, "Daylio")}
    again = plan(real(name), diary)
    assert (again.entries, again.known, again.different) == (0, rows, 0)
    diary.undo(changes.change)
    assert diary.ask(queries.span) is None
    assert plan(real(name), diary).entries == rows
