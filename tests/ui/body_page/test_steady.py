"""How steady is my drawing? A blind drawing that is kept only when it is done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.anatomy.coverage import coverage, regions_of
from diary.anatomy.drawing import fill
from diary.anatomy.kept import surface_pct
from diary.models.codes import StrokeMode
from diary.models.records import Area, Stroke
from diary.storage.queries import redrawings
from diary.ui.body_page.again import Strokes, redrawing_of
from diary.ui.body_page.steady import SteadyPanel
from tests.ui.body_page.conftest import Opens, marked

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.body_page.page import BodyPage


def begun(page: BodyPage, qtbot: QtBot) -> SteadyPanel:
    """The panel as it stands once the latest map is known."""
    page.sentences.steady_button.click()
    panel = page.steady
    assert panel is not None
    qtbot.waitUntil(lambda: panel.told.text() != "")
    return panel


def test_the_first_drawing_stays_hidden(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(2)])
    panel = begun(page, qtbot)
    assert "18 November 2026" in panel.told.text()
    assert panel.told.text().startswith("Today has no drawing yet.")
    assert not page.before_map.isVisible()
    assert not panel.done.isEnabled()


def test_done_keeps_the_agreement_and_the_sentence_uses_it(opens: Opens, store: Store, qtbot: QtBot) -> None:
    page = opens([marked(0), marked(30)])
    panel = begun(page, qtbot)
    panel.figure.strokeDrawn.emit(fill("foot_top_L"))
    panel.figure.regionTapped.emit("front", "knee_front_L")
    panel.done.click()
    (kept,) = store.ask(redrawings)
    assert kept.agreement == 0.5
    assert kept.entry == "d0"
    assert kept.again_pct > kept.first_pct > 0
    assert "The two drawings agree by 0.50. 1 would be the same regions." in panel.result.text()
    assert panel.result.text().count("\N{NO-BREAK SPACE}%") == 2
    panel.cancel.click()
    assert page.grid.isVisible()
    qtbot.waitUntil(lambda: page.is_complete() and "0.50" in page.sentences.steady.text())


def test_surface_is_every_painted_share_of_both_drawings(store: Store) -> None:
    spot = Stroke(view="back", mode=StrokeMode.PAINT, radius=12, points=(150, 200, 240, 330))
    first = Area(uid="a", regions=regions_of([spot]), strokes=(spot,), figure_version="2", grid_version="2")
    entry = replace(marked(0), areas=(first,))
    found = redrawing_of(entry, Strokes((spot,)), store.now(), store.make_uid)
    assert found.agreement == 1
    assert found.first_pct == found.again_pct == round(surface_pct(coverage([spot])), 2)
    assert found.first_pct > surface_pct({one.region: one.coverage for one in first.regions})


def test_cancel_keeps_nothing(opens: Opens, store: Store, qtbot: QtBot) -> None:
    panel = begun(page := opens([marked(0)]), qtbot)
    panel.figure.strokeDrawn.emit(fill("foot_top_L"))
    panel.cancel.click()
    assert store.ask(redrawings) == ()
    panel = begun(page, qtbot)
    assert not panel.done.isEnabled()


def test_strokes_can_be_taken_back(opens: Opens, qtbot: QtBot) -> None:
    panel = begun(opens([marked(0)]), qtbot)
    panel.figure.strokeDrawn.emit(fill("foot_top_L"))
    panel.tools.undo_pressed.emit()
    assert not panel.done.isEnabled()
    panel.tools.redo_pressed.emit()
    assert panel.done.isEnabled()
    panel.figure.regionTapped.emit("front", "foot_top_L")
    panel.done.click()
    qtbot.waitUntil(lambda: len(panel.rows) == 1)
    assert "agree by 0.00" in panel.result.text()


def test_a_redrawing_is_deleted_and_brought_back(opens: Opens, store: Store, qtbot: QtBot) -> None:
    panel = begun(opens([marked(0)]), qtbot)
    panel.figure.strokeDrawn.emit(fill("foot_top_L"))
    panel.done.click()
    qtbot.waitUntil(lambda: len(panel.rows) == 1)
    panel.rows[0].delete.click()
    qtbot.waitUntil(lambda: panel.rows == [])
    assert store.ask(redrawings) == ()
    store.undo_stack.undo()
    qtbot.waitUntil(lambda: len(panel.rows) == 1)
    assert len(store.ask(redrawings)) == 1


def test_a_diary_without_a_drawing_says_so(opens: Opens, qtbot: QtBot) -> None:
    panel = begun(opens([marked(0, "")]), qtbot)
    assert panel.told.text().startswith("There is no drawing yet.")
    assert not panel.figure.isEnabled()


def test_the_map_of_today_is_drawn_once_more(opens: Opens, qtbot: QtBot) -> None:
    panel = begun(opens([marked(0), marked(1, "heel_L")]), qtbot)
    assert panel.told.text().startswith("Draw once more what you marked today.")


def test_a_redrawing_of_an_old_day_is_kept_out_of_the_sentence(
    opens: Opens, store: Store, qtbot: QtBot
) -> None:
    page = opens([marked(3), marked(30)])
    panel = begun(page, qtbot)
    panel.figure.strokeDrawn.emit(fill("foot_top_L"))
    panel.done.click()
    assert "Days lie between them" in panel.result.text()
    assert len(store.ask(redrawings)) == 1
    panel.cancel.click()
    qtbot.waitUntil(lambda: page.is_complete() and not page._reading.busy)
    assert "Drawing the same pain twice" in page.sentences.steady.text()


def test_both_drawings_are_shown_and_told_apart(opens: Opens, qtbot: QtBot) -> None:
    panel = begun(opens([marked(0)]), qtbot)
    panel.figure.strokeDrawn.emit(fill("foot_top_L"))
    panel.figure.regionTapped.emit("front", "knee_front_L")
    panel.done.click()
    assert panel.both.isVisible()
    assert not panel.figure.isVisible()
    assert not panel.done.isVisible()
    assert not panel.told.isVisible()
    assert [one.accessibleName() for one in panel.both.figures] == ["First drawing", "Drawn again"]
    assert "In both drawings: top of the left foot." in panel.both.words.text()
    assert "Only in the second: " in panel.both.words.text()
    assert "Only in the first" not in panel.both.words.text()
    panel.cancel.click()
    panel.begin()
    assert panel.figure.isVisibleTo(panel)


def test_the_panel_opens_at_its_top_and_fits(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(0)])
    page.resize(700, 500)
    page.scroll_area.verticalScrollBar().setValue(5000)
    panel = begun(page, qtbot)
    assert page.scroll_area.verticalScrollBar().value() == 0
    page.resize(1200, 776)
    qtbot.waitUntil(lambda: panel.figure.height() > 400)
    qtbot.waitUntil(lambda: page.scroll_area.verticalScrollBar().maximum() == 0)
    assert panel.figure.height() < 776


def test_what_was_said_of_the_maps_goes_with_them(opens: Opens, tmp_path: Path, qtbot: QtBot) -> None:
    page = opens([marked(0)])
    page.save_picture(tmp_path / "body.svg")
    assert page.message.isVisible()
    begun(page, qtbot)
    assert not page.message.isVisible()
