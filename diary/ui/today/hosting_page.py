"""What Today hosts beside its own questions: the card of medicines and the times of the night."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.models.codes import AnswerList, Group
from diary.ui.today.fitted_page import FittedPage
from diary.ui.today.sitting import Sitting

if TYPE_CHECKING:
    from diary.ui.flares.attribution_card import AttributionCard
    from diary.ui.medicines.card import MedicineCard
    from diary.ui.night.form import NightForm


class HostingPage(FittedPage):
    """Doses are saved by their card at once; the two answers about medicines and the night go with the form.

    Both are built after the first paint: the card with the first reading, the night when it is opened.
    """

    record_requested = Signal(object, str, object)
    """Noun, uid ("" for a new one) and the values of a new one: opens the form of a whole record."""

    medicines: MedicineCard | None = None
    night: NightForm | None = None
    attribution: AttributionCard | None = None

    @property
    def day(self) -> date:
        """The day the form is about."""
        raise NotImplementedError

    def open_day(self, day: date) -> None:
        """Opens another day."""
        raise NotImplementedError

    def show_sitting(self, sitting: Sitting, *, dirty: bool) -> None:
        """Shows a form, in what is hosted as well."""
        super().show_sitting(sitting, dirty=dirty)
        if self.store.is_open:
            self._show_medicines()
            self._show_night()
            self._show_attribution()

    def _take(self, sitting: Sitting) -> None:
        super()._take(sitting)
        if self.night is not None:
            self.night.show_answers(*_minutes(sitting))

    @property
    def shows_save(self) -> bool:
        """Whether Save, and what stands beside it, is in sight as the page is scrolled."""
        row, area = self.save_row, self.scroll_area
        top = row.mapTo(area, QPoint(0, 0)).y()
        return top >= 0 and top + row.height() <= area.height()

    # --- medicines

    def _show_medicines(self) -> None:
        if self.medicines is None:
            from diary.ui.medicines.card import MedicineCard

            self.medicines = MedicineCard(self.store)
            self.medicines.changed.connect(self._on_medicines)
            self.medicines.room_changed.connect(self._on_said)
            self.medicines.record_requested.connect(self.record_requested)
            self.medicines.day_requested.connect(self.open_day)
            self.add_above_note(self.medicines)
        self.medicines.show_day(self.day, self.sitting.answers)

    @Slot()
    def _on_medicines(self) -> None:
        if self.medicines is None:
            return
        sitting = self.sitting
        for name in (AnswerList.DOSES, AnswerList.PLANNED):
            sitting = sitting.with_answer(name, self.medicines.answers.get(name))
        self._take(sitting)

    @property
    def spare(self) -> QWidget | None:
        """The way to a first medicine, where there is none yet: Treatments has it as well."""
        card = self.medicines
        if card is None:
            return None
        bare = card.now_shown.is_bare and card.others.is_empty and card.panels.panel is None
        if not bare:
            card.show()
        return card if bare else None

    # --- what the person thinks of factors

    def _show_attribution(self) -> None:
        """Where factors are asked, what they did to the pain can be said; one folded line until it is."""
        wanted = bool(self.measures.factors)
        if self.attribution is None and wanted:
            from diary.ui.flares.attribution_card import AttributionCard

            self.attribution = AttributionCard(self.store)
            self.attribution.resized.connect(self._on_said)
            self.attribution.turned.connect(self._on_attribution_turned)
            self.add_above_note(self.attribution)
        if self.attribution is not None:
            self.attribution.setVisible(wanted)
            self.attribution.show_day(self.day)

    @Slot(str, bool)
    def _on_attribution_turned(self, _name: str, _folded: bool) -> None:
        self._on_said()

    # --- the night

    def _host_night(self) -> None:
        self.measures.add_below(Group.SLEEP, self._make_night)

    def _make_night(self) -> QWidget:
        from diary.ui.night.form import NightForm

        self.night = NightForm(self.store.make_uid)
        self.night.changed.connect(self._on_night)
        if self.store.is_open:
            self._show_night()
        return self.night

    def _show_night(self) -> None:
        if self.night is None:
            return
        from diary.storage import queries

        day_end = self.store.ask(queries.day_end)
        self.night.show_night(self.day, self.sitting.sleep, self.store.now(), day_end)
        self.night.show_answers(*_minutes(self.sitting))

    @Slot()
    def _on_night(self) -> None:
        if self.night is not None:
            self._take(replace(self.sitting, sleep=self.night.pieces))
            self.refit()

    def first_unclear(self) -> tuple[QWidget, str] | None:
        """The first control whose words cannot be read, those of the night behind the questions."""
        found = super().first_unclear()
        if found is None and self.night is not None:
            return self.night.first_unclear()
        return found

    def forget_unclear(self) -> None:
        """What cannot be read is let go of, in the night as well."""
        super().forget_unclear()
        if self.night is not None:
            self.night.forget_unclear()


def _minutes(sitting: Sitting) -> tuple[float | None, float | None]:
    """Minutes lain awake and minutes asleep, as answered."""
    return sitting.values.get("awake_min"), sitting.values.get("sleep_min")
