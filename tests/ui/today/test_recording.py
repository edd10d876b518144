"""A day recorded: by keyboard alone, by mouse alone, answered, taken back, saved, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.models.codes import (
    Answered,
    AnswerList,
    Direction,
    EntryKind,
    Group,
    MeasureKind,
    Noun,
    SourceKind,
    Verb,
)
from diary.models.measures import BY_CODE
from diary.models.records import Entry, Measure, Replace, Source
from diary.storage import queries
from diary.storage.version_queries import versions
from diary.ui.today.factor_chip import FactorChip
from diary.ui.today.page import TodayPage
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    day_entry,
    digit,
    entry,
    keys,
    mark,
    night_entry,
    press,
    question,
    refreshed,
    save,
    shown,
    told,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

Key = Qt.Key
TAB = Key.Key_Tab


def test_a_day_is_recorded_by_keyboard_alone(qtbot: QtBot, page: TodayPage, store: Store) -> None:
    focus = page.window().focusWidget()
    assert focus is page.measures.field("pain_average").focusProxy()
    keys(page, "5", TAB, TAB, "7")
    page.body.list_button.setFocus()
    keys(page, Key.Key_Space, "right palm", Key.Key_Return, Key.Key_Escape)
    uid = page.sitting.places[0].uid
    page.body.tabs.tab(uid).setFocus()
    keys(page, "6")
    page.body.editor._chips["tingling"].setFocus()
    keys(page, Key.Key_Space)
    page.note.setFocus()
    keys(page, "Long walk.")
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert values(saved) == {"pain_average": 5.0, "pain_worst": 7.0}
    assert saved.note == "Long walk."
    (area,) = saved.areas
    assert area.severity == 6
    assert [one.code for one in area.qualities] == ["tingling"]
    assert all(one.region.endswith("_R") for one in area.regions)


def test_a_day_is_recorded_by_mouse_alone(page: TodayPage, store: Store) -> None:
    mark(page, "knee_front_L", "front")
    press(page.body.editor._chips["burning"])
    cells = page.body.editor.severity._cells
    QTest.mouseClick(cells, Qt.MouseButton.LeftButton, pos=cells.cell(4).center().toPoint())
    cells = page.measures.field("mood")._cells  # type: ignore[union-attr]  # mood is a row
    QTest.mouseClick(cells, Qt.MouseButton.LeftButton, pos=cells.cell(8).center().toPoint())
    press(page.save_row.save)
    saved = day_entry(store)
    assert saved is not None
    assert values(saved) == {"mood": 8.0}
    (area,) = saved.areas
    assert (area.severity, area.regions[0].region, area.qualities[0].code) == (4, "knee_front_L", "burning")


def test_tab_walks_from_the_date_over_body_and_rows_to_the_note_and_save(page: TodayPage) -> None:
    mark(page, "knee_front_L", "front")
    page.date_bar._choose.setFocus()
    walked = []
    for _ in range(60):
        keys(page, TAB)
        walked.append(page.window().focusWidget() or page)
    stops: list[QWidget | None] = [
        page.same,
        page.body.list_button,
        page.body.figure,
        page.body.tabs.tab(page.sitting.places[0].uid),
        page.body.tabs.add_area,
        page.body.editor.severity._cells,
        page.body.editor._chips["burning"],
        page.measures.field("pain_average").focusProxy(),
        page.measures.field("clarity").focusProxy(),
        page.note,
        page.save_row.save,
    ]
    met = [walked.index(one) for one in stops if one is not None and one.isEnabled()]
    assert len(met) == len(stops) - 1  # there is no last time yet
    assert met == sorted(met)


def test_one_and_zero_together_are_ten(page: TodayPage) -> None:
    digit(page, "pain_worst", 1)
    keys(page, "0")
    assert page.sitting.values == {"pain_worst": 10}


def test_a_digit_on_a_place_is_its_severity(page: TodayPage) -> None:
    mark(page, "knee_front_L", "front")
    press(page.body.editor._chips["aching"])
    mark(page, "palm_radial_R", "palm")
    first, second = page.sitting.places
    page.body.tabs.tab(first.uid).setFocus()
    keys(page, Key.Key_Space)
    page.body.tabs.tab(first.uid).setFocus()
    keys(page, "1", "0")
    assert [one.severity for one in page.sitting.places] == [10, None]
    assert second.severity is None


def test_an_own_word_is_a_quality_even_when_save_comes_before_enter(page: TodayPage, store: Store) -> None:
    mark(page, "knee_front_L", "front")
    press(page.body.editor.own_word)
    keys(page, "like  wet socks", Key.Key_Return, Key.Key_Space, "ants")
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert [one.own_word for one in saved.areas[0].qualities] == ["like wet socks", "ants"]


def test_nothing_hurts_is_an_answer_and_an_untouched_body_is_none(page: TodayPage, store: Store) -> None:
    digit(page, "mood", 7)
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert AnswerList.PLACES not in saved.answered
    press(page.body.nothing)
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert saved.answered[AnswerList.PLACES] is Answered.NONE
    press(page.body.nothing)
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert AnswerList.PLACES not in saved.answered


def test_sleep_is_kept_in_the_night_that_ended_today(page: TodayPage, store: Store) -> None:
    page.measures.field("sleep_min").setFocus()
    keys(page, "6:10")
    save(page)
    assert day_entry(store) is None
    assert values(night_entry(store)) == {"sleep_min": 370.0}


def test_an_answer_taken_back_is_removed_and_what_was_there_is_kept(
    qtbot: QtBot, page: TodayPage, store: Store
) -> None:
    digit(page, "mood", 7)
    digit(page, "stress", 3)
    save(page)
    refreshed(qtbot, page)
    row = page.measures.field("mood")
    row.setFocus()
    keys(page, Key.Key_Delete)
    assert page.sitting.values == {"stress": 3}
    save(page)
    saved = day_entry(store)
    assert values(saved) == {"stress": 3.0}
    assert saved is not None
    said = [one.record for one in store.ask(versions, Noun.ENTRY, saved.uid)]
    assert [values(one) for one in said if isinstance(one, Entry)] == [
        {"stress": 3.0},
        {"mood": 7.0, "stress": 3.0},
    ]


def test_the_last_answer_taken_back_leaves_no_entry(page: TodayPage, store: Store) -> None:
    digit(page, "mood", 7)
    save(page)
    press(page.measures.field("mood").clear_button)  # type: ignore[union-attr]  # mood is a row
    save(page)
    assert day_entry(store) is None


def test_an_empty_form_says_that_nothing_was_saved(page: TodayPage, store: Store) -> None:
    save(page)
    assert told(page)
    assert not page.save_row.shows_saved
    assert store.ask(queries.span) is None


def test_saving_again_what_is_saved_changes_nothing_and_offers_no_undo_of_something_else(
    qtbot: QtBot, page: TodayPage, store: Store
) -> None:
    page.open_day(YESTERDAY)
    digit(page, "mood", 4)
    save(page)
    page.open_day(TODAY)
    digit(page, "mood", 7)
    save(page)
    page.open_day(YESTERDAY)
    save(page)
    assert not page.save_row.shows_saved
    assert "saved already" in told(page)
    assert values(day_entry(store)) == {"mood": 7.0}


def test_a_past_day_is_recorded_and_a_future_one_cannot_be_reached(page: TodayPage, store: Store) -> None:
    press(page.date_bar._previous)
    assert page.day == YESTERDAY
    digit(page, "mood", 2)
    save(page)
    assert values(day_entry(store, YESTERDAY)) == {"mood": 2.0}
    press(page.date_bar._next)
    assert page.day == TODAY
    assert page.sitting.values == {}
    assert not page.date_bar._next.isEnabled()


def test_least_above_average_is_asked_about_once_and_can_be_saved(page: TodayPage, store: Store) -> None:
    digit(page, "pain_average", 3)
    digit(page, "pain_least", 6)
    save(page)
    assert day_entry(store) is None
    assert "Save it as it is?" in told(page)
    press(question(page).buttons["save"])
    assert values(day_entry(store)) == {"pain_average": 3.0, "pain_least": 6.0}
    page.note.setFocus()
    keys(page, "a note")
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert saved.note == "a note"


def test_saved_stands_until_something_changes_and_undo_takes_it_back(
    qtbot: QtBot, page: TodayPage, store: Store
) -> None:
    digit(page, "mood", 7)
    save(page)
    refreshed(qtbot, page)
    assert page.save_row.shows_saved
    press(page.save_row.undo)
    refreshed(qtbot, page)
    assert day_entry(store) is None
    assert page.sitting.is_empty
    assert not page.save_row.shows_saved
    store.undo_stack.redo()
    refreshed(qtbot, page)
    assert page.sitting.values == {"mood": 7}


def test_saved_goes_when_typing_goes_on(page: TodayPage) -> None:
    digit(page, "mood", 7)
    save(page)
    assert page.save_row.shows_saved
    digit(page, "mood", 8)
    assert not page.save_row.shows_saved


def test_help_lines_are_closed_for_good(
    qtbot: QtBot, theme: Theme, page: TodayPage, open_store: Callable[[], Store]
) -> None:
    for card in (page.body, page.note_card):
        card.help_closed.emit()
    page.measures.help_closed.emit("today.pain_help")
    again = shown(qtbot, TodayPage(open_store()))
    assert again.body._help is None
    assert again.note_card._help is None
    assert "today.pain_help" in again.store.looks.help_closed


def own(code: str, kind: MeasureKind, label: str) -> Measure:
    return Measure(
        uid=f"own-{code}",
        code=code,
        kind=kind,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        direction=Direction.NONE,
        label=label,
        position=40,
    )


def test_own_questions_are_shown_and_saved(qtbot: QtBot, theme: Theme, store: Store) -> None:
    walked, coffee = own("walked", MeasureKind.YES_NO, "Walked"), own("coffee", MeasureKind.COUNT, "Coffee")
    store.diary.apply([Replace(before=None, after=one) for one in (walked, coffee)])
    store.set_setting("asked", ["mood", "walked", "coffee"])
    page = shown(qtbot, TodayPage(store))
    field = page.measures.field("walked")
    assert isinstance(field, FactorChip)
    field.setFocus()
    keys(page, Key.Key_Space)
    page.measures.field("coffee").setFocus()
    keys(page, "3")
    save(page)
    assert values(day_entry(store)) == {"walked": 1.0, "coffee": 3.0}
    field = page.measures.field("walked")
    field.setFocus()
    keys(page, Key.Key_Delete)
    save(page)
    assert values(day_entry(store)) == {"coffee": 3.0}


def test_what_another_app_wrote_does_not_fill_the_form(qtbot: QtBot, theme: Theme, store: Store) -> None:
    app = Source(kind=SourceKind.APP, name="Daylio")
    store.diary.apply(
        [Replace(before=None, after=entry(values={"mood": 9}, source=app, uid="theirs"))], verb=Verb.IMPORT
    )
    page = shown(qtbot, TodayPage(store))
    assert page.sitting.is_empty
    digit(page, "mood", 3)
    save(page)
    assert values(day_entry(store)) == {"mood": 3.0}
    assert values(store.ask(queries.entry, "theirs")) == {"mood": 9.0}


def test_a_question_that_is_not_asked_any_more_keeps_its_draft_in_sight(
    qtbot: QtBot, theme: Theme, page: TodayPage, store: Store, open_store: Callable[[], Store]
) -> None:
    digit(page, "clarity", 4)
    page.typing.keep_now()
    store.set_setting("asked", ["mood"])
    again = shown(qtbot, TodayPage(open_store()))
    assert again.sitting.values == {"clarity": 4}
    assert set(again.measures.asked) == {"mood", "clarity"}


def test_the_keyboard_stays_on_its_question_when_the_questions_change(
    qtbot: QtBot, page: TodayPage, store: Store
) -> None:
    page.measures.field("mood").setFocus()
    store.set_setting("asked", ["pain_average", "mood", "anxiety"])
    refreshed(qtbot, page)
    keys(page, "4")
    assert page.sitting.values == {"mood": 4}
    assert BY_CODE["mood"].code in page.measures.asked
