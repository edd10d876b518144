"""What is said of doses on Today."""

from __future__ import annotations

from diary.models.care import Dose, Treatment
from diary.wording import say
from diary.wording.amounts import amount_words


def dose_name(treatment: Treatment) -> str:
    """A medicine with its usual amount, "Tramadol 50 mg"; the name alone where none is usual."""
    if treatment.usual is None:
        return treatment.name
    amount = amount_words(treatment.usual, treatment.unit, treatment)
    return say("medicine.named", name=treatment.name, amount=amount)


def dose_time(dose: Dose) -> str:
    """When a dose was, "08:10" or "time not said"."""
    return say("dose.no_time") if dose.at is None else f"{dose.at.local:%H:%M}"


def dose_words(dose: Dose, treatment: Treatment, *, with_amount: bool = False) -> str:
    """A dose on its chip: its time, and its amount where that is not the usual one, or is wanted."""
    usual = (dose.amount, dose.unit) == (treatment.usual, treatment.unit)
    if dose.amount is None or (usual and not with_amount):
        return dose_time(dose)
    return say("dose.one", time=dose_time(dose), amount=amount_words(dose.amount, dose.unit, treatment))


def saved_words(dose: Dose, treatment: Treatment, *, new: bool = True) -> str:
    """What recording a dose is called."""
    if dose.amount is None:
        return say("dose.saved_bare", name=treatment.name)
    amount = amount_words(dose.amount, dose.unit, treatment)
    return say("dose.saved" if new else "dose.changed", name=treatment.name, amount=amount)
