"""What was changed elsewhere while a form was open stays changed, and a draft stays with its owner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from diary.models.care import Dose, Treatment
from diary.models.codes import Noun
from diary.models.records import Replace
from diary.models.rough import Rough
from diary.models.story import Goal
from diary.ui.forms.merging import merge
from diary.ui.today.waiting import waiting
from tests.ui.forms.given import given, kept, type_in

if TYPE_CHECKING:
    import pytest

    from diary.models.records import Record
    from diary.store.store import Store
    from diary.ui.forms.record_page import RecordPage

TODAY = date(2026, 11, 22)
PLAIN_ONE = Treatment(uid="g", name="Gabapentin")
OTHER_ONE = Treatment(uid="h", name="Pregabalin", position=1)
GOAL = Goal(uid="o", text="Walk to the lake", since=TODAY)


def elsewhere(store: Store, before: Record, after: Record | None) -> None:
    """Another window changes a record."""
    store.save([Replace(before=before, after=after)], text="elsewhere")


def test_a_merge_takes_from_each_side_what_it_changed() -> None:
    typed = replace(GOAL, text="Walk round the lake", note="mine")
    current = replace(GOAL, agreed_with="Dr Lind", note="theirs")
    merged = merge(GOAL, typed, current)
    assert merged.record == replace(typed, agreed_with="Dr Lind")
    assert merged.both == ("note",)


def test_fields_changed_to_the_same_differ_no_more() -> None:
    same = replace(GOAL, note="the same")
    assert merge(GOAL, same, same).both == ()


def test_what_was_not_touched_here_is_kept_as_it_was_changed_elsewhere(
    store: Store, page: RecordPage
) -> None:
    given(store, PLAIN_ONE)
    page.edit(Noun.TREATMENT, "g")
    type_in(page, "name", "Gabapentin 300")
    (held,) = kept(store, Treatment)
    elsewhere(store, held, replace(held, started=Rough(2024, 3), stopped=Rough(2025, 1)))
    page.save.click()
    assert "March 2024" in page.message.text
    assert page.form.known()["started"] == Rough(2024, 3)
    page.save.click()
    (found,) = kept(store, Treatment)
    assert (found.name, found.started, found.stopped) == ("Gabapentin 300", Rough(2024, 3), Rough(2025, 1))


def test_a_field_changed_on_both_sides_is_named_and_the_typing_stays(store: Store, page: RecordPage) -> None:
    given(store, GOAL)
    page.edit(Noun.GOAL, "o")
    type_in(page, "text", "Walk round the lake")
    (held,) = kept(store, Goal)
    elsewhere(store, held, replace(held, text="Swim in the lake"))
    page.save.click()
    assert "Swim in the lake" in page.message.text
    assert "Changed on both sides: In your words." in page.message.text
    assert page.form.known()["text"] == "Walk round the lake"
    page.save.click()
    assert kept(store, Goal)[0].text == "Walk round the lake"


def test_a_draft_overwrites_nothing_that_was_not_typed(store: Store, page: RecordPage) -> None:
    given(store, PLAIN_ONE)
    page.edit(Noun.TREATMENT, "g")
    type_in(page, "name", "Gabapentin 300")
    page.leave()
    (held,) = kept(store, Treatment)
    elsewhere(store, held, replace(held, started=Rough(2024, 3)))
    page.edit(Noun.TREATMENT, "g")
    page.save.click()
    (found,) = kept(store, Treatment)
    assert (found.name, found.started) == ("Gabapentin 300", Rough(2024, 3))


def test_a_field_emptied_and_not_saved_is_empty_when_it_comes_back(store: Store, page: RecordPage) -> None:
    given(store, replace(GOAL, agreed_with="Dr Lind"))
    page.edit(Noun.GOAL, "o")
    type_in(page, "agreed_with", "")
    page.leave()
    page.edit(Noun.GOAL, "o")
    assert page.form.known()["agreed_with"] == ""


def test_a_dose_changed_meanwhile_does_not_become_the_record_of_the_form(
    store: Store, page: RecordPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(store, PLAIN_ONE, Dose(uid="d", treatment="g", day=TODAY, amount=1))
    page.edit(Noun.TREATMENT, "g")
    page.delete.click()
    stale = [Replace(before=Dose(uid="d", treatment="g", day=TODAY, amount=7), after=None)]
    monkeypatch.setattr("diary.ui.forms.saving.deletion", lambda _store, _record: stale)
    assert page.asked is not None
    page.asked.buttons["delete"].click()
    assert isinstance(page.before, Treatment)
    assert not page.message.isHidden()


def test_a_new_step_typed_for_one_medicine_does_not_stand_in_another(store: Store, page: RecordPage) -> None:
    given(store, PLAIN_ONE, OTHER_ONE)
    page.begin(Noun.DOSE_STEP, {"treatment": "g"})
    type_in(page, "amount", "900 mg")
    page.leave()
    page.begin(Noun.DOSE_STEP, {"treatment": "h"})
    assert page.form.known()["amount"] is None
    assert page.waiting.isHidden()
    page.begin(Noun.DOSE_STEP, {"treatment": "g"})
    assert page.form.known()["amount"] == 900
    assert waiting(store.drafts().values(), (), TODAY) is None
