"""A real diary in a real store, with a clock that stands on Sunday 22 November 2026."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.moments import Moment
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Reading, Replace
from diary.storage.diary import Diary
from diary.storage.reading import SELF
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.history.page import HistoryPage
from diary.ui.theme import Theme

TODAY = date(2026, 11, 22)
WED = date(2026, 11, 18)


class Clock:
    """Moves on by a minute each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001  # a Moment's local time is naive

    def __call__(self) -> Moment:
        """The moment of now."""
        self.now += timedelta(minutes=1)
        return Moment(self.now, 60, "Europe/Berlin")


def entry(
    day: date,
    kind: EntryKind = EntryKind.DAY,
    *,
    values: Mapping[str, float] | None = None,
    areas: tuple[Area, ...] = (),
    **fields: Any,
) -> Entry:
    """An entry with these answers, uid `day-2026-11-18` unless one is given."""
    return Entry(
        **{
            "uid": f"{kind}-{day}",
            "kind": kind,
            "day": day,
            "author": SELF,
            "readings": tuple(Reading(measure=code, value=value) for code, value in (values or {}).items()),
            "answered": {AnswerList.PLACES: Answered.SOME} if areas else {},
            "areas": areas,
            **fields,
        }
    )


def foot(severity: int | None = 6, *qualities: str) -> Area:
    """The left foot, burning unless said otherwise."""
    return Area(
        uid="foot",
        severity=severity,
        qualities=tuple(AreaQuality(code=one) for one in qualities or ("burning",)),
        regions=(AreaRegion(region="sole_inner_L"), AreaRegion(region="foot_top_L")),
    )


def fill(store: Store, *entries: Entry) -> None:
    """Keep new entries."""
    store.diary.apply([Replace(before=None, after=one) for one in entries])


@pytest.fixture
def store(tmp_path: Path, qapp: object) -> Iterator[Store]:
    """An open store on a new diary."""
    opened = Store(tmp_path / "my.diary", Looks(tmp_path / "looks.ini"))
    opened.open_now(lambda path: Diary(path, clock=Clock()))
    yield opened
    opened.close()


@pytest.fixture
def page(store: Store, theme: Theme, qtbot: Any) -> HistoryPage:
    """The page, not shown yet."""
    made = HistoryPage(store)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    return made


def show(page: HistoryPage, qtbot: Any) -> None:
    """Show the page and wait until it is filled."""
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: not page._stale and not page._soon.isActive() and not page._later.isActive())


def refreshed(page: HistoryPage, qtbot: Any) -> None:
    """Wait until the page has caught up with a change."""
    qtbot.waitUntil(lambda: not page._stale and not page._soon.isActive() and not page._later.isActive())
