"""Settings: looks act at once, what travels with the diary is a change, nothing is lost on the way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from diary.models.codes import EntryKind, Group, MeasureKind
from diary.models.measures import ASKED_ALL, ASKED_SHORT, BY_CODE, OWN_FROM
from diary.models.records import Measure, Person, Replace
from diary.storage import queries
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.settings.asked_card import preset_of
from diary.ui.settings.looks import dress
from diary.ui.settings.page import SettingsPage
from diary.ui.settings.person_card import read_born
from diary.ui.theme import Theme
from diary.ui.today.asked import with_code
from diary.wording import say_n

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

DAYLIO = """full_date,date,weekday,time,mood,activities,note_title,note
2026-03-01,March 1,Sunday,21:10,good,walking,,""
2026-03-02,March 2,Monday,20:00,bad,reading,,"a hard day"
"""


@pytest.fixture
def store(qtbot: QtBot, tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "settings.ini"))
    store.open_now()
    yield store
    store.close()


@pytest.fixture
def page(qtbot: QtBot, store: Store, theme: Theme) -> SettingsPage:
    page = SettingsPage(store, theme)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: bool(page.asked.chips), timeout=2000)
    return page


def test_looks_act_at_once_and_are_kept_for_this_computer(
    page: SettingsPage, store: Store, theme: Theme
) -> None:
    page.look.text_size.set_value("150")
    page.look.appearance.set_value("dark")
    page.look.contrast.click()
    assert (theme.scale, theme.palette.name) == (1.5, "contrast-dark")
    other = Theme()
    dress(other, store.looks)
    assert (other.scale, other.appearance, other.contrast) == (1.5, "dark", True)
    assert store.undo_stack.count() == 0


def test_closed_help_lines_come_back(page: SettingsPage, store: Store) -> None:
    store.looks.close_help("today.pain")
    page.look.show_help.click()
    assert page.look.message is not None
    assert store.looks.help_closed == frozenset()


def test_a_short_day_is_one_press_and_one_undo(qtbot: QtBot, page: SettingsPage, store: Store) -> None:
    page.asked.preset.set_value("short")
    assert store.setting("asked", []) == list(ASKED_SHORT)
    assert not page.asked.chips["mood"].isChecked()
    store.undo_stack.undo()
    qtbot.waitUntil(page.asked.chips["mood"].isChecked, timeout=2000)


def test_a_single_question_is_added_in_its_place_and_taken_out(page: SettingsPage, store: Store) -> None:
    page.asked.preset.set_value("short")
    page.asked.chips["interference"].click()
    expected = ["pain_average", "pain_worst", "pain_least", "interference", "sleep_quality", "sleep_min"]
    assert store.setting("asked", []) == expected
    assert page.asked.preset.value == "own"
    page.asked.chips["interference"].click()
    assert page.asked.preset.value == "short"


def test_an_order_of_ones_own_is_kept() -> None:
    assert with_code(["mood", "pain_worst"], "stress", BY_CODE) == ["mood", "pain_worst", "stress"]
    assert with_code(["mood", "pain_worst"], "pain_average", BY_CODE)[0] == "pain_average"
    assert preset_of(list(reversed(ASKED_ALL)), BY_CODE) == "usual"


def test_all_is_everything_with_what_was_done_and_own_questions(page: SettingsPage, store: Store) -> None:
    own = Measure(
        uid="own-itch",
        code="own_itch",
        kind=MeasureKind.SCALE,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        low=0,
        high=10,
        label="Itch",
        position=OWN_FROM,
    )
    store.diary.apply([Replace(before=None, after=own)])
    page.asked.refresh()
    page.asked.preset.set_value("all")
    asked = store.setting("asked", [""])
    assert all(chip.isChecked() for chip in page.asked.chips.values())
    assert {"attacks", "awake_min", "cold", "cigarettes", "exercise_min", "own_itch"} < set(asked)
    assert page.asked.preset.value == "all"
    page.asked.preset.set_value("usual")
    assert store.setting("asked", [""]) == list(ASKED_ALL)


def test_asking_nothing_but_places_is_allowed(page: SettingsPage, store: Store) -> None:
    page.asked.preset.set_value("short")
    for code in ASKED_SHORT:
        page.asked.chips[code].click()
    assert store.setting("asked", ["x"]) == []


def test_the_day_end_is_kept_in_the_diary(page: SettingsPage, store: Store) -> None:
    times = page.day_end.times
    assert times.currentText() == "03:00"
    QTest.keyClicks(times, "05:30")
    times.activated.emit(times.currentIndex())
    assert store.setting("day_end", "") == "05:30"
    assert str(store.ask(queries.day_end)) == "05:30:00"


def test_the_wheel_over_the_day_end_changes_nothing(page: SettingsPage) -> None:
    times = page.day_end.times
    middle = QPointF(times.rect().center())
    wheel = QWheelEvent(
        middle,
        QPointF(times.mapToGlobal(middle.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(times, wheel)
    assert times.currentText() == "03:00"


def test_name_and_birth_are_kept_together_and_may_be_taken_back(page: SettingsPage, store: Store) -> None:
    card = page.person
    assert not card.save.isEnabled()
    QTest.keyClicks(card.name, "Ada")
    for part, text in (("day", "3"), ("month", "9"), ("year", "1961")):
        QTest.keyClicks(card.born[part], text)
    card.save.click()
    kept = store.ask(queries.person)
    assert kept is not None
    assert (kept.name, kept.born) == ("Ada", date(1961, 9, 3))
    card.name.clear()
    QTest.keyClicks(card.name, " ")
    card.save.click()
    kept = store.ask(queries.person)
    assert kept is not None
    assert kept.name == ""


def test_what_is_no_date_is_said_and_nothing_is_kept(page: SettingsPage, store: Store) -> None:
    wrong = (("31", "2", "1961"), ("3", "", "1961"), ("3", "9", "61"), ("x", "9", "1961"), ("1", "1", "2999"))
    for parts in wrong:
        for field, text in zip(page.person.born.values(), parts, strict=True):
            field.clear()
            QTest.keyClicks(field, text)
        page.person.save.click()
        assert page.person.message is not None
        page.person.hush()
    assert store.ask(queries.person) is None


def test_three_empty_fields_are_no_date() -> None:
    assert read_born("", " ", "") is None


def test_words_being_typed_outlive_a_change_elsewhere(qtbot: QtBot, page: SettingsPage, store: Store) -> None:
    QTest.keyClicks(page.person.name, "Ada")
    store.save([Replace(before=None, after=Person(uid="p", name="Eve"))], text="elsewhere")
    page.asked.preset.set_value("all")
    qtbot.waitUntil(page.asked.chips["anxiety"].isChecked, timeout=2000)
    assert page.person.name.text() == "Ada"


def test_a_check_of_a_sound_diary_says_so(qtbot: QtBot, page: SettingsPage) -> None:
    page.file.check.click()
    qtbot.waitUntil(page.file.check.isEnabled, timeout=5000)
    assert page.file.message is not None
    assert "sound" in page.file.message.text


def test_the_folder_opens(page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.file.open_folder.click()
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


def test_an_import_is_told_first_then_one_step(
    qtbot: QtBot, page: SettingsPage, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "daylio.csv"
    file.write_text(DAYLIO, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(file), ""))
    card = page.bring_in
    card.choose_file.click()
    qtbot.waitUntil(card.offer.isVisible, timeout=5000)
    assert "2" in card.told.text()
    qtbot.waitUntil(lambda: not card.bring_in.visibleRegion().isEmpty(), timeout=2000)
    assert store.ask(queries.span) is None
    card.bring_in.click()
    qtbot.waitUntil(lambda: store.ask(queries.span) is not None, timeout=5000)
    qtbot.waitUntil(lambda: store.undo_stack.count() == 1, timeout=5000)
    assert not card.offer.isVisible()
    assert card.message is not None
    assert card.message.text == say_n("settings.bring_in_done_undo", 2)
    card.message.action_button.click()
    assert store.ask(queries.span) is None
    assert card.message is None


def test_what_came_in_has_no_undo_left_once_a_key_undid_it(
    qtbot: QtBot, page: SettingsPage, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "daylio.csv"
    file.write_text(DAYLIO, "utf-8")
    card = page.bring_in
    card.look_at(file)
    qtbot.waitUntil(card.offer.isVisible, timeout=5000)
    card.bring_in.click()
    qtbot.waitUntil(lambda: store.undo_stack.count() == 1, timeout=5000)
    store.undo_stack.undo()
    assert card.message is None


def test_undo_of_what_came_in_leaves_what_was_saved_before_it(
    qtbot: QtBot, page: SettingsPage, store: Store, tmp_path: Path
) -> None:
    store.set_setting("x", 1)
    file = tmp_path / "daylio.csv"
    file.write_text(DAYLIO, "utf-8")
    card = page.bring_in
    card.look_at(file)
    qtbot.waitUntil(card.offer.isVisible, timeout=5000)
    card.bring_in.click()
    qtbot.waitUntil(lambda: store.undo_stack.count() == 2, timeout=5000)
    assert card.message is not None
    card.message.action_button.click()
    assert store.ask(queries.span) is None
    assert store.setting("x", 0) == 1


def test_what_came_in_offers_no_undo_once_something_was_saved_after_it(
    qtbot: QtBot, page: SettingsPage, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "daylio.csv"
    file.write_text(DAYLIO, "utf-8")
    card = page.bring_in
    card.look_at(file)
    qtbot.waitUntil(card.offer.isVisible, timeout=5000)
    card.bring_in.click()
    qtbot.waitUntil(lambda: card.message is not None and store.undo_stack.count() == 1, timeout=5000)
    store.set_setting("x", 1)
    assert card.message is None


def test_an_import_that_is_left_changes_nothing(
    qtbot: QtBot, page: SettingsPage, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "daylio.csv"
    file.write_text(DAYLIO, "utf-8")
    page.bring_in.look_at(file)
    qtbot.waitUntil(page.bring_in.offer.isVisible, timeout=5000)
    page.bring_in.leave.click()
    assert not page.bring_in.offer.isVisible()
    assert store.ask(queries.span) is None


def test_a_file_of_no_known_kind_is_named_and_nothing_happens(
    qtbot: QtBot, page: SettingsPage, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear doctor", "utf-8")
    page.bring_in.look_at(file)
    qtbot.waitUntil(
        lambda: "letter.txt" in (page.bring_in.message.text if page.bring_in.message else ""), timeout=5000
    )
    assert page.bring_in.choose_file.isEnabled()
    assert store.ask(queries.span) is None


def test_a_diary_that_can_only_be_read_says_so_and_still_gives_exports(
    qtbot: QtBot, store: Store, theme: Theme
) -> None:
    store.diary.read_only = True
    page = SettingsPage(store, theme)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.read_only is not None, timeout=2000)
    assert not page.asked.chips["mood"].isEnabled()
    assert not page.day_end.times.isEnabled()
    assert not page.bring_in.choose_file.isEnabled()
    assert page.export.buttons["json"].isVisible()
    assert page.export.buttons["json"].isEnabled()


def test_every_control_has_a_name_with_its_words(page: SettingsPage) -> None:
    shown = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert len(shown) > 20
    for button in shown:
        name = button.accessibleName() or button.text()
        assert name
        assert button.text() in name


def test_a_press_aimed_at_where_a_size_stood_before_reaches_no_other_size(
    qtbot: QtBot, page: SettingsPage, theme: Theme
) -> None:
    sizes = page.look.text_size

    def is_hit() -> bool:
        under = page.childAt(sizes.mapTo(page, sizes.rect().center()))
        return under is not None and sizes.isAncestorOf(under)

    assert is_hit()
    sizes.set_value("125")
    assert theme.scale == 1.25
    assert not is_hit()
    qtbot.waitUntil(is_hit)
    theme.set_scale(1.0)


def test_nothing_is_cut_off_at_any_text_size(page: SettingsPage, theme: Theme) -> None:
    for width, scale in ((1200, 1.0), (720, 1.0), (1200, 2.0)):
        theme.set_scale(scale)
        page.resize(width, 700)
        QApplication.processEvents()
        assert page.scroll_area.horizontalScrollBar().maximum() == 0
