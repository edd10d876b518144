"""What every resource is made from: the record, who wrote it, and the frame of an Observation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from diary.exchange.csv_table import Changes, class_of
from diary.exchange.fhir.codes import concept, local, standard_concept
from diary.exchange.fhir.values import Json, instant, note, ref, some, uid_of, untold_time
from diary.models import moments
from diary.models.codes import AuthorRole, Lateness, SourceKind
from diary.models.measures import BY_CODE
from diary.models.provenance import TYPED
from diary.storage.reading import SELF
from diary.wording import say

if TYPE_CHECKING:
    from datetime import date

    from diary.models.moments import Moment
    from diary.models.provenance import Provenance, Source
    from diary.models.records import Entry, Measure
    from diary.storage.snapshot import Snapshot


class Told(NamedTuple):
    """One of several things that a resource tells: its section, what it is counted as, its `value[x]`."""

    section: str
    name: str
    value: Json


class Made(NamedTuple):
    """One resource: its section, what wrote it, its record's uid, what the reader is told of it.

    `name` is what it is counted as in the section's table, `line` a line of its own; `parts` are records
    that went into it, as a step of a plan into a treatment; `told` is counted instead of `name` where a
    resource tells several things.
    """

    section: str
    resource: Json
    written: Provenance | None = None
    record: str = ""
    name: str = ""
    line: str = ""
    parts: tuple[tuple[Provenance | None, str], ...] = ()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """The record with what is looked up in it again and again; `root` tells this diary from others."""

    whole: Snapshot
    made: Moment
    changes: Changes
    measures: dict[str, Measure]
    root: str
    authors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, whole: Snapshot, made: Moment) -> Material:
        """The material of a record."""
        person = next(iter(whole.people), None)
        first = person.written.first if person is not None and person.written is not None else ""
        root = first or (whole.changes[0].uid if whole.changes else str(made))
        authors = {
            one.uid: uid_of("helper", root, one.uid)
            for one in whole.authors
            if one.role is not AuthorRole.SELF and one.uid != SELF
        }
        authors |= {one.uid: uid_of("person", root) for one in whole.authors if one.uid not in authors}
        measures = {**BY_CODE, **{one.code: one for one in whole.measures}}
        return cls(whole, made, Changes(whole), measures, root, {SELF: uid_of("person", root), **authors})

    @property
    def person(self) -> Json:
        """The one this is about."""
        return ref(uid_of("person", self.root))

    @property
    def app(self) -> Json:
        """The diary itself."""
        return ref(uid_of("app", self.root))

    def author(self, uid: str) -> Json | None:
        """Who wrote, None where nobody knows that."""
        found = self.authors.get(uid)
        return ref(found) if found else None

    def writer(self, written: Provenance | None) -> Json | None:
        """Who first wrote something."""
        change = self.changes.get(written.first) if written is not None else None
        return self.author(change.author) if change is not None else None

    def source(self, source: Source) -> Json | None:
        """The device or app that something came from."""
        if source.kind is SourceKind.TYPED:
            return None
        return ref(uid_of("source", self.root, source.kind, source.name))

    def recorded(self, written: Provenance | None) -> Moment | None:
        """When something was first written."""
        change = self.changes.get(written.first) if written is not None else None
        return change.at if change is not None else None

    def lateness_of(self, day: date, written: Provenance | None) -> Lateness | None:
        """How late a record other than an entry was told."""
        change = self.changes.get(written.first) if written is not None else None
        return moments.lateness(day, change.day) if change is not None else None

    def lateness(self, entry: Entry, written: Provenance | None) -> Lateness | None:
        """How late a part of an entry was told; imported parts by what their source gave."""
        return class_of(entry, written, self.changes) if written is not None else None


def tags(lateness: Lateness | None, source: Source = TYPED, *, computed: bool = False) -> Json | None:
    """The marks of what was late, from memory, brought in or worked out; None where there is none."""
    found = local("lateness", lateness) if lateness not in (None, Lateness.SAME_DAY) else []
    if source.kind is not SourceKind.TYPED:
        found += local("source", source.kind)
    if computed:
        found += local("source", "computed")
    return {"tag": found} if found else None


def frame(kind: str, uid: str, **fields: Any) -> Json:
    """A resource of a kind, with the fields that hold something."""
    return {"resourceType": kind, "id": uid, **some(**fields)}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What all Observations of one sitting share: by whom, about when, when written, how late, from where."""

    material: Material
    when: Json
    written: Provenance | None
    by: Json | None
    lateness: Lateness | None = None
    source: Source = TYPED
    at: Moment | None = None

    def observation(self, uid: str, code: Json, value: Json | None = None, **more: Any) -> Json:
        """An Observation; `value` holds its `value[x]`, absent where there is none."""
        material, written = self.material, self.written
        computed = bool(more.pop("computed", False))
        clock = untold_time(self.at)
        if clock is not None:
            more["note"] = [*(more.get("note") or []), *note(say("fhir.local_time", time=clock))]
        recorded = material.recorded(written)
        stamp = instant(recorded) if recorded is not None else None
        amended = written is not None and written.first != written.last
        return frame(
            "Observation",
            uid,
            meta=tags(self.lateness, self.source, computed=computed),
            status="amended" if amended else "final",
            category=[standard_concept("observation-category", "survey")],
            code=code,
            subject=material.person,
            **self.when,
            issued=stamp,
            performer=[self.by] if self.by is not None else None,
            device=material.source(self.source),
            **(value or {}),
            **more,
        )


def about_record(
    material: Material, written: Provenance | None, when: Json, day: date | None = None
) -> About:
    """What the Observations of a record other than an entry share; `day` is the one it is late for."""
    late = material.lateness_of(day, written) if day is not None else None
    by = material.writer(written)
    return About(material=material, when=when, written=written, by=by, lateness=late)


def kind_of(code: str, words: str | None = None) -> Json:
    """The code of an Observation that is no measure, in the words of the catalogue or in others."""
    return concept("observation", code, words or say(f"fhir.kind.{code}"))


def component(code: str, value: Json) -> Json:
    """A part of an Observation, named in the words of the catalogue."""
    return {"code": concept("part", code, say(f"fhir.part.{code}")), **value}
