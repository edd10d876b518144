"""Times of the night and the answers about medicines go with the form: drafts, saving and undo as for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.records import SleepPiece
from diary.ui.today.page import TodayPage
from tests.ui.today.given import (
    day_entry,
    entry,
    fill,
    night_entry,
    press,
    refreshed,
    save,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

PIECE = SleepPiece(uid="piece", asleep_min=380)


def give_night(page: TodayPage, monkeypatch: pytest.MonkeyPatch, *pieces: SleepPiece) -> None:
    """As if these times had been typed."""
    night = page.night
    assert night is not None
    monkeypatch.setattr(type(night), "pieces", property(lambda _night: pieces))
    night.changed.emit()


def test_the_night_is_built_when_its_word_is_pressed_and_remembered_open(
    qtbot: QtBot, page: TodayPage, store: Store, open_store: Callable[[], Store]
) -> None:
    assert page.night is None
    assert page.measures._times is not None
    press(page.measures._times)
    assert page.night is not None
    qtbot.waitUntil(page.night.isVisible)
    again = shown(qtbot, TodayPage(open_store()))
    assert again.night is not None
    assert again.night.isVisible()


def test_times_are_kept_as_a_draft_and_saved_with_the_night(
    qtbot: QtBot,
    page: TodayPage,
    store: Store,
    open_store: Callable[[], Store],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert page.measures._times is not None
    press(page.measures._times)
    give_night(page, monkeypatch, PIECE)
    page.typing.keep_now()
    page.close()
    other = open_store()
    again = shown(qtbot, TodayPage(other))
    assert again.sitting.sleep == (PIECE,)
    save(again)
    night = night_entry(store)
    assert night is not None
    assert [one.uid for one in night.sleep] == ["piece"]
    assert day_entry(store) is None
    other.undo_stack.undo()
    refreshed(qtbot, again)
    assert night_entry(store) is None


def test_known_times_have_their_word_whatever_is_asked(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, entry(kind=EntryKind.NIGHT, sleep=(PIECE,)))
    store.set_setting("asked", ["pain_average"])
    page = shown(qtbot, TodayPage(store))
    assert page.measures._times is not None
    assert page.sitting.sleep == (PIECE,)


def test_answers_about_medicines_go_with_the_day(
    qtbot: QtBot, page: TodayPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = page.medicines
    assert card is not None
    said = {AnswerList.PLANNED: Answered.ALL, AnswerList.DOSES: Answered.NONE}
    monkeypatch.setattr(type(card), "answers", property(lambda _card: said))
    card.changed.emit()
    assert page.dirty
    save(page)
    day = day_entry(store)
    assert day is not None
    assert day.answered == said
