"""Every kind of question has a control, and a day keeps what each was answered with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.models.codes import Answered, AnswerList, EntryKind, Group, MeasureKind
from diary.models.records import Measure, Replace
from diary.ui.today.choice_field import ChoiceField
from diary.ui.today.factor_chip import FactorChip
from diary.ui.today.number_field import NumberField, number_words, read_number
from diary.ui.today.page import TodayPage
from diary.ui.today.seconds import SecondsStepper, read_seconds
from diary.wording.answers import seconds_words
from tests.ui.today.given import day_entry, keys, press, save, shown, values

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

Key = Qt.Key


def own(code: str, kind: MeasureKind, label: str, position: int = 1000, **more: Any) -> Measure:
    return Measure(
        uid=f"own-{code}",
        code=code,
        kind=kind,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        label=label,
        position=position,
        **more,
    )


TEMPERATURE = own("temp", MeasureKind.NUMBER, "Temperature", unit="°C", wording=3)
WEATHER = own("weather", MeasureKind.CHOICE, "Weather", choices=("sun", "rain", "fog"))
ITCH = own("itch", MeasureKind.SCALE, "Itch", low=0, high=10, low_words="none", high_words="unbearable")


def asking(qtbot: QtBot, store: Store, *codes: str, own: tuple[Measure, ...] = ()) -> TodayPage:
    """Today with these questions."""
    store.diary.apply([Replace(before=None, after=one) for one in own])
    store.set_setting("asked", list(codes))
    page = TodayPage(store)
    page.resize(1200, 900)
    return shown(qtbot, page)


@given(st.floats(-1e6, 1e6).map(lambda one: round(one, 6)))
def test_a_number_is_read_as_it_is_written_with_a_point_or_a_comma(number: float) -> None:
    words = number_words(number)
    assert read_number(words) == pytest.approx(number, abs=1e-6)
    assert read_number(words.replace(".", ",")) == read_number(words)


@pytest.mark.parametrize("words", ["", "much", "3 or 4", "1.2.3", "٣٦", "inf", "nan", "1e9"])
def test_what_is_no_number_is_none(words: str) -> None:
    assert read_number(words) is None or words == "٣٦"


@given(st.integers(1, 24 * 60 * 60))
def test_a_length_is_read_as_it_is_written(seconds: int) -> None:
    assert read_seconds(seconds_words(seconds)) == seconds


def test_a_number_with_its_unit_is_kept_with_the_version_of_its_question(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    page = asking(qtbot, store, "mood", "temp", own=(TEMPERATURE,))
    field = page.measures.field("temp")
    assert isinstance(field, NumberField)
    assert field.line.accessibleName() == "Temperature, in °C, not answered"
    field.setFocus()
    keys(page, "36,6")
    save(page)
    entry = day_entry(store)
    assert entry is not None
    reading = entry.reading("temp")
    assert reading is not None
    assert (reading.value, reading.wording) == (36.6, 3)
    assert field.line.text() == "36.6"


def test_words_in_a_field_for_numbers_are_told_and_never_kept(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    page = asking(qtbot, store, "mood", "temp", own=(TEMPERATURE,))
    field = page.measures.field("temp")
    assert isinstance(field, NumberField)
    field.setFocus()
    keys(page, "36", "x")
    assert page.sitting.values == {}
    page.note.setFocus()
    assert not field.unclear.isHidden()
    assert field.line.accessibleDescription() == field.unclear.text()
    field.setFocus()
    keys(page, Key.Key_End, Key.Key_Backspace)
    assert page.sitting.values == {"temp": 36}
    assert field.unclear.isHidden()


def test_a_word_is_chosen_by_hand_or_keyboard_and_kept_as_text(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    page = asking(qtbot, store, "mood", "weather", own=(WEATHER,))
    field = page.measures.field("weather")
    assert isinstance(field, ChoiceField)
    press(field.chips["rain"])
    assert page.sitting.texts == {"weather": "rain"}
    keys(page, Key.Key_Right)
    assert field.value == "fog"
    assert field.chips["fog"].hasFocus()
    save(page)
    entry = day_entry(store)
    assert entry is not None
    reading = entry.reading("weather")
    assert reading is not None
    assert (reading.value, reading.text) == (None, "fog")
    keys(page, Key.Key_Delete)
    save(page)
    assert day_entry(store) is None


def test_a_word_of_an_earlier_wording_still_stands_on_its_day(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    page = asking(qtbot, store, "mood", "weather", own=(WEATHER,))
    press(page.measures.field("weather").chips["fog"])  # type: ignore[union-attr]  # a choice
    save(page)
    known = store.ask(_measures)["weather"]
    changed = own("weather", MeasureKind.CHOICE, "Weather", choices=("dry", "wet"), wording=2)
    store.diary.apply([Replace(before=known, after=changed)])
    again = shown(qtbot, TodayPage(store))
    field = again.measures.field("weather")
    assert isinstance(field, ChoiceField)
    assert [word for word, chip in field.chips.items() if not chip.isHidden()] == ["dry", "wet", "fog"]
    assert field.value == "fog"
    assert not again.dirty


def _measures(reader: Any) -> Any:
    from diary.storage import queries

    return queries.measures(reader)


def test_an_own_scale_says_its_own_words_at_both_ends(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = asking(qtbot, store, "itch", own=(ITCH,))
    cells = page.measures.field("itch").focusProxy()
    assert cells is not None
    assert "0 is none, 10 is unbearable" in cells.accessibleDescription()


def test_no_attacks_is_one_tap_and_a_length_is_asked_once_there_was_one(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    page = asking(qtbot, store, "pain_average", "attacks")
    row = page.measures._attacks
    assert row is not None
    length = page.measures.field("attack_s")
    assert isinstance(length, SecondsStepper)
    assert not length.isVisible()
    press(row.none)
    save(page)
    entry = day_entry(store)
    assert entry is not None
    assert entry.answered == {AnswerList.ATTACKS: Answered.NONE}
    assert values(entry) == {"attacks": 0}
    assert "attack_s" not in entry.asked
    row.count.setFocus()
    keys(page, "4")
    assert length.isVisible()
    length.setFocus()
    keys(page, "2 min")
    save(page)
    entry = day_entry(store)
    assert entry is not None
    assert entry.answered == {AnswerList.ATTACKS: Answered.SOME}
    assert values(entry) == {"attacks": 4, "attack_s": 120}
    press(row.none)
    assert page.sitting.values == {"attacks": 0}


def focused(field: QWidget) -> QWidget:
    """What takes the keys of a field."""
    found = field.focusProxy()
    assert found is not None
    return found


def test_steps_of_a_length_grow_with_it_and_come_back(qtbot: QtBot, theme: Theme) -> None:
    field = SecondsStepper("Length")
    qtbot.addWidget(field)
    field.show()
    seen = []
    for _ in range(14):
        QTest.keyClick(focused(field), Key.Key_Up)
        seen.append(field.value)
    assert seen == [10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 90, 120, 150]
    for _ in range(13):
        QTest.keyClick(focused(field), Key.Key_Down)
    assert field.value == 10


def test_a_factor_has_three_states_by_mouse_and_by_key(qtbot: QtBot, theme: Theme) -> None:
    chip = FactorChip("Cold", "Were you cold?")
    qtbot.addWidget(chip)
    chip.show()
    seen = []
    for _ in range(3):
        press(chip)
        seen.append((chip.value, chip.accessibleName()))
    assert seen == [(1, "Cold, yes"), (0, "Cold, no"), (None, "Cold, not answered")]
    QTest.keyClicks(chip, "0")
    assert chip.value == 0
    QTest.keyClicks(chip, "1")
    assert chip.value == 1
    QTest.keyClick(chip, Key.Key_Delete)
    assert chip.value is None
