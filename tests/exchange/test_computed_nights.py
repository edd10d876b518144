"""Minutes worked out from the times of a night go wherever given ones go, and say what they are."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from diary.charts.picture import picture
from diary.exchange.csv_export import export_csv
from diary.exchange.report.choices import ReportChoices
from diary.exchange.report.gather import gather
from diary.exchange.summary import summary
from diary.insight.held import Held
from diary.models.moments import Moment
from diary.models.records import Replace, SleepPiece
from diary.storage.period_queries import period
from diary.ui.trends.sentences import sleep
from tests.exchange.report_days import TODAY, night

if TYPE_CHECKING:
    from pathlib import Path

    from diary.models.records import Entry
    from diary.models.views import PeriodRows
    from diary.storage.diary import Diary

DAYS = 3


def timed(ago: int, **values: float) -> Entry:
    """A night of 8 hours in bed, 7 of them asleep."""
    day = TODAY - timedelta(days=ago)
    texts = (f"{day - timedelta(days=1)}T23:00", f"{day}T00:00", f"{day}T07:00", f"{day}T07:00")
    bed, asleep, awake, up = (Moment.parse(f"{text}:00+01:00") for text in texts)
    piece = SleepPiece(uid=f"piece-{ago}", bed=bed, asleep=asleep, awake=awake, up=up)
    return replace(night(ago, **values), sleep=(piece,))


@pytest.fixture
def slept(diary: Diary) -> Diary:
    nights = (timed(2), timed(1, awake_min=60.0), timed(0, sleep_min=400.0))
    diary.apply([Replace(before=None, after=one) for one in nights])
    return diary


def rows(diary: Diary) -> PeriodRows:
    return diary.ask(period, TODAY - timedelta(days=DAYS - 1), TODAY, TODAY)


def test_the_table_says_which_numbers_nobody_gave(slept: Diary, tmp_path: Path) -> None:
    days, *_ = export_csv(slept, tmp_path)
    with days.open(encoding="utf-8-sig", newline="") as stream:
        found = [one for one in csv.DictReader(stream) if one["measure"].startswith("sleep")]
    told = [(one["measure"], one["value"], one["unit"], one["computed"]) for one in found]
    assert sorted(told) == [
        ("sleep_efficiency", "75", "%", "yes"),
        ("sleep_efficiency", "83", "%", "yes"),
        ("sleep_efficiency", "88", "%", "yes"),
        ("sleep_min", "360", "min", "yes"),
        ("sleep_min", "400", "min", "no"),
        ("sleep_min", "420", "min", "yes"),
    ]


def test_the_summary_for_scripts_holds_them(slept: Diary) -> None:
    told = summary(slept, TODAY - timedelta(days=DAYS - 1), TODAY)["measures"]
    assert isinstance(told, dict)
    assert [one["computed"] for one in told["sleep_min"]["daily"]] == [True, True, False]
    assert told["sleep_min"]["N"] == DAYS
    assert told["sleep_efficiency"]["mean"] == 82


def test_the_report_says_how_many_were_computed(slept: Diary) -> None:
    choices = ReportChoices(since=TODAY - timedelta(days=DAYS - 1), until=TODAY)
    function = gather(slept, choices).data.page.function
    assert function is not None
    lines = {one.label: one for one in function.lines}
    assert "2 computed from times given" in lines["Time asleep"].note
    assert lines["Sleep efficiency, self-reported"].number == "82 %"


def test_trends_say_that_a_line_is_computed(slept: Diary) -> None:
    held = Held(rows(slept))
    since, until = TODAY.toordinal() - DAYS + 1, TODAY.toordinal()
    codes = ("sleep_min", "sleep_efficiency")
    numbers = held.numbers(since, until, codes).measures
    notes = [one.note for one in picture(numbers, codes, since, until).panels]
    assert notes == ["partly computed from the times you gave", "%, computed from the times you gave"]
    assert sleep(numbers["sleep_min"]).how.endswith("2 are computed from the times you gave.")
