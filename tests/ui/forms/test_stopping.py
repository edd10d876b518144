"""A treatment is stopped from where it stands: the form opens with the day typed in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from diary.models.care import Treatment
from diary.models.codes import Noun
from diary.models.rough import Rough
from tests.ui.forms.given import given, kept

if TYPE_CHECKING:
    from diary.store.store import Store
    from diary.ui.forms.record_page import RecordPage

TODAY = Rough.of(date(2026, 11, 22))
GABAPENTIN = Treatment(uid="g", name="Gabapentin", started=Rough(2024, 3))


def test_the_day_of_stopping_is_typed_in_and_nothing_is_saved_yet(page: RecordPage, store: Store) -> None:
    given(store, GABAPENTIN)
    page.edit(Noun.TREATMENT, "g", {"stopped": TODAY})
    assert kept(store, Treatment)[0].stopped is None
    page.save.click()
    (saved,) = kept(store, Treatment)
    assert replace(saved, written=None) == replace(GABAPENTIN, stopped=TODAY)
