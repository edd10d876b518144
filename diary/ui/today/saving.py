"""From a form to the record: the replacements that save it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.measures import WORDING_VERSION
from diary.models.moments import Moment
from diary.models.records import Area, Entry, Reading, Replace, SleepPiece
from diary.ui.today.place import Place
from diary.ui.today.sitting import About, Sitting


def to_steps(
    sitting: Sitting,
    about: About,
    before: Mapping[EntryKind, Entry | None],
    make_uid: Callable[[], str],
) -> tuple[Replace, ...]:
    """The replacements that save a form: one for each kind of entry it writes; () where nothing is said.

    `before` holds the live entries as they were read. Unconfirmed places are left out. An entry that holds
    nothing any more is deleted, since a day without entry is not an empty answer.
    """
    steps = []
    for kind in _kinds(sitting, about, before):
        old = before.get(kind)
        after = _entry(sitting.kept(), about, kind, old, make_uid)
        if old is not None or _holds(after):
            steps.append(Replace(before=old, after=after if _holds(after) else None))
    return tuple(steps)


def _kinds(sitting: Sitting, about: About, before: Mapping[EntryKind, Entry | None]) -> tuple[EntryKind, ...]:
    """The kinds of entry that a form writes: its own first."""
    night = before.get(EntryKind.NIGHT)
    slept = about.kind is EntryKind.DAY and (sitting.sleep or (night is not None and night.sleep))
    return tuple(dict.fromkeys((about.kind, *about.kept_in.values(), *((EntryKind.NIGHT,) if slept else ()))))


def _holds(entry: Entry) -> bool:
    said = entry.note or entry.doing or entry.helped or entry.until is not None
    return bool(entry.readings or entry.areas or entry.sleep or entry.answered or said)


def _entry(
    sitting: Sitting, about: About, kind: EntryKind, old: Entry | None, make_uid: Callable[[], str]
) -> Entry:
    entry = old or Entry(uid=make_uid(), kind=kind, day=about.day, author=about.author)
    shown = tuple(code for code, kept_in in about.kept_in.items() if kept_in is kind)
    # Readings that this form does not show stay as they are.
    unseen = [one for one in entry.readings if one.measure not in shown]
    seen = [_reading(code, sitting, entry, about) for code in shown if code in sitting.answered]
    readings = tuple(sorted((*unseen, *seen), key=lambda one: one.measure))
    asked = (code for code in about.asked if about.kept_in[code] is kind)
    entry = replace(entry, readings=readings, asked=tuple(dict.fromkeys((*entry.asked, *asked))))
    if kind is not about.kind:
        return replace(entry, sleep=_sleep(sitting, entry)) if kind is EntryKind.NIGHT else entry
    answered = dict(sitting.answers)
    if sitting.places:
        answered[AnswerList.PLACES] = Answered.SOME
    elif sitting.nothing_hurts:
        answered[AnswerList.PLACES] = Answered.NONE
    return replace(
        entry,
        day=about.day,
        at=about.at,
        until=sitting.until,
        doing=sitting.doing,
        helped=sitting.helped,
        note=sitting.note,
        answered=answered,
        areas=tuple(_area(place, entry, about) for place in sitting.places),
    )


def _reading(code: str, sitting: Sitting, entry: Entry, about: About) -> Reading:
    value, text = sitting.values.get(code), sitting.texts.get(code)
    old = entry.reading(code)
    if old is not None and old.value == value and (value is not None or old.text == text):
        return old
    wording = about.wordings.get(code, WORDING_VERSION)
    number = None if value is None else float(value)
    if old is not None:
        return replace(old, value=number, text=text, wording=wording)
    return Reading(measure=code, value=number, text=text, wording=wording)


def _sleep(sitting: Sitting, entry: Entry) -> tuple[SleepPiece, ...]:
    written = {one.uid: one.written for one in entry.sleep}
    return tuple(replace(one, written=written.get(one.uid)) for one in sitting.sleep)


def _area(place: Place, entry: Entry, about: About) -> Area:
    old = next((one for one in entry.areas if one.uid == place.uid), None)
    area = old or Area(uid=place.uid)
    return replace(
        area,
        severity=place.severity,
        qualities=place.qualities,
        regions=place.area_regions(),
        depth=place.depth,
        limb=place.limb,
        at=_moment(place.clock_min, area.at, about),
        figure_version=place.figure_version,
        grid_version=place.grid_version,
        strokes=place.strokes,
        site=place.site,
    )


def _moment(clock_min: int | None, kept: Moment | None, about: About) -> Moment | None:
    """The moment of a place: as it was kept where its time is still the same."""
    if kept is not None and clock_min == kept.local.hour * 60 + kept.local.minute:
        return kept
    return None if clock_min is None or about.moment is None else about.moment(clock_min)
