"""The faces of Trends behind their tabs, and the face over time: cards, treatments, all in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.insight.findings.analysis import analyse
from diary.models.care import DoseStep, Procedure, Treatment
from diary.models.codes import ProcedureKind, TreatmentKind, Use
from diary.models.records import Entry, Record, Replace
from diary.models.rough import Rough
from diary.models.story import LifeEvent
from diary.store.store import Store
from diary.ui.theme import Theme
from diary.ui.trends import faces
from diary.ui.trends.engine import State
from diary.ui.trends.face import Face
from diary.ui.trends.over_time.findings import enriched
from diary.ui.trends.page import TrendsPage
from diary.ui.trends.sentences import Said, Sentence
from diary.wording import say
from tests.insight.findings.made import given, pains, wave
from tests.insight.rows import MONDAY
from tests.storage.given import TODAY, Clock, day
from tests.ui.trends.conftest import Opens, many, write_in_time

LAST = TODAY.toordinal()


def analysed(qtbot: QtBot, page: TrendsPage) -> TrendsPage:
    qtbot.waitUntil(
        lambda: page.engine.state is State.CALM and page.engine.latest is not None, timeout=10_000
    )
    return page


def in_time(days: int) -> list[Entry]:
    """Pain and sleep on each of the last days, written on the day itself."""
    return many(days, pain_average=lambda ago: 3 + ago % 4, pain_worst=lambda ago: 5 + ago % 4)


def care() -> Sequence[Record]:
    started = Rough.of(TODAY - timedelta(days=40))
    raised = Rough.of(TODAY - timedelta(days=20))
    return (
        Treatment(uid="t", kind=TreatmentKind.MEDICINE, name="Pregabalin", use=Use.REGULAR, started=started),
        DoseStep(uid="s1", treatment="t", since=started, amount=150, unit="mg", times=1),
        DoseStep(uid="s2", treatment="t", since=raised, amount=300, unit="mg", times=1),
        Procedure(
            uid="p",
            kind=ProcedureKind.BLOCK,
            when=Rough.of(TODAY - timedelta(days=10)),
            name="Nerve block",
        ),
    )


def kept(store: Store) -> None:
    for one in care():
        store.save([Replace(before=None, after=one)], text="Saved")


def test_every_face_whose_module_is_there_has_a_tab_in_order(opens: Opens) -> None:
    page = opens(many(3, pain_average=lambda _: 5))
    assert [tab.key for tab in page.tabs.tabs] == list(faces.there())
    assert [tab.text() for tab in page.tabs.tabs] == [say(f"trends.face.{key}") for key in faces.there()]


@pytest.mark.parametrize("name", faces.there())
def test_each_face_is_made_by_its_name_and_shows_a_few_days(name: str, opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(5, pain_average=lambda _: 5))
    page.open_face(name)
    qtbot.waitUntil(page.is_complete)
    assert isinstance(page.face, Face)
    assert page.face.key == name
    assert page.face.isVisible()
    assert [one for one in page.faces.values() if one.isVisible()] == [page.face]
    assert page.ranges.isVisible() is page.face.uses_span
    assert page.measures_button.isVisible() is page.face.has_measures
    analysed(qtbot, page) if page.face.uses_analysis else None


def test_arrows_walk_through_the_tabs_and_ctrl_tab_from_anywhere(opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(3, pain_average=lambda _: 5))
    assert page._next_key.key() == QKeySequence("Ctrl+Tab")
    names = faces.there()
    page.tabs.tabs[0].setFocus()
    qtbot.keyClick(page.tabs.tabs[0], Qt.Key.Key_Right)
    assert page.tabs.value == names[1]
    qtbot.keyClick(page.tabs.tabs[1], Qt.Key.Key_Left)
    assert page.tabs.value == names[0]
    page._back_key.activated.emit()
    assert page.tabs.value == names[-1]


def test_the_face_is_chosen_again_the_next_time(opens: Opens) -> None:
    page = opens(many(3, pain_average=lambda _: 5))
    page.open_face(faces.there()[-1])
    assert opens([]).tabs.value == faces.there()[-1]


def test_tabs_wrap_at_large_text_and_all_are_inside(opens: Opens, theme: Theme, qtbot: QtBot) -> None:
    page = opens(many(3, pain_average=lambda _: 5))
    theme.set_scale(2.0)
    page.resize(700, 800)

    def inside(one: QWidget) -> bool:
        return page.tabs.rect().contains(one.geometry())

    qtbot.waitUntil(lambda: all(inside(tab) for tab in page.tabs.tabs))
    assert all(tab.height() >= 32 for tab in page.tabs.tabs)


def test_treatments_and_events_stand_on_the_axis_and_in_the_read_out(
    opens: Opens, store: Store, qtbot: QtBot
) -> None:
    kept(store)
    page = opens(many(4, pain_average=lambda _: 5))
    assert page.view is not None
    strip = page.view.picture.care
    assert strip is not None
    assert [bar.labels[0] for bar in strip.lanes[0].bars] == [
        "Pregabalin 150 mg a day",
        "Pregabalin 300 mg a day",
    ]
    page.canvas.set_day(LAST - 10)
    assert page.canvas.words() == ("Tuesday 10 November 2026: no entry. Pregabalin 300 mg a day. Nerve block")
    page.table_button.click()
    model = page.over_time.table.model()
    column = model.columnCount() - 1
    said = {model.index(row, 0).data(): model.index(row, column).data() for row in range(model.rowCount())}
    assert said["Tue 10 Nov 2026"] == "Nerve block"
    assert not page.grab().isNull()


def test_a_saved_procedure_appears_without_asking(opens: Opens, store: Store, qtbot: QtBot) -> None:
    page = opens(many(4, pain_average=lambda _: 5))
    kept(store)

    def marked() -> bool:
        return page.view is not None and bool(page.view.picture.care and page.view.picture.care.marks)

    qtbot.waitUntil(marked)


def test_the_cards_have_a_range_once_it_is_worked_out(opens: Opens, store: Store, qtbot: QtBot) -> None:
    page = opens(in_time(89))
    analysed(qtbot, page)
    words = page.over_time.cards.words()
    figures = page.engine.latest.figures["pain_average"]  # type: ignore[union-attr]
    assert figures.mean is not None
    assert (figures.mean.interval is not None) == ("Plausible range" in words)
    assert "Your own day-to-day change is about" in words or figures.mean.day_to_day is None
    assert "Being worked out." not in words


def test_every_card_says_how_it_is_known(opens: Opens, qtbot: QtBot) -> None:
    page = analysed(qtbot, opens(in_time(30)))
    cards = [card for card in page.over_time.cards._all() if card.isVisible()]
    assert len(cards) >= 3
    assert all(card.how.words() for card in cards)
    assert all(card.how.isVisible() for card in cards)


def test_all_of_it_is_there_in_words(opens: Opens, store: Store, qtbot: QtBot) -> None:
    kept(store)
    page = analysed(qtbot, opens(many(4, pain_average=lambda _: 5, mood=lambda _: 4)))
    words = page.over_time.spoken()
    for part in ("Average pain:", "Mood:", "Pregabalin 300 mg a day", "Nerve block", "How complete"):
        assert part in words
    assert words in page.canvas.accessibleDescription()
    assert not page.over_time.cards.all_words.isVisible()
    page.over_time.cards.words_button.click()
    assert page.over_time.cards.all_words.isVisible()
    assert page.over_time.cards.all_words.text() == words


def test_what_happened_is_in_words_uncut(opens: Opens, store: Store, qtbot: QtBot) -> None:
    told = "Moved to a flat without stairs near the river, with Robin"
    event = LifeEvent(uid="e", when=Rough.of(TODAY - timedelta(days=2)), text=told)
    store.save([Replace(before=None, after=event)], text="Saved")
    page = analysed(qtbot, opens(many(4, pain_average=lambda _: 5)))
    assert told in page.over_time.spoken()


def test_an_analysis_that_arrives_does_not_draw_the_picture_anew(
    opens: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opens([day("one", TODAY, pain_average=4)])
    shown: list[object] = []
    monkeypatch.setattr(page.canvas, "show_view", shown.append)
    analysed(qtbot, page)
    assert not shown


def strong(days: int) -> list[Entry]:
    """Pain that goes with the stress of its day."""
    return many(
        days,
        stress=lambda ago: (ago * 7) % 10,
        pain_average=lambda ago: round((ago * 7) % 10 * 0.7 + (ago * 5) % 7 * 0.4),
    )


def test_links_are_not_told_before_they_are_looked_at(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    write_in_time(store, clock, strong(90))
    page = analysed(qtbot, opens([]))
    links = page.engine.latest.links  # type: ignore[union-attr]
    assert links is not None
    assert links.found
    assert "went with" not in page.over_time.spoken()
    assert say("trends.found.not_asked") in page.over_time.spoken()
    assert store.setting("links_seen", {}) == {}


def test_a_link_that_is_told_is_noted_as_seen(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> None:
    write_in_time(store, clock, strong(90))
    store.note_settings({"links_looked": str(TODAY)})
    page = analysed(qtbot, opens([]))
    assert "went with" in page.over_time.spoken()
    assert "It does not show that the cause was stress." in page.over_time.spoken()
    links = page.engine.latest.links  # type: ignore[union-attr]
    assert links is not None
    assert list(store.setting("links_seen", {})) == [(*links.found, *links.hints)[0].key]


def test_the_next_tab_by_key_keeps_the_focus_on_the_page(opens: Opens, qtbot: QtBot) -> None:
    page = opens(many(5, pain_average=lambda _: 5))
    page.canvas.setFocus()
    page._next_key.activated.emit()
    assert page.tabs.value == faces.there()[1]
    assert page.focusWidget() is page.tabs.tabs[1]


def test_a_sentence_in_words_has_its_full_stops() -> None:
    assert Sentence(title="Average pain", number="4.5", of="75 of 90 days", line="More.").words() == (
        "Average pain: 4.5, 75 of 90 days. More."
    )
    assert Sentence(title="Days", number="3", of="of 9 days").words() == "Days: 3 of 9 days."
    assert Sentence(title="How complete is this?", line="All.").words() == "How complete is this? All."


def test_one_value_has_no_lowest_and_highest_tenth(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    write_in_time(store, clock, [day("d", TODAY - timedelta(days=4), pain_average=4)])
    page = analysed(qtbot, opens([]))
    figures = page.engine.latest.figures["pain_average"]  # type: ignore[union-attr]
    assert figures.bounds is not None
    assert "tenth" not in page.over_time.spoken()


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (
            4.0,
            r"points lower than the first, 3[45] % \(plausible range [12]\.\d points lower to ",
        ),
        (
            6.0,
            r"clear between the halves \(plausible range 0\.\d points lower to 0\.\d points higher\)\.",
        ),
    ],
)
def test_the_halves_of_the_days_shown_are_compared_with_a_range(second: float, told: str) -> None:
    numbers = [*wave(60, 6.0), *wave(60, second)]
    means = np.mean(numbers[:60]), np.mean(numbers[60:])
    rows = given(pains(numbers), 120)
    card = Sentence(title="Average pain", number="5.0", of="120 of 120 days", code="pain_average")
    plain = Said(findings=(card,), complete=Sentence(title="How complete is this?"), late="")
    (found,) = enriched(plain, analyse(rows, MONDAY, MONDAY + 119)).findings
    assert re.search(told, found.line)
    assert found.known is not None
    assert (
        f"First half: {means[0]:.1f}, 60 of 60 days. Second half: {means[1]:.1f}, 60 of 60 days."
        in found.known.n
    )
    (early,) = enriched(plain, analyse(rows, MONDAY + 60, MONDAY + 119)).findings
    assert "half" not in early.line
