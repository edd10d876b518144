"""What is taken, used and done against the pain, and what it did: treatments, doses, sessions, procedures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diary.models.codes import (
    Form,
    Helped,
    IntoleranceKind,
    Noun,
    ProcedureKind,
    SessionKind,
    StopReason,
    TreatmentKind,
    Use,
)
from diary.models.moments import Moment
from diary.models.provenance import Provenance
from diary.models.rough import Rough


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """A medicine or another treatment over a time; `strength` is what one piece (or ml) holds.

    `strength_unit` is mg, ug, g, units, or mg/ml for liquids, or own words ("5 %"). `usual` and `unit` are
    what one tap records as a dose of an as-needed medicine. `unit` is a code of `Unit` or an own word.
    """

    uid: str
    name: str
    kind: TreatmentKind = TreatmentKind.MEDICINE
    use: Use = Use.REGULAR
    form: Form | None = None
    strength: float | None = None
    strength_unit: str = ""
    usual: float | None = None
    unit: str = ""
    why: str = ""
    started: Rough | None = None
    stopped: Rough | None = None
    stop_reasons: tuple[StopReason, ...] = ()
    stop_words: str = ""
    note: str = ""
    position: int = 0
    written: Provenance | None = None

    noun = Noun.TREATMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseStep:
    """What is planned from a date on: `amount` in `unit`, `times` a day (0.5: every other day), and why.

    `when` says at which times, in the person's words ("morning and evening").
    """

    uid: str
    treatment: str
    since: Rough
    amount: float
    unit: str
    times: float = 1.0
    when: str = ""
    reason: str = ""
    written: Provenance | None = None

    noun = Noun.DOSE_STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What was taken of a treatment on a day: one dose as needed, or all of a planned one (`at` absent).

    An `amount` of 0 says that nothing of it was taken on that day; absent: the amount was not said.
    """

    uid: str
    treatment: str
    day: date
    at: Moment | None = None
    amount: float | None = None
    unit: str = ""
    note: str = ""
    written: Provenance | None = None

    noun = Noun.DOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """The pain (0 to 10) before a dose (`after_min` 0) or 30, 60, 120 minutes after it; said at `at`."""

    uid: str
    dose: str
    after_min: int
    pain: int
    at: Moment
    written: Provenance | None = None

    noun = Noun.RELIEF


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEffect:
    """Something unwanted on a day, 0 to 10, and the treatment the person connects it with, if any."""

    uid: str
    day: date
    name: str
    severity: int
    treatment: str | None = None
    note: str = ""
    written: Provenance | None = None

    noun = Noun.SIDE_EFFECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session of therapy on a day; `name` is the own word where the kind is *other*."""

    uid: str
    kind: SessionKind
    day: date
    name: str = ""
    minutes: int | None = None
    by: str = ""
    note: str = ""
    written: Provenance | None = None

    noun = Noun.SESSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """A block, stimulator, operation or infusion: when, where on the body, by whom; settings as text."""

    uid: str
    kind: ProcedureKind
    when: Rough
    name: str = ""
    site: str = ""
    by: str = ""
    settings: str = ""
    note: str = ""
    written: Provenance | None = None

    noun = Noun.PROCEDURE


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedBefore:
    """What was tried before the diary began, as it is remembered."""

    uid: str
    name: str
    highest_dose: str = ""
    when: Rough | None = None
    how_long: str = ""
    helped: Helped | None = None
    stopped: tuple[StopReason, ...] = ()
    note: str = ""
    written: Provenance | None = None

    noun = Noun.TRIED_BEFORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Intolerance:
    """A substance that is not borne, and what it did."""

    uid: str
    substance: str
    kind: IntoleranceKind = IntoleranceKind.UNSURE
    reaction: str = ""
    since: Rough | None = None
    written: Provenance | None = None

    noun = Noun.INTOLERANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Implant:
    """A device in the body, such as a stimulator, pump or pacemaker."""

    uid: str
    name: str
    place: str = ""
    since: Rough | None = None
    note: str = ""
    written: Provenance | None = None

    noun = Noun.IMPLANT


CareRecord = (
    Treatment
    | DoseStep
    | Dose
    | Relief
    | SideEffect
    | Session
    | Procedure
    | TriedBefore
    | Intolerance
    | Implant
)
