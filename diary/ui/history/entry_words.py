"""An entry in words: when it was written, what it holds, what would go with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from diary.anatomy.kept import area_name
from diary.anatomy.naming import qualities_line
from diary.insight.nights import night
from diary.models.codes import EntryKind, Lateness, Limb, SourceKind
from diary.models.moments import Moment, lateness
from diary.models.records import Area, Author, Change, Entry, Measure, SleepPiece
from diary.ui.night.words import night_words
from diary.ui.parts.date_bar import day_words
from diary.wording import say, say_n
from diary.wording.answers import answer_words, measure_words, minutes_words


def moment_words(at: Moment, today: date) -> str:
    """A moment as "Wed 18 Nov 21:40", with the year where it is another one."""
    day = at.local.date()
    form = "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy"
    return say("history.when", day=day_words(day, form), time=f"{at.local:%H:%M}")


def author_words(uid: str, authors: Mapping[str, Author]) -> str:
    """Who wrote: the name they gave, else what they are to the person."""
    author = authors.get(uid)
    if author is None:
        return say("history.author.unknown")
    return author.name or say(f"history.author.{author.role}")


def class_of(entry: Entry, first: Change) -> Lateness:
    """How late an entry was first written; what came from elsewhere takes the moment its source gave."""
    if entry.source.kind is SourceKind.TYPED:
        return lateness(entry.day, first.day)
    undated = entry.source.kind is SourceKind.APP and entry.at is None and entry.kind is not EntryKind.NIGHT
    return Lateness.MEMORY if undated else Lateness.IMPORTED


def title_words(entry: Entry, today: date) -> str:
    """The day that an entry is about."""
    return day_words(entry.day, "dddd d MMMM" if entry.day.year == today.year else "dddd d MMMM yyyy")


def kind_words(entry: Entry) -> str:
    """What kind of entry it is: "Day entry", "Pain now, 14:10"."""
    time = f"{entry.at.local:%H:%M}" if entry.at else say("history.sleep.unknown")
    pain_now = entry.kind is EntryKind.MOMENT and (entry.reading("pain_now") is not None or entry.areas)
    return say("history.kind_line.pain_now" if pain_now else f"history.kind_line.{entry.kind}", time=time)


def written_words(
    entry: Entry, changes: Sequence[Change], authors: Mapping[str, Author], today: date, own: str
) -> str:
    """Kind, source, when written, how late and how often changed; `changes` the oldest first."""
    kind = kind_words(entry)
    if entry.source.name:
        kind = say("history.from_source", kind=kind, source=entry.source.name)
    first, when = changes[0], moment_words(changes[0].at, today)
    if entry.author != own:
        name = author_words(entry.author, authors)
        written = say("history.written_by", kind=kind, when=when, author=name)
    else:
        written = say("history.written", kind=kind, when=when)
    late = class_of(entry, first)
    parts = [written, say(f"history.late.{late}")]
    parts += [say_n("history.changed_n", len(changes) - 1)] if len(changes) > 1 else []
    return ", ".join(part for part in parts if part)


def place_words(area: Area) -> tuple[str, str]:
    """A place's name, and how it feels, with its own time if any: "Burning, touch hurts; skin; at 14:10"."""
    parts = [qualities_line(area.qualities)]
    parts += [say(f"history.depth.{area.depth}")] if area.depth is not None else []
    parts += [say(f"history.limb.{area.limb}")] if area.limb is not Limb.PRESENT else []
    parts += [say("history.place_at", time=_clock(area.at))] if area.at is not None else []
    return area_name(area), "; ".join(part for part in parts if part)


def answers(entries: Sequence[Entry], measures: Mapping[str, Measure]) -> list[tuple[str, str | None]]:
    """Each measure that was answered or asked, in the diary's order: its name and what was said."""
    order = {code: at for at, code in enumerate(measures)}
    found: dict[str, tuple[str, str | None]] = {}
    for entry in entries:
        for code in entry.asked:
            found.setdefault(code, (measure_words(code, measures), None))
        for reading in entry.readings:
            said = answer_words(reading, measures.get(reading.measure))
            found[reading.measure] = (measure_words(reading.measure, measures), said)
    return [found[code] for code in sorted(found, key=lambda code: order.get(code, len(order)))]


def sleep_words(piece: SleepPiece) -> str:
    """One stretch of sleep: "Asleep 23:10 to 06:40, 6 h 45 asleep"."""
    asleep = piece.asleep is not None or piece.awake is not None
    since, until = (piece.asleep, piece.awake) if asleep else (piece.bed, piece.up)
    minutes = None if piece.asleep_min is None else minutes_words(piece.asleep_min)
    if since is None and until is None:
        return say("history.sleep.only_minutes", minutes=minutes or say("history.sleep.unknown"))
    key = "nap" if piece.nap else "asleep" if asleep else "bed"
    times = {"since": _clock(since), "until": _clock(until)}
    line = say(f"history.sleep.{key}", **times)
    if asleep and not piece.nap and (piece.bed is not None or piece.up is not None):
        line = say("history.sleep.whole", bed=_clock(piece.bed), up=_clock(piece.up), **times)
    return line if minutes is None else say("history.sleep.minutes", line=line, minutes=minutes)


def computed_words(entry: Entry) -> str:
    """What follows from the times that the person gave; empty for a device or where nothing follows."""
    if entry.source.kind is not SourceKind.TYPED or not entry.sleep:
        return ""
    awake, given = (entry.reading(code) for code in ("awake_min", "sleep_min"))
    given_min = None if given is None else given.value
    found = night(entry.sleep, awake_min=None if awake is None else awake.value, given_min=given_min)
    return night_words(found, given_min)


def _clock(at: Moment | None) -> str:
    return say("history.sleep.unknown") if at is None else f"{at.local:%H:%M}"


def night_order(nights: Sequence[Entry]) -> list[Entry]:
    """Several sources about one night: own before device, then the longest; the first one is shown."""
    return sorted(nights, key=lambda one: (one.source.kind is not SourceKind.TYPED, -_asleep_min(one)))


def _asleep_min(night: Entry) -> float:
    reading = night.reading("sleep_min")
    if reading is not None and reading.value is not None:
        return reading.value
    return sum(piece.asleep_min or 0 for piece in night.sleep)


def goes_words(entries: Sequence[Entry]) -> str:
    """What goes when these entries are deleted: "8 answers, 2 places, the note"."""
    answered = sum(len(one.readings) for one in entries)
    places = sum(len(one.areas) for one in entries)
    pieces = sum(len(one.sleep) for one in entries)
    nights = any(one.kind is EntryKind.NIGHT for one in entries[1:])
    parts = [say_n("history.goes.answers", answered)] if answered else []
    parts += [say_n("history.goes.places", places)] if places else []
    flare = any(one.until is not None or one.doing or one.helped for one in entries)
    parts += [say("flare.goes")] if flare else []
    parts += [say("history.goes.note")] if any(one.note for one in entries) else []
    parts += [say_n("history.goes.sleep", pieces)] if pieces else []
    parts += [say("history.goes.night")] if nights else []
    return ", ".join(parts) or say("history.goes.nothing")
