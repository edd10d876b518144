"""What saving and deleting a record of a form means for the diary, as steps of one change."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

from diary.models import rules
from diary.models.care import DoseStep
from diary.models.codes import Noun
from diary.models.mentions import GOES_WITH, STAYS_UNNAMED, Link
from diary.models.moments import Moment
from diary.models.nouns import PLAIN
from diary.models.records import Record, Replace
from diary.ui.forms.specs import STEP
from diary.ui.today.clock import moment_on
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.store.store import Store

POSITIONED = frozenset({Noun.TREATMENT, Noun.SITE, Noun.GOAL, Noun.QUESTION})
"""The nouns that stand in an order of the person's own."""


def first_values(noun: Noun, today: date) -> dict[str, object]:
    """What a new record begins with, before anything is said."""
    begins: dict[Noun, dict[str, object]] = {
        Noun.GOAL: {"since": today},
        Noun.QUESTION: {"asked": today},
    }
    dayed = (Noun.DOSE, Noun.SIDE_EFFECT, Noun.SESSION, Noun.ATTAINMENT)
    kinds: dict[str, object] = {}
    if noun is Noun.TREATMENT:
        from diary.models.codes import TreatmentKind, Use

        kinds = {"kind": TreatmentKind.MEDICINE, "use": Use.REGULAR}
    return {**({"day": today} if noun in dayed else {}), **begins.get(noun, {}), **kinds}


def values_of(record: Record) -> dict[str, object]:
    """The fields of a record by name."""
    return {name: getattr(record, name) for name in type(record).__dataclass_fields__}


def record_of(
    store: Store, noun: Noun, before: Record | None, values: Mapping[str, object]
) -> tuple[Record, dict[str, str]]:
    """The record that a form describes, and sentences by field for what does not fit; `values` are whole."""
    own = {name: one for name, one in values.items() if not name.startswith(STEP)}
    problems: dict[str, str] = {}
    if isinstance(at := own.get("at"), time):
        own["at"], ahead = _moment(store, own, before, at)
        if ahead and noun is Noun.DOSE:
            problems["at"] = say("problem.future_time", time=f"{at:%H:%M}")
    record: Any
    if before is None:
        if noun in POSITIONED and "position" not in own:
            own["position"] = _next_position(store, noun)
        if noun is Noun.RELIEF:
            own["at"] = store.now()
        record = PLAIN[noun](uid=store.make_uid(), **own)
    else:
        record = replace(before, **own)  # type: ignore[arg-type]
    for problem in rules.check(record, {}, store.today()):
        problems.setdefault(problem.field, say(problem.key, **_spelled(problem.values)))
    return record, problems


def _spelled(values: Mapping[str, object]) -> dict[str, object]:
    from diary.ui.parts.date_bar import day_words

    return {name: day_words(one) if isinstance(one, date) else one for name, one in values.items()}


def _moment(store: Store, own: Mapping[str, object], before: Any, at: time) -> tuple[Moment, bool]:
    """The moment of a clock time on the record's day, and whether it is still to come."""
    day = own.get("day")
    assert isinstance(day, date)  # a form that asks a time asks the day and needs it
    old = getattr(before, "at", None)
    if old is not None and before.day == day and (old.local.hour, old.local.minute) == (at.hour, at.minute):
        return old, False
    moment = moment_on(store, day)(at.hour * 60 + at.minute)
    return moment, moment.local > store.now().local


def _next_position(store: Store, noun: Noun) -> int:
    from diary.storage import life_queries

    kept: list[Any] = store.ask(life_queries.all_of, PLAIN[noun])
    return max((one.position for one in kept), default=-1) + 1


def first_step(
    store: Store, treatment: Record, values: Mapping[str, object]
) -> tuple[DoseStep | None, dict[str, str]]:
    """The first dose step told with a new treatment, and what is still open about it; None where untold."""
    said = {name.removeprefix(STEP): one for name, one in values.items() if name.startswith(STEP)}
    if not any(one not in (None, "") for one in said.values()):
        return None, {}
    since = values.get("started")
    problems = {f"{STEP}{name}": say("form.needed") for name in ("amount", "times") if said.get(name) is None}
    if since is None:
        problems["started"] = say("form.since_needed")
    if problems:
        return None, problems
    step: Any = DoseStep(uid=store.make_uid(), treatment=treatment.uid, since=since, **said)  # type: ignore[arg-type]
    found = rules.check(step, {}, store.today())
    return step, {f"{STEP}{one.field}": say(one.key, **one.values) for one in found}


# --- deleting


def deletion(store: Store, record: Record) -> list[Replace]:
    """The record and all that is nothing without it go; what only named it stays, and names it no more."""
    gone, kept = _touched(store, [record])
    return [
        *(Replace(before=one, after=None) for one in reversed(gone)),
        *kept,
        Replace(before=record, after=None),
    ]


def _touched(store: Store, records: Sequence[Record]) -> tuple[list[Record], list[Replace]]:
    """What goes with records of one noun, and what of them is cleared elsewhere."""
    noun, uids = records[0].noun, {one.uid for one in records}
    gone: list[Record] = []
    kept: list[Replace] = []
    for link in STAYS_UNNAMED.get(noun, ()):
        cleared: dict[str, Any] = {link.field: None}
        kept += [Replace(before=one, after=replace(one, **cleared)) for one in _naming(store, link, uids)]
    for link in GOES_WITH.get(noun, ()):
        if link.noun in PLAIN and (found := _naming(store, link, uids)):
            further, also_kept = _touched(store, found)
            gone += found + further
            kept += also_kept
    return gone, kept


def _naming(store: Store, link: Link, uids: set[str]) -> list[Record]:
    """The records whose field names any of `uids`."""
    from diary.storage import life_queries

    kind, naming = PLAIN[link.noun], life_queries.naming
    if len(uids) == 1:
        return list(store.ask(naming, kind, link.field, next(iter(uids))))
    return [one for one in store.ask(life_queries.all_of, kind) if getattr(one, link.field) in uids]


def counted(steps: list[Replace], record: Record) -> dict[Noun, int]:
    """How many records of each noun go with a record."""
    return dict(Counter(step.noun for step in steps if step.after is None and step.uid != record.uid))
