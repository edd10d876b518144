"""The Body page: two periods, what differs, one place, and ways to look at them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest

from diary.ui.body_page.periods import before_of, now_of, title_words
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
    assert page.scale.words.text() == "Mean severity"
    assert page.scale.bar.numbers[-1] == "10"


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
    assert handle.accessibleDescription().startswith("25 October 2026")
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
    content = file.read_bytes()
    if ending == "svg":
        assert QSvgRenderer(content).isValid()
        assert b">20<" in content
        assert b">more<" in content
        assert all(f">{words}<".encode() in content for words in page.turns.words.values())
        assert b">Soles<" in content
        assert b">% of days<" in content
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


def test_nothing_scrolls_at_1280_by_800(opens: Opens, qtbot: QtBot) -> None:
    page = opens(steadily(4, 20))
    bar = page.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: page.grid.height() > 0)
    assert bar.maximum() == 0
