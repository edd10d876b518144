"""Trends through its real widgets: numbers, keys, table, theme, empty and one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from diary.insight.period import summarise
from diary.models.codes import AuthorRole, EntryKind, Group, MeasureKind, SourceKind
from diary.models.records import Author, Entry, GivenExport, Measure, Reading, Replace, Source
from diary.storage.life_queries import all_of
from diary.storage.raw import is_diary
from diary.storage.reading import SELF
from diary.store.store import Store
from diary.ui.theme import Theme
from diary.ui.trends.page import TrendsPage
from diary.ui.trends.reading import Read
from diary.ui.trends.sentences import average_pain
from diary.ui.trends.spans import Span
from diary.ui.trends.view import day_words
from tests.insight.rows import period, value
from tests.storage.given import TODAY, Clock, day
from tests.ui.trends.conftest import Opens, many, now

LAST = TODAY.toordinal()


def span(page: TrendsPage) -> Span:
    assert page.view is not None
    return Span(page.view.picture.since, page.view.picture.until)


def texts(page: TrendsPage) -> str:
    """All that the sentences now say."""
    return page.over_time.cards.words()


def test_it_opens_on_three_months_and_says_n_of_n(opens: Opens, clock: Clock) -> None:
    clock.at("2026-11-20T12:00+01:00")
    page = opens(many(3, pain_average=lambda ago: 4 + ago, pain_worst=lambda _: 8))
    assert page.ranges.value == "3m"
    assert span(page) == Span(LAST - 89, LAST)
    assert "5.0" in texts(page)
    assert "3 of 3 days" in texts(page)
    assert "Counted from 18 Nov 2026" in texts(page)
    assert "of 3 days" in texts(page)


def test_an_empty_diary_says_what_will_be_here_and_goes_to_today(opens: Opens, qtbot: QtBot) -> None:
    page = opens([])
    assert page.empty.isVisible()
    assert not page.stage.isVisible()
    assert not page.ranges.isVisible()
    with qtbot.waitSignal(page.today_requested):
        page.empty.button.click()


def test_the_first_opening_says_that_the_picture_is_being_drawn(store: Store, qtbot: QtBot) -> None:
    store.save([Replace(before=None, after=one) for one in many(9, pain_average=lambda _: 5)], text="Saved")
    page = TrendsPage(store)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: page._reading.wishes == 1)
    assert page.view is None
    assert page.canvas.isVisible()
    assert page.canvas.accessibleDescription() == "The picture is being drawn."
    assert all(one.isVisible() and not one.isEnabled() for one in page.controls())
    assert page.over_time.cards.width() > 200, "the sentences have their room already"
    assert "2026" in page.days_button.text()
    blank = page.canvas.grab().toImage()
    ground = blank.pixelColor(3, 3)
    assert any(blank.pixelColor(x, blank.height() // 2) != ground for x in range(blank.width())), "words"
    qtbot.waitUntil(lambda: page.view is not None)
    assert all(one.isVisible() and one.isEnabled() for one in page.controls())
    assert "Left and Right" in page.canvas.accessibleDescription()


def test_the_sentences_do_not_wait_for_the_picture(store: Store, qtbot: QtBot) -> None:
    store.save([Replace(before=None, after=one) for one in many(9, pain_average=lambda _: 5)], text="Saved")
    page = TrendsPage(store)
    qtbot.addWidget(page)
    before: list[str] = []
    done = page._reading._done

    def hears(read: Read) -> None:
        before.append(texts(page))
        done(read)

    page._reading._done = hears
    page.show()
    qtbot.waitUntil(lambda: page.view is not None)
    assert "5.0" in before[0]
    assert before == [texts(page)]


def test_the_chart_has_the_focus_when_the_page_is_opened(store: Store, qtbot: QtBot) -> None:
    store.save([Replace(before=None, after=one) for one in many(9, pain_average=lambda _: 5)], text="Saved")
    stack, before, page = QStackedWidget(), QPushButton("Today"), TrendsPage(store)
    qtbot.addWidget(stack)
    for one in (before, page):
        stack.addWidget(one)
    with qtbot.waitExposed(stack):
        stack.show()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    stack.setCurrentWidget(page)
    assert page.canvas.hasFocus()
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.canvas.hasFocus()


def test_the_ranges_stay_where_they_are_whatever_the_dates_say(opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(900, pain_average=lambda ago: ago % 11))
    places = set()
    for key in ("2w", "3m", "1y", "all"):
        page.ranges.set_value(key)
        qtbot.waitUntil(lambda key=key: page.days.range == key and page.view is not None)  # type: ignore[misc]
        qtbot.waitUntil(lambda: page.days.span == span(page))
        page.layout().activate()  # type: ignore[union-attr]
        QApplication.processEvents()
        places.add((page.ranges.x(), page.days_button.width()))
    page.table_button.click()
    QApplication.processEvents()
    places.add((page.ranges.x(), page.days_button.width()))
    assert len(places) == 1


def test_the_course_of_pain_hides_no_fall_between_its_ends() -> None:
    rows = [value(at, 3 if 30 <= at < 60 else 6) for at in range(90)]
    told = average_pain(summarise(period(rows, 90)).measures["pain_average"]).line
    assert told == (
        "First 4 weeks: 6.0, 28 of 28 days. Last 4 weeks: 6.0, 28 of 28 days. "
        "Weekly means between 3.0 and 6.0."
    )
    short = average_pain(summarise(period(rows[:20], 20)).measures["pain_average"]).line
    assert short == "Weekly means between 6.0 and 6.0."


def test_one_day_is_enough(opens: Opens) -> None:
    page = opens(many(1, pain_average=lambda _: 5))
    assert page.over_time.columns.isVisible()
    assert "1 of 1 day" in texts(page)
    assert not page.grab().isNull()


def test_memory_notes_are_left_out_until_they_are_asked_for(opens: Opens) -> None:
    page = opens(many(8, pain_average=lambda ago: 9 if ago > 3 else 5))
    assert "5.0" in texts(page)
    assert "4 entered over 3 days later" in texts(page)
    assert not page.over_time.cards.late.isVisible()
    page.over_time.cards.late_button.click()
    assert page.over_time.cards.late.isVisible()
    assert "7.0" in page.over_time.cards.late.text()


def test_a_range_is_chosen_by_key_and_read_when_it_is_not_at_hand(opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(500, pain_average=lambda ago: ago % 11))
    segment = page.ranges.findChildren(type(page.ranges._segments[0]))[1]
    segment.setFocus()
    qtbot.keyClick(segment, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: span(page).days == 365)
    qtbot.keyClick(page.ranges._segments[2], Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: span(page).days == 500)
    qtbot.keyClick(page.ranges._segments[3], Qt.Key.Key_Right)
    assert span(page).days == 14


def test_the_cursor_moves_by_key_and_tells_the_day(opens: Opens, qtbot: QtBot) -> None:
    entries = many(5, pain_average=lambda ago: ago, mood=lambda _: 6)
    page = opens([*entries[:2], *entries[3:], now(1, 8)])
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_End)
    assert page.canvas.words() == "Friday 20 November 2026: Average pain 0. Mood 6"
    qtbot.keyClick(page.canvas, Qt.Key.Key_Left)
    assert "Pain now 8" in page.canvas.words()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.canvas.words() == "Wednesday 18 November 2026: no entry"
    assert page.canvas.announcer.last == page.canvas.words()
    assert page.canvas.accessibleDescription() == page.canvas.words()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Home)
    assert page.canvas.day == LAST - 89
    qtbot.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.canvas.day == LAST - 89
    qtbot.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert page.canvas.day is None


def test_hover_tells_the_day_under_the_mouse(opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(90, pain_average=lambda _: 5))

    def told() -> bool:
        page.canvas.grab()
        assert page.canvas._figure is not None
        for ago in (60, 30):
            qtbot.mouseMove(page.canvas, QPoint(round(page.canvas._figure.x_of(LAST - ago)), 100))
        return page.canvas.day == LAST - 30

    qtbot.waitUntil(told)


def test_zoom_pan_and_back_by_key(opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(400, pain_average=lambda _: 5))
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Plus)
    assert span(page) == Span(LAST - 62, LAST)
    assert page.ranges.value is None
    qtbot.keyClick(page.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: span(page).until < LAST)
    assert span(page).days == 63
    qtbot.keyClick(page.canvas, Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: span(page).days == 90)
    qtbot.keyClick(page.canvas, Qt.Key.Key_0)
    assert span(page) == Span(LAST - 89, LAST)
    assert page.ranges.value == "3m"


def test_the_future_cannot_be_panned_into(opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(90, pain_average=lambda _: 5))
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert span(page).until == LAST


def test_the_wheel_zooms_a_chart_in_focus_around_the_mouse(opens: Opens) -> None:
    page = opens(many(90, pain_average=lambda _: 5))
    page.grab()
    page.canvas.setFocus()
    assert page.canvas._figure is not None
    at = QPointF(page.canvas._figure.x_of(LAST - 80), 100)
    no = Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        at, page.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, no,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.canvas, turn)
    assert span(page).days == 63
    assert span(page).since <= LAST - 80 <= span(page).until
    assert span(page).until < LAST


def test_the_table_has_the_same_numbers_and_is_walked_by_key(opens: Opens, qtbot: QtBot) -> None:
    page = opens([*many(6, pain_average=lambda ago: ago), now(2, 9)])
    page.table_button.click()
    assert page.over_time.stack.currentWidget() is page.over_time.table
    model = page.over_time.table.model()
    rows = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert rows[0] == ["Fri 20 Nov 2026", "0", ""]
    assert rows[2] == ["Wed 18 Nov 2026", "2", "9"]
    assert rows[5] == ["Sun 15 Nov 2026", "5 (late)", ""]
    page.over_time.table.setFocus()
    qtbot.keyClick(page.over_time.table, Qt.Key.Key_Down)
    assert page.over_time.table.currentIndex().row() == 1
    assert (
        page.over_time.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        == "Thursday 19 November 2026"
    )


def test_measures_are_chosen_and_kept(opens: Opens, store: Store) -> None:
    page = opens(many(5, pain_average=lambda _: 5, stress=lambda _: 3, mood=lambda _: 4))
    assert list(page.over_time.panels) == ["pain", "mood"]
    assert [action.text() for action in page.over_time.menu.actions()] == ["Pain", "Mood", "Stress"]
    page.over_time.menu.actions()[2].trigger()
    assert list(page.over_time.panels) == ["pain", "mood", "stress"]
    assert page.view is not None
    assert [panel.code for panel in page.view.picture.panels] == ["pain", "mood", "stress"]
    assert opens([]).over_time.panels == ("pain", "mood", "stress")


def test_a_saved_day_appears_without_asking(opens: Opens, store: Store, qtbot: QtBot) -> None:
    page = opens(many(2, pain_average=lambda _: 4))
    store.save(
        [Replace(before=None, after=day("new", TODAY - timedelta(days=2), pain_average=10))], text="Saved"
    )
    qtbot.waitUntil(lambda: "6.0" in texts(page))


def test_imported_words_are_shown_as_imported_and_not_as_late(opens: Opens, store: Store) -> None:
    source = Source(kind=SourceKind.DEVICE, name="Daylio")
    measure = Measure(
        uid="mood-d", code="mood-d", kind=MeasureKind.CHOICE, kept_in=EntryKind.DAY, group=Group.OWN,
        label="Mood (Daylio)", source=source,
    )  # fmt: skip
    store.save([Replace(before=None, after=measure)], text="Saved")
    words = ("meh", "good", "good")
    page = opens(
        [
            Entry(
                uid=f"i{ago}", kind=EntryKind.DAY, day=TODAY - timedelta(days=30 + ago), author=SELF,
                source=source, source_key=str(ago), readings=(Reading(measure="mood-d", text=word),),
            )
            for ago, word in enumerate(words)
        ]
    )  # fmt: skip
    assert page.over_time.panels == ("mood-d",)
    assert "good 2, meh 1" in texts(page)
    assert "3 imported" in texts(page)
    assert "3 days later" not in texts(page)
    page.canvas.set_day(LAST - 30)
    assert "meh" in page.canvas.words()
    assert "Imported" in page.canvas.words()


def test_days_without_the_chosen_measures_offer_all_days(opens: Opens, qtbot: QtBot) -> None:
    page = opens([day("old", TODAY - timedelta(days=200), pain_average=5)])
    page.ranges.set_value("3m")
    qtbot.waitUntil(lambda: page.over_time.stack.currentWidget() is page.over_time.nothing)
    assert not page.save_button.isEnabled()
    page.over_time.nothing.button.click()
    qtbot.waitUntil(lambda: page.over_time.stack.currentWidget() is page.canvas)
    assert page.ranges.value == "all"


def test_an_old_diary_opens_on_its_own_last_months(opens: Opens) -> None:
    page = opens([day("old", TODAY - timedelta(days=200), pain_average=5)])
    assert span(page) == Span(LAST - 289, LAST - 200)
    assert page.over_time.stack.currentWidget() is page.canvas
    assert page.ranges.value is None


def test_days_are_chosen_by_date(opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(90, pain_average=lambda _: 5))
    page.dates.chosen.emit(Span(LAST - 40, LAST - 20))
    assert span(page) == Span(LAST - 40, LAST - 20)
    assert page.days_button.text() == "11 Oct to 31 Oct 2026"
    assert page.days_button.text() in page.days_button.accessibleName()


def test_a_theme_change_repaints(opens: Opens, theme: Theme) -> None:
    page = opens(many(30, pain_average=lambda _: 5))
    corner = QPoint(page.canvas.width() - 4, page.canvas.height() - 4)
    page.grab()
    theme.set_appearance("dark")
    picture = page.canvas.grab().toImage()
    assert picture.pixelColor(corner).name() == theme.color("card").name()


def test_large_text_stacks_and_keeps_the_chart_readable(opens: Opens, theme: Theme, qtbot: QtBot) -> None:
    page = opens(many(30, pain_average=lambda _: 5, mood=lambda _: 5))
    before = page.over_time.stack.minimumHeight()
    theme.set_scale(2.0)
    qtbot.waitUntil(lambda: page.over_time.cards.geometry().top() >= page.over_time.chart.geometry().bottom())
    assert page.over_time.columns.stacked
    assert page.over_time.stack.minimumHeight() > 1.5 * before


def test_a_picture_is_saved_as_png_or_svg(opens: Opens, tmp_path: Path) -> None:
    page = opens(many(30, pain_average=lambda _: 5))
    page.save_picture(tmp_path / "one.png")
    page.save_picture(tmp_path / "one.svg")
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG")
    assert "</svg>" in (tmp_path / "one.svg").read_text("utf-8")
    assert page.message.isVisible()
    assert {one.form for one in page.store.ask(all_of, GivenExport)} == {"png", "svg"}


def test_a_folder_that_refuses_is_told_of(opens: Opens, tmp_path: Path) -> None:
    page = opens(many(3, pain_average=lambda _: 5))
    page.save_picture(tmp_path / "not there" / "one.png")
    assert "one.png could not be written" in page.message.text


def test_a_picture_does_not_take_the_place_of_the_diary(opens: Opens, store: Store) -> None:
    page = opens(many(3, pain_average=lambda _: 5))
    page.save_picture(store.path)
    assert "is a diary" in page.message.text
    assert is_diary(store.path)


def test_every_control_has_a_name_and_a_size(opens: Opens) -> None:
    page = opens(many(3, pain_average=lambda _: 5))
    for control in (*page.controls(), page.canvas, page.over_time.table):
        assert control.accessibleName()
        assert control.height() >= 32


def test_what_a_helper_wrote_says_so(opens: Opens, store: Store) -> None:
    anna = Author(uid="anna", role=AuthorRole.PARTNER, name="Anna")
    store.save([Replace(before=None, after=anna)], text="Added")
    hers = replace(day("hers", TODAY, pain_average=8.0, pain_worst=9.0), author="anna")
    page = opens([hers, day("own", TODAY, pain_average=4.0)])
    page.table_button.click()
    model = page.over_time.table.model()
    row = [model.index(0, column).data() for column in range(1, model.columnCount())]
    assert "4" in row
    assert "9 (by Anna)" in row
    assert page.view is not None
    assert "Written by Anna" in day_words(page.view, TODAY.toordinal())
