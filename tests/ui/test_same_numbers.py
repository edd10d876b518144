"""History, Trends, Report and the summary rest each number on the same days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from diary.exchange.demo import demo
from diary.exchange.report.choices import ReportChoices
from diary.exchange.report.gather import gather
from diary.exchange.summary import summary
from diary.insight.held import Held
from diary.models.codes import EntryKind
from diary.models.records import Replace
from diary.storage.diary import Diary
from diary.storage.period_queries import period
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.body_page.page import BodyPage
from diary.ui.history.month_card import MonthNumbers
from diary.ui.history.past import Past
from diary.ui.theme import Theme
from diary.ui.trends.sentences import complete, severe_days
from diary.ui.trends.spans import Span
from diary.wording import say, say_n
from tests.storage.given import Clock, day, moment, night

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 22)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample with imported nights, and own days with a memory note, a moment or a night only."""
    path = tmp_path_factory.mktemp("same") / "sample.sqlite3"
    demo(path, days=87, until=date(2026, 11, 16))
    clock = Clock()
    diary = Diary(path, clock=clock)
    clock.at("2026-11-20T20:00+01:00")
    diary.apply([Replace(before=None, after=moment("only", date(2026, 11, 20), pain_now=8))])
    clock.at("2026-11-21T08:00+01:00")
    diary.apply([Replace(before=None, after=night("alone", date(2026, 11, 21), sleep_min=400))])
    clock.at("2026-11-22T08:00+01:00")
    diary.apply([Replace(before=None, after=day("late", date(2026, 11, 17), pain_worst=9))])
    diary.close()
    return path


def told_only_by(store: Store, kind: EntryKind) -> int:
    """Days between `FIRST` and `LAST` with entries of no other kind, counted from the entries themselves."""
    kinds: dict[int, set[str]] = {}
    for row in store.ask(period, FIRST, LAST, LAST).entries:
        if FIRST.toordinal() <= row.day <= LAST.toordinal():
            kinds.setdefault(row.day, set()).add(row.kind)
    return sum(found == {kind} for found in kinds.values())


@pytest.fixture
def store(file: Path, tmp_path: Path, theme: Theme) -> Iterator[Store]:
    """An open store on that diary, on 22 November 2026."""
    clock = Clock()
    clock.at("2026-11-22T20:00+01:00")
    opened = Store(file, Looks(tmp_path / "looks.ini"))
    opened.open_now(lambda path: Diary(path, clock=clock))
    yield opened
    opened.close()


def test_days_with_worst_7_or_more_are_of_the_same_days_everywhere(store: Store, qtbot: Any) -> None:
    told: Any = summary(store.diary, FIRST, LAST)["worst_pain"]
    many, n, alone = told["days_7_or_more"], told["n"], told["n_from_moments_or_places_only"]
    assert n == sum(not one["memory"] for one in told["daily"])
    assert told["n_memory"] >= 1
    assert alone >= 1
    assert len(told["daily"]) == n + told["n_memory"]

    month = Past(store).month(FIRST, date(2026, 10, 26), date(2026, 12, 6))
    numbers = MonthNumbers()
    qtbot.addWidget(numbers)
    numbers.show_month(FIRST, LAST, month.worst, month.told)
    severe = numbers.lines["severe"]
    assert (severe.number.text(), severe.of.text()) == (str(many), f"of {n} days")
    assert numbers.alone.text().startswith(f"On {alone} of these days only moments or places")

    rows = store.ask(period, date(2026, 8, 22), LAST, LAST)
    trend = severe_days(Held(rows).numbers(FIRST.toordinal(), LAST.toordinal(), ("pain_worst",)))
    assert (trend.number, trend.of.split(",")[0]) == (str(many), f"of {n} days")
    assert f"On {alone} of these days only moments or places" in trend.line

    report = gather(store.diary, ReportChoices(since=FIRST, until=LAST)).data.page.now_before.numbers
    (paper,) = [one for one in report if one.label == say("course.label.severe")]
    assert paper.number == f"{many} of {n}"


def test_the_parts_of_how_complete_it_is_add_up_everywhere(store: Store) -> None:
    told: Any = summary(store.diary, FIRST, LAST)["completeness"]
    nights, moments = told["only_nights"], told["only_moments"]
    assert nights == told_only_by(store, EntryKind.NIGHT) >= 1
    assert moments == told_only_by(store, EntryKind.MOMENT) >= 1
    assert told["memory"] >= 1
    classes = ("same_day", "next_day", "later", "memory", "imported")
    rest = ("only_nights", "only_moments", "without_entry")
    assert sum(told[name] for name in (*classes, *rest)) == told["N"]

    rows = store.ask(period, date(2026, 8, 22), LAST, LAST)
    said = complete(Held(rows).numbers(FIRST.toordinal(), LAST.toordinal(), ())).line
    first, parts = said.split(". ")[0].split(": ")
    assert first == f"Of {told['N']} days"
    assert sum(int(part.split()[0]) for part in parts.split(", ")) == told["N"]
    assert f"{nights} with a night only" in parts

    page = gather(store.diary, ReportChoices(since=FIRST, until=LAST)).data.page
    printed = [line.words for line in page.complete.lines]
    assert say_n("course.only_nights", nights) in printed
    assert say_n("course.only_moments", moments) in printed
    assert say_n("course.without", told["without_entry"]) in printed


def test_an_imported_diary_says_its_nights_too(store: Store) -> None:
    rows = store.ask(period, date(2026, 8, 22), LAST, LAST)
    nights = [row._replace(source="Fitbit", lateness="imported") for row in rows.entries]
    nights = [row for row in nights if row.kind == EntryKind.NIGHT]
    days = [row._replace(kind="day") for row in nights[:5]]
    held = Held(rows._replace(entries=sorted([*nights, *days], key=lambda row: row.day)))
    parts = complete(held.numbers(rows.since, rows.until, ())).line.split(". ")[0].split(": ")[1]
    assert sum(int(part.split()[0]) for part in parts.split(", ")) == rows.until - (rows.first or 0) + 1


def test_days_with_a_place_are_the_same_on_body_and_in_the_report(store: Store, qtbot: Any) -> None:
    told: Any = summary(store.diary, FIRST, LAST)["places"]
    where = gather(store.diary, ReportChoices(since=FIRST, until=LAST)).data.page.where
    page = BodyPage(store)
    qtbot.addWidget(page)
    page.show()
    span = Span(FIRST.toordinal(), LAST.toordinal())
    before = Span(span.since - 30, span.since - 1)
    qtbot.waitUntil(page.is_complete)
    page.period.slider.changed.emit(before, span)
    qtbot.waitUntil(lambda: page.is_complete() and page.view is not None and page.view.choice.now == span)
    assert page.view is not None
    shown = page.view.now
    assert shown.n == told["n"] > 0
    assert {one.region: one.days for one in shown.regions.values()} == told["regions"]
    assert dict(shown.places.qualities) == told["qualities"]
    assert where is not None
    (side,) = [one for one in where.sides if one.title == say("sheet.side.now")]
    assert side.picture is not None
    drawn = side.picture.numbers
    assert drawn["days_answered"] == told["n"]
    assert {one: found["days"] for one, found in drawn["regions"].items()} == told["regions"]
    region = max(told["regions"], key=told["regions"].get)
    page.now_map.figure.regionTapped.emit("front", region)
    assert page.place.numbers.text().startswith(f"{told['regions'][region]} of {told['n']} days")
