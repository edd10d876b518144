"""What else the card records of a day: side effects and sessions of therapy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Slot

from diary.models.care import Session, SideEffect, Treatment
from diary.models.records import Replace
from diary.store.store import Store
from diary.ui.medicines.day import earlier_effects
from diary.ui.medicines.panels import PanelHost
from diary.wording import say
from diary.wording.treatment_words import session_words

Saves = Callable[[Sequence[Replace], str], bool]
"""Saves steps under these words; False where that could not be."""


class OtherForms(QObject):
    """Opens the form of a side effect or a session, and saves what it gives."""

    def __init__(self, store: Store, panels: PanelHost, save: Saves) -> None:
        super().__init__(panels)
        self._store = store
        self._panels = panels
        self._save = save

    def ask_effect(self, day: date, treatments: Sequence[Treatment]) -> None:
        """Opens the fields for a side effect of a day, of one of these treatments perhaps."""
        from diary.ui.medicines.effect_form import EffectForm

        form = EffectForm(self._store.make_uid(), day, earlier_effects(self._store), treatments)
        form.kept.connect(self._on_effect)
        form.closed.connect(self._panels.close_panel)
        self._panels.open_panel(form, form.name)

    @Slot(object)
    def _on_effect(self, effect: SideEffect) -> None:
        words = say("medicine.effect_saved", name=effect.name, severity=effect.severity)
        if self._save([Replace(before=None, after=effect)], words):
            self._panels.close_panel()

    def ask_session(self, day: date) -> None:
        """Opens the fields for a session of therapy on a day."""
        from diary.ui.medicines.session_form import SessionForm

        form = SessionForm(self._store.make_uid(), day)
        form.kept.connect(self._on_session)
        form.closed.connect(self._panels.close_panel)
        self._panels.open_panel(form, next(iter(form.kinds.values())))

    @Slot(object)
    def _on_session(self, session: Session) -> None:
        words = say("medicine.session_saved", name=session_words(session))
        if self._save([Replace(before=None, after=session)], words):
            self._panels.close_panel()
