"""Two medicines of every day, one as needed, and how a test reads the day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.models.care import Dose, DoseStep, Treatment
from diary.models.codes import Unit, Use
from diary.models.moments import Moment
from diary.models.records import Record, Replace
from diary.models.rough import Rough
from diary.storage.life_queries import between
from diary.ui.medicines.card import MedicineCard
from tests.ui.today.given import TODAY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store

PREGABALIN = Treatment(uid="preg", name="Pregabalin", unit=Unit.MG, started=Rough(2026, 3), position=1)
AMITRIPTYLINE = Treatment(uid="ami", name="Amitriptyline", unit=Unit.MG, position=2)
STEP = DoseStep(uid="step", treatment="preg", since=Rough(2026, 3, 1), amount=75, unit=Unit.MG, times=2)
TRAMADOL = Treatment(
    uid="tram", name="Tramadol", use=Use.AS_NEEDED, usual=50, unit=Unit.MG, started=Rough(2026), position=3
)
LIDOCAINE = Treatment(uid="lido", name="Lidocaine", use=Use.AS_NEEDED, usual=1, unit=Unit.PATCHES, position=4)


def keep(store: Store, *records: Record) -> None:
    """Keep new records, unseen by the window."""
    store.diary.apply([Replace(before=None, after=one) for one in records])


def at(hour: int, minute: int, day: date = TODAY) -> Moment:
    """A moment in Berlin."""
    return Moment(datetime(day.year, day.month, day.day, hour, minute), 60, "Europe/Berlin")  # noqa: DTZ001


def doses(store: Store, day: date = TODAY) -> list[Dose]:
    """The doses of a day, by time."""
    return sorted(store.ask(between, Dose, day, day), key=stored_at)


def shown_card(qtbot: QtBot, store: Store, *, unfolded: bool = True, day: date = TODAY) -> MedicineCard:
    """The card of a day as Today shows it."""
    card = MedicineCard(store)
    qtbot.addWidget(card)
    card.set_open(unfolded)
    card.show_day(day, {})
    card.resize(496, card.heightForWidth(496))
    with qtbot.waitExposed(card):
        card.show()
    card.activateWindow()
    return card


def stored_at(dose: Dose) -> str:
    """The local time of a dose, to the second; "" where none is said."""
    return "" if dose.at is None else dose.at.local.isoformat()


def typed(field: QLineEdit, words: str) -> None:
    """Replace what stands in a field."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)
