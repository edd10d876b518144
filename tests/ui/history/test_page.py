"""History through its own widgets, on a real diary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from diary.models.codes import EntryKind, SourceKind, Verb
from diary.models.moments import Moment
from diary.models.records import Entry, Reading, Replace, SleepPiece, Source
from diary.storage import queries
from diary.store.store import Store
from diary.ui.history.entry_parts import PlaceRow, VersionRow
from diary.ui.history.entry_words import moment_words
from diary.ui.history.page import HistoryPage
from diary.ui.theme import Theme
from tests.ui.history.conftest import TODAY, WED, entry, fill, foot, refreshed, show

NIGHT = EntryKind.NIGHT


def content(page: HistoryPage) -> QWidget:
    """The entry that is shown."""
    shown = page.entry._scroll.widget()
    assert shown is not None
    return shown


def words(page: HistoryPage) -> str:
    """All words of the entry that is shown."""
    return "\n".join(label.text() for label in content(page).findChildren(QLabel))


def live(store: Store, uid: str) -> Entry | None:
    """An entry as the diary holds it."""
    return store.ask(queries.entry, uid)


def changed(store: Store, uid: str, **fields: Any) -> None:
    """Another window changes an entry."""
    read = live(store, uid)
    assert read is not None
    store.diary.apply([Replace(before=read, after=replace(read, **fields))], verb=Verb.EDIT)


def test_an_empty_diary_says_what_will_be_here_and_how_to_begin(page: HistoryPage, qtbot: Any) -> None:
    show(page, qtbot)
    assert page.empty.isVisible()
    assert not page.columns.isVisible()
    with qtbot.waitSignal(page.edit_requested) as told:
        page.empty.button.click()
    assert told.args == [TODAY, ""]


def test_one_day_is_shown_at_once(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED, values={"pain_worst": 7, "pain_average": 5}, areas=(foot(),), note="Cold floor"))
    show(page, qtbot)
    assert page.entry.title.text() == "Wednesday 18 November"
    assert page.list.title.text() == "1 entry"
    assert page.month.grid.words(WED) == "18 November, worst 7, written more than 3 days later"
    assert "Cold floor" in words(page)
    (place,) = content(page).findChildren(PlaceRow)
    assert place.accessibleName() == "Left foot"


def test_the_month_says_what_its_numbers_rest_on(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(TODAY, values={"pain_worst": 8, "pain_average": 5}), entry(TODAY, NIGHT))
    show(page, qtbot)
    assert page.numbers.title.text() == "November so far"
    told = {key: (line.number.text(), line.of.text()) for key, line in page.numbers.lines.items()}
    assert told["average"] == ("5.0", "1 of 1 day")
    assert told["worst_mean"] == ("8.0", "1 of 1 day")
    assert told["severe"] == ("1", "of 1 day")
    assert told["slept"] == ("–", ""), "absent is not zero"


def test_a_day_chosen_in_the_calendar_is_chosen_in_the_list(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    fill(store, entry(TODAY, values={"pain_worst": 2}), entry(WED, values={"pain_worst": 7}))
    show(page, qtbot)
    page.month.grid.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.month.grid, Qt.Key.Key_Left)
    assert page.entry.title.text() == "Wednesday 18 November"
    assert page.list.view.currentIndex().row() == 1


def test_an_entry_chosen_in_the_list_is_chosen_in_the_calendar(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    fill(store, entry(TODAY), entry(date(2026, 10, 5)))
    show(page, qtbot)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.month.grid.day == date(2026, 10, 5))
    assert page.month.title.text() == "October 2026"
    assert page.numbers.title.text() == "October"


def test_a_day_without_an_entry_can_still_be_filled_in(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(TODAY))
    show(page, qtbot)
    page.month.grid._go(date(2026, 11, 10))
    assert "left out of averages" in words(page)
    assert not page.entry.delete.isVisible()
    with qtbot.waitSignal(page.edit_requested) as told:
        page.entry.record.click()
    assert told.args == [date(2026, 11, 10), ""]


def test_edit_opens_the_entry_on_its_day(page: HistoryPage, store: Store, qtbot: Any) -> None:
    at = Moment.parse("2026-11-18T14:10:00+01:00")
    fill(store, entry(WED, EntryKind.MOMENT, at=at, values={"pain_now": 8}))
    show(page, qtbot)
    with qtbot.waitSignal(page.edit_requested) as told:
        page.entry.edit.click()
    assert told.args == [WED, f"moment-{WED}"]
    assert words(page).startswith("Pain now, 14:10, written Sun 22 Nov")


def test_edit_of_a_day_opens_the_days_own_form(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED))
    show(page, qtbot)
    with qtbot.waitSignal(page.edit_requested) as told:
        page.entry.edit.click()
    assert told.args == [WED, ""]


def test_what_came_from_elsewhere_is_read_and_deleted_not_changed(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    fill(store, entry(WED, source=Source(kind=SourceKind.APP, name="Daylio")))
    show(page, qtbot)
    assert not page.entry.edit.isVisible()
    assert page.entry.delete.isVisible()
    assert "from Daylio" in words(page)


def test_ctrl_f_goes_to_the_search(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED))
    show(page, qtbot)
    page.month.grid.setFocus()
    qtbot.keyClick(page.month.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.filters.search.hasFocus)


def test_escape_keeps_the_entry(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED))
    show(page, qtbot)
    page.entry.delete.click()
    assert page.entry.question is not None
    qtbot.keyClick(page.entry.question.buttons["keep"], Qt.Key.Key_Escape)
    assert page.entry.question is None
    assert live(store, f"day-{WED}") is not None


def test_a_devices_night_stays_when_the_day_goes(page: HistoryPage, store: Store, qtbot: Any) -> None:
    watch = Source(kind=SourceKind.DEVICE, name="Fitbit")
    piece = SleepPiece(
        uid="p",
        asleep=Moment.parse("2026-11-17T23:10:00+01:00"),
        awake=Moment.parse("2026-11-18T06:40:00+01:00"),
        asleep_min=400,
    )
    fill(store, entry(WED), entry(WED, NIGHT, uid="watch", source=watch, sleep=(piece,)))
    show(page, qtbot)
    assert "The night before, from Fitbit: Asleep 23:10 to 06:40, 6 h 40 asleep" in words(page)
    page.entry.delete.click()
    assert page.entry.question is not None
    page.entry.question.buttons["delete"].click()
    assert live(store, "watch") is not None


def test_times_of_a_night_stand_with_what_follows_from_them(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    texts = ("17T22:55", "17T23:20", "18T06:30", "18T06:50")
    bed, asleep, awake, up = (Moment.parse(f"2026-11-{text}+01:00") for text in texts)
    piece = SleepPiece(uid="p", bed=bed, asleep=asleep, awake=awake, up=up)
    fill(store, entry(WED), entry(WED, NIGHT, sleep=(piece,), values={"awake_min": 30}))
    show(page, qtbot)
    assert "In bed 22:55, asleep 23:20 to 06:30, up 06:50" in words(page)
    assert "Asleep 6 h 40 min of 7 h 55 min in bed, 84 %. Self-reported." in words(page)


def test_what_was_changed_elsewhere_is_asked_about_not_deleted(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    fill(store, entry(WED, note="one"))
    show(page, qtbot)
    page.entry.delete.click()
    changed(store, f"day-{WED}", note="two")
    assert page.entry.question is not None
    page.entry.question.buttons["delete"].click()
    assert live(store, f"day-{WED}") is not None
    assert "changed elsewhere" in page.entry.question.text
    page.entry.question.buttons["show"].click()
    assert "two" in words(page)
    page.entry.delete.click()
    changed(store, f"day-{WED}", note="three")
    page.entry.question.buttons["delete"].click()
    page.entry.question.buttons["anyway"].click()
    assert live(store, f"day-{WED}") is None


def test_what_was_deleted_elsewhere_is_not_deleted_again(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(TODAY), entry(WED))
    show(page, qtbot)
    page.show_day(WED)
    page.entry.delete.click()
    read = live(store, f"day-{WED}")
    store.diary.apply([Replace(before=read, after=None)], verb=Verb.DELETE)
    assert page.entry.question is not None
    page.entry.question.buttons["delete"].click()
    assert "deleted elsewhere" in page.entry.question.text
    assert set(page.entry.question.buttons) == {"show"}
    page.entry.question.buttons["show"].click()
    assert "No entry for this day." in words(page)


def test_an_earlier_version_can_be_read_and_brought_back(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED, values={"pain_worst": 6}, note="one"))
    readings = (Reading(measure="pain_worst", value=7),)
    changed(store, f"day-{WED}", readings=readings, note="two")
    show(page, qtbot)
    rows = content(page).findChildren(VersionRow)
    assert len(rows) == 2
    assert "Worst pain changed from 6 to 7\nNote changed" in words(page)
    assert "changed once" in words(page)
    rows[1].button.click()
    assert page.entry.question is not None
    assert "It is not the one that counts." in page.entry.question.text
    assert not page.entry.edit.isVisible()
    assert "one" in words(page).split("\n")
    page.entry.question.buttons["back"].click()
    now = live(store, f"day-{WED}")
    assert now is not None
    assert now.note == "one"
    assert page.entry.edit.isVisible()
    assert page.messages[0].text.startswith("Brought back the version of Sun 22 Nov")


def test_reading_an_old_version_changes_nothing(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED, note="one"))
    changed(store, f"day-{WED}", note="two")
    before = live(store, f"day-{WED}")
    show(page, qtbot)
    page.entry.read_version(1)
    assert page.entry.question is not None
    page.entry.question.buttons["now"].click()
    assert "two" in words(page)
    assert live(store, f"day-{WED}") == before


def test_another_year_is_told_in_heading_and_versions(page: HistoryPage, store: Store, qtbot: Any) -> None:
    at = Moment.parse("2020-05-30T18:50:00+02:00")
    daylio = Source(kind=SourceKind.APP, name="Daylio")
    fill(store, entry(date(2020, 5, 30), EntryKind.MOMENT, at=at, source=daylio))
    show(page, qtbot)
    assert page.entry.title.text() == "Saturday 30 May 2020"
    assert words(page).startswith("Moment, 18:50, from Daylio")
    assert moment_words(at, TODAY) == "Sat 30 May 2020 18:50"


def test_a_search_shows_what_it_found_and_a_way_back(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(TODAY, note="Brûlure"), entry(WED, note="quiet"))
    show(page, qtbot)
    page.filters.search.setText("quiet")
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    assert page.list.title.text() == "1 entry found"
    assert page.entry.title.text() == "Wednesday 18 November"
    page.filters.search.setText("rain")
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    assert page.list.nothing.isVisible()
    page.list.nothing.button.click()
    assert page.list.title.text() == "2 entries"


def test_a_change_from_elsewhere_is_shown_and_the_choice_stays(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    fill(store, entry(TODAY), entry(WED, note="one"))
    show(page, qtbot)
    page.show_day(WED)
    changed(store, f"day-{WED}", note="two")
    store._on_look_outside()
    changed(store, f"day-{WED}", note="three")
    store.changed.emit(type("Everything", (), {"nouns": frozenset(), "days": frozenset()})())
    refreshed(page, qtbot)
    assert page.entry.title.text() == "Wednesday 18 November"
    assert "three" in words(page)


def test_the_order_can_be_turned(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(TODAY), entry(WED))
    show(page, qtbot)
    page.list.order.click()
    assert page.list.order.text() == "Oldest first"
    assert page.list.model.uid(0) == f"day-{WED}"


def test_words_of_ones_own_are_never_markup(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED, note="<b>fire</b> & <img src=x>"))
    show(page, qtbot)
    labels = content(page).findChildren(QLabel)
    (note,) = [label for label in labels if "fire" in label.text()]
    assert note.textFormat() is Qt.TextFormat.PlainText


def test_what_was_asked_and_left_empty_says_so(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED, values={"mood": 0}, asked=("mood", "stress")))
    show(page, qtbot)
    grids = [one for one in content(page).children() if hasattr(one, "_answers")]
    assert grids[0]._answers == (("Mood", "0"), ("Stress", None))


def test_at_200_percent_everything_stands_in_one_column(
    page: HistoryPage, store: Store, theme: Theme, qtbot: Any
) -> None:
    fill(store, entry(WED, areas=(foot(),), note="long " * 400))
    theme.set_scale(2.0)
    show(page, qtbot)
    assert page.columns.stacked
    qtbot.waitUntil(lambda: page.entry._scroll.verticalScrollBar().maximum() == 0)
    assert page.scroll_area.horizontalScrollBar().maximum() == 0


def test_a_wide_window_scrolls_the_entry_and_not_the_page(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    fill(store, entry(WED, areas=(foot(),), note="long " * 400))
    page.resize(500, 400)
    show(page, qtbot)
    assert page.columns.stacked
    page.resize(1200, 740)
    qtbot.waitUntil(lambda: page.scroll_area.verticalScrollBar().maximum() == 0)
    assert page.entry._scroll.verticalScrollBar().maximum() > 0


def test_every_control_has_a_name(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED))
    show(page, qtbot)
    controls = [page.filters.search, *page.filters.buttons, page.recent_button, page.month.grid]
    controls += [page.month.previous, page.month.next, page.list.view, page.list.order]
    controls += [page.entry.edit, page.entry.delete]
    assert [one for one in controls if not one.accessibleName()] == []
    assert [one for one in controls if one.focusPolicy() is Qt.FocusPolicy.NoFocus] == []


def test_a_closed_diary_leaves_the_page_standing(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(TODAY), entry(WED))
    show(page, qtbot)
    page.recent_button.click()
    store.close()
    page.recent_button.click()
    page.list.model.show_found(page.list.model._found, TODAY)
    page.grab()
    assert page.list.model.row(0) is None


def test_a_search_without_a_find_offers_nothing_to_edit(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED, note="Cold floor"))
    show(page, qtbot)
    page.filters.search.setText("aubergine")
    qtbot.waitUntil(lambda: page.list.title.text() == "0 entries found")
    buttons = (page.entry.edit, page.entry.delete, page.entry.record)
    assert not any(button.isVisible() for button in buttons)
    assert "Cold floor" not in words(page)
    page.filters.search.clear()
    qtbot.waitUntil(lambda: "Cold floor" in words(page))
