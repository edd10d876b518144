"""A day with all that an ordinary one holds: copied areas, secondary symptoms, and two doses as needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.models.care import Dose, DoseStep, Treatment
from diary.models.codes import Answered, AnswerList, Use
from diary.models.records import Replace
from diary.models.rough import Rough
from diary.storage.life_queries import all_of
from diary.ui.medicines.as_needed import NeededRow
from tests.journeys.hands import Hands
from tests.journeys.test_seconds import recorder, store, three_places
from tests.ui.today.given import YESTERDAY, day_entry, entry, fill, opened_window, values

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from tests.journeys.recorder import Recorder

__all__ = ["recorder", "store"]

PREGABALIN = Treatment(uid="p", name="Pregabalin", started=Rough(2024))
TRAMADOL = Treatment(uid="t", name="Tramadol", use=Use.AS_NEEDED, usual=50, unit="mg", position=1)
PARACETAMOL = Treatment(uid="a", name="Paracetamol", use=Use.AS_NEEDED, usual=1, unit="g", position=2)


def medicines(store: Store) -> None:
    """One medicine every day, two as needed."""
    step = DoseStep(uid="s", treatment="p", since=Rough(2024), amount=150, unit="mg", times=2)
    made = (PREGABALIN, step, TRAMADOL, PARACETAMOL)
    store.save([Replace(before=None, after=one) for one in made], text="Saved")


@pytest.mark.journey("full-day")
def test_a_full_day_with_two_doses_takes_few_actions(qtbot: QtBot, store: Store, recorder: Recorder) -> None:
    fill(store, entry(YESTERDAY, areas=three_places()))
    medicines(store)
    window = opened_window(qtbot, store)
    today, hands = window.today, Hands(qtbot, window, recorder)
    card = today.medicines
    assert card is not None
    card.set_open(unfolded=True)  # as it was left the day before
    recorder.group("places")
    hands.press(today.same)
    for number in (5, 4, 3):
        hands.press_cell(today.body.editor.severity, number)
    recorder.group("pain")
    hands.press_cell(today.measures.field("pain_average"), 5)
    hands.press_cell(today.measures.field("pain_worst"), 7)
    recorder.group("secondary symptoms")
    for number, code in enumerate(("mood", "stress", "fatigue", "clarity"), 3):
        hands.press_cell(today.measures.field(code), number)
    recorder.group("medicines")
    for row in card.findChildren(NeededRow):
        hands.press(row.add)
    recorder.group("save")
    hands.press(today.save_row.save)
    saved = day_entry(store)
    assert saved is not None
    assert [one.severity for one in saved.areas] == [5, 4, 3]
    assert len(values(saved)) == 6
    assert saved.answered[AnswerList.DOSES] is Answered.SOME
    assert sorted((one.treatment, one.amount) for one in store.ask(all_of, Dose)) == [("a", 1.0), ("t", 50.0)]
    assert recorder.actions <= 16
