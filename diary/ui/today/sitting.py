"""What stands in the form: plain values that become records when saved, and JSON while they are typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from diary.models.codes import Answered, AnswerList, Depth, EntryKind, Limb
from diary.models.measures import WORDING_VERSION
from diary.models.moments import Moment
from diary.models.plain import from_plain, to_plain
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Reading, Replace, Stroke
from diary.models.rules import check_stroke

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place in the form; `carried` until confirmed, `last_severity` only as words beside the row.

    `coverage` holds the share of each region that is marked in part; the others are marked whole. `clock_min`
    is a time of its own, minutes after midnight.
    """

    uid: str
    severity: int | None = None
    qualities: tuple[AreaQuality, ...] = ()
    regions: tuple[str, ...] = ()
    coverage: Mapping[str, float] = field(default_factory=dict)
    strokes: tuple[Stroke, ...] = ()
    figure_version: str | None = None
    grid_version: str | None = None
    depth: Depth | None = None
    limb: Limb = Limb.PRESENT
    clock_min: int | None = None
    carried: bool = False
    last_severity: int | None = None

    @property
    def is_unanswered(self) -> bool:
        """Whether nothing was said yet of how it feels there."""
        return not (self.qualities or self.carried) and self.severity is None

    def area_regions(self) -> tuple[AreaRegion, ...]:
        """The regions as the record keeps them."""
        return tuple(AreaRegion(region=one, coverage=self.coverage.get(one, 1.0)) for one in self.regions)

    def with_regions(self, regions: Iterable[AreaRegion]) -> Place:
        """The place with these regions."""
        listed = tuple(regions)
        return replace(
            self,
            regions=tuple(one.region for one in listed),
            coverage={one.region: one.coverage for one in listed if one.coverage != 1.0},
        )

    def has_quality(self, code: str | None, own_word: str | None = None) -> bool:
        """Whether the place feels like that."""
        return any(one.code == code and one.own_word == own_word for one in self.qualities)

    def with_strength(self, key: str, strength: int | None) -> Place:
        """The place with the strength of one of its qualities (code or own word), or without it."""
        changed = (
            replace(one, strength=strength) if key in (one.code, one.own_word) else one
            for one in self.qualities
        )
        return replace(self, qualities=tuple(changed))

    def strength(self, key: str) -> int | None:
        """How strong a quality (code or own word) is, None where that was not answered."""
        return next((one.strength for one in self.qualities if key in (one.code, one.own_word)), None)

    def with_quality(self, code: str | None, own_word: str | None = None) -> Place:
        """The place with a quality put on, or taken off where it was."""
        if self.has_quality(code, own_word):
            kept = tuple(one for one in self.qualities if (one.code, one.own_word) != (code, own_word))
        else:
            kept = (*self.qualities, AreaQuality(code=code, own_word=own_word))
        return replace(self, qualities=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """All that one form holds. Values and texts absent from the mappings were not answered."""

    values: Mapping[str, int] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    nothing_hurts: bool = False
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that could be saved."""
        return self == Sitting()

    @property
    def unconfirmed(self) -> tuple[Place, ...]:
        """The places carried over and not confirmed: they are not recorded."""
        return tuple(one for one in self.places if one.carried)

    @property
    def confirmed(self) -> tuple[Place, ...]:
        """The places that are recorded."""
        return tuple(one for one in self.places if not one.carried)

    def with_value(self, measure: str, value: int | None) -> Sitting:
        """The sitting with one answer given or taken back."""
        values = {code: one for code, one in self.values.items() if code != measure}
        if value is not None:
            values[measure] = value
        return replace(self, values=values)

    def with_place(self, place: Place) -> Sitting:
        """The sitting with a place changed, or added where it is new; pain somewhere is not nothing."""
        known = any(one.uid == place.uid for one in self.places)
        places = tuple(place if one.uid == place.uid else one for one in self.places)
        return replace(self, places=places if known else (*places, place), nothing_hurts=False)

    def without_place(self, uid: str) -> Sitting:
        """The sitting without a place."""
        return replace(self, places=tuple(one for one in self.places if one.uid != uid))

    def place(self, uid: str | None) -> Place | None:
        """The place with that uid, or None."""
        return next((one for one in self.places if one.uid == uid), None)

    def over(self, base: Sitting) -> Sitting:
        """This typing laid over what the diary holds: what was typed stands, the rest is the diary's."""
        return Sitting(
            values={**base.values, **self.values},
            places=self.places or base.places,
            nothing_hurts=self.nothing_hurts or (base.nothing_hurts and not self.places),
            note=self.note or base.note,
        )

    def kept(self) -> Sitting:
        """What of it would be recorded: without places that are not confirmed."""
        return replace(self, places=self.confirmed)


def read_sitting(entries: Iterable[Entry | None]) -> Sitting:
    """The form as saved entries (day and night, or one moment) fill it."""
    values: dict[str, int] = {}
    places: tuple[Place, ...] = ()
    nothing = False
    note = ""
    for entry in entries:
        if entry is None:
            continue
        values |= {one.measure: int(one.value) for one in entry.readings if one.value is not None}
        if entry.kind is not EntryKind.NIGHT:
            places = tuple(_place(area) for area in entry.areas)
            nothing = entry.answered.get(AnswerList.PLACES) is Answered.NONE
            note = entry.note
    return Sitting(values=values, places=places, nothing_hurts=nothing, note=note)


def carried_places(last: Entry, make_uid: Callable[[], str]) -> tuple[Place, ...]:
    """The places of an earlier entry, to be confirmed: where and how, never a number."""
    return tuple(
        replace(
            _place(area),
            uid=make_uid(),
            severity=None,
            qualities=tuple(replace(one, strength=None) for one in area.qualities),
            clock_min=None,
            carried=True,
            last_severity=area.severity,
        )
        for area in last.areas
    )


def _place(area: Area) -> Place:
    place = Place(
        uid=area.uid,
        severity=area.severity,
        qualities=area.qualities,
        strokes=area.strokes,
        figure_version=area.figure_version,
        grid_version=area.grid_version,
        depth=area.depth,
        limb=area.limb,
        clock_min=None if area.at is None else area.at.local.hour * 60 + area.at.local.minute,
    )
    return place.with_regions(area.regions)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a form is about: day, kind of entry its places and note go to, which measures were on it.

    `moment` gives the moment of a time on that day, in minutes after midnight.
    """

    day: date
    author: str
    asked: Words
    kind: EntryKind = EntryKind.DAY
    at: Moment | None = None
    kept_in: Mapping[str, EntryKind] = field(default_factory=dict)
    moment: Callable[[int], Moment] | None = None


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
    for kind in dict.fromkeys((about.kind, *(about.kept_in[code] for code in about.asked))):
        old = before.get(kind)
        after = _entry(sitting.kept(), about, kind, old, make_uid)
        holds = after.readings or after.areas or after.sleep or after.answered or after.note
        if old is not None or holds:
            steps.append(Replace(before=old, after=after if holds else None))
    return tuple(steps)


def _entry(
    sitting: Sitting, about: About, kind: EntryKind, old: Entry | None, make_uid: Callable[[], str]
) -> Entry:
    entry = old or Entry(uid=make_uid(), kind=kind, day=about.day, author=about.author)
    asked = tuple(code for code in about.asked if about.kept_in[code] is kind)
    # Readings that this form does not show stay as they are.
    unseen = [one for one in entry.readings if one.measure not in asked]
    seen = [_reading(code, sitting.values[code], entry) for code in asked if code in sitting.values]
    readings = tuple(sorted((*unseen, *seen), key=lambda one: one.measure))
    asked_ever = tuple(dict.fromkeys((*entry.asked, *asked)))
    if kind is EntryKind.NIGHT and about.kind is not EntryKind.NIGHT:
        return replace(entry, readings=readings, asked=asked_ever)
    answered = {key: one for key, one in entry.answered.items() if key is not AnswerList.PLACES}
    if sitting.places:
        answered[AnswerList.PLACES] = Answered.SOME
    elif sitting.nothing_hurts:
        answered[AnswerList.PLACES] = Answered.NONE
    return replace(
        entry,
        day=about.day,
        at=about.at,
        note=sitting.note,
        answered=answered,
        asked=asked_ever,
        readings=readings,
        areas=tuple(_area(place, entry, about) for place in sitting.places),
    )


def _reading(code: str, value: int, entry: Entry) -> Reading:
    old = entry.reading(code)
    if old is not None and old.value == value:
        return old
    if old is not None:
        return replace(old, value=float(value), wording=WORDING_VERSION)
    return Reading(measure=code, value=float(value), wording=WORDING_VERSION)


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
    )


def _moment(clock_min: int | None, kept: Moment | None, about: About) -> Moment | None:
    """The moment of a place: as it was kept where its time is still the same."""
    if kept is not None and clock_min == kept.local.hour * 60 + kept.local.minute:
        return kept
    return None if clock_min is None or about.moment is None else about.moment(clock_min)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What is typed in a form: it, the versions of the entries it began from, a moment's local time."""

    sitting: Sitting
    began_from: Mapping[str, str] = field(default_factory=dict)
    at: datetime | None = None


def versions(entries: Iterable[Entry | None]) -> dict[str, str]:
    """The change that last wrote each of these entries, by the entry's uid."""
    return {one.uid: one.written.last for one in entries if one is not None and one.written is not None}


def to_draft(typed: Typed) -> dict[str, Any]:
    """JSON values of what is typed."""
    plain: dict[str, Any] = {"sitting": to_plain(typed.sitting), "began_from": dict(typed.began_from)}
    return plain if typed.at is None else {**plain, "at": typed.at.isoformat()}


def from_draft(plain: Any) -> Typed:
    """What was typed; NotPlainError, ValueError, TypeError or AttributeError where it is no draft."""
    at = plain.get("at")
    sitting = from_plain(Sitting, plain.get("sitting"), "draft")
    if any(problem for place in sitting.places for one in place.strokes for problem in check_stroke(one)):
        raise ValueError("a stroke that cannot be")
    return Typed(
        sitting=sitting,
        began_from=dict(plain.get("began_from", {})),
        at=None if at is None else datetime.fromisoformat(at),
    )
