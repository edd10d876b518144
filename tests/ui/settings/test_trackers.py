"""Questions of one's own: added, asked in other words, moved and hidden, while all answers stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from diary.models.codes import EntryKind, Group, MeasureKind, Noun
from diary.models.measures import ASKED_SHORT, BY_CODE, OWN_FROM
from diary.models.records import Measure, Replace
from diary.storage import queries
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.parts.button import Button
from diary.ui.settings.asked_card import AskedCard
from diary.ui.settings.trackers import KINDS, own_trackers, read_choices, reordered
from diary.ui.settings.trackers_card import TrackersCard
from diary.ui.today.page import TodayPage
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


@pytest.fixture
def store(qtbot: QtBot, tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "my.diary", Looks(tmp_path / "looks.ini"))
    store.open_now()
    yield store
    store.close()


@pytest.fixture
def card(qtbot: QtBot, store: Store, theme: Theme) -> TrackersCard:
    card = TrackersCard(store)
    qtbot.addWidget(card)
    card.resize(600, 600)
    card.show()
    card.refresh()
    return card


def kept(store: Store) -> list[Measure]:
    return own_trackers(store.ask(queries.measures))


def add(card: TrackersCard, name: str, kind: MeasureKind, **words: str) -> None:
    """Fill the form in and keep it."""
    card.add_one.click()
    assert card.form is not None
    card.form.kinds[kind].click()
    for key, text in {"name": name, **words}.items():
        card.form.fields[key].setText(text)
    card.form.keep.click()


def test_what_is_added_is_asked_from_now_on_and_undone_in_one_step(card: TrackersCard, store: Store) -> None:
    add(card, "Itch", MeasureKind.SCALE, low="none", high="unbearable")
    (one,) = kept(store)
    assert (one.label, one.low, one.high, one.low_words, one.high_words) == (
        "Itch",
        0,
        10,
        "none",
        "unbearable",
    )
    assert (one.group, one.position, one.wording) == (Group.OWN, OWN_FROM, 1)
    assert store.setting("asked", [""])[-1] == one.code
    store.undo_stack.undo()
    assert kept(store) == []
    assert store.setting("asked", None) is None


def test_other_words_are_a_new_version_and_the_same_words_are_none(card: TrackersCard, store: Store) -> None:
    add(card, "Weather", MeasureKind.CHOICE, choices="sun, rain")
    (one,) = kept(store)
    for choices, wording in (("sun, rain", 1), ("sun, rain, fog", 2)):
        card._open(kept(store)[0])
        assert card.form is not None
        card.form.fields["choices"].setText(choices)
        card.form.keep.click()
        assert kept(store)[0].wording == wording
    assert kept(store)[0].code == one.code
    assert kept(store)[0].choices == ("sun", "rain", "fog")


def test_kind_and_unit_of_a_tracker_stay(card: TrackersCard, store: Store) -> None:
    add(card, "Temperature", MeasureKind.NUMBER, unit="°C")
    card._open(kept(store)[0])
    assert card.form is not None
    assert not card.form.fields["unit"].isVisible()
    assert not card.form.kinds[MeasureKind.SCALE].isVisible()
    card.form.fields["name"].setText("Fever")
    QTest.keyClick(card.form.fields["name"], Qt.Key.Key_Return)
    (one,) = kept(store)
    assert (one.label, one.unit, one.kind, one.wording) == ("Fever", "°C", MeasureKind.NUMBER, 2)


@pytest.mark.parametrize(
    ("name", "choices", "key"),
    [
        ("", "a, b", "tracker.no_name"),
        ("Weather", "sun", "tracker.few_words"),
    ],
)
def test_what_is_missing_is_told_in_the_form(
    card: TrackersCard, store: Store, name: str, choices: str, key: str
) -> None:
    add(card, name, MeasureKind.CHOICE, choices=choices)
    assert card.form is not None
    assert card.form.problem.text() == say(key)
    assert kept(store) == []


def test_a_name_is_there_only_once(card: TrackersCard, store: Store) -> None:
    add(card, "Itch", MeasureKind.SCALE)
    add(card, "itch", MeasureKind.MINUTES)
    assert card.form is not None
    assert card.form.problem.text() == say("tracker.name_twice", name="itch")
    assert len(kept(store)) == 1


def test_order_is_changed_by_button_and_by_key(card: TrackersCard, store: Store) -> None:
    for name in ("One", "Two", "Three"):
        add(card, name, MeasureKind.SCALE)
    card.rows[kept(store)[2].uid].up.click()
    assert [one.label for one in kept(store)] == ["One", "Three", "Two"]
    row = card.rows[kept(store)[1].uid]
    QTest.keyClick(row.up, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.label for one in kept(store)] == ["Three", "One", "Two"]
    codes = [one.code for one in kept(store)]
    assert [one for one in store.setting("asked", [""]) if one in codes] == codes


def button(card: TrackersCard, uid: str, words: str) -> Button:
    """The button of a tracker's row with these words."""
    return next(one for one in card.rows[uid].findChildren(Button) if one.text() == words)


def test_a_hidden_tracker_stays_in_the_record_and_comes_back(card: TrackersCard, store: Store) -> None:
    add(card, "Itch", MeasureKind.SCALE)
    (one,) = kept(store)
    card._keep([], "")  # nothing to keep is no change
    hide = button(card, one.uid, say("tracker.hide"))
    assert hide.accessibleName() == "Hide Itch"
    hide.click()
    assert kept(store)[0].hidden
    assert one.code in store.setting("asked", [""])
    button(card, one.uid, say("tracker.show")).click()
    assert not kept(store)[0].hidden


def test_the_words_of_a_hidden_tracker_can_be_erased(qtbot: QtBot, card: TrackersCard, store: Store) -> None:
    add(card, "Itch", MeasureKind.SCALE)
    (one,) = kept(store)
    assert say("erase.open") not in [it.text() for it in card.rows[one.uid].findChildren(Button)]
    button(card, one.uid, say("tracker.hide")).click()
    with qtbot.waitSignal(card.erase_requested) as told:
        button(card, one.uid, say("erase.open")).click()
    assert told.args == [Noun.MEASURE, one.uid]


def test_two_questions_are_one_press(qtbot: QtBot, store: Store, theme: Theme) -> None:
    asked = AskedCard(store)
    qtbot.addWidget(asked)
    asked.refresh()
    asked.preset.set_value("two")
    assert store.setting("asked", [""]) == ["pain_average"]


def test_questions_change_places_within_their_part(qtbot: QtBot, store: Store, theme: Theme) -> None:
    asked = AskedCard(store)
    qtbot.addWidget(asked)
    asked.refresh()
    asked.preset.set_value("short")
    asked.order.turn.click()
    asked.order.rows["pain_worst"].up.click()
    order = store.setting("asked", [""])
    assert order[:3] == ["pain_worst", "pain_average", "pain_least"]
    assert set(order) == set(ASKED_SHORT)
    assert reordered(order, "pain_worst", -1, BY_CODE) == order


def test_words_are_read_with_commas_or_lines() -> None:
    assert read_choices("sun, rain,, \nfog ") == ("sun", "rain", "fog")


LONG = "How well could you hold a cup, a pen or a key with the right hand in the morning of this day? " * 2


def long_named(kind: MeasureKind) -> Measure:
    low, high = {MeasureKind.SCALE: (0, 10), MeasureKind.YES_NO: (0, 1)}.get(kind, (None, None))
    return Measure(
        uid=f"long-{kind}",
        code=f"own_long_{kind}",
        kind=kind,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        low=low,
        high=high,
        label=f"{LONG.strip()} {kind}",
        choices=("well", LONG.strip()) if kind is MeasureKind.CHOICE else (),
        position=OWN_FROM,
    )


def test_long_names_break_neither_settings_nor_today(qtbot: QtBot, store: Store, theme: Theme) -> None:
    kinds = (*KINDS, MeasureKind.COUNT)
    store.diary.apply([Replace(before=None, after=long_named(kind)) for kind in kinds])
    store.set_setting("asked", [long_named(kind).code for kind in kinds])
    asked, trackers = AskedCard(store), TrackersCard(store)
    for one in (asked, trackers):
        qtbot.addWidget(one)
        one.resize(600, 600)
        one.show()
        one.refresh()
    asked.order.turn.click()
    for one in (asked, trackers):
        assert one.minimumSizeHint().width() <= 600
    today = TodayPage(store)
    qtbot.addWidget(today)
    today.resize(1180, 760)
    today.show()
    today.load()
    assert today.right.minimumSizeHint().width() <= 520


def test_a_new_name_is_kept_short_enough_for_its_row(card: TrackersCard, store: Store) -> None:
    add(card, LONG, MeasureKind.SCALE)
    assert card.form is not None
    assert card.form.problem.text() == "This name is long. Keep it to 80 letters or less."
    assert kept(store) == []


def test_a_word_that_is_there_twice_is_named(card: TrackersCard) -> None:
    add(card, "Weather", MeasureKind.CHOICE, choices="sun, , rain, Sun")
    assert card.form is not None
    assert card.form.problem.text() == "“Sun” is there twice. Once is enough."


def test_each_question_tells_how_it_is_answered(card: TrackersCard, store: Store) -> None:
    count = replace(long_named(MeasureKind.COUNT), label="Cups of coffee")
    store.diary.apply([Replace(before=None, after=count)])
    card.refresh()
    words = [one.text() for one in card.rows[count.uid].findChildren(QLabel)]
    assert "How many" in words
