"""The calendar of the annex: every day once, late and absent days told apart without colour."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from diary.exchange.report.annex import calendar
from diary.exchange.report.choices import Annex

from .sample import LEAST_PT, figures, sample, sizes, words

if TYPE_CHECKING:
    from .conftest import Care


def test_every_day_of_the_report_stands_in_it_once() -> None:
    asked, rows = sample()
    part, drawings = calendar.part(rows, asked, None)
    assert part is not None
    _, *months = figures(part.blocks)
    days = [day for one in months for day, _, _ in one.picture.numbers]
    first = max(asked.since.toordinal(), rows.period.first or 0)
    assert days == [
        (asked.since + timedelta(days=at)).isoformat()
        for at in range(first - asked.since.toordinal(), asked.days)
    ]
    assert set(drawings) == {one.picture.key for one in figures(part.blocks)}


def test_late_days_are_framed_and_days_without_an_entry_dashed_and_empty(care: Care) -> None:
    asked, rows = care.gathered(Annex.CALENDAR)
    part, drawings = calendar.part(rows, asked, None)
    assert part is not None
    found = {
        day: (look, printed) for one in figures(part.blocks)[1:] for day, look, printed in one.picture.numbers
    }
    looks = {look for look, _ in found.values()}
    assert {"full", "hollow", "no_entry"} <= looks
    assert all(not printed for look, printed in found.values() if look == "no_entry")
    svg = "".join(draw() for draw in drawings.values())
    assert 'class="hollow"' in svg
    assert svg.count('class="no_entry"') >= 1
    assert svg.count("stroke-dasharray") == svg.count('class="no_entry"')


def test_its_letters_are_nine_points_or_more_and_its_alt_says_the_finding(care: Care) -> None:
    asked, rows = care.gathered(Annex.CALENDAR)
    part, drawings = calendar.part(rows, asked, None)
    assert part is not None
    assert min(min(sizes(draw())) for draw in drawings.values()) >= LEAST_PT
    assert "on average" in figures(part.blocks)[1].picture.alt


def test_a_long_report_shows_whole_years(care: Care) -> None:
    asked, rows = care.gathered(Annex.CALENDAR)
    long = replace(asked, since=asked.until - timedelta(days=800))
    part, drawings = calendar.part(rows, long, None)
    assert part is not None
    assert list(drawings) == ["calendar.2026"]
    assert "Reports of more than 366 days show it year by year." in words(part.blocks)[0]
    assert "<svg" in drawings["calendar.2026"]()


def test_without_an_entry_there_is_no_calendar(care: Care) -> None:
    asked, rows = care.gathered(Annex.CALENDAR)
    empty = replace(rows, period=rows.period._replace(entries=()))
    assert calendar.part(empty, asked, None) == (None, {})
