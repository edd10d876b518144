"""Codes: our own beside those of LOINC and SNOMED CT, of which only verified ones ever leave."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from diary.anatomy.regions import FILE, all_regions
from diary.exchange.fhir.values import LOCAL, Json, code_of, some
from diary.exchange.fhir.values import words as written
from diary.paths import resource
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

TABLE = "fhir/codes.json"
LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"
WEAK = "weak"
"""How the note on a code of a place begins whose meaning was not checked twice."""


def concept(kind: str, code: str, words: str | None = None, *, standard: bool = True) -> Json:
    """What a code of ours means: the verified code of a standard if there is one, ours, and the words."""
    known = _verified().get((kind, code)) if standard else None
    return _named([*([known] if known else []), *local(kind, code)], words)


def _named(coding: list[Json], text: str | None) -> Json:
    """A concept with its words; one that says nothing at all is said to have no name."""
    return some(coding=coding, text=written(text)) or {"text": say("fhir.unnamed")}


def local(kind: str, code: str) -> list[Json]:
    """Our own coding; empty where the code is no code."""
    found = code_of(code)
    return [{"system": f"{LOCAL}{kind}", "code": found}] if found else []


def standard_concept(system: str, code: str) -> Json:
    """A concept of one of HL7's own code systems."""
    return {"coding": [{"system": f"http://terminology.hl7.org/CodeSystem/{system}", "code": code}]}


@cache
def _verified() -> dict[tuple[str, str], Json]:
    return {
        (row["kind"], row["local"]): some(system=row["system"], code=row["code"], display=row["display"])
        for row in json.loads(resource(TABLE).read_text(encoding="utf-8"))["codes"]
        if row["verified"]
    }


@cache
def _places() -> dict[str, tuple[Json | None, str]]:
    """By region: the verified SNOMED CT concept or a broader one, and the side in words."""
    broader = json.loads(resource(TABLE).read_text(encoding="utf-8"))["broader_places"]
    found: dict[str, tuple[Json | None, str]] = {}
    for row in json.loads(resource(FILE).read_text(encoding="utf-8"))["regions"]:
        coded = row["snomed"]
        if coded["verified"].startswith(WEAK):
            coded = broader.get(coded["code"])
        coding = {"system": SNOMED, "code": coded["code"], "display": coded["display"]} if coded else None
        found[row["id"]] = (coding, (row.get("laterality") or {}).get("display", ""))
    return found


def region_concept(region: str) -> Json:
    """One region: its SNOMED CT parent, our own code, and its words, which say the side."""
    coding, _side = _places().get(region, (None, ""))
    known = all_regions().get(region)
    text = region if known is None else known.label
    return _named([*([coding] if coding else []), *local("region", region)], text)


def body_site(regions: Iterable[str], name: str) -> Json | None:
    """Where a place of one or more regions is: coded where one concept says it, in words always."""
    inside = list(dict.fromkeys(regions))
    if not inside:
        return None
    found = [_places().get(one, (None, "")) for one in inside]
    coding, side = found[0]
    same = coding is not None and all(one == (coding, side) for one in found)
    own = local("region", inside[0]) if len(inside) == 1 else []
    return some(coding=[*([coding] if same else []), *own], text=written(name))
