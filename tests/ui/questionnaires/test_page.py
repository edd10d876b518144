"""One questionnaire: pressed, typed, skipped, kept, changed, deleted and brought back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import diary.ui.questionnaires.sheet as sheet_module
from diary.models.records import Draft, Replace
from diary.models.story import Answer, Response
from diary.storage import life_queries, version_queries
from diary.store.store import Store
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.questionnaires.answer_choice import AnswerChoice
from diary.ui.questionnaires.facts import set_change_since
from diary.ui.questionnaires.page import QuestionnairePage
from diary.ui.questionnaires.sheet import Sheet
from diary.ui.today.waiting import waiting
from diary.wording import say
from tests.ui.today.given import TODAY, Clock, entry, fill, keys, opened_store, press, refreshed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme

FIRST = TODAY - timedelta(40)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, theme: Theme, clock: Clock) -> Iterator[Store]:
    store = opened_store(tmp_path, clock)
    fill(store, entry(FIRST, values={"pain_average": 5}))
    yield store
    store.close()


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> QuestionnairePage:
    page = QuestionnairePage(store)
    qtbot.addWidget(page)
    page.resize(1180, 800)
    page.show()
    page.activateWindow()
    return page


def sheet_of(page: QuestionnairePage) -> Sheet:
    assert page.sheet is not None
    return page.sheet


def answer(page: QuestionnairePage, **values: int) -> None:
    for code, value in values.items():
        field = sheet_of(page).fields[code]
        if isinstance(field, SeverityRow):
            field.setFocus()
            keys(page, str(value))
        else:
            press(next(one for one in field.buttons if one.value == value))


def responses(store: Store) -> list[Response]:
    return store.ask(life_queries.all_of, Response)


def test_the_peg_is_kept_with_its_version_language_and_window(page: QuestionnairePage, store: Store) -> None:
    page.begin("peg")
    answer(page, average=6, enjoyment=7, activity=4)
    press(page.save_button)
    (kept,) = responses(store)
    assert (kept.instrument, kept.version, kept.language) == ("peg", "2009", "en")
    assert (kept.day, kept.since, kept.until) == (TODAY, TODAY - timedelta(6), TODAY)
    assert kept.at == store.now()
    assert {one.item: one.value for one in kept.answers} == {"average": 6, "enjoyment": 7, "activity": 4}
    assert "5.7" in page.result.scores.text()
    assert "3 of 3" in page.result.answered.text()


def test_it_can_be_filled_in_with_the_keyboard_alone(page: QuestionnairePage, store: Store) -> None:
    page.begin("phq4")
    for key in ("2", "0", "1", "1"):
        keys(page, key)
        page.focusNextPrevChild(True)
    QTest.keyClick(page.window().focusWidget() or page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (kept,) = responses(store)
    assert [one.value for one in kept.answers] == [2, 0, 1, 1]


def test_a_question_left_empty_is_not_in_the_record_and_gives_no_score(
    page: QuestionnairePage, store: Store
) -> None:
    page.begin("peg")
    answer(page, average=6, activity=4)
    page.save()
    (kept,) = responses(store)
    assert [one.item for one in kept.answers] == ["average", "activity"]
    assert page.result.scores.text() == say("instrument.no_score")
    assert "2 of 3" in page.result.answered.text()


def test_nothing_answered_is_nothing_saved(page: QuestionnairePage, store: Store) -> None:
    page.begin("peg")
    press(page.save_button)
    assert responses(store) == []
    assert page.message is not None
    assert page.message.text == say("instrument.nothing_yet")


def test_an_answer_is_taken_back_by_a_second_press_or_delete(page: QuestionnairePage) -> None:
    page.begin("phq4")
    field = sheet_of(page).fields["worry"]
    assert isinstance(field, AnswerChoice)
    answer(page, worry=2)
    answer(page, worry=2)
    assert field.value is None
    QTest.keyClick(field.buttons[0], Qt.Key.Key_Down)
    assert field.value == 0
    QTest.keyClick(field.buttons[0], Qt.Key.Key_Right)
    assert field.value == 1
    QTest.keyClick(field.buttons[1], Qt.Key.Key_Delete)
    assert field.value is None


def test_the_sentence_stands_after_a_part_of_three_and_not_after_two(
    page: QuestionnairePage, store: Store
) -> None:
    page.begin("phq4")
    answer(page, nervous=1, worry=1, interest=1, low=1)
    page.save()
    assert not page.result.sentence.isVisible()
    page.begin("phq4")
    answer(page, nervous=0, worry=0, interest=0, low=3)
    page.save()
    assert page.result.sentence.isVisible()
    assert page.result.sentence.text() == "These answers are often worth talking over with a clinician."


def test_get_help_is_one_press_away_before_and_after(qtbot: QtBot, page: QuestionnairePage) -> None:
    for code in ("peg", "phq4", "change"):
        page.begin(code)
        with qtbot.waitSignal(page.help_requested):
            press(page.get_help)
        answer(page, **{next(iter(sheet_of(page).fields)): 1})
        page.save()
        with qtbot.waitSignal(page.help_requested):
            press(page.get_help)


def test_the_change_question_names_the_date_it_compares_with(page: QuestionnairePage, store: Store) -> None:
    page.begin("change")
    assert "13 October 2026" in sheet_of(page).questions["change"]
    set_change_since(store, date(2026, 11, 1))
    page.begin("change")
    assert "1 November 2026" in sheet_of(page).questions["change"]
    answer(page, change=3)
    page.save()
    (kept,) = responses(store)
    assert (kept.since, kept.until) == (date(2026, 11, 1), TODAY)
    assert "A little better" in page.result.scores.text()


def test_a_night_that_passes_moves_no_answers_to_another_day(
    page: QuestionnairePage, store: Store, clock: Clock
) -> None:
    page.begin("peg")
    answer(page, average=6)
    clock.pass_by(hours=12)
    page.save()
    (kept,) = responses(store)
    assert (kept.day, kept.since, kept.until) == (TODAY, TODAY - timedelta(6), TODAY)
    ((_record, late, changed),) = store.ask(life_queries.day_rows, Response, FIRST, TODAY)
    assert (late, changed) == ("next_day", False)


def test_each_one_shows_its_credit_line(page: QuestionnairePage) -> None:
    page.begin("peg")
    assert "Krebs" in sheet_of(page).credit.text()
    page.begin("change")
    assert "not a published or tested scale" in sheet_of(page).credit.text()


def test_a_diary_in_another_language_says_that_the_questions_are_english(
    page: QuestionnairePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.begin("peg")
    assert not sheet_of(page).in_english.isVisible()
    monkeypatch.setattr(sheet_module, "language", lambda: "de")
    page.begin("peg")
    assert sheet_of(page).in_english.isVisible()
    assert sheet_of(page).questions["average"].startswith("What number best describes")


def test_answers_not_saved_are_there_again_and_can_be_let_go(
    qtbot: QtBot, page: QuestionnairePage, store: Store
) -> None:
    page.begin("peg")
    answer(page, average=6)
    page.leave()
    page.begin("phq4")
    assert sheet_of(page).answers == {}
    page.begin("peg")
    assert sheet_of(page).answers == {"average": 6}
    assert page.message is not None
    press(page.message.action_button)
    assert sheet_of(page).answers == {}
    assert store.drafts() == {}


def test_saved_answers_leave_no_draft(page: QuestionnairePage, store: Store) -> None:
    page.begin("peg")
    answer(page, average=6)
    assert list(store.drafts()) == ["response:peg"]
    page.save()
    assert store.drafts() == {}


def test_a_draft_nobody_can_read_is_passed_over(page: QuestionnairePage, store: Store) -> None:
    store.keep_draft("response:peg", '{"answers": {"average": "six", "odd": 3}}')
    page.begin("peg")
    assert sheet_of(page).answers == {}
    store.keep_draft("response:peg", "[")
    page.begin("peg")
    assert sheet_of(page).answers == {}


def test_today_does_not_take_these_drafts_for_its_own(store: Store) -> None:
    draft = Draft(key="response:peg", content='{"answers": {"average": 6}}', kept=store.now())
    assert waiting([draft], (), TODAY) is None


def test_undo_after_saving_puts_the_answers_back_on_the_page(
    qtbot: QtBot, page: QuestionnairePage, store: Store
) -> None:
    page.begin("peg")
    answer(page, average=6)
    press(page.save_button)
    press(page.result.undo)
    qtbot.waitUntil(lambda: sheet_of(page).isVisible())
    assert responses(store) == []
    assert sheet_of(page).answers == {"average": 6}
    page.save()
    assert len(responses(store)) == 1


def given_response(store: Store, day: date = TODAY - timedelta(14)) -> Response:
    kept = Response(
        uid="r1",
        instrument="peg",
        version="2009",
        language="en",
        day=day,
        at=store.now(),
        since=day - timedelta(6),
        until=day,
        answers=(Answer(item="average", value=4),),
    )
    store.diary.apply([Replace(before=None, after=kept)])
    return kept


def test_an_earlier_answer_is_changed_in_place_and_its_first_version_stays(
    page: QuestionnairePage, store: Store
) -> None:
    kept = given_response(store)
    page.edit("r1")
    assert sheet_of(page).answers == {"average": 4}
    answer(page, average=5, enjoyment=2)
    press(page.save_button)
    (now,) = responses(store)
    assert (now.uid, now.day, now.since, now.until) == ("r1", kept.day, kept.since, kept.until)
    assert {one.item: one.value for one in now.answers} == {"average": 5, "enjoyment": 2}
    assert now.written is not None
    assert now.written.first != now.written.last
    assert len(store.ask(version_queries.versions, now.noun, "r1")) == 2


def test_a_deleted_answer_can_be_brought_back(qtbot: QtBot, page: QuestionnairePage, store: Store) -> None:
    given_response(store)
    page.edit("r1")
    with qtbot.waitSignals([page.deleted, page.done]):
        press(page.delete_button)
    assert responses(store) == []
    store.undo_stack.undo()
    assert [one.uid for one in responses(store)] == ["r1"]


def test_an_answer_deleted_meanwhile_is_said_to_be_gone(page: QuestionnairePage) -> None:
    page.edit("nowhere")
    assert page.message is not None
    assert page.message.text == say("instrument.gone")
    assert not page.save_button.isVisible()


def test_an_answer_changed_elsewhere_is_told_before_it_is_replaced(
    qtbot: QtBot, page: QuestionnairePage, store: Store, tmp_path: Path, clock: Clock
) -> None:
    kept = given_response(store)
    page.edit("r1")
    answer(page, average=9)
    (now,) = responses(store)
    other = opened_store(tmp_path, clock)
    from dataclasses import replace

    after = replace(kept, answers=(Answer(item="average", value=1),))
    other.save([Replace(before=now, after=after)], text="elsewhere")
    other.close()
    page.save()
    assert page.message is not None
    assert page.message.text.startswith(say("instrument.conflict"))
    page.save()
    assert responses(store)[0].answers[0].value == 9


def test_a_response_of_an_unknown_version_is_shown_as_such(page: QuestionnairePage, store: Store) -> None:
    from dataclasses import replace

    odd = replace(given_response(store), uid="odd", version="1995")
    store.diary.apply([Replace(before=None, after=odd)])
    page.edit("odd")
    assert page.message is not None
    assert page.message.text == say("instrument.unknown")


def test_a_diary_that_can_only_be_read_shows_the_questions_and_saves_nothing(
    page: QuestionnairePage, store: Store
) -> None:
    store.diary.read_only = True
    page.begin("peg")
    assert not page.save_button.isEnabled()
    answer(page, average=6)
    page.save()
    assert responses(store) == []


def test_escape_goes_back_and_keeps_what_was_answered(
    qtbot: QtBot, page: QuestionnairePage, store: Store
) -> None:
    page.begin("peg")
    answer(page, average=6)
    with qtbot.waitSignal(page.done):
        QTest.keyClick(page.window().focusWidget() or page, Qt.Key.Key_Escape)
    assert "response:peg" in store.drafts()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("code", ["peg", "phq4", "change"])
def test_every_answer_is_large_and_inside_the_page(
    qtbot: QtBot, page: QuestionnairePage, theme: Theme, code: str, scale: float
) -> None:
    theme.set_scale(scale)
    page.begin(code)
    refreshed(qtbot, page)
    QApplication.processEvents()
    for field in sheet_of(page).fields.values():
        targets = field.buttons if isinstance(field, AnswerChoice) else [field]
        for one in targets:
            assert one.height() >= 32
            assert one.width() >= one.minimumSizeHint().width()
            right = one.mapTo(page, one.rect().topRight()).x()
            assert 0 < right <= page.width()
