"""Who is who: the person with only what was ticked, those who help to write, the diary, other sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary import __version__
from diary.exchange.fhir.codes import concept
from diary.exchange.fhir.material import About, Made, Material, frame, kind_of
from diary.exchange.fhir.values import uid_of, words
from diary.models.codes import SourceKind
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

PEOPLE = ""
"""What stands in no section: it is named by nearly everything else."""


def people(material: Material) -> Iterator[Made]:
    """The person first, then those who help, then the diary and the sources of what was brought in."""
    yield _patient(material)
    yield from _helpers(material)
    yield from _devices(material)


def _patient(material: Material) -> Made:
    uid = uid_of("person", material.root)
    person = next(iter(material.whole.people), None)
    name = words(person.name) if person is not None else None
    born = person.born.isoformat() if person is not None and person.born is not None else None
    pseudonym = {"use": "anonymous", "text": say("fhir.pseudonym", code=uid[:6].upper())}
    resource = frame("Patient", uid, name=[{"text": name} if name else pseudonym], birthDate=born)
    return Made(PEOPLE, resource, None if person is None else person.written, "person")


def told_of_self(material: Material) -> Iterator[Made]:
    """What the person wrote about themselves, where it is ticked."""
    for person in material.whole.people:
        text = words(person.note)
        if text:
            by = material.person
            about = About(material=material, when={}, written=person.written, by=by)
            uid = uid_of("person-note", material.root, person.uid)
            resource = about.observation(uid, kind_of("person_note"), {"valueString": text})
            yield Made("story", resource, person.written, person.uid, line=text)


def _helpers(material: Material) -> Iterator[Made]:
    me = uid_of("person", material.root)
    for author in material.whole.authors:
        uid = material.authors[author.uid]
        if uid != me:
            name = words(author.name)
            role = concept("role", author.role, say(f"fhir.role.{author.role}"))
            resource = frame(
                "RelatedPerson",
                uid,
                patient=material.person,
                relationship=[role],
                name=[{"text": name}] if name else None,
            )
            yield Made(PEOPLE, resource, author.written, author.uid)


def _devices(material: Material) -> Iterator[Made]:
    uid, app = uid_of("app", material.root), say("app.name")
    named = [{"name": app, "type": "user-friendly-name"}]
    version = [{"value": __version__}]
    yield Made(PEOPLE, frame("Device", uid, deviceName=named, type={"text": app}, version=version))
    sources = {(one.source.kind, one.source.name) for one in material.whole.entries}
    for kind, name in sorted(sources):
        if kind is not SourceKind.TYPED:
            told = words(name) or say(f"fhir.source.{kind}")
            yield Made(
                PEOPLE,
                frame(
                    "Device",
                    uid_of("source", material.root, kind, name),
                    deviceName=[{"name": told, "type": "user-friendly-name"}],
                    type=concept("source", kind, say(f"fhir.source.{kind}")),
                ),
            )
