"""The question about relief: quiet, once for each time, kept under its nominal minutes at the true time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from diary.models.care import Dose, Relief
from diary.models.codes import Unit
from diary.models.records import Replace
from diary.storage.life_queries import all_of
from diary.ui.medicines.relief_ask import ReliefAsk
from tests.ui.medicines.given import keep
from tests.ui.today.given import TODAY, Clock, press, press_cell

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.parts.severity_row import SeverityRow
    from diary.ui.theme import Theme


def dose_now(store: Store, uid: str = "d") -> Dose:
    return Dose(uid=uid, treatment="tram", day=TODAY, at=store.now(), amount=50, unit=Unit.MG)


@pytest.fixture
def ask(qtbot: QtBot, theme: Theme, medicines: Store) -> ReliefAsk:
    """The line as Today holds it, without waiting for a second digit."""
    made = ReliefAsk(medicines)
    qtbot.addWidget(made)
    made.settle_ms = 0
    made.resize(1152, 60)
    return made


def row(ask: ReliefAsk) -> SeverityRow:
    QApplication.processEvents()
    assert ask.row is not None
    assert ask.isVisible()
    return ask.row


def reliefs(store: Store) -> list[tuple[str, int, int, str]]:
    return [(one.dose, one.after_min, one.pain, f"{one.at.local:%H:%M}") for one in store.ask(all_of, Relief)]


def test_nothing_is_asked_without_a_dose(ask: ReliefAsk) -> None:
    assert ask.isHidden()


def test_right_after_a_dose_the_pain_at_it_may_be_told(
    qtbot: QtBot, ask: ReliefAsk, medicines: Store
) -> None:
    medicines.save([Replace(before=None, after=dose_now(medicines))], text="dose")
    assert row(ask).label == "Pain at Tramadol, 18:42"
    press_cell(row(ask), 7)
    qtbot.waitUntil(lambda: bool(reliefs(medicines)))
    assert reliefs(medicines) == [("d", 0, 7, "18:42")]
    assert ask.isHidden()


def test_a_relief_is_kept_under_its_minutes_at_the_true_time(
    qtbot: QtBot, ask: ReliefAsk, medicines: Store, clock: Clock
) -> None:
    keep(medicines, dose_now(medicines))
    clock.pass_by(minutes=40)
    ask._on_minute()
    assert row(ask).label == "Pain about 30 min after Tramadol, 18:42"
    press_cell(row(ask), 4)
    qtbot.waitUntil(lambda: bool(reliefs(medicines)))
    assert reliefs(medicines) == [("d", 30, 4, "19:22")]


def test_not_now_puts_one_question_aside_for_good(
    qtbot: QtBot, theme: Theme, ask: ReliefAsk, medicines: Store, clock: Clock
) -> None:
    keep(medicines, dose_now(medicines))
    clock.pass_by(minutes=30)
    ask.look()
    row(ask)
    press(ask.not_now)
    assert ask.isHidden()
    again = ReliefAsk(medicines)
    qtbot.addWidget(again)
    assert again.due is None
    clock.pass_by(minutes=30)
    again.look()
    assert again.due is not None
    assert again.due.after_min == 60
    assert reliefs(medicines) == []


def test_undo_asks_again(qtbot: QtBot, ask: ReliefAsk, medicines: Store, clock: Clock) -> None:
    keep(medicines, dose_now(medicines))
    clock.pass_by(minutes=30)
    ask.look()
    press_cell(row(ask), 4)
    qtbot.waitUntil(lambda: bool(reliefs(medicines)))
    medicines.undo_stack.undo()
    assert reliefs(medicines) == []
    assert row(ask).value is None


def test_a_one_may_become_a_ten_before_it_is_saved(
    qtbot: QtBot, ask: ReliefAsk, medicines: Store, clock: Clock
) -> None:
    keep(medicines, dose_now(medicines))
    clock.pass_by(minutes=30)
    ask.look()
    ask.settle_ms = 60_000
    cells = row(ask).focusProxy()
    assert cells is not None
    cells.setFocus()
    qtbot.keyClicks(cells, "1")
    qtbot.keyClicks(cells, "0")
    assert reliefs(medicines) == []
    ask.hide()
    assert [one[2] for one in reliefs(medicines)] == [10]


def test_a_removed_dose_is_not_asked_about(ask: ReliefAsk, medicines: Store) -> None:
    dose = dose_now(medicines)
    medicines.save([Replace(before=None, after=dose)], text="dose")
    row(ask)
    medicines.undo_stack.undo()
    assert ask.isHidden()


def test_a_hidden_window_is_not_looked_after(
    ask: ReliefAsk, medicines: Store, clock: Clock, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(ask)
    keep(medicines, dose_now(medicines))
    clock.pass_by(minutes=30)
    ask._on_minute()
    assert ask.due is None
    page.show()
    ask._on_minute()
    assert ask.due is not None


def test_yesterdays_dose_is_over_midnight_still_asked_about(
    ask: ReliefAsk, medicines: Store, clock: Clock
) -> None:
    clock.at = clock.at.replace(hour=2, minute=50) + timedelta(days=1)
    keep(medicines, dose_now(medicines))
    clock.pass_by(minutes=30)
    assert medicines.today() != TODAY
    ask.look()
    assert ask.due is not None
