"""What holds for each face of Trends: mouse, keys, table, spoken summary, and how each finding is known."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from diary.exchange.demo import sample
from diary.storage.diary import Diary
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.parts.how_known import HowKnown
from diary.ui.theme import Theme
from diary.ui.trends import faces
from diary.ui.trends.canvas import ChartCanvas
from diary.ui.trends.engine import State
from diary.ui.trends.face import Face
from diary.ui.trends.links.canvas import ForestCanvas
from diary.ui.trends.links.face import LinksFace
from diary.ui.trends.marked_canvas import MarkedCanvas
from diary.ui.trends.page import TrendsPage
from tests.storage.given import TODAY, Clock

Chart = ChartCanvas | MarkedCanvas | ForestCanvas
KEYS = (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End)

STEPS = 24
"""The mouse goes over a chart in so many steps across, and as many down."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample diary of 160 days."""
    path = tmp_path_factory.mktemp("faces") / "sample.sqlite3"
    diary = Diary(path, clock=Clock())
    diary.restore(sample(days=160, seed=1, until=date.fromordinal(TODAY.toordinal() - 1)))
    diary.close()
    return path


@pytest.fixture
def store(file: Path, tmp_path: Path, theme: Theme) -> Iterator[Store]:
    copied = Path(shutil.copy(file, tmp_path / "diary.sqlite3"))
    opened = Store(copied, Looks(tmp_path / "looks.ini"))
    opened.open_now(lambda path: Diary(path, clock=Clock()))
    yield opened
    opened.close()


@pytest.fixture(params=faces.NAMES)
def face(request: pytest.FixtureRequest, store: Store, qtbot: QtBot) -> Face:
    """Each face with all that the sample has."""
    page = TrendsPage(store)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    qtbot.waitUntil(page.is_complete)
    page.open_face(request.param)
    qtbot.waitUntil(page.is_complete)
    assert isinstance(page.face, Face)
    if page.face.uses_analysis:
        engine = page.engine
        qtbot.waitUntil(lambda: engine.state is State.CALM and engine.latest is not None, timeout=10_000)
    if isinstance(page.face, LinksFace) and not page.face.is_open:
        page.face.gate.look_button.click()
    return page.face


def shown(face: Face, kind: type[QWidget] | tuple[type[QWidget], ...]) -> list[QWidget]:
    """The parts of a kind that are shown."""
    return [one for one in face.findChildren(QWidget) if isinstance(one, kind) and one.isVisibleTo(face)]


def charts(face: Face) -> list[Chart]:
    found = shown(face, (ChartCanvas, MarkedCanvas, ForestCanvas))
    return [one for one in found if isinstance(one, ChartCanvas | MarkedCanvas | ForestCanvas)]


def move_mouse(chart: Chart, to: QPointF) -> None:
    """As the window does where the mouse goes over a chart, also one that is scrolled out of sight."""
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, to, chart.mapToGlobal(to), none, none, keys)
    QCoreApplication.sendEvent(chart, moved)


def test_no_face_is_missing() -> None:
    assert faces.there() == faces.NAMES


def test_each_chart_tells_what_is_under_the_cursor_of_keys_and_mouse(face: Face, qtbot: QtBot) -> None:
    assert charts(face)
    for one in charts(face):
        one.grab()
        summary = one.accessibleDescription()
        assert one.accessibleName()
        assert len(summary.split(". ")) > 1
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus
        told = set()
        for key in KEYS:
            qtbot.keyClick(one, key)
            assert one.words()
            assert one.announcer.last == one.words()
            assert one.accessibleDescription().startswith(one.words())
            told.add(one.words())
        assert len(told) > 1
        qtbot.keyClick(one, Qt.Key.Key_Escape)
        assert one.words() == ""
        heard: set[str] = set()
        for at in range(STEPS * STEPS):
            x, y = at % STEPS, at // STEPS
            move_mouse(one, QPointF(one.width() * x / STEPS, one.height() * y / STEPS))
            heard.add(one.words())
        assert len(heard - {""}) > 1, one.accessibleName()


def test_each_face_has_a_table_a_summary_and_says_how_it_is_known(face: Face) -> None:
    assert face.has_table
    face.show_table(True)
    tables = [one for one in shown(face, QTableView) if isinstance(one, QTableView)]
    filled = [one for one in tables if one.model() is not None and one.model().rowCount() > 0]
    assert filled
    assert [one for one in filled if not one.accessibleName()] == []
    assert charts(face) == []
    face.show_table(False)
    assert charts(face)
    assert len(face.spoken()) > 40
    assert "{" not in face.spoken()
    known = [one for one in shown(face, HowKnown) if isinstance(one, HowKnown)]
    assert known
    for one in known:
        assert one.ask.isVisibleTo(one)
        assert len(one.words().split()) > 12
