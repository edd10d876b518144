"""The form of a night: typed as people write, told at once, absent where empty, never lost."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.models.moments import Moment
from diary.models.records import SleepPiece
from diary.ui.night.form import NightForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme

DAY = date(2026, 11, 22)
NOW = Moment(datetime(2026, 11, 22, 18, 0), 60, "Europe/Berlin")  # noqa: DTZ001  Moment.local is naive


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> NightForm:
    uids = iter(f"uid{n}" for n in range(99))
    form = NightForm(lambda: next(uids))
    form.resize(450, 300)
    qtbot.addWidget(form)
    form.show_night(DAY, (), NOW)
    form.show()
    return form


def write(form: NightForm, **times: str) -> None:
    for key, text in times.items():
        field = form.times[key].field
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)


def whole(form: NightForm) -> None:
    write(form, bed="22:55", asleep="2320", awake="6.30", up="6:50 am")


def test_a_time_that_clocks_skip_is_told_and_kept_later(form: NightForm) -> None:
    summer = Moment(datetime(2026, 3, 29, 18, 0), 120, "Europe/Berlin")  # noqa: DTZ001  as above
    form.show_night(date(2026, 3, 29), (), summer)
    write(form, bed="01:00", asleep="02:30", up="08:00")
    assert str(form.pieces[0].asleep) == "2026-03-29T03:30:00+02:00[Europe/Berlin]"
    assert form.asked.text() == "Clocks went forward over 02:30. It is kept as 03:30."


def test_an_empty_form_keeps_nothing(form: NightForm) -> None:
    assert form.pieces == ()
    assert form.line.text() == "Give the times you know. Any of them may stay empty."


def test_typing_tells_the_night_at_once(qtbot: QtBot, form: NightForm) -> None:
    with qtbot.waitSignal(form.changed):
        whole(form)
    form.show_answers(30, None)
    words = "Asleep 6 h 40 min of 7 h 55 min in bed, 84 %. Self-reported. 25 min until asleep."
    assert form.line.text() == words
    (piece,) = form.pieces
    assert (str(piece.bed), str(piece.up)) == (
        "2026-11-21T22:55:00+01:00[Europe/Berlin]",
        "2026-11-22T06:50:00+01:00[Europe/Berlin]",
    )


def test_the_date_stands_below_each_time(form: NightForm) -> None:
    write(form, bed="11 pm", up="7")
    assert [form.times[key].date.text() for key in ("bed", "asleep", "up")] == [
        "Sat 21 Nov",
        "",
        "Sun 22 Nov",
    ]
    assert form.times["bed"].field.accessibleDescription() == "Sat 21 Nov"


def test_words_that_are_no_time_say_so_and_are_not_kept(form: NightForm) -> None:
    write(form, bed="late")
    assert form.times["bed"].date.text() == "not a time yet"
    assert form.pieces == ()


def test_a_time_taken_back_is_absent_again(form: NightForm) -> None:
    whole(form)
    write(form, awake="")
    (piece,) = form.pieces
    assert piece.awake is None
    assert form.line.text().startswith("In bed 7 h 55 min. Self-reported.")
    write(form, bed="", asleep="", up="")
    assert form.pieces == ()


def test_up_in_an_empty_field_gives_the_usual_time(form: NightForm) -> None:
    form.times["bed"].field.setFocus()
    QTest.keyClick(form.times["bed"].field, Qt.Key.Key_Up)
    assert form.times["bed"].field.text() == "23:00"
    QTest.keyClick(form.times["bed"].field, Qt.Key.Key_Down)
    assert form.times["bed"].field.text() == "22:55"


def test_what_is_shown_again_is_the_same(form: NightForm) -> None:
    whole(form)
    form.add_nap.click()
    row = form.naps[0]
    QTest.keyClicks(row.since.field, "1400")
    QTest.keyClicks(row.until.field, "1440")
    pieces = form.pieces
    form.show_night(date(2026, 11, 20), (), NOW)
    assert form.pieces == ()
    form.show_night(DAY, pieces, NOW)
    assert form.pieces == pieces
    assert "1 nap of 40 min, counted apart." in form.line.text()


def test_showing_the_same_night_leaves_half_typed_words(form: NightForm) -> None:
    write(form, bed="23:1")
    form.show_night(DAY, form.pieces, NOW)
    assert form.times["bed"].field.text() == "23:1"


def test_a_nap_can_go_and_the_next_takes_its_number(form: NightForm) -> None:
    for clock in ("14:00", "17:00"):
        form.add_nap.click()
        QTest.keyClicks(form.naps[-1].since.field, clock)
    assert [one.nap for one in form.pieces] == [True, True]
    form.naps[0].remove.click()
    assert len(form.pieces) == 1
    assert form.naps[0].remove.accessibleName() == "Remove nap 1"
    assert QApplication.focusWidget() is form.add_nap


def test_an_empty_nap_is_not_kept(form: NightForm) -> None:
    form.add_nap.click()
    assert form.pieces == ()


def test_times_of_another_zone_stay_as_they_were(form: NightForm) -> None:
    bed = Moment.parse("2026-11-21T22:00-05:00[America/New_York]")
    kept = SleepPiece(uid="old", bed=bed, up=Moment.parse("2026-11-22T13:00+01:00[Europe/Berlin]"))
    form.show_night(DAY, (kept,), NOW)
    assert form.pieces == (kept,)
    write(form, up="1310")
    assert form.pieces[0].bed == bed
    assert form.pieces[0].uid == "old"


def test_a_night_in_two_parts_keeps_the_part_that_is_not_shown(form: NightForm) -> None:
    def part(uid: str, since: str, until: str) -> SleepPiece:
        return SleepPiece(uid=uid, asleep=Moment.parse(since), awake=Moment.parse(until))

    early = part("a", "2026-11-21T22:00+01:00", "2026-11-22T00:00+01:00")
    late = part("b", "2026-11-22T03:00+01:00", "2026-11-22T07:00+01:00")
    form.show_night(DAY, (early, late), NOW)
    write(form, awake="0730")
    assert {one.uid for one in form.pieces} == {"a", "b"}
    assert early in form.pieces


def test_a_slip_is_asked_about_and_kept(form: NightForm) -> None:
    write(form, bed="11:00", up="7:00")
    assert form.asked.text() == "That is over 16 hours. Is one of the times in the evening?"
    assert len(form.pieces) == 1


def test_own_minutes_that_differ_are_told_and_count(form: NightForm) -> None:
    whole(form)
    form.show_answers(None, 300)
    assert form.line.text().startswith("Asleep 5 h of 7 h 55 min in bed, 63 %.")
    assert form.asked.text() == "You gave 5 h asleep; the times give 7 h 10 min. What you gave counts."


def test_names_hold_the_words_that_are_seen(form: NightForm) -> None:
    form.add_nap.click()
    row = form.naps[0]
    pairs = [(one.title, one.field) for one in (*form.times.values(), row.since, row.until)]
    assert all(title.text() in field.accessibleName() for title, field in pairs)


def test_the_keys_walk_through_times_naps_and_the_button(form: NightForm) -> None:
    form.add_nap.click()
    row = form.naps[0]
    form.times["bed"].field.setFocus()
    seen = []
    for _ in range(8):
        seen.append(QApplication.focusWidget())
        form.focusNextChild()
    fields = [one.field for one in form.times.values()]
    assert seen == [*fields, row.since.field, row.until.field, row.remove, form.add_nap]


def test_a_nap_that_ends_before_it_begins_is_asked_about(form: NightForm) -> None:
    form.add_nap.click()
    (nap,) = form.naps
    for field, text in ((nap.since.field, "16:00"), (nap.until.field, "15:00")):
        field.setFocus()
        QTest.keyClicks(field, text)
    assert not form.asked.isHidden()
    assert "A nap is over 6 hours." in form.asked.text()
    assert "has not come yet" in form.asked.text()


def test_times_in_no_order_give_no_numbers_and_say_so(form: NightForm) -> None:
    write(form, bed="23:00", asleep="22:50", awake="7:50", up="7:00")
    assert form.line.text() == "Nothing is worked out from these times."
    assert "not in order" in form.asked.text()


def test_getting_up_in_the_future_is_asked_about(form: NightForm) -> None:
    write(form, bed="23:00", up="19:30")
    assert "has not come yet" in form.asked.text()
