"""Quiet questions above Today's form: one at a time, and none where nothing is open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from diary.models.care import Dose, Treatment
from diary.models.codes import EntryKind, Use
from diary.models.moments import Moment
from diary.models.records import Entry, Reading, Replace
from diary.storage.reading import SELF
from diary.ui.today.notices import Notices

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


@pytest.fixture
def notices(qtbot: QtBot, theme: Theme, store: Store) -> Notices:
    notices = Notices(store)
    qtbot.addWidget(notices)
    return notices


def ago(store: Store, minutes: int) -> Moment:
    now = store.now()
    return Moment(now.local - timedelta(minutes=minutes), now.offset_min, now.zone)


def flare(store: Store) -> None:
    entry = Entry(
        uid="f",
        kind=EntryKind.MOMENT,
        day=store.today(),
        author=SELF,
        at=ago(store, 90),
        readings=(Reading(measure="pain_now", value=8),),
    )
    store.save([Replace(before=None, after=entry)], text="Saved")


def dose(store: Store) -> None:
    medicine = Treatment(uid="t", name="Tramadol", use=Use.AS_NEEDED)
    taken = Dose(uid="d", treatment="t", day=store.today(), at=ago(store, 60))
    store.save([Replace(before=None, after=one) for one in (medicine, taken)], text="Saved")


def test_a_new_diary_asks_nothing(notices: Notices) -> None:
    assert notices.isHidden()
    assert notices.shown is None


def test_a_flare_without_end_is_asked_about_before_the_rest(
    qtbot: QtBot, notices: Notices, store: Store
) -> None:
    dose(store)
    qtbot.waitUntil(lambda: notices.shown is notices.relief)
    flare(store)
    qtbot.waitUntil(lambda: notices.shown is notices.flare)
    assert not notices.isHidden()


def test_when_the_flare_ended_the_next_question_comes(qtbot: QtBot, notices: Notices, store: Store) -> None:
    flare(store)
    dose(store)
    qtbot.waitUntil(lambda: notices.shown is notices.flare)
    with qtbot.waitSignal(notices.flare_requested) as asked:
        notices.flare.add_more.click()
    assert asked.args == ["f"]
    notices.flare.let_be.click()
    qtbot.waitUntil(lambda: notices.shown is notices.relief)
