"""The engine of Trends: off the window's thread, kept while rows are the same, cancelled, begun again."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from diary.insight.findings import analysis
from diary.models.finding_rows import FindingRows
from diary.models.records import Replace
from diary.storage import queries
from diary.store.store import EVERYTHING, Store
from diary.ui.trends.engine import State
from diary.ui.trends.page import TrendsPage
from diary.ui.trends.spans import Span
from tests.storage.given import TODAY, day
from tests.ui.trends.conftest import Opens, many

LAST = TODAY.toordinal()
MONTHS = Span(LAST - 89, LAST)


def known(page: TrendsPage) -> bool:
    return page.engine.state is State.CALM and page.engine.latest is not None and not page.engine._stale


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """In which thread the whole diary was worked out, each time."""
    told: list[str] = []
    real = analysis.whole_diary

    def hears(*given: object) -> analysis.Analysis:
        told.append(threading.current_thread().name)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(analysis, "whole_diary", hears)
    return told


class Gate:
    """Holds the analysis at its first tick until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._open = threading.Event()
        self.entered = False
        real = analysis.prepare

        def waits(rows: FindingRows, progress: analysis.Progress | None = None) -> analysis.Prepared:
            self.entered = True
            self._open.wait(10)
            return real(rows, progress)

        monkeypatch.setattr(analysis, "prepare", waits)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


def settled(qtbot: QtBot, page: TrendsPage, done: Callable[[TrendsPage], bool] = known) -> None:
    qtbot.waitUntil(lambda: done(page), timeout=10_000)


def test_it_works_on_a_thread_of_its_own(opens: Opens, qtbot: QtBot, counted: list[str]) -> None:
    page = opens(many(60, pain_average=lambda ago: ago % 7))
    settled(qtbot, page)
    assert counted == ["aside_0"]
    found = page.engine.of(MONTHS)
    assert found is not None
    assert (found.since, found.until) == (MONTHS.since, MONTHS.until)
    assert found.figures["pain_average"].n > 0


def test_reading_and_saving_do_not_wait_behind_it(
    opens: Opens, store: Store, qtbot: QtBot, gate: Gate
) -> None:
    page = opens(many(30, pain_average=lambda _: 5))
    qtbot.waitUntil(lambda: gate.entered)
    read: list[object] = []
    store.run(lambda diary: diary.ask(queries.span), read.append)
    qtbot.waitUntil(lambda: len(read) == 1)
    store.save([Replace(before=None, after=day("new", TODAY - timedelta(days=40), pain_average=1))], text="x")
    gate.open()
    settled(qtbot, page)


def test_another_range_needs_no_work_on_the_whole_diary(
    opens: Opens, qtbot: QtBot, counted: list[str]
) -> None:
    page = opens(many(60, pain_average=lambda ago: ago % 7))
    settled(qtbot, page)
    page.ranges.set_value("2w")
    settled(qtbot, page, lambda one: known(one) and one.engine.of(Span(LAST - 13, LAST)) is not None)
    page.ranges.set_value("3m")
    assert page.engine.of(MONTHS) is not None
    assert len(counted) == 1


def test_what_is_found_stands_until_the_days_change(
    opens: Opens, store: Store, qtbot: QtBot, counted: list[str]
) -> None:
    first = many(60, pain_average=lambda ago: ago % 7)
    page = opens(first)
    settled(qtbot, page)
    before = page.engine.latest
    store.changed.emit(EVERYTHING)  # as when another program wrote to the file
    assert page.engine._stale
    settled(qtbot, page)
    assert page.engine.latest is before, "all rows are the same"
    store.save([Replace(before=None, after=day("n", TODAY - timedelta(days=70), pain_average=9))], text="x")
    settled(qtbot, page, lambda one: known(one) and one.engine.latest is not before)
    assert len(counted) == 2


def test_a_note_alone_is_no_new_analysis(
    opens: Opens, store: Store, qtbot: QtBot, counted: list[str]
) -> None:
    page = opens(many(60, pain_average=lambda ago: ago % 7))
    settled(qtbot, page)
    before = page.engine.latest
    entry = store.ask(queries.entries_between, TODAY, TODAY)[0]
    store.save([Replace(before=entry, after=dataclasses.replace(entry, note="Slept well"))], text="x")
    store.note_settings({"links_seen": {"stress>pain_average+0": str(TODAY)}})
    assert page.engine._stale
    settled(qtbot, page)
    assert page.engine.latest is before
    assert len(counted) == 1


def test_after_half_a_second_it_says_how_far_it_is_and_can_be_cancelled(
    opens: Opens, qtbot: QtBot, gate: Gate
) -> None:
    page = opens(many(30, pain_average=lambda _: 5))
    assert not page.line.isVisible()
    qtbot.waitUntil(page.line.isVisible)
    assert "%" in page.line.words.text()
    assert page.line.button.text() == "Cancel"
    page.line.button.click()
    assert page.engine.state is State.CANCELLED
    assert page.line.isVisible()
    assert page.line.words.text() == "Not worked out."
    assert page.engine.of(MONTHS) is None
    gate.open()
    page.line.button.click()
    settled(qtbot, page)
    assert page.engine.of(MONTHS) is not None
    assert not page.line.isVisible()


def test_a_cancelled_analysis_stays_cancelled_until_it_is_asked_for(
    opens: Opens, qtbot: QtBot, gate: Gate
) -> None:
    page = opens(many(30, pain_average=lambda _: 5))
    qtbot.waitUntil(lambda: page.engine.state is State.WORKING)
    page.engine.cancel()
    gate.open()
    page.table_button.click()
    page.table_button.click()
    assert page.engine.state is State.CANCELLED


def test_closing_the_diary_does_not_wait_for_it(opens: Opens, store: Store, qtbot: QtBot) -> None:
    page = opens(many(30, pain_average=lambda _: 5))
    qtbot.waitUntil(lambda: page.engine.state is State.WORKING)
    store.close()
    assert store.leaving


def test_the_page_and_its_faces_are_imported_without_heavy_libraries() -> None:
    code = (
        "import sys, importlib; from diary.ui.trends import faces, page;"
        "[importlib.import_module(f'diary.ui.trends.{name}.face') for name in faces.there()];"
        "print(*({'numpy', 'scipy', 'matplotlib', 'sqlalchemy'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""
