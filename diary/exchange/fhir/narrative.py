"""What a person reads in the document: a list and a table of counts for each section, as XHTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from diary.exchange.fhir.values import Json, words
from diary.insight.completeness import Completeness, completeness
from diary.models.codes import Lateness
from diary.models.views import EntryRow
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.exchange.fhir.material import Made, Material

XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(slots=True)
class Tally:
    """How often something is told, its first and last day, and the lowest and highest number of it."""

    n: int = 0
    first: str = ""
    last: str = ""
    low: int | None = None
    high: int | None = None

    def add(self, resource: Json, value: Json) -> None:
        """Counts one more: the day of its resource, and what it says."""
        self.n += 1
        day = _day_of(resource)
        if day:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)
        told = value.get("valueInteger")
        if told is not None:
            self.low = told if self.low is None else min(self.low, told)
            self.high = told if self.high is None else max(self.high, told)


@dataclass(slots=True)
class SectionText:
    """The lines and counts of one section, filled while its resources are made."""

    lines: list[str] = field(default_factory=list)
    tallies: dict[str, Tally] = field(default_factory=dict)

    def add(self, made: Made) -> None:
        """Notes one resource."""
        if made.line:
            self.lines.append(made.line)
        if made.name:
            self.count(made.name, made.resource, made.resource)

    def count(self, name: str, resource: Json, value: Json) -> None:
        """Counts one thing that a resource tells."""
        self.tallies.setdefault(name, Tally()).add(resource, value)

    def div(self, more: Iterable[str] = ()) -> Json:
        """The narrative; `more` are sentences that stand before it."""
        parts = [paragraph(one) for one in more]
        if self.lines:
            parts.append(f"<ul>{''.join([f'<li>{plain(one)}</li>' for one in self.lines])}</ul>")
        if self.tallies:
            parts.append(_table(self.tallies))
        return narrative(parts or [paragraph(say("fhir.nothing"))])


def narrative(parts: Iterable[str]) -> Json:
    """Parts in XHTML as a narrative."""
    return {"status": "generated", "div": f'<div xmlns="{XHTML}">{"".join(parts)}</div>'}


def paragraph(text: str) -> str:
    """A text as a paragraph."""
    return f"<p>{plain(text)}</p>"


def plain(text: str) -> str:
    """A text that XHTML takes as nothing but text."""
    return escape(words(text) or "")


def _day_of(resource: Json) -> str:
    for name in ("effectiveDateTime", "performedDateTime", "authored"):
        if name in resource:
            return str(resource[name])[:10]
    period = resource.get("effectivePeriod", {})
    # A night belongs to the day on which it ends.
    return str(period.get("end") or period.get("start") or "")[:10]


def _table(tallies: dict[str, Tally]) -> str:
    columns = (*("what", "n", "first", "last", "range"),)
    head = "".join([f"<th>{plain(say(f'fhir.column.{one}'))}</th>" for one in columns])
    rows = [_row(name, one) for name, one in sorted(tallies.items())]
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _row(name: str, one: Tally) -> str:
    span = "" if one.low is None else say("fhir.range", low=one.low, high=one.high)
    cells = (name, str(one.n), one.first, one.last, span)
    return f"<tr>{''.join([f'<td>{plain(cell)}</td>' for cell in cells])}</tr>"


def complete_lines(material: Material) -> list[str]:
    """How complete the days are, in sentences; one sentence where there are none."""
    found = complete(material)
    if found is None or not found.days:
        return [say("fhir.complete.none")]
    lines = [
        say_n("fhir.complete.days", found.days, some=found.with_day),
        say_n("fhir.complete.nights", found.nights),
    ]
    late = (("next_day", found.next_day), ("later", found.later), ("memory", found.memory))
    lines += [say_n(f"fhir.complete.{name}", n) for name, n in (*late, ("imported", found.imported)) if n]
    lines += [say_n("fhir.complete.changed", found.changed)] if found.changed else []
    return [*lines, say("fhir.complete.absent")]


def complete(material: Material) -> Completeness | None:
    """How complete the days of the document are; None without any."""
    rows = [
        EntryRow(
            day=one.day.toordinal(),
            kind=str(one.kind),
            entry=one.uid,
            lateness=str(material.lateness(one, one.written) or Lateness.SAME_DAY),
            changed=one.written is not None and one.written.first != one.written.last,
            source=one.source.name,
            note="",
            author=one.author,
        )
        for one in material.whole.entries
    ]
    if not rows:
        return None
    first, last = min(one.day for one in rows), max(one.day for one in rows)
    return completeness(rows, first, last, last, first)
