"""The Composition: what the document is, whose, and its sections with text and references."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diary import __version__
from diary.exchange.fhir.codes import TABLE, concept
from diary.exchange.fhir.material import Made, Material, frame
from diary.exchange.fhir.narrative import SectionText, complete_lines, narrative, paragraph
from diary.exchange.fhir.values import Json, at_moment, days, ref, some, uid_of
from diary.insight.instruments import CODES, instrument
from diary.paths import resource
from diary.wording import language, say

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTIONS = (
    *("completeness", "questions", "pain", "map", "function", "sleep"),
    *("treatments", "story", "annex"),
)
"""The sections in their order; those with nothing in them are left out, but for the first."""


class Contents:
    """The sections of the document, filled while its resources are made."""

    def __init__(self) -> None:
        self._texts = {name: SectionText() for name in SECTIONS}
        self._refs: dict[str, list[Json]] = {name: [] for name in SECTIONS}

    def add(self, made: Made) -> None:
        """Puts a resource into its section, if it stands in one."""
        for name in dict.fromkeys([made.section, *(one.section for one in made.told)]):
            if name in self._texts:
                self._refs[name].append(ref(str(made.resource["id"])))
        if made.section in self._texts:
            self._texts[made.section].add(made)
        for one in made.told:
            self._texts[one.section].count(one.name, made.resource, one.value)

    def composition(self, material: Material) -> Json:
        """The Composition; nothing is added after it is made."""
        dates = [one.day for one in material.whole.entries]
        about = [{"period": days(min(dates), max(dates))}] if dates else None
        return frame(
            "Composition",
            uid_of("composition", material.root, material.made),
            language=language(),
            text=narrative([paragraph(one) for one in _notices()]),
            status="final",
            type_=concept("document", "diary", say("fhir.document")),
            subject=material.person,
            **at_moment("date", material.made),
            author=[material.person, material.app],
            title=say("fhir.title"),
            event=about,
            section=list(self._sections(material)),
        )

    def _sections(self, material: Material) -> Iterator[Json]:
        for name in SECTIONS:
            refs = self._refs[name]
            first = name == "completeness"
            if refs or first:
                title = say(f"fhir.section.{name}")
                yield some(
                    title=title,
                    code=concept("section", name, title),
                    text=self._texts[name].div(complete_lines(material) if first else ()),
                    entry=refs,
                )


def _notices() -> Iterator[str]:
    """What the document says of itself, and whose codes and questions are in it."""
    yield say("fhir.about", version=__version__)
    yield say("fhir.limits")
    yield from json.loads(resource(TABLE).read_text(encoding="utf-8"))["notices"]
    yield from (instrument(code).credit for code in CODES)
