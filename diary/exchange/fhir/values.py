"""Small parts of FHIR: identities, texts, dates and quantities as R4 wants them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from diary.models.units import unit_of
from diary.wording.treatment_words import rough_words

if TYPE_CHECKING:
    from diary.models.moments import Moment
    from diary.models.rough import Rough

Json = dict[str, Any]

NAMESPACE = UUID("5f0c7a0e-3a55-5d0c-9a39-0d1f7f4a6b52")
"""What the identities of all resources are derived in; it never changes."""

LOCAL = "urn:nerve-diary:"
"""How the diary's own code systems and extensions begin."""

UCUM = "http://unitsofmeasure.org"

UCUM_OF = {
    "min": "min",
    "s": "s",
    "%": "%",
    "mmol/l": "mmol/L",
    "mg/dl": "mg/dL",
    "mg": "mg",
    "ug": "ug",
    "g": "g",
    "ml": "mL",
    "drops": "[drp]",
}
"""The UCUM code of a unit; other units are told by their word alone."""

_MOST_INT = 2**31 - 1
_NOT_WRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def uid_of(*parts: object) -> str:
    """The identity of what these parts name: the same for the same parts, in every export."""
    return str(uuid5(NAMESPACE, "/".join([str(one) for one in parts])))


def ref(uid: str) -> Json:
    """A reference to a resource of this document."""
    return {"reference": f"urn:uuid:{uid}"}


def some(**fields: Any) -> Json:
    """The fields that hold something: absent stays absent; a name ending in `_` loses that."""
    return {
        name.rstrip("_"): one for name, one in fields.items() if one is not None and one not in ("", [], {})
    }


def words(text: str | None) -> str | None:
    """A text without what JSON readers and XHTML refuse; None where nothing is left."""
    if not text:
        return None
    return _NOT_WRITTEN.sub("", text).strip() or None


def code_of(text: str) -> str | None:
    """A text as a `code`: single spaces, none at the ends."""
    return " ".join((words(text) or "").split()) or None


def note(*texts: str | None) -> list[Json]:
    """Annotations of these texts; empty ones are left out."""
    return [{"text": said} for one in texts if (said := words(one))]


def number(value: float) -> int | float:
    """A number without a needless point."""
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def as_integer(value: float) -> int | None:
    """The value as a FHIR integer, None where it is none."""
    return int(value) if float(value).is_integer() and abs(value) <= _MOST_INT else None


def quantity(value: float, unit: str, *, ucum: str | None = None) -> Json:
    """An amount in a unit of the diary, with its UCUM code where there is one."""
    known = unit_of(unit)
    code = ucum or UCUM_OF.get(str(known) if known else unit.strip().casefold())
    coded = {"system": UCUM, "code": code} if code else {}
    return some(value=number(float(value)), unit=words(unit), **coded)


def score(value: float) -> Json:
    """A number on a scale, as software for questionnaires reads it."""
    return {"value": number(float(value)), "unit": "score", "system": UCUM, "code": "{score}"}


def extension(name: str, **value: Any) -> Json:
    """An extension of our own: one value, under its `value[x]` name."""
    return {"url": f"{LOCAL}{name}", **value}


def instant(moment: Moment) -> str | None:
    """A moment as an instant; None where its offset is not known, which an instant must say."""
    if moment.offset_min is None:
        return None
    sign = "-" if moment.offset_min < 0 else "+"
    hours, minutes = divmod(abs(moment.offset_min), 60)
    return f"{moment.local.isoformat()}{sign}{hours:02}:{minutes:02}"


def at_moment(name: str, moment: Moment) -> Json:
    """A moment as the dateTime `name`; without an offset the day alone, since a time would need one."""
    return {name: instant(moment) or moment.local.date().isoformat()}


def moment_value(moment: Moment) -> Json:
    """A moment as a value; without an offset the local time as text."""
    stamp = instant(moment)
    return {"valueString": moment.local.isoformat()} if stamp is None else {"valueDateTime": stamp}


def untold_time(moment: Moment | None) -> str | None:
    """The local time of a moment whose offset is not known, which a dateTime cannot say."""
    return moment.local.isoformat() if moment is not None and moment.offset_min is None else None


def rough(name: str, when: Rough | None) -> Json:
    """A date as far as it is known, as the dateTime `name`; "about" is for `onset` to say, or the notes."""
    return {} if when is None else {name: str(when).lstrip("~")}


def told(name: str, when: Rough | None) -> Json:
    """A rough date as `nameDateTime`, or as `nameString` in words where it is only about that."""
    if when is not None and when.about:
        return {f"{name}String": rough_words(when)}
    return rough(f"{name}DateTime", when)


def period(start: Rough | None, end: Rough | None) -> Json:
    """A time between two dates; an end that is no clear later date than the start is left to the notes."""
    found = _bound("start", start)
    if end is not None and (start is None or is_clear(start, end)):
        found |= _bound("end", end)
    return found


def _bound(name: str, when: Rough | None) -> Json:
    """One end of a time; that it is only about then stands in an extension."""
    found = rough(name, when)
    if when is not None and when.about:
        found[f"_{name}"] = {"extension": [extension("about", valueBoolean=True)]}
    return found


def is_clear(start: Rough, end: Rough) -> bool:
    """Whether `end` is not before `start` and can be compared with it digit by digit."""
    first, last = str(start).lstrip("~"), str(end).lstrip("~")
    return first <= last if len(first) == len(last) else start.last < end.first


def days(since: date, until: date) -> Json:
    """A time of whole days, both included."""
    first, last = min(since, until), max(since, until)
    return {"start": first.isoformat(), "end": last.isoformat()}


def stretch(start: Moment | None, end: Moment | None) -> Json:
    """A time between two moments of known offset; an end before the start is left out."""
    found = {}
    if start is not None and (stamp := instant(start)) is not None:
        found["start"] = stamp
    if end is not None and (stamp := instant(end)) is not None:
        ordered = start is None or start.utc is None or end.utc is None or start.utc <= end.utc
        found |= {"end": stamp} if ordered else {}
    return found


def night_of(day: date) -> Json:
    """The night that ends on a day."""
    return days(day - timedelta(days=1), day)
