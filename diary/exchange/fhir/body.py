"""The body map: one Observation for each marked place, with its regions, how it feels and how strong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.naming import place_name
from diary.exchange.fhir.codes import body_site, concept, region_concept
from diary.exchange.fhir.material import About, Made, Material, component, kind_of
from diary.exchange.fhir.values import Json, at_moment, extension, number, some, uid_of, words
from diary.models.codes import SENSATIONS, Limb, Quality
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.models.records import Area, AreaQuality, Entry


def places(material: Material, entry: Entry, when: Json) -> Iterator[Made]:
    """An Observation for each place: pain where it has a severity, else a sensation without a number."""
    for area in entry.areas:
        kind = "place_sensation" if area.severity is None else "place_pain"
        about = About(
            material=material,
            when=when if area.at is None else at_moment("effectiveDateTime", area.at),
            written=area.written,
            by=material.author(entry.author),
            lateness=material.lateness(entry, area.written),
            source=entry.source,
            at=area.at or entry.at,
        )
        regions = [one.region for one in area.regions]
        resource = about.observation(
            uid_of("place", entry.uid, area.uid),
            kind_of(kind),
            None if area.severity is None else {"valueInteger": area.severity},
            bodySite=body_site(regions, place_name(regions)),
            component=[*_regions(area), *_qualities(area), *_more(material, area)],
        )
        yield Made("map", resource, area.written, entry.uid, say("fhir.place", name=place_name(regions)))


def _regions(area: Area) -> Iterator[Json]:
    """Every region with the share of it that is marked, 0 to 1."""
    for one in area.regions:
        part = component("region", {"valueCodeableConcept": region_concept(one.region)})
        yield {"extension": [extension("coverage", valueDecimal=number(one.coverage))], **part}


def _qualities(area: Area) -> Iterator[Json]:
    for one in area.qualities:
        code = _quality(one, hurts=bool(area.severity))
        if not code:
            continue
        value: Json = {"valueBoolean": True} if one.strength is None else {"valueInteger": one.strength}
        yield {"code": code, **value}
        for touched in one.what:
            said = concept("touched_by", touched, say(f"quality.touch.{touched}"))
            yield component("touched_by", {"valueCodeableConcept": said})


def _quality(one: AreaQuality, *, hurts: bool) -> Json:
    """A quality's code. A standard's code that says pain is given only where it hurts."""
    if one.own_word:
        return some(text=words(one.own_word))
    if one.code is None:
        return {}
    known = one.code in frozenset(Quality)
    name = say(f"quality.{one.code}") if known else one.code
    return concept("quality", one.code, name, standard=hurts or one.code in SENSATIONS)


def _more(material: Material, area: Area) -> Iterator[Json]:
    if area.depth is not None:
        said = concept("depth", area.depth, say(f"fhir.depth.{area.depth}"))
        yield component("depth", {"valueCodeableConcept": said})
    if area.limb is not Limb.PRESENT:
        said = concept("limb", area.limb, say(f"fhir.limb.{area.limb}"))
        yield component("limb", {"valueCodeableConcept": said})
    site = next((one for one in material.whole.section("sites") if one.uid == area.site), None)
    if site is not None and (name := words(site.name)):
        yield component("lasting_place", {"valueString": name})
