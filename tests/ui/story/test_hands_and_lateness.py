"""Late notes stay out of counts, and what a helper told is never mixed with what the person told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.insight.instruments import ANXIETY
from diary.models.codes import AuthorRole, Effect, Lateness
from diary.models.records import Author, Record
from diary.models.story import Answer, Attainment, Attribution, Goal, Response
from diary.storage.life_queries import DayRow
from diary.ui.flares.attribution_card import AttributionCard
from diary.ui.flares.attributions import SaidCard
from diary.ui.questionnaires.part_line import PartLine
from diary.ui.questionnaires.shelf import QuestionnaireShelf
from tests.ui.forms.given import given, kept
from tests.ui.today.given import TODAY, refreshed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.story.page import StoryPage
    from diary.ui.theme import Theme

GOAL = Goal(uid="g", text="Walk to the lake", since=TODAY)
LONG_AGO = TODAY - timedelta(days=30)


def by_anna(store: Store, *records: Record) -> None:
    """A helper writes these."""
    given(store, Author(uid="anna", role=AuthorRole.PARTNER, name="Anna"))
    store.set_author("anna")
    given(store, *records)
    store.back_to_self()


def reached(uid: str, day: date, value: int) -> Attainment:
    return Attainment(uid=uid, goal="g", day=day, value=value)


def said(uid: str, day: date, effect: Effect = Effect.WORSE) -> Attribution:
    return Attribution(uid=uid, day=day, factor="cold", effect=effect)


def answers(store: Store, uid: str, day: date, *values: int) -> Response:
    items = ("nervous", "worry", "interest", "low")
    return Response(
        uid=uid,
        instrument="phq4",
        version="2009",
        language="en",
        day=day,
        at=store.now(),
        since=day - timedelta(13),
        until=day,
        answers=tuple(Answer(item=item, value=value) for item, value in zip(items, values, strict=True)),
    )


def test_a_late_note_of_a_goal_is_hollow_and_said_in_words(
    qtbot: QtBot, store: Store, page: StoryPage
) -> None:
    given(store, GOAL, reached("a", LONG_AGO, 8), reached("b", TODAY, 3))
    refreshed(qtbot, page)
    row = page.goals.rows["g"]
    assert row.line.values[0] is None
    assert row.line.hollow[0] == 8
    assert row.weeks.text().startswith("told in 1 of 5 weeks")
    assert "1 late note, hollow and not counted" in row.weeks.text()


def test_a_week_told_by_a_helper_is_marked_and_stays_theirs(
    qtbot: QtBot, store: Store, page: StoryPage
) -> None:
    given(store, GOAL)
    by_anna(store, reached("a", TODAY, 8))
    refreshed(qtbot, page)
    row = page.goals.rows["g"]
    assert "1 week told by Anna (partner)" in row.weeks.text()
    assert row.week.value is None
    row.week.set_value(4)
    refreshed(qtbot, page)
    assert {one.value for one in kept(store, Attainment)} == {8, 4}
    assert row.weeks.text() == "told in 1 of 1 week"


def test_late_notes_about_factors_are_left_out_in_words(qtbot: QtBot, theme: Theme, store: Store) -> None:
    given(store, said("a", TODAY), said("b", LONG_AGO))
    card = SaidCard(store)
    qtbot.addWidget(card)
    assert card.show_span(LONG_AGO, TODAY)
    assert card.lines == ["Cold: you said it made pain worse on 1 of 1 day.", "1 late note left out."]


def test_what_a_helper_said_of_a_factor_is_told_apart(qtbot: QtBot, theme: Theme, store: Store) -> None:
    given(store, said("a", TODAY))
    by_anna(store, said("b", TODAY, Effect.BETTER), said("c", TODAY - timedelta(1), Effect.BETTER))
    card = SaidCard(store)
    qtbot.addWidget(card)
    card.show_span(LONG_AGO, TODAY)
    assert card.lines == [
        "Cold: you said it made pain worse on 1 of 1 day.",
        "Cold: Anna (partner) said it made pain better on 1 of 1 day.",
    ]


def test_saying_otherwise_than_a_helper_leaves_theirs(qtbot: QtBot, theme: Theme, store: Store) -> None:
    by_anna(store, said("b", TODAY, Effect.BETTER))
    card = AttributionCard(store)
    qtbot.addWidget(card)
    card.show_day(TODAY)
    card.set_folded(False)
    card.refresh()
    card.more.click()
    assert card.choice("cold").value is None
    card.choice("cold").set_value("worse")
    assert {one.effect for one in kept(store, Attribution)} == {Effect.BETTER, Effect.WORSE}


def test_the_parts_of_the_phq4_are_drawn_with_the_cut_off_and_said_in_words(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    rows = [
        DayRow(answers(store, "c", LONG_AGO, 3, 3, 3, 3), Lateness.MEMORY, False),
        DayRow(answers(store, "b", TODAY - timedelta(17), 1, 1, 0, 1), Lateness.SAME_DAY, False),
        DayRow(answers(store, "a", TODAY - timedelta(3), 2, 2, 0, 0), Lateness.SAME_DAY, False),
    ]
    line = PartLine("phq4", ANXIETY)
    qtbot.addWidget(line)
    line.show_rows(rows, ())
    assert (line.picture.values, line.picture.cut) == ((2.0, 4.0), 3)
    assert line.words.text() == "Anxiety part: last 4 of 6. 1 of 2 answers are 3 or more, the dashed line."
    line.show_rows(rows[:1], ())
    assert line.isHidden()


def test_only_the_phq4_has_parts(qtbot: QtBot, theme: Theme, store: Store) -> None:
    shelf = QuestionnaireShelf(store)
    qtbot.addWidget(shelf)
    assert {code: len(row.parts) for code, row in shelf.rows.items()} == {"peg": 0, "phq4": 2, "change": 0}


def test_a_helpers_answers_in_the_line_say_whose_they_are(qtbot: QtBot, theme: Theme, store: Store) -> None:
    by_anna(store, answers(store, "a", TODAY, 2, 2, 0, 0))
    shelf = QuestionnaireShelf(store)
    qtbot.addWidget(shelf)
    row = shelf.rows["phq4"]
    assert row.by.text() == "In the line, 1 answer by Anna (partner)."
    given(store, answers(store, "b", TODAY, 0, 0, 0, 0))
    assert row.by.isHidden()
    assert row.line.values == (0.0,)


def test_the_titles_of_all_cards_are_of_one_size(page: StoryPage) -> None:
    cards = (page.line, page.goals, page.places, page.visits, page.shelf)
    assert {card.title.font().pixelSize() for card in cards} == {page.line.title.font().pixelSize()}
