"""What a change of the record did, in one line of Recent changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from diary.models.codes import Noun, Verb
from diary.models.inquiry import LOOKED, SEEN
from diary.models.nouns import PLAIN
from diary.models.records import Erased, Record
from diary.models.story import Response
from diary.models.views import ChangeRow
from diary.ui.parts.date_bar import day_words
from diary.wording import catalogue, say, say_n

NOT_BACK = frozenset({Noun.GIVEN_EXPORT, Noun.ERASED})
"""Facts of what happened outside the diary, or for good: there is no Undo for them."""

LOOKING = frozenset({(Noun.SETTING, SEEN), (Noun.SETTING, LOOKED)})
"""Settings that nobody chose: they note which links were looked at."""

MOST_NAMED = 3
"""So many erased parts are named."""

About = Sequence[tuple[Record, Record | None]]
"""The first records that a change touched, each with the treatment or goal that it belongs to."""


def lasting(row: ChangeRow) -> bool:
    """Whether a change offers no Undo: nothing of it is left, or it is a fact that stays."""
    return (
        row.change.verb is Verb.ERASE
        or not row.records
        or NOT_BACK.issuperset(row.nouns)
        or _tells_of_looking(row)
    )


def _tells_of_looking(row: ChangeRow) -> bool:
    """Whether all it notes is that numbers were seen, which cannot be made undone."""
    return bool(row.touched) and all(key in LOOKING for key in row.touched)


def what_words(row: ChangeRow, today: date, about: About = ()) -> str:
    """What a change did: "Changed Wed 18 Nov", "Deleted Tramadol with 20 doses", "Erased: Mood"."""
    if row.change.verb is Verb.ERASE:
        return _erased_words(row, about)
    if not row.records:
        return say("history.change.since_erased")
    if _tells_of_looking(row):
        return say("history.change.looked")
    counts = Counter(noun for noun, _ in row.touched)
    parts = [_part(row, noun, n, today) for noun, n in counts.items()]
    named = _named(about) if counts[row.touched[0][0]] == 1 else ""
    what = ", ".join(parts)
    if named:
        rest = _listed(parts[1:])
        what = say("history.change.with", name=named, rest=rest) if rest else named
    source = row.change.source.name or say("history.source.this")
    return say(f"history.change.{row.change.verb}", what=what, source=source)


def _part(row: ChangeRow, noun: Noun, n: int, today: date) -> str:
    if noun is Noun.PERSON:
        return say("history.change.person")
    if noun is not Noun.ENTRY:
        return say_n(f"history.change.{noun}", n)
    first, last = _short(row.days[0], today), _short(row.days[-1], today)
    if len(row.days) == 1:
        return first
    period = say("history.change.from_to", since=first, until=last)
    return say("history.change.entries_days", entries=say_n("history.change.entries", n), period=period)


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return say("history.change.and", parts=", ".join(parts[:-1]), last=parts[-1])


def _named(about: About) -> str:
    """The first record by its name, or by that of the treatment or goal it belongs to; "" without one."""
    from diary.ui.forms.naming import short_name

    if not about or about[0][0].noun not in PLAIN:
        return ""
    record, owner = about[0]
    if isinstance(record, Response):
        from diary.insight.instruments import CODES, instrument

        return instrument(record.instrument).title if record.instrument in CODES else record.instrument
    if (key := f"history.change.of.{record.noun}") in catalogue():
        return say(key, name=short_name(owner)) if owner is not None else ""
    return "" if record.noun in (Noun.ERASED, Noun.GIVEN_EXPORT, Noun.ATTRIBUTION) else short_name(record)


def _erased_words(row: ChangeRow, about: About) -> str:
    facts = [one for one, _ in about if isinstance(one, Erased)]
    names = list(dict.fromkeys(_part_name(one) for one in facts))[:MOST_NAMED]
    rest = sum(noun is Noun.ERASED for noun, _ in row.touched) - len(facts)
    if names and rest > 0:
        names.append(say_n("history.change.others", rest))
    return (
        say("history.change.erased_parts", parts=_listed(names))
        if names
        else say("history.change.was_erased")
    )


def _part_name(fact: Erased) -> str:
    """The part that was erased: "Mood", "Note", "a place"; the noun where all of it went."""
    kind, _, name = fact.what.partition(":")
    if not kind:
        return (
            say_n(f"history.change.{fact.of}", 1)
            if fact.of is not Noun.ENTRY
            else say_n("history.change.entries", 1)
        )
    keys = (f"measure.{name}.name", f"erase.field.{kind}", f"history.change.part.{kind}")
    return next((say(key) for key in keys if key in catalogue()), say("history.change.part.other"))


def _short(day: date, today: date) -> str:
    return day_words(day, "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy")
