"""What is said of doses and plans on Today."""

from __future__ import annotations

from diary.insight.in_use import day_amount
from diary.models.care import Dose, DoseStep, Treatment
from diary.wording import say
from diary.wording.amounts import amount_words, number_words


def dose_name(treatment: Treatment) -> str:
    """A medicine with its usual amount, "Tramadol 50 mg"; the name alone where none is usual."""
    if treatment.usual is None:
        return treatment.name
    amount = amount_words(treatment.usual, treatment.unit)
    return say("medicine.named", name=treatment.name, amount=amount)


def dose_time(dose: Dose) -> str:
    """When a dose was, "08:10" or "time not said"."""
    return say("dose.no_time") if dose.at is None else f"{dose.at.local:%H:%M}"


def dose_words(dose: Dose, treatment: Treatment) -> str:
    """A dose on its chip: its time, and its amount where that is not the usual one."""
    usual = (dose.amount, dose.unit) == (treatment.usual, treatment.unit) or dose.amount is None
    if usual:
        return dose_time(dose)
    return say("dose.one", time=dose_time(dose), amount=amount_words(dose.amount, dose.unit))


def saved_words(dose: Dose, treatment: Treatment, *, new: bool = True) -> str:
    """What recording a dose is called."""
    if dose.amount is None:
        return say("dose.saved_bare", name=treatment.name)
    amount = amount_words(dose.amount, dose.unit)
    return say("dose.saved" if new else "dose.changed", name=treatment.name, amount=amount)


def plan_words(step: DoseStep | None) -> str:
    """What is planned, "75 mg, 2 times a day"; "" where nothing is."""
    if step is None:
        return ""
    amount = amount_words(step.amount, step.unit)
    if step.when:
        return say("medicine.plan_when", amount=amount, when=step.when)
    if day_amount(step) is None:
        return say("medicine.plan_seldom", amount=amount)
    if step.times == 1:
        return say("medicine.plan", amount=amount)
    return say("medicine.plan_often", amount=amount, times=number_words(step.times))
