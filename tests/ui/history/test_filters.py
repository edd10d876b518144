"""Search and filters, read together as one question."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from diary.models.codes import EntryKind
from diary.models.history import Used
from diary.ui.history.filters import Filters, term_of
from diary.ui.theme import Theme

USED = Used(
    ("burning",), ("ants",), ("sole_inner_L", "palm_radial_R"), ("", "Daylio"), ("author-self", "anna")
)


@pytest.fixture
def filters(theme: Theme, qtbot: Any) -> Filters:
    made = Filters()
    for widget in (made.search, *made.buttons):
        qtbot.addWidget(widget)
    made.offer(USED, {"anna": "Anna"})
    return made


def test_nothing_chosen_asks_for_everything(filters: Filters) -> None:
    assert not filters.wanted.narrowed


def test_a_word_may_name_a_quality_or_a_place() -> None:
    assert "burning" in term_of("BURN").qualities
    assert "sole_inner_L" in term_of("sole").regions
    assert term_of("🌞").regions == frozenset()


def test_filters_and_words_are_asked_together(filters: Filters) -> None:
    filters.search.setText("left walk")
    filters.quality.choose("burning")
    filters.worst.choose("severe")
    filters.kind.choose("night")
    wanted = filters.wanted
    assert [term.text for term in wanted.terms] == ["left", "walk"]
    assert wanted.qualities == {"burning"}
    assert wanted.worst == (7, 10)
    assert wanted.kinds == {EntryKind.NIGHT}


def test_places_are_offered_by_part_of_the_body(filters: Filters) -> None:
    (key, *_) = filters.place.options
    filters.place.choose(key)
    assert filters.wanted.regions == {"sole_inner_L"}


def test_own_words_and_authors_can_be_chosen(filters: Filters) -> None:
    filters.quality.choose("own:ants")
    filters.kind.choose("by:anna")
    assert filters.wanted.qualities == {"ants"}
    assert filters.wanted.author == "anna"
    assert filters.kind.text() == "By Anna"
    assert filters.kind.accessibleName() == "Kind: By Anna"


def test_typing_rests_before_the_list_follows_and_enter_does_not_wait(filters: Filters, qtbot: Any) -> None:
    with qtbot.waitSignal(filters.changed):
        qtbot.keyClicks(filters.search, "floor")
    with qtbot.waitSignal(filters.changed, timeout=100):
        qtbot.keyClick(filters.search, Qt.Key.Key_Return)


def test_delete_and_the_cross_let_go_of_a_choice(filters: Filters, qtbot: Any) -> None:
    filters.worst.choose("mild")
    qtbot.keyClick(filters.worst, Qt.Key.Key_Delete)
    assert filters.worst.value == ""
    filters.worst.choose("mild")
    filters.worst.resize(filters.worst.sizeHint())
    filters.worst.show()
    cross = QPoint(filters.worst.width() - 12, filters.worst.height() // 2)
    qtbot.mouseClick(filters.worst, Qt.MouseButton.LeftButton, pos=cross)
    assert filters.worst.value == ""


def test_the_menu_ticks_what_is_chosen_and_begins_with_any(filters: Filters) -> None:
    filters.worst.choose("mild")
    actions = filters.worst.menu().actions()
    assert actions[0].data() == ""
    assert [one.data() for one in actions if one.isChecked()] == ["mild"]
    actions[0].trigger()
    assert filters.worst.value == ""


def test_clearing_asks_once_for_everything(filters: Filters, qtbot: Any) -> None:
    filters.search.setText("floor")
    filters.worst.choose("mild")
    told: list[bool] = []
    filters.changed.connect(lambda: told.append(True))
    filters.clear()
    assert told == [True]
    assert not filters.wanted.narrowed
