"""Drawing on Today and Pain now: real lines on the figure, the way back, the menu and the strengths."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from diary.anatomy.drawing import fill as fill_stroke
from diary.models.codes import Limb
from diary.models.records import AreaQuality
from diary.ui.today.page import TodayPage
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    day_entry,
    draw,
    entry,
    fill,
    foot,
    keys,
    mark,
    moments,
    opened_window,
    press,
    press_cell,
    refreshed,
    save,
    shown,
    type_time,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme
    from diary.ui.today.pain_now import PainNowPage

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_lines_on_both_soles_are_one_place_until_it_is_said_how_it_feels(page: TodayPage) -> None:
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L", "heel_L")
    draw(page, "sole", "toes_1_3_sole_R", "sole_inner_R", "heel_R")
    (place,) = page.sitting.places
    assert len(place.strokes) == 2
    page.body.views.hovered.emit("")
    assert page.body._status.text() == "Added to: Left sole. Add area begins a new one."
    assert page.body._announcer.last == page.body._status.text()
    press_cell(page.body.editor.severity, 6)
    draw(page, "palm", "palm_radial_R", "palm_ulnar_R")
    assert len(page.sitting.places) == 2


def test_a_place_with_two_qualities_and_a_severity_takes_four_actions(page: TodayPage, store: Store) -> None:
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L", "heel_L")
    press(page.body.editor._chips["burning"])
    press(page.body.editor._chips["touch"])
    press_cell(page.body.editor.severity, 6)
    save(page)
    saved = day_entry(store)
    assert saved is not None
    (area,) = saved.areas
    assert area.severity == 6
    assert [one.code for one in area.qualities] == ["burning", "touch"]
    assert len(area.strokes) == 1
    assert (area.figure_version, area.grid_version) == ("2", "2")
    assert all(0.25 <= one.coverage <= 1 for one in area.regions)


def test_each_stroke_is_undone_and_brought_back_from_the_figure_and_the_tools(page: TodayPage) -> None:
    tools = page.body.views.tools
    assert not tools.undo.isEnabled()
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L")
    draw(page, "sole", "sole_outer_L", "heel_L")
    press_cell(page.body.editor.severity, 6)
    page.body.figure.setFocus()
    QTest.keyClick(page.body.figure, Key.Key_Z, CONTROL)
    (place,) = page.sitting.places
    assert len(place.strokes) == 1
    assert place.severity == 6
    press(tools.undo)
    assert not page.sitting.places
    assert not tools.undo.isEnabled()
    page.body.figure.setFocus()
    QTest.keyClick(page.body.figure, Key.Key_Y, CONTROL)
    press(tools.redo)
    assert len(page.sitting.places[0].strokes) == 2
    assert page.sitting.places[0].severity == 6
    assert not tools.redo.isEnabled()


def test_the_way_back_ends_with_the_save_and_with_another_day(page: TodayPage, store: Store) -> None:
    tools = page.body.views.tools
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L")
    assert tools.undo.isEnabled()
    save(page)
    assert not tools.undo.isEnabled(), "an arrow among the drawing tools never takes a saved day back"
    mark(page, "heel_L", "sole")
    assert tools.undo.isEnabled()
    page.open_day(YESTERDAY)
    assert not tools.undo.isEnabled()
    assert day_entry(store) is not None


def test_a_line_begun_today_is_never_drawn_on_another_day(page: TodayPage, store: Store) -> None:
    mark(page, "heel_L", "sole")
    figure = page.body.figure
    spots = [figure.place_of(one, "palm").toPoint() for one in ("palm_radial_R", "palm_ulnar_R")]
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=spots[0])
    QTest.mouseMove(figure, (spots[0] + spots[1]) / 2)
    QTest.mouseMove(figure, spots[1])
    page.open_day(YESTERDAY)
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=spots[1])
    assert not page.sitting.places
    assert page.body._announcer.last == "The line begun on another day was let go. All else is kept."
    page.open_day(TODAY)
    assert [one.regions for one in page.sitting.places] == [("heel_L",)]


def test_the_list_leaves_no_tool_that_does_nothing(page: TodayPage) -> None:
    tools = page.body.views.tools
    mark(page, "heel_L", "sole")
    press(page.body.list_button)
    assert not any(one.isEnabled() for one in (tools.tools, tools.brushes, tools.view))
    assert tools.undo.isEnabled()
    press(page.body.list_button)
    assert all(one.isEnabled() for one in (tools.tools, tools.brushes, tools.view))


def test_where_no_stroke_is_left_to_undo_the_key_means_what_was_saved(page: TodayPage, store: Store) -> None:
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L")
    save(page)
    page.body.figure.setFocus()
    QTest.keyClick(page.body.figure, Key.Key_Z, CONTROL)
    assert day_entry(store) is None
    QTest.keyClick(page.body.figure, Key.Key_Y, CONTROL)
    assert day_entry(store) is not None


def test_the_eraser_and_a_second_press(page: TodayPage) -> None:
    mark(page, "heel_L", "sole")
    mark(page, "sole_inner_L", "sole")
    page.body.figure.tool = "erase"
    mark(page, "heel_L", "sole")
    assert page.sitting.places[0].regions == ("sole_inner_L",)
    page.body.figure.tool = "paint"
    mark(page, "heel_L", "sole")
    page.body.tap("sole", "sole_outer_L")
    spot = page.body.figure.place_of("heel_L", "sole").toPoint()
    QTest.mouseClick(page.body.figure, Qt.MouseButton.LeftButton, pos=spot)
    assert "heel_L" in page.sitting.places[0].regions, "a hand that trembles pressed twice"


def test_a_layer_over_another_place_is_begun_with_add_area(page: TodayPage) -> None:
    mark(page, "sole_inner_L", "sole")
    press_cell(page.body.editor.severity, 6)
    press(page.body.tabs.add_area)
    mark(page, "sole_inner_L", "sole")
    press(page.body.editor._chips["numbness"])
    pain, numb = page.sitting.places
    assert pain.regions == numb.regions == ("sole_inner_L",)
    assert numb.severity is None


def test_the_menu_fills_copies_says_and_removes(page: TodayPage) -> None:
    mark(page, "thumb_p_R", "palm")
    uid = page.sitting.places[0].uid
    menu = page.body.tabs.menu(uid)
    menu.entry("copy").trigger()
    assert set(page.sitting.places[0].regions) == {"thumb_p_R", "thumb_p_L"}
    assert page.body._status.text().startswith("Copied to the other side: ")
    assert page.body._announcer.last.startswith("Copied to the other side: ")
    menu.entry("fill").trigger()
    assert {"little_p_R", "little_p_L", "handback_radial_L"} <= set(page.sitting.places[0].regions)
    assert page.body._announcer.last == "Filled: Both hands."
    menu.entry("limb:stump").trigger()
    assert page.sitting.places[0].limb is Limb.STUMP
    assert page.body.tabs.menu(uid).entry("limb:stump").isChecked()
    menu.entry("remove").trigger()
    assert not page.sitting.places
    press(page.body.views.tools.undo)
    assert page.sitting.places[0].limb is Limb.STUMP


def test_add_area_and_the_last_place_gone_give_the_keyboard_to_what_is_shown(page: TodayPage) -> None:
    press(page.body.list_button)
    keys(page, "right heel", Key.Key_Return)
    press(page.body.tabs.add_area)
    assert page.body.region_list.search.hasFocus()
    page.body.tabs.tab(page.sitting.places[0].uid).setFocus()
    keys(page, Key.Key_Delete)
    assert page.body.region_list.search.hasFocus()


def test_one_key_leads_to_the_search_for_a_place(page: TodayPage) -> None:
    QTest.keyClick(page.window().focusWidget() or page, Key.Key_F, CONTROL)
    keys(page, "right heel")
    assert page.body.region_list.current_region() == "heel_R"
    page.note.setFocus()
    QTest.keyClick(page.note, Key.Key_F, CONTROL)
    keys(page, "left heel", Key.Key_Return)
    assert page.sitting.places[0].regions == ("heel_L",)


def test_a_part_of_the_body_is_marked_and_taken_off_in_the_list(page: TodayPage) -> None:
    press(page.body.list_button)
    found = page.body.region_list
    found.limbToggled.emit(("thumb_p_R", "index_p_R"), True)
    assert set(page.sitting.places[0].regions) == {"thumb_p_R", "index_p_R"}
    found.limbToggled.emit(("thumb_p_R", "index_p_R"), False)
    assert page.sitting.places == ()


def test_the_menu_opens_by_keyboard_with_targets_large_enough(page: TodayPage) -> None:
    mark(page, "heel_L", "sole")
    more = page.body.tabs.tab(page.sitting.places[0].uid).more
    assert more is not None
    assert min(more.width(), more.height()) >= 32
    more.setFocus()
    keys(page, Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert all(menu.actionGeometry(one).height() >= 32 for one in menu.actions() if not one.isSeparator())
    QTest.keyClick(menu, Key.Key_Up)
    QTest.keyClick(menu, Key.Key_Return)
    assert page.sitting.places == ()


def test_a_place_may_have_a_time_of_its_own(page: TodayPage, store: Store) -> None:
    mark(page, "heel_L", "sole")
    page.body.tabs.menu(page.sitting.places[0].uid).entry("time").trigger()
    assert page.body.editor.time.hasFocus()
    QTest.keyClick(page.body.editor.time, Key.Key_A, CONTROL)
    keys(page, "01:15")
    save(page)
    saved = day_entry(store)
    assert saved is not None
    at = saved.areas[0].at
    assert at is not None
    assert f"{at.local:%d %H:%M}" == "23 01:15", "a day ends after midnight"
    press(page.body.editor._no_time)
    save(page)
    again = day_entry(store)
    assert again is not None
    assert again.areas[0].at is None


def test_every_chosen_word_can_have_a_strength(page: TodayPage, store: Store) -> None:
    editor = page.body.editor
    mark(page, "heel_L", "sole")
    press(editor._chips["burning"])
    press(editor._chips["numbness"])
    assert {key for key, row in editor.strengths.items() if row.isVisible()} == {"numbness"}
    press_cell(editor.severity, 6)
    assert not editor.strengths["numbness"].isVisible()
    press(editor.how_strong)
    assert all(editor.strengths[one].isVisible() for one in ("burning", "numbness"))
    assert not editor.how_strong.isVisible()
    keys(page, "8")
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert saved.areas[0].qualities == (
        AreaQuality(code="burning", strength=8),
        AreaQuality(code="numbness"),
    )


def test_a_draft_keeps_the_drawing(qtbot: QtBot, theme: Theme, store: Store, page: TodayPage) -> None:
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L")
    page.typing.keep_now()
    again = shown(qtbot, TodayPage(store))
    assert again.sitting.places == page.sitting.places


def test_an_old_diary_is_shown_as_it_is_and_changed_only_where_it_is_drawn_on(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    fill(store, entry(areas=(foot(6),)))
    page = shown(qtbot, TodayPage(store))
    page.body.editor.severity.set_value(3)
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert saved.areas == (replace(foot(3), written=saved.areas[0].written),)
    draw(page, "sole", "heel_L", "sole_outer_L")
    place = page.sitting.places[0]
    assert place.strokes[:2] == (fill_stroke("sole_inner_L"), fill_stroke("foot_top_L"))
    assert {"sole_inner_L", "foot_top_L"} <= set(place.regions)


def test_brush_and_steady_hand_are_kept_on_this_computer(
    qtbot: QtBot, theme: Theme, store: Store, page: TodayPage
) -> None:
    page.body.figure.brush = "palm"
    page.body.figure.steady = True
    again = shown(qtbot, TodayPage(store))
    assert (again.body.figure.brush, again.body.figure.steady) == ("palm", True)
    assert again.body.views.tools.brushes.value == "palm"


def test_pain_now_draws_with_the_same_card(now_page: PainNowPage, store: Store) -> None:
    draw(now_page, "palm", "palm_radial_R", "thumb_p_R")
    press_cell(now_page.body.editor.severity, 9)
    type_time(now_page, "18:30")
    save(now_page)
    (moment,) = moments(store)
    assert len(moment.areas[0].strokes) == 1
    assert moment.areas[0].severity == 9


def test_the_figure_stays_large_beside_two_places(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, entry(areas=(foot(6), replace(foot(4), uid="b", regions=(foot().regions[0],)))))
    window = opened_window(qtbot, store, (1280, 800))
    body = window.today.body
    qtbot.waitUntil(body.figure.isVisible)
    refreshed(qtbot, window.today)
    qtbot.waitUntil(lambda: not window.today._fit_soon.isActive())
    line = [body.title, body.views.tools, body.list_button]
    middles = {one.mapTo(body, one.rect().center()).y() for one in line}
    assert max(middles) - min(middles) <= 2
    assert body.figure.height() >= 380 - 6
