"""Trials on the screen: planned, running without a look, ended with a result, stopped, deleted and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.models.care import Treatment
from diary.models.records import Replace
from diary.models.rough import Rough
from diary.store.store import Store
from tests.storage.given import TODAY, Clock
from tests.ui.trends.conftest import Opens
from tests.ui.trends.trials.given import PLAN, fill, kept, settle, shown

RANGE = ("Plausible range, from", "Plausible range, to")


def test_without_a_trial_it_says_what_one_is_and_plans_one(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot)
    assert face.empty.isVisible()
    assert "clinician" in face.spoken()
    qtbot.mouseClick(face.empty.button, Qt.MouseButton.LeftButton)
    assert face.form.isVisible()
    assert "prescribed medicine" in face.form.advice.text()


def test_a_plan_is_kept_with_an_order_drawn_from_its_seed(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    from diary.insight.statistics.blocks import plan

    face = shown(opens, store, clock, qtbot)
    face.begin()
    for name, words in (("name", "Warm bath"), ("a", "bath"), ("b", "no bath"), ("planned_with", "Kim")):
        fill(face, name, words)
    face.form.rows["outcome"].field.show_values({"outcome": "pain_average"})
    assert face.form.length.text() == "It takes 70 days, until 29 January 2027."
    with qtbot.waitSignal(face.saved):
        qtbot.mouseClick(face.form.save, Qt.MouseButton.LeftButton)
    (made,) = kept(store)
    assert (made.a, made.b, made.outcome, made.planned_with) == ("bath", "no bath", "pain_average", "Kim")
    assert (made.start, made.planned) == (TODAY + timedelta(days=1), TODAY)
    assert made.order == plan(5, made.block_days, made.wash_out_days, made.seed)
    qtbot.waitUntil(lambda: face.found is not None)
    assert "It starts on 21 November 2026" in face.said.words
    store.undo_stack.undo()
    assert kept(store) == []
    settle(face, qtbot)


def test_what_is_missing_is_said_at_its_line_and_nothing_is_kept(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot)
    face.begin()
    fill(face, "a", "bath")
    fill(face, "b", "Bath ")
    qtbot.mouseClick(face.form.save, Qt.MouseButton.LeftButton)
    problems = {name: row.problem.text() for name, row in face.form.rows.items() if row.problem.text()}
    assert problems.keys() == {"name", "b", "outcome"}
    assert problems["b"] == "A and B are the same words."
    assert face.form.isVisible()
    assert kept(store) == []


def test_before_the_start_the_plan_can_change_and_keeps_its_seed(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    ahead = replace(PLAN, start=TODAY + timedelta(days=3), planned=TODAY, order=("BA", "AB", "AB"))
    face = shown(opens, store, clock, qtbot, ahead)
    qtbot.mouseClick(face.change, Qt.MouseButton.LeftButton)
    assert set(face.form.rows) >= {"outcome", "pairs", "block_days", "start"}
    assert face.form.lock.isHidden()
    fill(face, "a", "thick socks")
    qtbot.mouseClick(face.form.save, Qt.MouseButton.LeftButton)
    (made,) = kept(store)
    assert (made.a, made.seed, len(made.order)) == ("thick socks", 3, 3)
    settle(face, qtbot)


def test_while_it_runs_there_is_no_result_and_the_plan_is_locked(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    from diary.charts.trial_picture import TrialPicture

    running = replace(PLAN, start=TODAY - timedelta(days=12), planned=TODAY - timedelta(days=12))
    face = shown(opens, store, clock, qtbot, running)
    said = face.said.words
    assert said.startswith("Today is stretch 3 of 8. It is B: no socks. From 23 November 2026 on it is A")
    assert "Days with an answer so far: 10 of 10." in said
    assert "No result before the end" in said
    assert "averaged" not in said
    assert face.said.how.isHidden()
    assert face.canvas.view is not None
    picture = face.canvas.view.picture
    assert isinstance(picture, TrialPicture)
    assert not picture.over
    assert picture.dots == ()
    assert {one.mean for one in picture.stretches} == {None}
    assert all(row[3] == "" for row in face.table.words.rows)
    qtbot.mouseClick(face.change, Qt.MouseButton.LeftButton)
    assert set(face.form.rows) == {"name", "planned_with", "note"}
    assert "stay as they are" in face.form.lock.text()
    assert face.form.lock.isVisible()


def test_an_ended_trial_shows_its_result_with_range_and_what_it_is_for(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, PLAN)
    said = face.said.words
    assert said.startswith("Average pain averaged 3.0 points lower with B than with A (plausible range ")
    assert "From 4 complete pairs of 4." in said
    assert "for a decision with your clinician" in said
    assert "p = " not in said
    assert "p = 0.125" in face.said.how.words()
    face.show_table(True)
    rows = face.table.words.rows
    assert rows[0][1:] == ("A: wool socks", "21 Sept 2026 to 25 Sept 2026", "6.5", "4 of 4")
    assert rows[1][3] == "3.5"
    assert [row[1] for row in rows[8:]] == ["B less A", *RANGE, "p, of all orders"]
    assert face.stop.isHidden()


def test_nothing_clear_is_a_friendly_result(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> None:
    turned = replace(PLAN, order=("AB", "AB", "AB", "AB"), uid="turned")
    face = shown(opens, store, clock, qtbot, turned)
    assert face.said.words.startswith("Nothing clear between A and B. A: wool socks. B: no socks. B less A: ")
    assert "That is a result as well." in face.said.words


def test_a_trial_is_stopped_early_after_a_question_and_undo_brings_it_back(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    running = replace(PLAN, start=TODAY - timedelta(days=12), planned=TODAY - timedelta(days=12))
    face = shown(opens, store, clock, qtbot, running)
    qtbot.mouseClick(face.stop, Qt.MouseButton.LeftButton)
    asked = face.asking.question
    assert asked is not None
    assert kept(store)[0].stopped is None
    face.asking.why.setText("too warm")
    qtbot.mouseClick(asked.buttons["yes"], Qt.MouseButton.LeftButton)
    (stopped,) = kept(store)
    assert (stopped.stopped, stopped.stop_words) == (TODAY, "too warm")
    qtbot.waitUntil(lambda: "was stopped on 20 November 2026. The words for it: too warm" in face.said.words)
    assert "Too few days with an answer" in face.said.words
    store.undo_stack.undo()
    assert kept(store) == [running]
    settle(face, qtbot)


def test_deleting_says_what_goes_and_undo_brings_it_back(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, PLAN)
    qtbot.mouseClick(face.delete, Qt.MouseButton.LeftButton)
    asked = face.asking.question
    assert asked is not None
    assert "your days stay" in asked.text
    qtbot.mouseClick(asked.buttons["no"], Qt.MouseButton.LeftButton)
    assert kept(store) == [PLAN]
    qtbot.mouseClick(face.delete, Qt.MouseButton.LeftButton)
    asked = face.asking.question
    assert asked is not None
    with qtbot.waitSignal(face.saved):
        qtbot.mouseClick(asked.buttons["yes"], Qt.MouseButton.LeftButton)
    assert kept(store) == []
    qtbot.waitUntil(face.empty.isVisible)
    store.undo_stack.undo()
    assert kept(store) == [PLAN]
    settle(face, qtbot)


def test_the_cursor_tells_the_stretch_of_a_day(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, PLAN)
    qtbot.keyClick(face.canvas, Qt.Key.Key_Home)
    assert "stretch 1, A" in face.canvas.words()
    assert "not counted" in face.canvas.words()
    qtbot.keyClick(face.canvas, Qt.Key.Key_Right)
    assert "not counted" not in face.canvas.words()


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_its_picture_is_saved(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    face = shown(opens, store, clock, qtbot, PLAN)
    face.save_picture(tmp_path / f"trial{ending}")
    assert (tmp_path / f"trial{ending}").read_bytes().startswith(b"\x89PNG" if ending == ".png" else b"<?xml")


def test_what_else_ran_or_began_in_its_days_is_named(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    begun = Treatment(uid="g", name="Gabapentin", started=Rough.of(TODAY - timedelta(days=40)))
    store.save([Replace(before=None, after=begun)], text="Saved")
    other = replace(PLAN, uid="other", name="Walk", start=TODAY - timedelta(days=30), stopped=TODAY)
    face = shown(opens, store, clock, qtbot, PLAN, other)
    named = [one.trial.uid for one in face._trials]
    face.list.setCurrentIndex(face.list.rows.index(named.index(PLAN.uid), 0))
    assert "In the same days: trial “Walk”, Gabapentin: start (11 Oct 2026)." in face.said.words
    assert "What went with each cannot be told apart." in face.said.words


def test_long_words_of_a_side_are_cut_in_list_and_table_and_whole_in_the_sentences(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    long = "a cold pack on the left foot and then the right foot " * 5
    face = shown(opens, store, clock, qtbot, replace(PLAN, b=long))
    assert len(face.list.rows.rows[0][1]) < 130
    assert all(len(row[1]) < 70 for row in face.table.words.rows)
    assert long.strip() in face.said.words
