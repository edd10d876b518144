"""Earlier versions of a record can be read and brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diary.models.care import Treatment
from diary.models.codes import Noun, StopReason, Use
from diary.models.records import Replace
from diary.models.rough import Rough
from diary.storage.life_queries import one_of
from diary.ui.parts.painted import Label
from diary.ui.versions.card import VersionsCard
from diary.ui.versions.told import differences, field_words
from tests.ui.today.given import Clock, opened_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

FIRST = Treatment(uid="t", name="Pregabalin", use=Use.REGULAR, started=Rough(2024, 5, about=True))


@pytest.fixture
def store(tmp_path: Path, qapp: object) -> Iterator[Store]:
    store = opened_store(tmp_path, Clock())
    store.save([Replace(before=None, after=FIRST)], text="Saved")
    yield store
    store.close()


def live(store: Store) -> Treatment:
    found = store.ask(one_of, Treatment, "t")
    assert found is not None
    return found


def change(store: Store, **fields: object) -> None:
    before = live(store)
    after = replace(before, written=None, **fields)  # type: ignore[arg-type]  # fields of a treatment
    store.save([Replace(before=before, after=after)], text="Saved")


def test_a_record_says_its_fields_in_words() -> None:
    said = field_words(replace(FIRST, stop_reasons=(StopReason.COST,)))
    assert said["Name"] == "Pregabalin"
    assert said["Since"] == "about May 2024"
    assert Noun.TREATMENT not in said.values()


def test_what_differs_is_told_field_by_field() -> None:
    told = differences(FIRST, replace(FIRST, name="Pregabalin Zeta", started=None, note="new box"))
    assert told[0] == "Name: Pregabalin → Pregabalin Zeta"
    assert any(one.endswith("taken out") for one in told)
    assert any(one == "Note: new box" for one in told)


def test_a_record_never_changed_has_no_card(qtbot: QtBot, theme: Theme, store: Store) -> None:
    card = VersionsCard(store)
    qtbot.addWidget(card)
    card.show_of(live(store))
    assert card.isHidden()


def test_an_earlier_version_comes_back_as_a_new_change(qtbot: QtBot, theme: Theme, store: Store) -> None:
    change(store, name="Pregabaline")
    change(store, note="twice a day")
    card = VersionsCard(store)
    qtbot.addWidget(card)
    card.show_of(live(store))
    texts = [one.text() for one in card.findChildren(Label)]
    assert any("Name: Pregabalin → Pregabaline" in one for one in texts)
    assert len(card.buttons) == 2
    with qtbot.waitSignal(card.brought_back):
        card.buttons[-1].click()
    assert (live(store).name, live(store).note) == ("Pregabalin", "")
    store.undo_stack.undo()
    assert live(store).name == "Pregabaline"


def test_the_time_beside_a_change_is_that_of_the_change(
    qtbot: QtBot, theme: Theme, tmp_path: Path, qapp: object
) -> None:
    clock = Clock()
    store = opened_store(tmp_path, clock)
    store.save([Replace(before=None, after=FIRST)], text="Saved")
    clock.pass_by(minutes=10)
    change(store, name="Pregabaline")
    clock.pass_by(minutes=10)
    change(store, note="twice a day")
    card = VersionsCard(store)
    qtbot.addWidget(card)
    card.show_of(live(store))
    rows = [one.text() for one in card.findChildren(Label) if "Changed" in one.text()]
    assert rows == [
        "Changed Sun 22 Nov 19:02. Note: twice a day",
        "Changed Sun 22 Nov 18:52. Name: Pregabalin → Pregabaline",
    ]
    card.buttons[0].click()
    assert (live(store).name, live(store).note) == ("Pregabaline", "")
    store.close()


def test_a_version_is_not_brought_back_over_a_change_from_elsewhere(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    change(store, name="Pregabaline")
    card = VersionsCard(store)
    qtbot.addWidget(card)
    card.show_of(live(store))
    change(store, note="from another window")
    with qtbot.waitSignal(card.trouble) as told:
        card.buttons[0].click()
    assert "changed elsewhere" in told.args[0]
    assert live(store).note == "from another window"
