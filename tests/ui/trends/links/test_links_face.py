"""Links: own questions before looking, all pairs after one press, what is noted, words that claim nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from diary.charts.link_words import looked_words
from diary.models.codes import Effect
from diary.models.inquiry import MOST_QUESTIONS
from diary.models.records import Replace
from diary.models.story import Attribution
from diary.store.store import Store
from diary.ui.trends.links.ask_form import AskForm
from diary.ui.trends.links.face import LinksFace
from diary.ui.trends.links.table import COLUMNS
from diary.ui.trends.page import TrendsPage
from diary.wording import say
from diary.wording.links import TEXTS
from diary.wording.treatment_words import date_words
from tests.storage.given import TODAY, Clock, day
from tests.ui.trends.links.conftest import Faces, context_of, linked, unlinked, write

CLAIMS = re.compile(
    r"\b(significan\w*|trigger\w*|caus(es|ed|ing)|help(s|ed)|works|because of|led to|due to)\b", re.IGNORECASE
)


def again(face: LinksFace) -> None:
    face.show_context(context_of(face.store))


def choose(box: QComboBox, data: object) -> None:
    box.setCurrentIndex(box.findData(data))


def ask(face: LinksFace, factor: str, lag: int = 0, outcome: str = "pain") -> None:
    form = face.questions.form
    face.questions.add_one.click()
    form.outcome.set_value(outcome)
    choose(form.factor, factor)
    choose(form.lag, lag)
    form.keep.click()


def test_nothing_of_the_pairs_is_shown_before_they_are_asked_for(faces: Faces) -> None:
    face = faces(linked(100))
    assert face.gate.isVisible()
    assert not face.others.isVisible()
    assert not face.forest_column.isVisible()
    assert not face.has_picture
    assert face.store.setting("links_seen", {}) == {}
    face.show_table(True)
    assert not face.pairs.isVisible()


def test_one_press_shows_all_pairs_and_notes_them_without_a_step_of_undo(faces: Faces) -> None:
    face = faces(linked(100))
    face.gate.look_button.click()
    assert not face.gate.isVisible()
    assert face.others.isVisible()
    assert face.has_picture
    seen: dict[str, str] = face.store.setting("links_seen", {})
    assert seen["stress>pain_average+0"] == str(TODAY)
    assert len(seen) == 6
    assert face.store.undo_stack.count() == 0
    again(face)
    assert face.is_open


def test_a_true_link_is_said_with_its_range_its_days_and_that_it_is_no_cause(faces: Faces) -> None:
    face = faces(linked(100))
    face.gate.look_button.click()
    words = face.others.words()
    assert "More stress went with more pain on the same day" in words
    assert re.search(r"On days with stress one point higher, pain averaged 0\.\d points higher", words)
    assert re.search(r"\(plausible range 0\.\d to 0\.\d\), 99 pairs of days\.", words)
    assert "It does not show that the cause was stress" in words
    assert "The diary looked at 6 pairs. 1 stands out after allowing for that." in words


def test_a_diary_without_links_gets_a_friendly_answer(faces: Faces) -> None:
    face = faces(unlinked(60))
    face.gate.look_button.click()
    words = face.spoken()
    assert "Nothing clear yet: none stands out after allowing for that." in words
    assert "With 6 pairs and" in words
    assert face.others.blocks == []


def test_too_few_days_say_how_many_more_and_hide_nothing(faces: Faces) -> None:
    face = faces(linked(20))
    assert not face.gate.isVisible()
    assert "no pair has 42 days so far" in face.others.words()
    assert "more days with both would tell more" in face.others.words()
    assert not face.has_picture


def test_a_question_is_kept_with_its_day_and_its_answer_stands_first(faces: Faces) -> None:
    face = faces(linked(100))
    ask(face, "stress")
    again(face)
    (one,) = face.asked.questions
    assert (one.factor, one.outcome, one.lag, one.asked, one.seen) == (
        "stress",
        "pain_average",
        0,
        TODAY,
        None,
    )
    words = face.questions.words()
    assert "Stress and pain on the same day: do they go together?" in words
    assert "Asked on 20 Nov 2026." in words
    assert "This stands out after allowing for all your questions." in words
    assert face.gate.isVisible()
    assert set(face.store.setting("links_seen", {})) == {"stress>pain_average+0"}
    assert face.store.undo_stack.count() == 1


def test_a_question_asked_after_looking_says_so_and_from_which_day_it_counts(faces: Faces) -> None:
    face = faces(linked(100))
    face.gate.look_button.click()
    face.questions.add_one.click()
    form = face.questions.form
    choose(form.factor, "mood")
    choose(form.lag, 1)
    assert "Only days from tomorrow on will count" in form.note.text()
    form.keep.click()
    again(face)
    assert face.asked.questions[0].seen == TODAY
    words = face.questions.words()
    assert "after its numbers were seen on 20 Nov 2026. Only days from 21 Nov 2026 on count." in words
    assert "Nothing clear yet: 0 pairs of days so far." in words


def test_the_sixth_question_is_kindly_refused(faces: Faces) -> None:
    face = faces(linked(20))
    for number in range(MOST_QUESTIONS):
        ask(face, "stress" if number < 3 else "mood", number % 3)
    assert len(face.asked.open) == MOST_QUESTIONS
    assert not face.questions.add_one.isEnabled()
    assert face.questions.full.isVisible()
    last = list(face.questions.blocks.values())[-1]
    assert face.focusWidget() is last.buttons["aside"]
    first = next(iter(face.questions.blocks.values()))
    first.buttons["aside"].setFocus()
    first.buttons["aside"].click()
    assert face.questions.add_one.isEnabled()
    assert face.focusWidget() is face.questions.add_one
    assert not face.questions.full.isVisible()


def test_what_is_put_aside_stays_and_what_is_deleted_comes_back(faces: Faces) -> None:
    face = faces(linked(20))
    ask(face, "stress")
    (block,) = face.questions.blocks.values()
    block.buttons["aside"].click()
    (block,) = face.questions.blocks.values()
    assert "Put aside on 20 Nov 2026. It still counts among your questions." in block.words()
    assert set(block.buttons) == {"delete"}
    assert block.buttons["delete"].isVisible()
    block.buttons["delete"].click()
    assert face.questions.blocks == {}
    face.store.undo_stack.undo()
    again(face)
    assert len(face.questions.blocks) == 1


def test_a_question_whose_numbers_were_seen_can_be_put_aside_but_not_deleted(faces: Faces) -> None:
    face = faces(linked(100))
    ask(face, "stress")
    (block,) = face.questions.blocks.values()
    assert block.buttons["delete"].isVisible()
    again(face)
    (uid,) = face.questions.blocks
    assert not face.questions.blocks[uid].buttons["delete"].isVisible()
    assert "Its numbers were on the screen, so it stays among your questions." in face.questions.words()
    assert not face.asked.delete(uid)
    face.questions.blocks[uid].buttons["aside"].click()
    again(face)
    assert not face.questions.blocks[uid].buttons["delete"].isVisible()
    assert "It still counts among your questions." in face.questions.words()
    assert [one.uid for one in face.asked.questions] == [uid]


def test_days_that_tell_of_pain_are_said_from_the_first_of_them(faces: Faces) -> None:
    analysis = context_of(faces(linked(60)).store).analysis
    assert analysis is not None
    assert analysis.links is not None
    words = " ".join(looked_words(replace(analysis.links, n=50, days=50)))
    assert f"50 of 50 days tell of pain, from {date_words(TODAY - timedelta(days=49))}" in words


def test_the_same_question_is_not_asked_twice(faces: Faces) -> None:
    face = faces(linked(20))
    ask(face, "stress", 1)
    face.questions.add_one.click()
    form = face.questions.form
    choose(form.factor, "stress")
    choose(form.lag, 1)
    assert not form.keep.isEnabled()
    choose(form.lag, 2)
    assert form.keep.isEnabled()


def test_pain_can_be_asked_beside_sleep_but_not_beside_itself(faces: Faces) -> None:
    form: AskForm = faces(linked(20)).questions.form
    assert form.factor.findData("pain_average") == -1
    form.outcome.set_value("sleep")
    assert form.factor.findData("pain_average") == 0
    assert form.lag.itemText(0) == "in the night that followed"


def test_pairs_that_reach_enough_days_later_are_behind_the_press_too(
    faces: Faces, store: Store, clock: Clock
) -> None:
    whole = linked(60)
    face = faces({code: numbers[:20] for code, numbers in whole.items()})
    assert face.is_open
    for at in range(20, 60):
        about = TODAY + timedelta(days=at - 19)
        clock.at(f"{about}T12:00+01:00[Europe/Berlin]")
        values = {code: numbers[at] for code, numbers in whole.items()}
        store.diary.apply([Replace(before=None, after=day(f"m{at}", about, "", **values))])
    again(face)
    assert not face.is_open
    assert face.gate.isVisible()


def test_the_table_has_every_pair_and_is_put_in_order_by_names_alone(faces: Faces) -> None:
    face = faces(linked(100))
    face.gate.look_button.click()
    face.show_table(True)
    model = face.pairs.table.words
    assert face.pairs.isVisible()
    assert not face.forest_column.isVisible()
    assert model.rowCount() == 6
    factors = [row[0] for row in model.rows]
    assert factors == ["Mood"] * 3 + ["Stress"] * 3
    face.pairs._on_column(COLUMNS.index("p"))
    assert [row[0] for row in model.rows] == factors
    assert face.pairs.order.value == "factor"
    face.pairs._on_column(COLUMNS.index("outcome"))
    assert face.pairs.order.value == "outcome"
    assert {row[COLUMNS.index("standing")] for row in model.rows} == {"nothing clear", "stands out"}


def test_the_cursor_tells_each_pair_and_says_it_aloud(faces: Faces, qtbot: QtBot) -> None:
    face = faces(linked(100))
    face.gate.look_button.click()
    canvas = face.forests["pain_average"].canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert "Mood and pain on the same day: do they go together?" in canvas.announcer.last
    assert "Nothing clear." in canvas.announcer.last
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    assert "More stress went with more pain on the same day" in canvas.announcer.last
    assert canvas.accessibleDescription() == canvas.announcer.last
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.at == 5
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.at == 4
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.at is None


@pytest.mark.parametrize("name", ["links.png", "links.svg"])
def test_the_forest_can_be_saved(faces: Faces, tmp_path: Path, name: str) -> None:
    face = faces(linked(60))
    face.gate.look_button.click()
    face.save_picture(tmp_path / name)
    content = (tmp_path / name).read_bytes()
    assert content.startswith(b"\x89PNG") if name.endswith("png") else b"Links with pain" in content


def test_a_diary_that_cannot_be_written_stays_open_once_it_was_looked_at(
    faces: Faces, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    face = faces(linked(100))
    monkeypatch.setattr(Store, "read_only", property(lambda _: True))
    face.gate.look_button.click()
    again(face)
    assert face.is_open
    assert store.setting("links_looked", "") == ""


def test_before_anything_is_worked_out_nothing_is_said_of_questions(store: Store, qtbot: QtBot) -> None:
    face = LinksFace(store)
    qtbot.addWidget(face)
    face.show()
    assert not face.questions.full.isVisible()
    assert not face.questions.none.isVisible()


def test_an_analysis_on_its_way_is_said(faces: Faces) -> None:
    face = faces(linked(60))
    ask(face, "stress")
    face.show_context(replace(context_of(face.store), analysis=None))
    assert face.waiting.isVisible()
    assert say("links.waiting") in face.questions.words()
    assert not face.gate.isVisible()


def test_an_empty_diary_asks_for_nothing_and_shows_no_gate(faces: Faces) -> None:
    face = faces()
    assert not face.gate.isVisible()
    assert face.questions.none.isVisible()
    face.questions.add_one.click()
    assert not face.questions.form.keep.isEnabled()


def test_no_text_of_links_claims_a_cause() -> None:
    wrong = []
    for key, text in TEXTS.items():
        forms = text if isinstance(text, tuple) else (text,)
        wrong += [f"{key}: {form}" for form in forms if CLAIMS.search(form)]
    assert wrong == []
    assert CLAIMS.search("Stress causes pain")


def test_what_the_person_said_stands_apart_from_the_numbers(faces: Faces, store: Store) -> None:
    said = Attribution(uid="a", day=TODAY, factor="mood", effect=Effect.WORSE)
    store.save([Replace(before=None, after=said)], text="Saved")
    face = faces(linked(100))
    face.gate.look_button.click()
    assert face.others.said.lines.text() == "Mood: you said it made pain worse on 1 of 1 day."
    assert "you said" not in face.others.words()


def test_numbers_of_a_question_are_noted_once_they_are_seen(store: Store, clock: Clock, faces: Faces) -> None:
    face = faces(linked(100))
    face.hide()
    ask(face, "stress")
    again(face)
    assert store.setting("links_seen", {}) == {}
    face.show()
    assert set(store.setting("links_seen", {})) == {"stress>pain_average+0"}


def test_on_the_page_all_pairs_can_be_saved_as_soon_as_they_are_shown(
    store: Store, clock: Clock, qtbot: QtBot
) -> None:
    write(store, clock, linked(60))
    page = TrendsPage(store)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(page.is_complete)
    page.open_face("links")
    face = page.face
    assert isinstance(face, LinksFace)
    qtbot.waitUntil(face.gate.isVisible)
    assert not page.save_button.isEnabled()
    face.gate.look_button.click()
    qtbot.waitUntil(page.save_button.isEnabled)
    assert face.others.isVisible()
    page.table_button.click()
    assert face.pairs.isVisible()
