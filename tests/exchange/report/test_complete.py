"""How complete the days are: each class once, none that is absent; what is honest stays longest."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from diary.exchange.report.choices import ReportChoices
from diary.exchange.report.complete import complete_section
from diary.exchange.report.gather import asked_for, read_rows
from diary.models.codes import AuthorRole, Lateness, SourceKind
from diary.models.records import Author, Replace, Source
from diary.storage import queries
from tests.exchange.report.course_rows import asked, report_rows, steady
from tests.exchange.report_days import TODAY, Written, day_entry, night

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diary.exchange.report.data import Lines


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    """An empty diary."""
    made = Written(tmp_path / "diary.sqlite3")
    yield made
    made.diary.close()


def complete(written: Written) -> str:
    choices = ReportChoices(since=TODAY - timedelta(days=29), until=TODAY)
    wanted = written.diary.ask(asked_for, choices, TODAY)
    return told(complete_section(written.diary.ask(read_rows, wanted), wanted))


def told(found: Lines) -> str:
    return " ".join(line.words for line in found.lines)


def test_each_class_is_counted_once_and_none_is_named_that_is_absent(written: Written) -> None:
    for ago in range(29, 20, -1):
        written.write(day_entry(ago))
    written.write(day_entry(12), late=1)
    written.write(day_entry(0), night(0, sleep_min=400))
    said = complete(written)
    assert "11 of 30 days, 10 same day." in said
    assert "Others: 1 next day." in said
    assert "Sleep on 1 of 30 nights." in said
    assert "Longest gap 11 days (9 Nov to 19 Nov)." in said
    assert "imported" not in said.lower()
    assert "changed" not in said
    assert "Days without entry may differ." in said


def test_a_changed_entry_is_counted_and_days_count_from_the_first(written: Written) -> None:
    written.write(day_entry(3))
    before = written.diary.ask(queries.entry, "day-3")
    assert before is not None
    after = day_entry(3, note="another word")
    written.diary.apply([Replace(before=before, after=after)])
    said = complete(written)
    assert "1 entry changed after saving." in said
    assert "1 of 4 days" in said
    assert "Days count from 17 Nov 2026, the diary's first." in said


def test_helpers_and_sources_are_named(written: Written) -> None:
    from dataclasses import replace

    source = Source(kind=SourceKind.APP, name="Daylio", file_hash="0" * 64)
    written.write(Author(uid="anna", role=AuthorRole.PARTNER, name="Anna"), on=TODAY)
    written.write(day_entry(0))
    written.write(replace(day_entry(1), uid="hers", author="anna"))
    written.write(replace(day_entry(2), uid="app", source=source, source_key="k"))
    said = complete(written)
    assert "1 entry written by Anna." in said
    assert "The person's own answer comes first." in said
    assert "Imported: Daylio on 1 day." in said


def test_memory_notes_are_said_to_be_out_of_averages_and_that_stays_longest() -> None:
    rows = report_rows(steady(5), 90, late={4: Lateness.MEMORY, 9: Lateness.MEMORY})
    found = complete_section(rows, asked())
    kept = [line.words for line in found.lines if line.rank == 0]
    assert kept == ["90 of 90 days, 88 same day.", "2 from memory, not averaged."]


def test_nights_and_moments_alone_add_up_with_the_days_without_entry() -> None:
    pain = {back: {"pain_average": 5.0} for back in range(30)} | {
        40: {"pain_now": 6.0},
        89: {"pain_average": 4.0},
    }
    said = told(complete_section(report_rows(pain.get, 90), asked()))
    assert "31 of 90 days" in said
    assert "1 day: moments only." in said
    assert "58 days without any entry." in said


def test_weeks_with_few_days_are_said_not_to_be_averaged() -> None:
    pain = {back: {"pain_average": 5.0} for back in (*range(30), 60)}
    said = told(complete_section(report_rows(pain.get, 61), asked()))
    assert "2 weeks under 4 days: not averaged." in said


def test_an_empty_period_says_so() -> None:
    found = complete_section(report_rows(lambda _: None, 1), asked())
    assert (found.lines, found.none) == ((), "No entry in this period.")
