"""What the tests of Today and Pain now begin from, and how they press and read the form."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.moments import Moment
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Reading, Replace
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.reading import SELF
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.diary_window import DiaryWindow
from diary.ui.parts.question import Question
from diary.ui.parts.severity_row import Cells
from diary.ui.theme import current
from diary.ui.today.choice_field import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from diary.ui.page import Page
    from diary.ui.parts.severity_row import SeverityRow
    from diary.ui.today.form_page import FormPage
    from diary.ui.today.pain_now import PainNowPage

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)
FOOT = ("sole_inner_L", "foot_top_L")

P = TypeVar("P", bound="Page")


class Clock:
    """Stands until a test moves it."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 22, 18, 42, 13)  # noqa: DTZ001  # a Moment's local time is naive

    def __call__(self) -> Moment:
        """The moment of now."""
        return Moment(self.at, 60, "Europe/Berlin")

    def pass_by(self, **amount: float) -> None:
        """Let time go by."""
        self.at += timedelta(**amount)


def opened_store(folder: Path, clock: Clock) -> Store:
    """The diary in a folder, open; a second one is another window on the same file."""
    store = Store(folder / "my.diary", Looks(folder / "looks.ini"))
    store.open_now(lambda path: Diary(path, clock=clock))
    return store


def opened_window(qtbot: QtBot, store: Store, size: tuple[int, int] = (1280, 800)) -> DiaryWindow:
    """The window over a store, shown, with Today read."""
    window = DiaryWindow(store, current())
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.today.loaded)
    refreshed(qtbot, window.today)
    return window


def entry(
    day: date = TODAY,
    kind: EntryKind = EntryKind.DAY,
    *,
    values: Mapping[str, float] | None = None,
    areas: tuple[Area, ...] = (),
    **fields: Any,
) -> Entry:
    """An entry with these answers, uid `day-2026-11-22` unless one is given."""
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


def foot(severity: int | None = 6, uid: str = "foot") -> Area:
    """The left foot, burning with a strength of its own."""
    return Area(
        uid=uid,
        severity=severity,
        qualities=(AreaQuality(code="burning", strength=7), AreaQuality(code="cold")),
        regions=tuple(AreaRegion(region=one) for one in FOOT),
    )


def hand() -> Area:
    """The right palm, tingling, without pain."""
    return Area(
        uid="hand", qualities=(AreaQuality(code="tingling"),), regions=(AreaRegion(region="palm_radial_R"),)
    )


def fill(store: Store, *entries: Entry) -> None:
    """Keep new entries, unseen by the window."""
    store.diary.apply([Replace(before=None, after=one) for one in entries])


def day_entry(store: Store, day: date = TODAY) -> Entry | None:
    """What the diary holds for a day."""
    return store.ask(queries.entry_on, day, EntryKind.DAY, SELF)


def night_entry(store: Store, day: date = TODAY) -> Entry | None:
    """What the diary holds for the night that ended on a day."""
    return store.ask(queries.entry_on, day, EntryKind.NIGHT, SELF)


def moments(store: Store, day: date = TODAY) -> list[Entry]:
    """The moments of a day."""
    return [one for one in store.ask(queries.entries_between, day, day) if one.kind is EntryKind.MOMENT]


def values(one: Entry | None) -> dict[str, float | None]:
    """The answers of an entry by code."""
    return {} if one is None else {reading.measure: reading.value for reading in one.readings}


def shown(qtbot: QtBot, page: P) -> P:
    """Show a page and wait until it has read the diary."""
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    refreshed(qtbot, page)
    return page


def refreshed(qtbot: QtBot, page: Page) -> None:
    """Wait until a page has caught up with what changed."""
    qtbot.waitUntil(lambda: not page._stale and not page._soon.isActive())


def keys(page: QWidget, *typed: str | Qt.Key) -> None:
    """Type into whatever has the focus."""
    for one in typed:
        focus = page.window().focusWidget()
        assert focus is not None
        if isinstance(one, str):
            QTest.keyClicks(focus, one)
        else:
            QTest.keyClick(focus, one)


def digit(page: FormPage, code: str, number: int) -> None:
    """Answer one measure by keyboard."""
    page.measures.field(code).setFocus()
    keys(page, str(number))


def set_number(page: FormPage, code: str, number: float | None) -> None:
    """Answers a measure that takes a number."""
    field = page.measures.field(code)
    assert not isinstance(field, ChoiceField)
    field.set_value(number)  # type: ignore[arg-type]  # each control takes the numbers of its kind


def press(widget: QWidget) -> None:
    """Press with the mouse, once what is new on the page has been shown."""
    QApplication.processEvents()
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def type_time(page: PainNowPage, words: str) -> None:
    """Replace the time of a moment, as Ctrl+A and typing do."""
    page.time.setFocus()
    QTest.keyClick(page.time, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.time, words)


def save(page: FormPage) -> None:
    """Ctrl+S from wherever the focus is."""
    QTest.keyClick(page.window().focusWidget() or page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def question(page: FormPage) -> Question:
    """What the page asks."""
    assert isinstance(page.asking, Question)
    return page.asking


def told(page: FormPage) -> str:
    """What the page says above the form, "" where nothing."""
    return getattr(page.asking, "text", "")


def mark(page: FormPage, region: str, view: str) -> None:
    """Press a region of the figure with the mouse, long after the last press."""
    page.body.views.forget_tap()
    where = page.body.figure.place_of(region, view).toPoint()
    QTest.mouseClick(page.body.figure, Qt.MouseButton.LeftButton, pos=where)


def draw(page: FormPage, view: str, *regions: str) -> None:
    """Draw one line through regions of a view, with the mouse."""
    figure = page.body.figure
    spots = [figure.place_of(region, view) for region in regions]
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=spots[0].toPoint())
    for start, end in pairwise(spots):
        for step in range(1, 9):
            QTest.mouseMove(figure, (start + (end - start) * (step / 8)).toPoint())
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=spots[-1].toPoint())


def press_cell(row: SeverityRow, number: int) -> None:
    """Press a number of a row with the mouse."""
    cells = row.focusProxy()
    assert isinstance(cells, Cells)
    QTest.mouseClick(cells, Qt.MouseButton.LeftButton, pos=cells.cell(number).center().toPoint())
    QApplication.processEvents()
