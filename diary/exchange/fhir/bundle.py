"""The record as one FHIR R4 document Bundle: the same bytes for the same record and moment."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from diary.exchange.fhir.care import care
from diary.exchange.fhir.composition import Contents
from diary.exchange.fhir.material import Material
from diary.exchange.fhir.medicines import medicines
from diary.exchange.fhir.observations import entries
from diary.exchange.fhir.person import people, told_of_self
from diary.exchange.fhir.provenance import Acts
from diary.exchange.fhir.questionnaires import questionnaires
from diary.exchange.fhir.story import story
from diary.exchange.fhir.values import Json, instant, uid_of
from diary.exchange.selection import is_sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diary.exchange.fhir.material import Made
    from diary.models.moments import Moment
    from diary.storage.snapshot import Snapshot

MADE_UP = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason",
    "code": "HTEST",
    "display": "test health data",
}
"""Says that the person is made up (HL7 v3 ActReason, as FHIR R4 has it among its security labels)."""

PARTS = (people, told_of_self, entries, questionnaires, medicines, care, story)
"""What resources are made of, in the order in which they stand in the document."""


def write_fhir(
    whole: Snapshot, stream: BinaryIO, *, made: Moment, tick: Callable[[], None] | None = None
) -> None:
    """Writes a record that was already selected, as UTF-8 JSON, one resource a line.

    `made` is now; where its offset is not known it is taken for UTC, since a document needs an instant.
    `tick` is called for every resource and may raise, to stop.
    """
    material = Material.of(whole, made if made.offset_min is not None else replace(made, offset_min=0))
    written, composition = _entries(material, tick or _go_on)
    told = sha256(composition)
    for one in written:
        told.update(one)
    uid = uid_of("bundle", told.hexdigest())
    head: Json = {
        "resourceType": "Bundle",
        "id": uid,
        "identifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{uid}"},
        "type": "document",
        "timestamp": instant(material.made),
    }
    if is_sample(whole):
        head["meta"] = {"security": [MADE_UP]}
    stream.write(_json(head)[:-1] + b',"entry":[\n' + composition)
    for one in written:
        stream.write(b",\n" + one)
    stream.write(b"\n]}\n")


def _entries(material: Material, tick: Callable[[], None]) -> tuple[list[bytes], bytes]:
    """Every resource but the first as an entry in JSON, and the Composition, which names them."""
    contents, acts = Contents(), Acts(material)
    written: list[bytes] = []
    for made in chain(_noted(material, acts), acts.resources()):
        tick()
        contents.add(made)
        written.append(_entry(made.resource))
    return written, _entry(contents.composition(material))


def _noted(material: Material, acts: Acts) -> Iterator[Made]:
    """Everything but the acts, which are noted on the way."""
    for part in PARTS:
        for made in part(material):
            acts.note(made)
            yield made


def _entry(resource: Json) -> bytes:
    return _json({"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource})


def _json(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def _go_on() -> None:
    """Nothing stops the export."""
