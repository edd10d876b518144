"""The flare form: two answers are enough; all else can come later."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.moments import Moment
from diary.models.records import Entry
from diary.ui.today.pain_now import PainNowPage
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    entry,
    fill,
    keys,
    moments,
    press,
    save,
    shown,
    told,
    type_time,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme
    from tests.ui.today.given import Clock

START = Moment(datetime(2026, 11, 22, 14, 10, 37), 60, "Europe/Berlin")  # noqa: DTZ001  # local time is naive


def flare(uid: str = "flare", **more: Any) -> Entry:
    given = {"day": TODAY, "at": START, "values": {"pain_now": 6}}
    return entry(kind=EntryKind.MOMENT, uid=uid, **{**given, **more})


def editing(qtbot: QtBot, store: Store, one: Entry) -> PainNowPage:
    fill(store, one)
    page = PainNowPage(store)
    page.resize(1200, 900)
    page.edit(one.uid)
    return shown(qtbot, page)


def type_end(page: PainNowPage, words: str) -> None:
    """Replace the time of the end."""
    field = page.more.end.time
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, words)


def test_all_else_is_folded_and_not_asked(now_page: PainNowPage, store: Store) -> None:
    assert now_page.more.folded
    keys(now_page, "7")
    save(now_page)
    (moment,) = moments(store)
    assert moment.asked == ("pain_now",)
    assert moment.until is None
    assert moment.at == Moment(datetime(2026, 11, 22, 18, 42), 60, "Europe/Berlin")  # noqa: DTZ001


def test_what_is_unfolded_was_asked(now_page: PainNowPage, store: Store) -> None:
    keys(now_page, "7")
    press(now_page.more.fold)
    save(now_page)
    (moment,) = moments(store)
    assert set(moment.asked) == {"pain_now", "pain_peak", "attacks_now", "attack_now_s"}
    assert values(moment) == {"pain_now": 7.0}


def test_a_flare_holds_end_peak_attacks_and_words(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = editing(qtbot, store, flare())
    more = page.more
    assert not more.folded
    more.end.choice.set_value("ended")
    type_end(page, "15:30")
    more.peak.set_value(9)
    more.attacks.count.set_value(4)
    more.attacks.length.set_value(90)
    more.doing.setPlainText("In the car")
    more.helped.setPlainText("Walking about")
    save(page)
    (moment,) = moments(store)
    assert moment.until is not None
    assert moment.until.local == datetime(2026, 11, 22, 15, 30)  # noqa: DTZ001
    assert moment.at == START
    assert values(moment) == {"pain_now": 6.0, "pain_peak": 9.0, "attacks_now": 4.0, "attack_now_s": 90.0}
    assert moment.answered == {AnswerList.ATTACKS: Answered.SOME}
    assert (moment.doing, moment.helped) == ("In the car", "Walking about")


def test_no_attacks_is_an_answer(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = editing(qtbot, store, flare())
    page.more.attacks.count.set_value(0)
    save(page)
    (moment,) = moments(store)
    assert moment.answered == {AnswerList.ATTACKS: Answered.NONE}
    assert values(moment)["attacks_now"] == 0


def test_an_end_can_be_taken_back(qtbot: QtBot, theme: Theme, store: Store) -> None:
    until = Moment(datetime(2026, 11, 22, 15, 0), 60)  # noqa: DTZ001  # local time is naive
    page = editing(qtbot, store, flare(until=until))
    assert page.more.end.choice.value == "ended"
    page.more.end.choice.set_value("on")
    save(page)
    assert moments(store)[0].until is None


def test_an_end_given_on_a_journey_stays_as_it_was_given(qtbot: QtBot, theme: Theme, store: Store) -> None:
    until = Moment(datetime(2026, 11, 22, 11, 0, 12), -300, "America/New_York")  # noqa: DTZ001
    page = editing(qtbot, store, flare(until=until))
    page.more.helped.setPlainText("Rest")
    save(page)
    (moment,) = moments(store)
    assert (moment.until, moment.helped) == (until, "Rest")


def test_an_end_that_is_not_touched_is_kept_when_the_clock_went_back(
    qtbot: QtBot, theme: Theme, store: Store, clock: Clock
) -> None:
    until = Moment(datetime(2026, 11, 22, 18, 30), 60, "Europe/Berlin")  # noqa: DTZ001
    fill(store, flare(until=until))
    clock.at = datetime(2026, 11, 22, 16, 0)  # noqa: DTZ001
    page = PainNowPage(store)
    page.edit("flare")
    shown(qtbot, page)
    page.more.helped.setPlainText("Rest")
    save(page)
    (moment,) = moments(store)
    assert (moment.until, moment.helped) == (until, "Rest")


def test_an_end_before_the_start_is_answered_kindly_and_keeps_the_typing(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    page = editing(qtbot, store, flare())
    page.more.end.choice.set_value("ended")
    type_end(page, "13:00")
    save(page)
    assert told(page) == "This is before the start."
    assert moments(store)[0].until is None
    assert page.more.end.time.text() == "13:00"


def test_an_end_that_has_not_come_is_answered_kindly(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = editing(qtbot, store, flare())
    page.more.end.choice.set_value("ended")
    type_end(page, "23:00")
    save(page)
    assert told(page) == "The end has not come yet."


def test_an_end_in_the_minute_of_the_start_can_be_saved(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = editing(qtbot, store, flare())
    page.more.end.choice.set_value("ended")
    type_end(page, "14:10")
    save(page)
    assert moments(store)[0].until == START


def test_a_flare_over_midnight_keeps_the_day_it_began_on(qtbot: QtBot, theme: Theme, store: Store) -> None:
    late = Moment(datetime(2026, 11, 21, 23, 40), 60, "Europe/Berlin")  # noqa: DTZ001
    page = editing(qtbot, store, flare(at=late, day=YESTERDAY))
    page.more.end.choice.set_value("ended")
    type_end(page, "08:15")
    save(page)
    (moment,) = moments(store, YESTERDAY)
    assert moment.until is not None
    assert moment.until.local == datetime(2026, 11, 22, 8, 15)  # noqa: DTZ001
    assert (moment.day, moment.at) == (YESTERDAY, late)


def test_the_words_typed_of_a_flare_come_back(
    qtbot: QtBot, now_page: PainNowPage, open_store: Callable[[], Store]
) -> None:
    keys(now_page, "7")
    press(now_page.more.fold)
    now_page.more.end.choice.set_value("ended")
    now_page.more.doing.setPlainText("Cold wind")
    now_page.typing.keep_now()
    again = PainNowPage(open_store())
    again.begin()
    shown(qtbot, again)
    assert not again.more.folded
    assert again.more.doing.toPlainText() == "Cold wind"
    assert again.more.end.until == now_page.more.end.until
    assert again.more.end.until is not None


def test_the_open_flare_is_offered_and_opened_from_the_page(
    qtbot: QtBot, now_page: PainNowPage, store: Store
) -> None:
    keys(now_page, "7")
    fill(store, flare())
    now_page.open_line.refresh()
    press(now_page.open_line.add_more)
    assert now_page.draft_key() == "moment:flare"
    assert not now_page.more.folded
    qtbot.waitUntil(now_page.open_line.isHidden)
    now_page.begin()
    assert now_page.sitting.values == {"pain_now": 7}


def test_many_flares_a_day_are_each_their_own(now_page: PainNowPage, store: Store, clock: Clock) -> None:
    for number in ("7", "4"):
        now_page.begin()
        keys(now_page, number)
        now_page.more.doing.setPlainText(number)
        save(now_page)
        clock.pass_by(minutes=20)
    assert [one.doing for one in moments(store)] == ["7", "4"]


def test_a_start_moved_after_the_end_is_told(qtbot: QtBot, theme: Theme, store: Store) -> None:
    until = Moment(datetime(2026, 11, 22, 15, 0), 60, "Europe/Berlin")  # noqa: DTZ001
    page = editing(qtbot, store, flare(until=until))
    type_time(page, "18:30")
    save(page)
    assert told(page) == "This is before the start."
