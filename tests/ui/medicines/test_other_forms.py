"""Side effects and sessions of therapy: recorded from the card, shown as chips that open their record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.models.care import Session, SideEffect
from diary.models.codes import Noun, SessionKind
from diary.storage.life_queries import all_of
from diary.ui.medicines.effect_form import EffectForm
from diary.ui.medicines.menus import EFFECT, SESSION, more_menu
from diary.ui.medicines.session_form import SessionForm
from tests.ui.medicines.given import keep, typed
from tests.ui.today.given import TODAY, YESTERDAY, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.medicines.card import MedicineCard


def test_a_side_effect_is_recorded_with_what_it_is_connected_with(
    qtbot: QtBot, card: MedicineCard, medicines: Store
) -> None:
    keep(medicines, SideEffect(uid="old", day=YESTERDAY, name="Dizzy", severity=2))
    menu = more_menu(card)
    menu.chosen.connect(card.act)
    menu.entry(EFFECT).trigger()
    form = card.panels.panel
    assert isinstance(form, EffectForm)
    press(form.save)
    assert form.told == "Write what it was, or choose a word."
    press(form.words["Dizzy"])
    form.severity.set_value(6)
    press(form.sources["preg"])
    press(form.save)
    (effect,) = [one for one in medicines.ask(all_of, SideEffect) if one.uid != "old"]
    assert (effect.name, effect.severity, effect.treatment, effect.day) == ("Dizzy", 6, "preg", TODAY)
    chip = card.others.chips[Noun.SIDE_EFFECT, effect.uid]
    assert chip.text() == "Dizzy 6"
    with qtbot.waitSignal(card.record_requested) as asked:
        press(chip)
    assert asked.args == [Noun.SIDE_EFFECT, effect.uid, {}]


def test_not_sure_is_no_treatment(card: MedicineCard, medicines: Store) -> None:
    card.act(EFFECT)
    form = card.panels.panel
    assert isinstance(form, EffectForm)
    typed(form.name, "Dry mouth")
    form.severity.set_value(3)
    press(form.sources["preg"])
    press(form.sources[""])
    press(form.save)
    (effect,) = medicines.ask(all_of, SideEffect)
    assert effect.treatment is None


def test_a_session_is_a_kind_and_minutes(card: MedicineCard, medicines: Store) -> None:
    card.act(SESSION)
    form = card.panels.panel
    assert isinstance(form, SessionForm)
    press(form.save)
    assert form.told == "Choose what kind it was."
    press(form.kinds[SessionKind.ACUPUNCTURE])
    form.minutes.set_value(40)
    press(form.save)
    (session,) = medicines.ask(all_of, Session)
    assert (session.kind, session.minutes, session.day) == (SessionKind.ACUPUNCTURE, 40, TODAY)
    assert card.others.chips[Noun.SESSION, session.uid].text() == "Acupuncture, 40 min"
