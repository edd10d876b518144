"""The form of a trial's plan: what does not fit, what is kept while typing, and what locks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.models.inquiry import Trial
from diary.store.store import Store
from diary.ui.trends.page import TrendsPage
from diary.ui.trends.trials.face import Trials
from tests.storage.given import TODAY, Clock
from tests.ui.trends.conftest import Opens
from tests.ui.trends.trials.given import PLAN, fill, kept, settle, shown

Shows = Callable[..., Trials]
DRAFT = "record:trial:new"


@pytest.fixture
def shows(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> Shows:
    """The face over 80 days, with these trials."""
    return lambda *trials: shown(opens, store, clock, qtbot, *trials)


def ahead(**changed: Any) -> Trial:
    """A trial that starts in three days."""
    made: Trial = replace(PLAN, start=TODAY + timedelta(days=3), planned=TODAY, **changed)
    return made


def problem(face: Trials, name: str) -> str:
    """What is said at a line of the form."""
    return face.form.rows[name].problem.text()


@pytest.mark.parametrize("words", ["31 December 9999", "1 January 2028"])
def test_a_start_far_ahead_is_asked_again_and_nothing_breaks(
    shows: Shows, store: Store, qtbot: QtBot, words: str
) -> None:
    face = shows()
    face.begin()
    fill(face, "start", words)
    assert face.form.length.text() == "The days it takes stand here once the plan can be read."
    qtbot.mouseClick(face.form.save, Qt.MouseButton.LeftButton)
    assert problem(face, "start") == "The first day lies within a year from now."
    assert kept(store) == []


def test_a_start_in_the_past_and_a_long_wash_out_are_said_at_their_lines(shows: Shows, qtbot: QtBot) -> None:
    face = shows()
    face.begin()
    fill(face, "start", "1 January 2020")
    face.form.rows["wash_out_days"].field.show_values({"wash_out_days": 6})
    qtbot.mouseClick(face.form.save, Qt.MouseButton.LeftButton)
    assert problem(face, "start") == "The first day is today or later."
    assert problem(face, "wash_out_days") == "At least two days of each stretch count."


def test_a_half_typed_plan_waits_until_the_form_is_opened_again(
    shows: Shows, store: Store, qtbot: QtBot
) -> None:
    face = shows(PLAN)
    face.begin()
    fill(face, "name", "Warm bath")
    face.form.rows["outcome"].field.show_typed("sleep_min")
    face.form.rows["pairs"].field.show_typed(8)
    qtbot.keyClick(face.form, Qt.Key.Key_Escape)
    assert face.form.isHidden()
    assert face.message.isVisible()
    assert "is kept" in face.message.text
    assert store.draft(DRAFT) is not None
    face.begin()
    assert face.form.waiting.isVisible()
    values, _ = face.form.read()
    assert (values["name"], values["outcome"], values["pairs"]) == ("Warm bath", "sleep_min", 8)
    qtbot.mouseClick(face.form.waiting.action_button, Qt.MouseButton.LeftButton)
    assert face.form.waiting.isHidden()
    assert face.form.read()[0]["name"] == ""
    assert store.draft(DRAFT) is None


def test_a_plan_being_typed_is_kept_when_the_face_is_left_and_dropped_with_the_plan_kept(
    shows: Shows, store: Store, qtbot: QtBot
) -> None:
    face = shows()
    page = face.window()
    assert isinstance(page, TrendsPage)
    face.begin()
    for name, words in (("name", "Bath"), ("a", "bath"), ("b", "none")):
        fill(face, name, words)
    page.open_face("over_time")
    assert store.draft(DRAFT) is not None
    page.open_face("trials")
    face.form.rows["outcome"].field.show_typed("pain_average")
    qtbot.mouseClick(face.form.save, Qt.MouseButton.LeftButton)
    assert [one.name for one in kept(store)] == ["Bath"]
    assert store.draft(DRAFT) is None
    settle(face, qtbot)


def test_nothing_typed_leaves_no_draft(shows: Shows, store: Store, qtbot: QtBot) -> None:
    face = shows()
    face.begin()
    qtbot.mouseClick(face.form.cancel, Qt.MouseButton.LeftButton)
    assert store.draft(DRAFT) is None
    assert face.message.isHidden()


def test_a_plan_whose_start_came_while_it_was_open_is_locked(
    shows: Shows, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shows(ahead())
    qtbot.mouseClick(face.change, Qt.MouseButton.LeftButton)
    fill(face, "a", "thick socks")
    clock.at(f"{TODAY + timedelta(days=4)}T12:00:00+01:00[Europe/Berlin]")
    qtbot.mouseClick(face.form.save, Qt.MouseButton.LeftButton)
    assert problem(face, "start").startswith("The trial has started")
    assert kept(store) == [ahead()]


def test_another_trial_in_the_same_days_is_said_while_planning(shows: Shows) -> None:
    face = shows(ahead())
    face.begin()
    assert face.form.beside.isVisible()
    assert face.form.beside.text().startswith("“Socks at night” runs in these days as well.")
    fill(face, "start", "1 February 2027")
    assert face.form.beside.isHidden()


def test_while_the_form_is_open_there_is_no_picture_to_save(shows: Shows) -> None:
    face = shows(PLAN)
    page = face.window()
    assert isinstance(page, TrendsPage)
    assert page.save_button.isEnabled()
    face.begin()
    assert not page.save_button.isEnabled()
    face.form.cancel.click()
    assert page.save_button.isEnabled()


def test_after_keeping_and_deleting_the_keys_stay_on_the_face(
    shows: Shows, store: Store, qtbot: QtBot
) -> None:
    face = shows(PLAN, ahead(uid="other"))
    qtbot.mouseClick(face.delete, Qt.MouseButton.LeftButton)
    assert face.asking.question is not None
    qtbot.mouseClick(face.asking.question.buttons["yes"], Qt.MouseButton.LeftButton)
    settle(face, qtbot)
    assert face.list.hasFocus()
    qtbot.mouseClick(face.change, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(face.form.save, Qt.MouseButton.LeftButton)
    assert face.form.isHidden(), (face.message.text, face.form.read())
    assert face.list.hasFocus(), face.window().focusWidget()
    settle(face, qtbot)


def test_why_it_is_stopped_stands_beside_the_question(shows: Shows, qtbot: QtBot) -> None:
    face = shows(replace(PLAN, start=TODAY - timedelta(days=12), planned=TODAY - timedelta(days=12)))
    qtbot.mouseClick(face.stop, Qt.MouseButton.LeftButton)
    assert face.asking.question is not None
    assert face.asking.why.isVisible()
    assert face.asking.mapTo(face, face.asking.rect().bottomLeft()).y() < face.said.y() + face.detail.y()
    qtbot.mouseClick(face.asking.question.buttons["no"], Qt.MouseButton.LeftButton)
    assert face.asking.isHidden()
    assert face.stop.hasFocus()


def test_a_diary_that_is_only_read_offers_no_change(shows: Shows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "read_only", property(lambda _self: True))
    face = shows(PLAN)
    assert not any(one.isEnabled() for one in (face.plan, face.empty.button, face.change, face.delete))
