"""Documents as tests read them: written, parsed, and walked through."""

from __future__ import annotations

import io
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from diary.exchange.fhir.bundle import write_fhir
from diary.models.moments import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.storage.snapshot import Snapshot

MADE = Moment(datetime(2026, 11, 22, 21, 0), 60, "Europe/Berlin")  # noqa: DTZ001  Moment.local is naive
LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"

Json = dict[str, Any]


def written(whole: Snapshot) -> bytes:
    """Return the document of a record as it is written."""
    stream = io.BytesIO()
    write_fhir(whole, stream, made=MADE)
    return stream.getvalue()


def bundle(whole: Snapshot) -> Json:
    """Return the document of a record."""
    found: Json = json.loads(written(whole))
    return found


def resources(document: Json, kind: str = "") -> list[Json]:
    """Return the resources of a kind, or all."""
    every = [entry["resource"] for entry in document["entry"]]
    return [one for one in every if not kind or one["resourceType"] == kind]


def walk(value: Any) -> Iterator[Json]:
    """Yield every object inside a value, itself too."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from walk(one)
    elif isinstance(value, list):
        for one in value:
            yield from walk(one)


def codes(concept: Json) -> set[str]:
    """Return the codes of a concept."""
    return {one["code"] for one in concept.get("coding", [])}


def observations(document: Json, code: str) -> list[Json]:
    """Return the Observations with a code, ours or a standard's."""
    return [one for one in resources(document, "Observation") if code in codes(one["code"])]


def answers(document: Json, code: str) -> list[Json]:
    """Return what tells a code: Observations, and parts with what their Observation says besides."""
    shared = ("status", "issued", "meta", "device", "effectivePeriod", "effectiveDateTime")
    found = observations(document, code)
    for one in resources(document, "Observation"):
        besides = {name: one[name] for name in shared if name in one}
        found += [{**besides, **part} for part in one.get("component", []) if code in codes(part["code"])]
    return found


def references(document: Json) -> set[str]:
    """Return what is referred to."""
    return {one["reference"] for one in walk(document) if isinstance(one.get("reference"), str)}
