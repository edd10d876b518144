"""Erasing for good: what is offered, where it may still stand, and what is left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from diary.models.care import Dose, SideEffect, Treatment
from diary.models.codes import Answered, AnswerList, EntryKind, Form, Group, MeasureKind, Noun
from diary.models.measures import OWN_FROM
from diary.models.records import Area, AreaRegion, Entry, Erased, GivenReport, Measure, Reading, Replace
from diary.models.rough import Rough
from diary.models.story import Answer, Response
from diary.storage import queries
from diary.storage.life_queries import all_of
from diary.storage.reading import SELF
from diary.ui.erase.page import ErasePage
from diary.ui.parts.painted import Label
from tests.ui.today.given import Clock, opened_store, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.models.records import Record
    from diary.store.store import Store
    from diary.ui.theme import Theme

DAY = date(2026, 11, 18)


@pytest.fixture
def store(tmp_path: Path, qapp: object) -> Iterator[Store]:
    store = opened_store(tmp_path, Clock())
    entry = Entry(
        uid="e",
        kind=EntryKind.DAY,
        day=DAY,
        author=SELF,
        note="burnt like marzipan",
        answered={AnswerList.PLACES: Answered.SOME},
        readings=(Reading(measure="mood", value=3),),
        areas=(Area(uid="a", severity=4, regions=(AreaRegion(region="heel_L"),)),),
    )
    given = GivenReport(uid="g", given=store.now(), since=DAY, until=DAY, to="Dr. Lindqvist", pdf=b"%PDF")
    store.save([Replace(before=None, after=entry)], text="Saved")
    store.save([Replace(before=None, after=given)], text="Saved")
    yield store
    store.close()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: Store) -> ErasePage:
    page = ErasePage(store)
    page.resize(1200, 800)
    page.begin(Noun.ENTRY, "e")
    return shown(qtbot, page)


def said(page: ErasePage) -> str:
    return "\n".join(one.text() for one in page.findChildren(Label) if one.isVisible())


def test_a_treatment_is_named_with_what_goes_with_it(page: ErasePage, store: Store) -> None:
    kept: list[Record] = [
        Treatment(uid="tr", name="Tramadol"),
        *(Dose(uid=f"d{n}", treatment="tr", day=date(2026, 11, 2)) for n in range(3)),
    ]
    store.save([Replace(before=None, after=one) for one in kept], text="Saved")
    page.begin(Noun.TREATMENT, "tr")
    assert page.ticks[""].text() == "All of “Tramadol”, with 3 doses and every earlier version"


def test_nothing_is_erased_until_something_is_chosen(page: ErasePage) -> None:
    assert not page.erase.isEnabled()
    assert "Choose what to erase first." in said(page)
    assert page.keep.hasFocus()


def test_it_offers_the_whole_and_each_part_in_words(page: ErasePage) -> None:
    offered = [tick.text() for tick in page.ticks.values()]
    assert offered[0].startswith("The whole entry about 18 November 2026")
    assert "The note: “burnt like marzipan”" in offered
    assert "Mood: 3" in offered


def test_it_names_the_copies_before_it_is_done(page: ErasePage) -> None:
    assert "for Dr. Lindqvist, kept in the diary" in said(page)
    assert "There is no undo." in said(page)


def test_a_ticked_note_is_erased_and_the_rest_stays(qtbot: QtBot, page: ErasePage, store: Store) -> None:
    page.ticks["note"].click()
    with qtbot.waitSignal(page.done) as told:
        qtbot.mouseClick(page.erase, Qt.MouseButton.LeftButton)
    assert told.args == ["Erased"]
    left = store.ask(queries.entry, "e")
    assert left is not None
    assert (left.note, len(left.readings), len(left.areas)) == ("", 1, 1)
    assert [one.what for one in store.ask(all_of, Erased)] == ["note"]
    assert not store.undo_stack.canUndo()


def test_the_whole_entry_goes_and_the_fact_stays(qtbot: QtBot, page: ErasePage, store: Store) -> None:
    page.ticks[""].click()
    assert not page.ticks["note"].isEnabled()
    with qtbot.waitSignal(page.done):
        page.erase.click()
    assert store.ask(queries.entry, "e") is None
    assert [one.day for one in store.ask(all_of, Erased)] == [DAY]


def test_escape_keeps_all(qtbot: QtBot, page: ErasePage, store: Store) -> None:
    page.ticks[""].click()
    with qtbot.waitSignal(page.done) as told:
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert told.args == [""]
    assert store.ask(queries.entry, "e") is not None


def offered(page: ErasePage, store: Store, record: Record) -> list[str]:
    store.save([Replace(before=None, after=record)], text="Saved")
    page.begin(record.noun, record.uid)
    return [tick.text() for tick in page.ticks.values()]


def test_values_and_answers_are_offered_in_words(page: ErasePage, store: Store) -> None:
    treatment = Treatment(uid="t", name="Tramadol", usual=50, form=Form.TABLET, started=Rough(2019, 3))
    words = offered(page, store, treatment)
    assert {"Comes as: tablet", "Usual amount: 50", "Since: March 2019"} <= set(words)
    response = Response(
        uid="r",
        instrument="phq9",
        version="1",
        language="en",
        day=DAY,
        at=store.now(),
        since=DAY,
        until=DAY,
        answers=(Answer(item="1", value=3),),
    )
    assert "Answer 1: 3" in offered(page, store, response)


def test_a_value_that_must_be_there_goes_with_the_whole(page: ErasePage, store: Store) -> None:
    effect = SideEffect(uid="se", day=DAY, name="Dizzy", severity=4)
    words = offered(page, store, effect)
    assert words == ["All of it, its value included, with every earlier version"]


def test_of_a_question_put_aside_only_its_words_are_offered(
    qtbot: QtBot, page: ErasePage, store: Store
) -> None:
    own = Measure(
        uid="own",
        code="own_1",
        kind=MeasureKind.CHOICE,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        label="Tingling",
        choices=("left", "right"),
        position=OWN_FROM,
        hidden=True,
    )
    assert offered(page, store, own) == ["Question: “Tingling”", "Answers to choose from: “left, right”"]
    page.begin(Noun.MEASURE, "unknown")
    qtbot.waitUntil(lambda: "There is nothing left to erase here." in said(page))
    assert not page.erase.isEnabled()
