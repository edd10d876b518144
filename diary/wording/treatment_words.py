"""Treatments, doses and rough dates in words, as every page and paper says them."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from diary.models.codes import ProcedureKind, SessionKind, StopReason, TreatmentKind, Unit, Use
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from diary.models.care import DoseStep, Procedure, Session, Treatment
    from diary.models.rough import Rough

_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
_ISOLATE, _END, _FROM_LEFT = "\u2068", "\u2069", "\u200e"
_NUMBERED = re.compile(r"(?P<name>.*?\S)\s+(?P<number>\(?\d.*)", re.DOTALL)
_SAME_UNIT = {"µg": Unit.UG, "μg": Unit.UG, "mcg": Unit.UG}


def number(value: float) -> str:
    """A number as people write it: no needless zeros, no powers of ten."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def own_words(words: str) -> str:
    """A person's words for a sentence: letters from right to left do not turn what is around them."""
    words = words.strip()
    return f"{_ISOLATE}{words}{_END}" if _is_turned(words) else words


def from_left(words: str) -> str:
    """The same for where isolates are not drawn: marks keep what is beside a name at its place."""
    return words.replace(_ISOLATE, _FROM_LEFT).replace(_END, _FROM_LEFT)


def _is_turned(words: str) -> bool:
    return any(bidirectional(letter) in _RIGHT_TO_LEFT for letter in words)


def mg_words(mg: float) -> str:
    """Milligrams a day: as they are, else "about" with at most two decimals."""
    exact = abs(mg - round(mg, 2)) < 1e-9
    return number(mg) if exact else say("treatments.about", when=number(round(mg, 1) or round(mg, 2)))


def date_words(day: date) -> str:
    """A day as "14 Sept 2026"."""
    return say("treatments.day", day=day.day, month=say(f"month.short.{day.month}"), year=day.year)


def rough_words(rough: Rough) -> str:
    """A date as far as it is known: "14 Sept 2026", "Sept 2026", "about 2019"."""
    if rough.month is None:
        words = str(rough.year)
    elif rough.day is None:
        words = say("treatments.month", month=say(f"month.short.{rough.month}"), year=rough.year)
    else:
        words = date_words(rough.first)
    return say("treatments.about", when=words) if rough.about else words


def amount_words(amount: float, unit: str, treatment: Treatment | None = None) -> str:
    """An amount in its unit: "150 mg", "2 tablets" where the form says what a piece is, "3 scoops"."""
    code = str(_SAME_UNIT.get(unit.strip(), unit.strip()))
    many = 1 if amount == 1 else 2
    if code == Unit.PIECES and treatment is not None and treatment.form is not None:
        form = f"treatments.pieces.{treatment.form}"
        if treatment.form in ("tablet", "capsule", "patch", "suppository"):
            return say_n(form, many, amount=number(amount))
    if code in tuple(Unit):
        return say_n(f"treatments.amount.{code}", many, amount=number(amount))
    if not code:
        return number(amount)
    return say("treatments.own_amount", amount=number(amount), unit=code)


def strength_words(treatment: Treatment) -> str:
    """What one piece or ml holds, "50 mg" or "5 %"; empty where it is not said."""
    unit = treatment.strength_unit.strip()
    if treatment.strength is None:
        return unit
    if unit in (*Unit, *_SAME_UNIT):
        return amount_words(treatment.strength, unit)
    if not unit:
        return number(treatment.strength)
    return say("treatments.own_amount", amount=number(treatment.strength), unit=unit)


def name_words(treatment: Treatment) -> str:
    """A treatment's name with its form, unless the name ends with it: "Pregabalin capsule"."""
    name = treatment.name.strip()
    if treatment.form is None or treatment.form == "other":
        return own_words(name)
    form = say(f"treatments.form.{treatment.form}")
    last = name.casefold().rpartition(" ")[2]
    return (
        own_words(name) if last.startswith(form) else say("treatments.named", name=own_words(name), form=form)
    )


def full_words(treatment: Treatment) -> str:
    """A treatment's name with its form and strength: "Pregabalin tablet 75 mg"."""
    return _with_strength(name_words(treatment), treatment)


def lane_words(treatment: Treatment) -> str:
    """A treatment's name with its strength, as it stands beside its lane: "Tramadol 50 mg"."""
    return _with_strength(own_words(treatment.name), treatment)


def _with_strength(name: str, treatment: Treatment) -> str:
    """A name with the strength after it, unless the name says it."""
    strength = strength_words(treatment)
    spaced = r"\s*".join(re.escape(part) for part in strength.split())
    if not strength or re.search(rf"(?<![\d.,]){spaced}(?!\w)", name, re.IGNORECASE):
        return name
    return say("treatments.named", name=name, form=strength)


def shortened_name(words: str, room: float, width_of: Callable[[str], float]) -> str:
    """A name with its strength where both are wider than `room`: the name is cut, the number never is."""
    if width_of(words) <= room:
        return words
    found = _NUMBERED.fullmatch(words)
    name, number_words = (words, "") if found is None else (found["name"], f" {found['number']}")
    if width_of(f"…{number_words}") > room:
        name, number_words = words, ""
    kept = len(name)
    while kept and width_of(f"{name[:kept].rstrip()}…{number_words}") > room:
        kept -= 1
    return f"{name[:kept].rstrip()}…{number_words}" if kept or number_words else ""


def regular_names(treatments: Iterable[Treatment]) -> dict[str, str]:
    """The names of regular treatments by uid; of two with one name each says its strength or its start."""
    listed_ones = list(treatments)
    names = [own_words(one.name) for one in listed_ones]
    return {
        one.uid: name if names.count(name) == 1 else _told_apart(one)
        for one, name in zip(listed_ones, names, strict=True)
    }


def _told_apart(one: Treatment) -> str:
    more = strength_words(one)
    if not more and one.started is not None:
        more = rough_words(one.started)
    name = own_words(one.name)
    return say("treatments.with_strength", name=name, strength=more) if more else name


def times_words(times: float) -> str:
    """How often a day: "twice a day", "every other day"."""
    if times == 0.5:
        return say("treatments.times.half")
    if abs(times - 1 / 7) < 0.01:
        return say("treatments.times.week")
    if 0 < times < 1:
        return say("treatments.times.days", days=number(round(1 / times, 1)))
    if times in (1, 2):
        return say("treatments.times.1" if times == 1 else "treatments.times.2")
    return say("treatments.times.more", times=number(times))


def step_words(step: DoseStep, treatment: Treatment | None = None) -> str:
    """What is planned: "150 mg, twice a day, morning and evening"; "nothing" for an amount of 0."""
    if step.amount == 0 or step.times == 0:
        return say("treatments.paused")
    words = say(
        "treatments.step",
        amount=amount_words(step.amount, step.unit, treatment),
        times=times_words(step.times),
    )
    return say("treatments.step_when", step=words, when=step.when.strip()) if step.when.strip() else words


def seldom_words(step: DoseStep | None) -> str:
    """How often, of a step that is not for every day; empty for all others."""
    seldom = step is not None and step.amount != 0 and 0 < step.times < 1
    return times_words(step.times) if step is not None and seldom else ""


def usual_words(treatment: Treatment) -> str:
    """How an as-needed medicine is taken: "50 mg, as needed"."""
    if treatment.usual is None:
        return say("treatments.as_needed")
    amount = amount_words(treatment.usual, treatment.unit, treatment)
    return say("treatments.usual", amount=amount)


def taken_words(treatment: Treatment, step: DoseStep | None) -> str:
    """What is taken of a treatment now, as far as it is said."""
    if treatment.use is Use.AS_NEEDED:
        return usual_words(treatment)
    if step is not None:
        return step_words(step, treatment)
    is_medicine = treatment.kind is TreatmentKind.MEDICINE
    return say("treatments.no_dose" if is_medicine else "treatments.regularly")


def ending_words(treatment: Treatment) -> str:
    """The stop that is noted of a treatment still in use: "stop noted: Oct 2026"; else empty."""
    if treatment.stopped is None:
        return ""
    return say("treatments.stop_noted", when=rough_words(treatment.stopped))


def coming_words(treatment: Treatment, step: DoseStep | None, coming: DoseStep | None, today: date) -> str:
    """What a treatment that has not begun begins with: "from 1 Dec 2026: 10 mg, once a day"; else empty."""
    started = treatment.started
    if started is None:
        since = coming.since if coming is not None and step is None else None
    else:
        since = coming.since if coming is not None and started.first > today else started
    if since is None or since.first <= today:
        return ""
    return say("treatments.coming", since=rough_words(since), step=taken_words(treatment, coming or step))


def stop_words(reasons: tuple[StopReason, ...], own: str) -> str:
    """Why something was stopped, in the words of the list and the person's own; empty where not said."""
    said = [
        say(f"treatments.stop.{one}") for one in reasons if one is not StopReason.OTHER or not own.strip()
    ]
    return ", ".join([*said, *([own.strip()] if own.strip() else [])])


def listed(words: Sequence[str], key: str = "treatments.list") -> str:
    """Words one after another as the language joins them; empty for none."""
    return reduce(lambda first, rest: say(key, first=first, rest=rest), words) if words else ""


def procedure_words(procedure: Procedure) -> str:
    """A procedure by its name, else its kind, with where it was done: "Nerve block, left ankle"."""
    name = own_words(procedure.name) or say(f"treatments.procedure.{ProcedureKind(procedure.kind)}")
    site = procedure.site.strip()
    return say("treatments.list", first=name, rest=site) if site else name


def session_words(session: Session) -> str:
    """A session by its kind or own word, with its minutes: "Physiotherapy, 45 min"."""
    own = own_words(session.name)
    name = own if own else say(f"treatments.session.{SessionKind(session.kind)}")
    if session.minutes is None:
        return name
    return say("treatments.list", first=name, rest=say("treatments.minutes", minutes=session.minutes))
