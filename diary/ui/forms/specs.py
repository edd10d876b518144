"""What each form asks, noun by noun."""

from __future__ import annotations

from diary.models.codes import (
    CauseGroup,
    Effect,
    Form,
    Helped,
    InFamily,
    IntoleranceKind,
    Noun,
    ProcedureKind,
    SessionKind,
    StopReason,
    Told,
    TreatmentKind,
    Use,
)
from diary.ui.forms.ask import Ask, Values, Way

STEP = "step_"
"""How the fields of a first dose step begin in the form of a new treatment."""


def _is_medicine(values: Values) -> bool:
    return values.get("kind") in (None, TreatmentKind.MEDICINE)


def _is_regular(values: Values) -> bool:
    return _is_medicine(values) and values.get("use") is Use.REGULAR


def _is_as_needed(values: Values) -> bool:
    return _is_medicine(values) and values.get("use") is Use.AS_NEEDED


def _is_stopped(values: Values) -> bool:
    return values.get("stopped") is not None


def _is_other_session(values: Values) -> bool:
    return values.get("kind") is SessionKind.OTHER


def _is_stimulator(values: Values) -> bool:
    return values.get("kind") in (ProcedureKind.STIMULATOR, ProcedureKind.INFUSION)


def _is_inherited(values: Values) -> bool:
    return values.get("group") is CauseGroup.INHERITED


_NAME = Ask(name="name", way=Way.LINE, needed=True)
_NOTE = Ask(name="note", way=Way.TEXT, more=True)
_DAY = Ask(name="day", way=Way.DAY, needed=True)
_SINCE = Ask(name="since", way=Way.ROUGH)

ASKS: dict[Noun, tuple[Ask, ...]] = {
    Noun.TREATMENT: (
        _NAME,
        Ask(name="kind", way=Way.CHOICE, options=TreatmentKind, needed=True),
        Ask(name="use", way=Way.CHOICE, options=Use, needed=True, shown=_is_medicine),
        Ask(name="form", way=Way.CHOICE, options=Form, shown=_is_medicine),
        Ask(name="strength", way=Way.AMOUNT, beside="strength_unit", strength=True, shown=_is_medicine),
        Ask(name="started", way=Way.ROUGH),
        Ask(name=f"{STEP}amount", way=Way.AMOUNT, beside=f"{STEP}unit", only_new=True, shown=_is_regular),
        Ask(name=f"{STEP}times", way=Way.AMOUNT, only_new=True, shown=_is_regular),
        Ask(name=f"{STEP}when", way=Way.LINE, only_new=True, shown=_is_regular),
        Ask(name="usual", way=Way.AMOUNT, beside="unit", shown=_is_as_needed),
        Ask(name="stopped", way=Way.ROUGH, more=True, open_kept=True),
        Ask(name="stop_reasons", way=Way.SEVERAL, options=StopReason, shown=_is_stopped),
        Ask(name="stop_words", way=Way.LINE, shown=_is_stopped),
        Ask(name="why", way=Way.LINE, more=True),
        _NOTE,
    ),
    Noun.DOSE_STEP: (
        Ask(name="treatment", way=Way.LINK, link=Noun.TREATMENT, needed=True),
        Ask(name="since", way=Way.ROUGH, needed=True),
        Ask(name="amount", way=Way.AMOUNT, beside="unit", needed=True),
        Ask(name="times", way=Way.AMOUNT, needed=True),
        Ask(name="when", way=Way.LINE),
        Ask(name="reason", way=Way.LINE),
    ),
    Noun.DOSE: (
        Ask(name="treatment", way=Way.LINK, link=Noun.TREATMENT, needed=True),
        _DAY,
        Ask(name="at", way=Way.TIME),
        Ask(name="amount", way=Way.AMOUNT, beside="unit"),
        Ask(name="note", way=Way.TEXT),
    ),
    Noun.RELIEF: (
        Ask(name="dose", way=Way.SHOWN, link=Noun.DOSE, needed=True),
        Ask(name="after_min", way=Way.SLOT, needed=True),
        Ask(name="pain", way=Way.SEVERITY, needed=True, ends=("relief.low", "relief.high")),
    ),
    Noun.SIDE_EFFECT: (
        _NAME,
        _DAY,
        Ask(name="severity", way=Way.SEVERITY, needed=True, ends=("record.none_at_all", "record.very_bad")),
        Ask(name="treatment", way=Way.LINK, link=Noun.TREATMENT),
        _NOTE,
    ),
    Noun.SESSION: (
        Ask(name="kind", way=Way.CHOICE, options=SessionKind, needed=True),
        Ask(name="name", way=Way.LINE, shown=_is_other_session),
        _DAY,
        Ask(name="minutes", way=Way.MINUTES, most=24 * 60),
        Ask(name="by", way=Way.LINE),
        _NOTE,
    ),
    Noun.PROCEDURE: (
        Ask(name="kind", way=Way.CHOICE, options=ProcedureKind, needed=True),
        Ask(name="name", way=Way.LINE),
        Ask(name="when", way=Way.ROUGH, needed=True),
        Ask(name="site", way=Way.LINE),
        Ask(name="by", way=Way.LINE),
        Ask(name="settings", way=Way.TEXT, shown=_is_stimulator),
        _NOTE,
    ),
    Noun.TRIED_BEFORE: (
        _NAME,
        Ask(name="highest_dose", way=Way.LINE),
        Ask(name="when", way=Way.ROUGH),
        Ask(name="how_long", way=Way.LINE),
        Ask(name="helped", way=Way.CHOICE, options=Helped),
        Ask(name="stopped", way=Way.SEVERAL, options=StopReason),
        _NOTE,
    ),
    Noun.INTOLERANCE: (
        Ask(name="substance", way=Way.LINE, needed=True),
        Ask(name="kind", way=Way.CHOICE, options=IntoleranceKind, needed=True),
        Ask(name="reaction", way=Way.LINE),
        _SINCE,
    ),
    Noun.IMPLANT: (_NAME, Ask(name="place", way=Way.LINE), _SINCE, _NOTE),
    Noun.CONDITION: (
        Ask(name="label", way=Way.CONDITION, needed=True),
        Ask(name="told", way=Way.CHOICE, options=Told, needed=True),
        _SINCE,
        Ask(name="by", way=Way.LINE, more=True),
        Ask(name="in_family", way=Way.CHOICE, options=InFamily, shown=_is_inherited),
        _NOTE,
    ),
    Noun.LIFE_EVENT: (
        Ask(name="text", way=Way.LINE, needed=True),
        Ask(name="when", way=Way.ROUGH, needed=True),
        _NOTE,
    ),
    Noun.SITE: (
        _NAME,
        Ask(name="onset", way=Way.ROUGH),
        Ask(name="regions", way=Way.REGIONS),
        Ask(name="over", way=Way.ROUGH, more=True, open_kept=True),
        _NOTE,
    ),
    Noun.GOAL: (
        Ask(name="text", way=Way.LINE, needed=True),
        Ask(name="since", way=Way.DAY, needed=True),
        Ask(name="agreed_with", way=Way.LINE),
        Ask(name="review", way=Way.DAY),
        Ask(name="closed", way=Way.DAY, more=True, open_kept=True),
        _NOTE,
    ),
    Noun.ATTAINMENT: (
        Ask(name="goal", way=Way.LINK, link=Noun.GOAL, needed=True),
        _DAY,
        Ask(name="value", way=Way.SEVERITY, needed=True, ends=("record.not_at_all", "record.fully")),
    ),
    Noun.CONSULT: (
        _DAY,
        Ask(name="at", way=Way.TIME),
        Ask(name="clinician", way=Way.LINE),
        Ask(name="place", way=Way.LINE),
        Ask(name="note", way=Way.TEXT),
    ),
    Noun.QUESTION: (
        Ask(name="text", way=Way.LINE, needed=True),
        Ask(name="consult", way=Way.LINK, link=Noun.CONSULT),
        Ask(name="done", way=Way.YES_NO, only_kept=True),
        Ask(name="answer", way=Way.TEXT, only_kept=True),
    ),
    Noun.ATTRIBUTION: (
        Ask(name="factor", way=Way.SHOWN, needed=True),
        Ask(name="day", way=Way.SHOWN, needed=True),
        Ask(name="effect", way=Way.CHOICE, options=Effect, needed=True),
    ),
}
"""The lines of each noun's form, in order."""
