"""The Body page: two periods, what differs, one place, and ways to look at them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest

from diary.anatomy.views import load_view
from diary.insight.body_days import DayThere
from diary.models.records import GivenExport
from diary.storage.life_queries import all_of
from diary.ui.body_page.periods import before_of, end_words, now_of, title_words
from diary.ui.body_page.place_line import PlaceLine
from diary.ui.trends.spans import Span
from tests.storage.given import TODAY
from tests.ui.body_page.conftest import Opens, marked

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.models.records import Entry
    from diary.store.store import Store
    from diary.ui.theme import Theme

N = TODAY.toordinal()


def steadily(before: int, now: int, region: str = "foot_top_L") -> list[Entry]:
    """Every day answered in two periods of 28 days; the place marked on so many of each."""
    days = [marked(ago, region if ago < now else "") for ago in range(28)]
    return [*days, *(marked(28 + ago, region if ago < before else "") for ago in range(28))]


def test_an_empty_diary_says_what_will_be_here(opens: Opens, qtbot: QtBot) -> None:
    page = opens([])
    assert page.empty.isVisible()
    assert not page.save_button.isVisible()
    with qtbot.waitSignal(page.today_requested):
        page.empty.button.click()


def test_days_marked_are_told_of_the_days_recorded(opens: Opens) -> None:
    page = opens([marked(0), marked(1), marked(3, "")])
    assert page.now_map.note.text() == "3 of 28 days recorded"
    assert "top of the left foot 2 of 3 days" in page.now_map.figure.accessibleDescription()
    assert "24 October 2026 to 20 November 2026" in page.now_map.figure.accessibleDescription()


def test_a_period_without_entries_is_said_to_have_none(opens: Opens) -> None:
    page = opens([marked(0)])
    assert "No places were recorded" in page.before_map.figure.accessibleDescription()
    assert page.place.numbers.text() == "1 of 1 day, before not recorded"
    assert page.sentences.heading.text() == "Nothing to compare yet"
    assert "26 September 2026 to 23 October 2026" in page.sentences.places.text()


def test_what_differs_is_told_with_both_numbers(opens: Opens) -> None:
    page = opens(steadily(4, 20))
    assert page.sentences.heading.text() == "Top of the left foot: on more days"
    assert "20 of 28 days, before 4 of 28" in page.sentences.places.text()
    assert "more days, 20 of 28 days, before 4 of 28" in page.turn_map.figure.accessibleDescription()
    assert "The maps agree by 0.20" in page.sentences.steady.text()
    assert "Drawing the same pain twice" in page.sentences.steady.text()


def test_few_days_are_called_few(opens: Opens) -> None:
    page = opens([*(marked(ago) for ago in range(5)), *(marked(28 + ago) for ago in range(5))])
    assert page.sentences.heading.text() == "Too few days to compare well"


def test_how_badly_has_a_scale_of_its_own(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(0, severity=8), marked(1, severity=5), marked(2, severity=None, quality="numbness")])
    page.how.set_value("severity")
    qtbot.waitUntil(page.is_complete)
    assert "mean 6.5 on 2 days" in page.now_map.figure.accessibleDescription()
    assert page.scale.words.text() == "Colour: mean severity."
    assert page.scale.numbers.text() == "Numbers: the same mean."
    assert page.scale.bar.numbers[-1] == "10"


@pytest.mark.parametrize("how", ["days", "severity"])
def test_all_of_the_legend_is_in_sight(opens: Opens, qtbot: QtBot, how: str) -> None:
    page = opens(steadily(4, 20))
    page.how.set_value(how)
    qtbot.waitUntil(lambda: page.is_complete() and how in str(page.view and page.view.choice.how))
    for label in (page.scale.words, page.scale.numbers, page.scale.unit, page.scale.note):
        end = label.mapTo(page.scale, label.rect().bottomRight())
        assert page.scale.rect().contains(end), label.text()


def test_one_quality_can_be_looked_at_alone(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(0), marked(1, quality="cold"), marked(2, severity=None, quality="numbness")])
    for quality, words in (("cold", "1 of 3 days"), ("pain", "2 of 3 days"), ("", "3 of 3 days")):
        page.quality_menu.pick(quality)
        qtbot.waitUntil(page.is_complete)
        assert words in page.now_map.figure.accessibleDescription()


def test_a_tapped_place_shows_its_days_and_leads_to_its_entries(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(0), marked(1, "heel_L"), marked(3)])
    page.now_map.figure.regionTapped.emit("front", "foot_top_L")
    assert page.place.title.text() == "Top of the left foot"
    assert page.place.entries_button.text() == "2 entries"
    page.place.entries_button.click()
    first = page.place.lines.index(0)
    assert page.place.lines.data(first) == "Fri 20 Nov 2026: severity 6, burning"
    with qtbot.waitSignal(page.day_requested) as heard:
        page.place.list.activated.emit(page.place.lines.index(1))
    assert heard.args == [TODAY - timedelta(days=3)]


def test_a_place_that_was_chosen_stays_when_the_diary_changes(
    opens: Opens, store: Store, qtbot: QtBot
) -> None:
    page = opens([marked(0), marked(1, "heel_L")])
    page.now_map.figure.regionTapped.emit("sole", "heel_L")
    store.undo_stack.undo()
    qtbot.waitUntil(lambda: page.is_complete() and page.view is not None and page.view.now.n == 1)
    assert page.place.region == "heel_L"


def test_soles_and_palms_are_always_beside_front_and_back(opens: Opens) -> None:
    page = opens([marked(0, "heel_L")])
    for card in page.maps:
        assert card.views == ("front", "back", "sole", "palm")
        spot = card.figure.place_of("heel_L", "sole")
        assert card.figure.rect().contains(spot.toPoint())
        assert card.figure.region_at(spot) == ("sole", "heel_L")


def test_hands_and_feet_can_be_looked_at_alone(opens: Opens) -> None:
    page = opens([marked(0)])
    assert page.sheet_menu.keys[0] == "body"
    page.sheet_menu.pick("feet")
    assert all(card.views == ("sole", "foot_top") for card in page.maps)


def test_handles_move_a_period_by_keys_and_say_the_day(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(ago) for ago in range(60)])
    handle = page.period.slider.handles["now_since"]
    assert page.period.slider.spans[1] == Span(N - 27, N)
    QTest.keyClick(handle, Qt.Key.Key_Right)
    qtbot.waitUntil(page.is_complete)
    assert page.period.slider.spans[1] == Span(N - 26, N)
    assert QAccessible.queryAccessibleInterface(handle).text(QAccessible.Text.Value) == "25 October 2026"
    assert page.period.length.value is None
    before = page.period.slider.handles["before_until"]
    QTest.keyClick(before, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.is_complete)
    assert page.compare_menu.value == "custom"
    assert page.view is not None
    assert page.view.choice.before == page.period.slider.spans[0]


def test_a_period_is_dragged_whole(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(ago) for ago in range(120)])
    page.period.slider.show_spans(Span(N - 99, N), Span(N - 80, N - 60), Span(N - 40, N - 20))
    slider = page.period.slider
    middle = (slider.handles["now_since"].pos().x() + slider.handles["now_until"].pos().x()) // 2 + 16
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(middle, 21))
    QTest.mouseMove(slider, QPoint(middle + 60, 21))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(middle + 60, 21))
    moved = slider.spans[1]
    assert moved.days == 21
    assert moved.since > N - 40
    qtbot.waitUntil(page.is_complete)


def test_a_period_is_never_shorter_than_a_week(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(0)])
    handle = page.period.slider.handles["now_since"]
    QTest.keyClick(handle, Qt.Key.Key_End)
    qtbot.waitUntil(page.is_complete)
    assert page.period.slider.spans[1] == Span(N - 6, N)


def test_presets_name_their_days() -> None:
    assert now_of("4w", N, N - 500, N) == Span(N - 27, N)
    assert now_of("all", N, N - 500, N) == Span(N - 500, N)
    assert now_of("4w", N, N - 900, N - 400).until == N - 400
    now = Span(N - 9, N)
    assert title_words(before_of("previous", now), now) == ("1 Nov to 10 Nov", "11 Nov to 20 Nov")
    assert title_words(before_of("last_year", now), now)[0] == "12 Nov to 21 Nov 2025"
    assert before_of("previous", now) == Span(N - 19, N - 10)
    assert before_of("four_weeks", now) == Span(N - 37, N - 10)
    assert before_of("last_year", now) == Span(N - 9 - 364, N - 364)


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_the_maps_are_saved_as_a_picture(opens: Opens, tmp_path: Path, ending: str) -> None:
    page = opens(steadily(4, 20))
    file = tmp_path / f"body.{ending}"
    page.save_picture(file)
    assert page.message.isVisible()
    assert [one.form for one in page.store.ask(all_of, GivenExport)] == [ending]
    content = file.read_bytes()
    if ending == "svg":
        assert QSvgRenderer(content).isValid()
        assert b">20<" in content
        assert b">more<" in content
        assert all(f">{words}<".encode() in content for words in page.turns.words.values())
        assert b">Soles<" in content
        assert b">% of days<" in content
        assert b">Colour: share of recorded days.<" in content
        assert b">Numbers on the body: days.<" in content
        assert b"<title>26 Sept to 23 Oct, 28 of 28 days recorded, " in content
        assert page.theme.palette.color("accent").encode() not in content
        assert page.place.region
    else:
        assert content.startswith(b"\x89PNG")


def test_a_picture_is_never_written_over_the_diary(opens: Opens, store: Store) -> None:
    page = opens([marked(0)])
    before = store.path.read_bytes()
    page.save_picture(store.path)
    assert store.path.read_bytes() == before
    assert "is unchanged" in page.message.text


def test_the_page_stands_in_one_column_where_letters_are_large(opens: Opens, page_scale: None) -> None:
    page = opens([marked(0)])
    assert page.grid.stacked


@pytest.fixture
def page_scale(theme: Theme) -> None:
    """Letters of twice the size."""
    theme.set_scale(2.0)


@pytest.mark.parametrize("tall", [800, 776, 768])
def test_nothing_scrolls_at_1280_by_800(opens: Opens, qtbot: QtBot, tall: int) -> None:
    page = opens(steadily(4, 20))
    page.resize(1200, tall)
    bar = page.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: page.grid.height() > 0)
    assert bar.maximum() == 0


def test_the_words_follow_what_is_compared(opens: Opens, qtbot: QtBot) -> None:
    days = [marked(ago, severity=8) for ago in range(20)] + [
        marked(28 + ago, severity=5) for ago in range(20)
    ]
    page = opens(days)
    assert page.sentences.heading.text() == "About the same places"
    page.how.set_value("severity")
    qtbot.waitUntil(page.is_complete)
    assert page.sentences.heading.text() == "Top of the left foot: worse"
    assert "8.0 on 20 of 20 days, before 5.0 on 20 of 20 days." in page.sentences.places.text()
    assert page.turn_map.note.text() == "mean severity, second period against the first"
    assert page.turns.words["more"] == "1 point worse or more"
    assert page.sentences.steady.text().startswith("By days marked, the maps agree by 1.00")


def test_a_filter_that_finds_nothing_is_not_called_the_same(opens: Opens, qtbot: QtBot) -> None:
    page = opens(steadily(20, 20))
    page.quality_menu.pick("itching")
    qtbot.waitUntil(page.is_complete)
    assert page.sentences.heading.text() == "No place to compare"
    assert page.sentences.places.text().startswith("No place with what you chose above")


@pytest.mark.parametrize("compared", ["previous", "four_weeks", "last_year"])
@pytest.mark.parametrize("days", [7, 28, 90, 365, 500])
def test_periods_never_overlap(compared: str, days: int) -> None:
    now = Span(N - days + 1, N)
    before = before_of(compared, now)
    assert before.until < now.since
    if compared == "last_year":
        assert (now.until - before.until) % 7 == 0


def test_all_days_are_compared_half_by_half(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(ago) for ago in range(60)])
    page.period.length.set_value("all")
    qtbot.waitUntil(page.is_complete)
    assert page.period.slider.spans == (Span(N - 59, N - 30), Span(N - 29, N))
    assert page.compare_menu.text() == "Compare with: the first half"
    assert page.before_map.note.text() == "First half, 30 of 30 days recorded"
    page.compare_menu.pick("last_year")
    qtbot.waitUntil(page.is_complete)
    assert page.period.length.value == "1y"
    assert page.now_map.note.text() == "60 of 365 days recorded"


def test_a_handle_pushes_the_other_period_before_it(opens: Opens) -> None:
    page = opens([marked(ago) for ago in range(60)])
    slider = page.period.slider
    slider.show_spans(Span(N - 99, N), Span(N - 60, N - 41), Span(N - 30, N - 11))
    slider.handles["now_since"].setValue(N - 45)
    assert slider.spans == (Span(N - 65, N - 46), Span(N - 45, N - 11))
    slider.handles["before_until"].setValue(N - 40)
    assert slider.spans == (Span(N - 65, N - 40), Span(N - 39, N - 5))
    slider.handles["before_until"].setValue(N)
    assert slider.spans == (Span(N - 65, N - 35), Span(N - 34, N))
    slider.handles["before_until"].whole_moved.emit(20)
    assert slider.spans == (Span(N - 65, N - 35), Span(N - 34, N))


def test_the_line_of_days_stays_under_the_pointer(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(ago) for ago in range(200)])
    slider = page.period.slider
    handle = slider.handles["before_since"]
    start = handle.geometry().center()
    others = [slider.handles[end].pos() for end in ("before_until", "now_since", "now_until")]
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(slider, start - QPoint(40, 0))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=start - QPoint(40, 0))
    qtbot.waitUntil(page.is_complete)
    assert abs(handle.geometry().center().x() - (start.x() - 40)) <= 4
    assert [slider.handles[end].pos() for end in ("before_until", "now_since", "now_until")] == others
    assert page.compare_menu.value == "custom"


def test_keys_go_on_where_the_line_of_days_ends(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(ago) for ago in range(200)])
    slider = page.period.slider
    begins = slider.spans[0].since
    for _ in range(8):
        QTest.keyClick(slider.handles["before_since"], Qt.Key.Key_PageDown)
    assert slider.spans[0].since == begins - 56


def test_ends_of_another_year_name_it() -> None:
    assert end_words(Span(N - 9, N), TODAY.year) == ("11 Nov", "20 Nov")
    assert end_words(Span(N - 9, N), TODAY.year + 1) == ("11 Nov 2026", "20 Nov 2026")


def test_a_bar_stands_for_days_of_its_own_period_alone(theme: Theme, qtbot: QtBot) -> None:
    line = PlaceLine()
    qtbot.addWidget(line)
    line.resize(400, 120)
    before, now = Span(N - 203, N - 101), Span(N - 100, N)
    line.show_days([DayThere(now.since, True, 9, False)], (before, now), TODAY.year)
    halves = [line.grab().toImage().copy(x, 0, 190, 92) for x in (20, 210)]
    line.show_days([], (before, now), TODAY.year)
    bare = [line.grab().toImage().copy(x, 0, 190, 92) for x in (20, 210)]
    assert before.days % line.bin_days
    assert halves[0] == bare[0]
    assert halves[1] != bare[1]


def test_entries_of_a_place_can_be_pressed_and_heard_whole(opens: Opens) -> None:
    page = opens([marked(0), marked(1)])
    page.place.entries_button.click()
    model, index = page.place.lines, page.place.lines.index(0)
    assert page.place.list.visualRect(index).height() >= 32
    whole = "Fri 20 Nov 2026: severity 6, burning"
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) == whole
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == whole


@pytest.mark.parametrize("size", [(1200, 800), (1840, 1080), (1201, 831), (1199, 910)])
@pytest.mark.parametrize("sheet", ["body", "hands"])
def test_maps_to_be_compared_stand_alike(opens: Opens, size: tuple[int, int], sheet: str) -> None:
    page = opens([marked(0)])
    page.resize(*size)
    page.sheet_menu.pick(sheet)
    page.before_map.figure.resize(page.before_map.figure.width() - 40, 341)
    view = "front" if sheet == "body" else "palm"
    ends = tuple(load_view(view).regions)
    far = {
        round(one.x() - other.x(), 3)
        for card in page.maps
        for one, other in [(card.figure.place_of(ends[0], view), card.figure.place_of(ends[-1], view))]
    }
    assert len(far) == 1


def test_a_long_note_takes_no_room_from_other_maps(opens: Opens, qtbot: QtBot) -> None:
    page = opens([marked(0)])
    page.before_map.note.setText("First half, 1473 of 1825 days recorded, 28 days entered late are left out")
    page.alike.share()
    qtbot.waitUntil(lambda: page.before_map.note.height() > page.theme.metrics("note").height() * 1.5)
    assert max(card.width() for card in page.maps) - min(card.width() for card in page.maps) <= 1
    qtbot.waitUntil(lambda: len({card.figure.y() for card in page.maps}) == 1)
