"""The list of current treatment for paper: what is taken, not borne, implanted; one page of A4 or more."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from diary import __version__
from diary.charts.letters import STAND_IN
from diary.exchange.letters import clean
from diary.exchange.report.words import code_words, moment_words
from diary.exchange.typst_setting import PAPERS, breakable, set_paper
from diary.insight.treatments import Listed, in_order, lists
from diary.models.codes import TreatmentKind, Use
from diary.wording import say
from diary.wording.treatment_words import (
    coming_words,
    date_words,
    ending_words,
    from_left,
    listed,
    name_words,
    own_words,
    rough_words,
    seldom_words,
    step_words,
    stop_words,
    strength_words,
    taken_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from diary.models.care import Implant, Intolerance, Treatment
    from diary.models.moments import Moment
    from diary.models.records import Person
    from diary.models.story import Condition
    from diary.storage.diary import Diary
    from diary.storage.treatment_queries import CurrentRows

TEMPLATE = "report/current_list.typ"

TOLD_ABSENT = frozenset(("allergies", "implants"))
"""Sections whose emptiness is told at length: that nothing is written does not say that there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One line of the list: what it is, what is said of it, and which words of that stand out."""

    name: str
    detail: str = ""
    strong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSection:
    """A heading, its lines, and what stands there where there are none."""

    title: str
    lines: tuple[ListLine, ...] = ()
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentList:
    """All that the paper says."""

    title: str
    as_of: str
    sections: tuple[ListSection, ...]
    who: tuple[str, ...] = ()
    sample: str = ""
    limits: tuple[str, ...] = ()
    language: str = "en"
    paper: str = "a4"


def gather(
    diary: Diary, *, with_name: bool, with_born: bool | None = None, today: date | None = None
) -> CurrentList:
    """The list as of `today` (now unless said); the date of birth goes with the name unless said."""
    from diary.storage.treatment_queries import current_rows

    day = today or diary.today()
    return current_list(diary.ask(current_rows), day, with_name=with_name, with_born=with_born)


def current_list(
    rows: CurrentRows, today: date, *, with_name: bool, with_born: bool | None = None
) -> CurrentList:
    """The list on a day, with every letter of the person's words."""
    found = lists(in_order(rows.treatments), rows.steps, (), today)
    medicines = [one for one in found.now if one.treatment.kind is TreatmentKind.MEDICINE]
    regular = [_taken(one, today) for one in medicines if one.treatment.use is Use.REGULAR]
    as_needed = [_taken(one, today) for one in medicines if one.treatment.use is Use.AS_NEEDED]
    others = [_taken(one, today) for one in found.now if one not in medicines]
    stopped = [_stopped(one) for one in found.stopped_lately(today)]
    coming = [_taken(one, today) for one in found.coming]
    sections = [
        _section("allergies", [_intolerance(one) for one in rows.intolerances]),
        _section("implants", [_implant(one) for one in rows.implants]),
        _section("regular", regular),
        _section("as_needed", as_needed),
        *([_section("others", others)] if others else []),
        *([_section("coming", coming)] if coming else []),
        _section("stopped", stopped),
        _section("conditions", [_condition(one) for one in rows.conditions]),
    ]
    return CurrentList(
        title=say("treatments.give_title"),
        as_of=say("treatments.paper.as_of", day=date_words(today)),
        who=_who(rows.person, with_name=with_name, with_born=with_name if with_born is None else with_born),
        sample=say("treatments.paper.sample") if rows.is_sample else "",
        sections=tuple(sections),
        limits=(say("treatments.paper.own"), say("app.purpose")),
    )


def on_paper(found: CurrentList) -> CurrentList:
    """The list in letters that can be printed: others stand as "[…]", and such names say where to look."""
    marked = [replace(one, lines=tuple(map(_marked, one.lines))) for one in found.sections]
    made = clean(replace(found, sections=tuple(marked)))
    if STAND_IN not in repr(made):
        return made
    sections = [replace(one, lines=tuple(map(_told_name, one.lines))) for one in made.sections]
    return replace(made, sections=tuple(sections), limits=(*made.limits, say("report.letters")))


def _marked(line: ListLine) -> ListLine:
    return replace(line, name=from_left(line.name), detail=from_left(line.detail))


def _told_name(line: ListLine) -> ListLine:
    if STAND_IN not in line.name:
        return line
    return replace(line, name=say("treatments.paper.unprintable", name=line.name))


def canonical(found: CurrentList) -> bytes:
    """The list's own data as canonical JSON: sorted keys, no blanks, UTF-8."""
    text = json.dumps(asdict(found), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def content_hash(found: CurrentList) -> str:
    """SHA-256 of the list's own data as canonical JSON, in hex; its beginning is printed on the list."""
    return hashlib.sha256(canonical(found)).hexdigest()


def pdf(found: CurrentList, made: Moment) -> bytes:
    """The list as an accessible PDF (PDF/UA-1, tagged); the same list and moment give the same bytes."""
    return set_paper(TEMPLATE, _plain(found, made), made, "pdf")


def pictures(found: CurrentList, made: Moment, ppi: float) -> list[bytes]:
    """The list as PNG pictures, one for each page, at `ppi` pixels per inch."""
    return set_paper(TEMPLATE, _plain(found, made), made, "png", ppi=ppi)


def plain_text(found: CurrentList) -> str:
    """The list as plain text, for a message or a form; it keeps every letter."""
    lines = [found.title, found.as_of, *([found.sample] if found.sample else []), *found.who]
    for section in found.sections:
        lines += ["", section.title]
        lines += [f"- {one.name}: {one.detail}" if one.detail else f"- {one.name}" for one in section.lines]
        lines += [] if section.lines else [section.none]
    return "\n".join([*lines, "", *found.limits])


def _plain(found: CurrentList, made: Moment) -> object:
    """The list as the template takes it."""
    code = code_words(content_hash(found))
    return breakable(
        asdict(on_paper(found))
        | {
            "code": code,
            "paper": PAPERS[found.paper],
            "made": say("treatments.paper.version", version=__version__, moment=moment_words(made)),
            "page": say("treatments.paper.page", page="@n", pages="@N"),
        }
    )


def _section(key: str, lines: Iterable[ListLine]) -> ListSection:
    none = f"treatments.paper.none.{key}" if key in TOLD_ABSENT else "treatments.paper.none"
    return ListSection(title=say(f"treatments.paper.{key}"), lines=tuple(lines), none=say(none))


def _who(person: Person | None, *, with_name: bool, with_born: bool) -> tuple[str, ...]:
    if person is None:
        return ()
    lines = [person.name.strip()] if with_name and person.name.strip() else []
    if with_born and person.born is not None:
        lines.append(say("treatments.paper.born", day=date_words(person.born)))
    return tuple(lines)


def _taken(one: Listed, today: date) -> ListLine:
    treatment = one.treatment
    coming = coming_words(treatment, one.step, one.coming, today)
    parts = [coming or taken_words(treatment, one.step)]
    if not coming and one.since is not None:
        parts.append(say("treatments.since", since=rough_words(one.since)))
    if not coming and one.coming is not None:
        step = step_words(one.coming, treatment)
        parts.append(say("treatments.coming", since=rough_words(one.coming.since), step=step))
    if ends := ending_words(treatment):
        parts.append(ends)
    parts += [say("treatments.paper.treats", why=own_words(treatment.why))] if treatment.why.strip() else []
    seldom = {words: None for step in (one.step, one.coming) if (words := seldom_words(step))}
    return ListLine(name=_name(treatment), detail=listed(parts, "treatments.notes"), strong=tuple(seldom))


def _name(treatment: Treatment) -> str:
    """Name and form with the strength apart, as it is said to a clinician: "Pregabalin capsule (75 mg)"."""
    name, strength = name_words(treatment), strength_words(treatment)
    return say("treatments.with_strength", name=name, strength=strength) if strength else name


def _stopped(one: Listed) -> ListLine:
    treatment = one.treatment
    assert treatment.stopped is not None  # only stopped ones are listed so
    when, why = rough_words(treatment.stopped), stop_words(treatment.stop_reasons, treatment.stop_words)
    stop = say("treatments.stopped_on", when=when)
    parts = [say("treatments.stopped_why", when=when, why=why) if why else stop]
    parts += [step_words(one.step, treatment)] if one.step is not None else []
    seldom = seldom_words(one.step)
    return ListLine(
        name=_name(treatment),
        detail=listed(parts, "treatments.notes"),
        strong=(seldom,) if seldom else (),
    )


def _intolerance(one: Intolerance) -> ListLine:
    parts = [say(f"treatments.allergy.{one.kind}")]
    parts += [one.reaction.strip()] if one.reaction.strip() else []
    return ListLine(name=one.substance.strip(), detail=listed(parts, "treatments.notes"))


def _implant(one: Implant) -> ListLine:
    parts = [one.place.strip()] if one.place.strip() else []
    parts += [say("treatments.since", since=rough_words(one.since))] if one.since is not None else []
    return ListLine(name=one.name.strip(), detail=listed(parts, "treatments.notes"))


def _condition(one: Condition) -> ListLine:
    parts = [say(f"treatments.paper.told.{one.told}")]
    parts += [say("treatments.since", since=rough_words(one.since))] if one.since is not None else []
    return ListLine(name=one.label.strip(), detail=listed(parts, "treatments.notes"))
