"""Recent changes say what they did by name and in all, before and after Undo; facts that stay have none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from diary.errors import DiaryError
from diary.models.care import Dose, Relief, SideEffect, Treatment
from diary.models.codes import EntryKind, Noun, Unit, Use, Verb
from diary.models.inquiry import LOOKED, SEEN
from diary.models.records import GivenExport, Record, Replace
from diary.models.story import Answer, Response
from diary.storage.life_queries import all_of, one_of
from diary.store.store import Store
from diary.ui.forms.saving import deletion
from diary.ui.history.page import HistoryPage
from tests.ui.history.conftest import TODAY, WED, entry, fill, show

TRAMADOL = Treatment(uid="t", name="Tramadol", use=Use.AS_NEEDED)


def keep(store: Store, *records: Record, verb: Verb = Verb.SAVE) -> None:
    """Keep new records in one change."""
    store.save([Replace(before=None, after=one) for one in records], text="Saved", verb=verb)


def recent(page: HistoryPage, qtbot: Any) -> list[str]:
    """What the list of changes says."""
    show(page, qtbot)
    page.recent_button.setChecked(True)
    return [line.what for line in page.recent.lines]


def test_a_deletion_names_the_treatment_and_counts_all_before_and_after_undo(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    doses = [Dose(uid=f"d{n}", treatment="t", day=WED, amount=1, unit=Unit.PIECES) for n in range(20)]
    pains = [
        Relief(uid=f"r{n}-{m}", dose=f"d{n}", after_min=m, pain=4, at=store.now())
        for n in range(20)
        for m in (0, 30)
    ]
    effect = SideEffect(uid="s", day=WED, name="Dizzy", severity=3, treatment="t")
    keep(store, TRAMADOL, effect)
    keep(store, *doses)
    keep(store, *pains)
    live = store.ask(one_of, Treatment, "t")
    assert live is not None
    store.save(deletion(store, live), text="Deleted", verb=Verb.DELETE)
    assert recent(page, qtbot)[0] == "Deleted Tramadol with 20 doses and 40 answers about pain"
    kept = store.ask(one_of, SideEffect, "s")
    assert kept is not None
    assert kept.treatment is None
    page.recent.lines[0].button.click()
    assert [line.what for line in page.recent.lines[:2]] == [
        "Undid a change of Tramadol with 20 doses and 40 answers about pain",
        "Deleted Tramadol with 20 doses and 40 answers about pain",
    ]


def test_changes_are_called_by_the_medicine_and_the_questionnaire(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    keep(store, TRAMADOL)
    keep(store, Dose(uid="d", treatment="t", day=WED, amount=1, unit=Unit.PIECES))
    keep(store, Relief(uid="r", dose="d", after_min=0, pain=4, at=store.now()))
    response = Response(
        uid="q",
        instrument="peg",
        version="1",
        language="en",
        day=WED,
        at=store.now(),
        since=WED,
        until=WED,
        answers=(Answer(item="peg_1", value=4),),
    )
    keep(store, response)
    live = store.ask(one_of, Treatment, "t")
    assert live is not None
    store.save([Replace(before=live, after=replace(live, note="new"))], text="Saved", verb=Verb.EDIT)
    said = recent(page, qtbot)
    assert said[0] == "Changed Tramadol"
    assert said[1].startswith("Saved PEG")
    assert said[2:] == ["Saved pain around a dose of Tramadol", "Saved a dose of Tramadol", "Saved Tramadol"]


def test_an_export_given_has_no_undo(page: HistoryPage, store: Store, qtbot: Any) -> None:
    given = GivenExport(uid="g", given=store.now(), form="json", name="diary.json")
    change = store.diary.apply([Replace(before=None, after=given)])
    recent(page, qtbot)
    assert not page.recent.lines[0].button.isVisibleTo(page.recent.lines[0])
    assert change.change is not None
    with pytest.raises(DiaryError):
        store.undo_change(change.change)
    assert store.ask(all_of, GivenExport)


def test_what_was_erased_is_named_and_what_is_left_empty_has_no_undo(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    fill(store, entry(WED, values={"mood": 3, "pain_worst": 5}))
    fill(store, entry(TODAY, EntryKind.NIGHT, values={"sleep_min": 400}))
    store.diary.erase(Noun.ENTRY, f"day-{WED}", ("reading:mood",))
    store.diary.erase(Noun.ENTRY, f"night-{TODAY}", ())
    said = recent(page, qtbot)
    assert said[:3] == ["Erased: 1 entry", "Erased: Mood", "A change, since erased"]
    assert [line.button.isVisibleTo(line) for line in page.recent.lines] == [False, False, False, True]


def test_what_was_looked_at_is_named_and_cannot_be_taken_back(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    store.note_settings({LOOKED: "2026-11-20", SEEN: {"stress>pain_average+0": "2026-11-20"}})
    assert recent(page, qtbot)[0] == "Numbers of links were looked at"
    assert not page.recent.lines[0].button.isVisible()
