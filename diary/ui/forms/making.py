"""Makes the fields of a form from what it asks."""

from __future__ import annotations

from datetime import date

from diary.models.codes import Noun
from diary.models.nouns import PLAIN
from diary.store.store import Store
from diary.ui.forms import choice_fields, line_fields
from diary.ui.forms.ask import Ask, Way
from diary.ui.forms.condition_field import ConditionField
from diary.ui.forms.field import Field
from diary.ui.forms.naming import record_name
from diary.ui.forms.shown_field import About, ShownField, SlotField
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.parts.stepper import Stepper
from diary.wording import say

_PLAINLY: dict[Way, type[Field]] = {
    Way.LINE: line_fields.LineField,
    Way.TEXT: line_fields.TextField,
    Way.TIME: line_fields.ClockField,
    Way.AMOUNT: line_fields.AmountField,
    Way.CHOICE: choice_fields.ChoiceField,
    Way.SEVERAL: choice_fields.SeveralField,
    Way.YES_NO: choice_fields.YesNoField,
    Way.CONDITION: ConditionField,
    Way.SLOT: SlotField,
}


def field_label(noun: Noun, ask: Ask) -> str:
    """What the line of a field is called."""
    return say(f"record.{noun}.{ask.name}")


def make_field(store: Store, noun: Noun, ask: Ask, today: date) -> Field:
    """The field for one line of a form; `store` is open."""
    label = field_label(noun, ask)
    if ask.way in (Way.ROUGH, Way.DAY):
        return line_fields.DateField(ask, label, today)
    if ask.way in (Way.COUNT, Way.MINUTES):
        part = Stepper(
            label, least=ask.least, most=ask.most, minutes=ask.way is Way.MINUTES, step=5, start=30
        )
        return choice_fields.NumberField(ask, label, part)
    if ask.way is Way.SEVERITY:
        low, high = (say(key) for key in ask.ends)
        return choice_fields.NumberField(ask, label, SeverityRow(label, low, high, "plain", label_width=0))
    if ask.way is Way.REGIONS:
        from diary.ui.forms.regions_field import RegionsField

        return RegionsField(ask, label)
    if ask.way is Way.SHOWN:
        return ShownField(ask, label, About(store, ask).words)
    if ask.way is Way.LINK:
        return choice_fields.LinkField(ask, label, _links(store, ask))
    return _PLAINLY[ask.way](ask, label)


def _links(store: Store, ask: Ask) -> list[tuple[str, str]]:
    from diary.storage import life_queries

    assert ask.link is not None  # a link says to what
    found = [(one.uid, record_name(one)) for one in store.ask(life_queries.all_of, PLAIN[ask.link])]
    return sorted(found, key=_by_words)


def _by_words(link: tuple[str, str]) -> str:
    return link[1].casefold()
