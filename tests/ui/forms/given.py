"""How tests type into a form and read what the diary holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diary.models.records import Replace
from diary.storage import life_queries
from diary.ui.forms.choice_fields import ChipRow, LinkField, NumberField
from diary.ui.forms.condition_field import ConditionField
from diary.ui.forms.line_fields import AmountField

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.models.codes import Noun
    from diary.models.records import Record
    from diary.store.store import Store
    from diary.ui.forms.record_page import RecordPage


def kept(store: Store, kind: type[Any]) -> list[Any]:
    """All records of a kind."""
    return store.ask(life_queries.all_of, kind)


def given(store: Store, *records: Record) -> None:
    """Keeps records."""
    store.save([Replace(before=None, after=one) for one in records], text="given")


def type_in(page: RecordPage, name: str, text: str) -> None:
    """Types into a line of the form, as the keyboard does."""
    field: Any = page.form.rows[name].field
    field.edit.setText(text)
    field.edit.textEdited.emit(text)


def press(page: RecordPage, name: str, *keys: str) -> None:
    """Presses chips of a choice."""
    row = page.form.rows[name].field.findChild(ChipRow)
    assert row is not None
    for key in keys:
        row.chips[key].click()


def choose_unit(page: RecordPage, name: str, words: str) -> None:
    """Writes a unit beside an amount."""
    field = page.form.rows[name].field
    assert isinstance(field, AmountField)
    assert field.unit is not None
    field.unit.setEditText(words)


def choose(page: RecordPage, name: str, uid: str) -> None:
    """Chooses another record."""
    field = page.form.rows[name].field
    assert isinstance(field, LinkField)
    field.choice.setCurrentIndex(field.choice.findData(uid))


def set_number(page: RecordPage, name: str, value: int) -> None:
    """Gives a number."""
    field = page.form.rows[name].field
    assert isinstance(field, NumberField)
    field.part.set_value(value)


def condition(page: RecordPage) -> ConditionField:
    """The field of what a condition is."""
    field = page.form.rows["label"].field
    assert isinstance(field, ConditionField)
    return field


def opener(page: RecordPage) -> Callable[[Noun, str, object], None]:
    """Opens in the same page what it asks for, as the window does."""

    def opened(noun: Noun, uid: str, preset: Any) -> None:
        if uid:
            page.edit(noun, uid)
        else:
            page.begin(noun, preset)

    return opened
