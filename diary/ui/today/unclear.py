"""Words in a form that cannot be read: found, and told with the question that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.parts.stepper import Stepper
from diary.ui.today.number_field import NumberField
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.today.measures_form import MeasuresForm


def unclear(field: QWidget) -> bool:
    """Whether words stand in the control that cannot be kept as they are."""
    return isinstance(field, Stepper | NumberField) and bool(field.problem)


def unclear_words(name: str, why: str) -> str:
    """What to say of a control that stops the saving."""
    return say("factor.unclear", name=name, why=why)


def first_unclear(form: MeasuresForm) -> tuple[QWidget, str] | None:
    """The first control of the form whose words cannot be read, and what to say of it; None without one."""
    for code in form.asked:
        field = form.field(code)
        if isinstance(field, Stepper | NumberField) and field.problem:
            return field, unclear_words(field.label, field.problem)
    return None
