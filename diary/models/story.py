"""The story of the illness and the plan: conditions, events, lasting places, goals, consults, questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diary.models.codes import CauseGroup, Effect, InFamily, Noun, Told
from diary.models.moments import Moment
from diary.models.provenance import Provenance
from diary.models.rough import Rough


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition or cause as the person lists it; `code` is its key in the pick list, if it stands there."""

    uid: str
    label: str
    group: CauseGroup
    told: Told
    code: str | None = None
    since: Rough | None = None
    by: str = ""
    in_family: InFamily | None = None
    note: str = ""
    written: Provenance | None = None

    noun = Noun.CONDITION


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """Something that happened, with its date as far as it is known."""

    uid: str
    text: str
    when: Rough
    note: str = ""
    written: Provenance | None = None

    noun = Noun.LIFE_EVENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place that lasts, named by the person: its usual regions and since when; `over` when it ended."""

    uid: str
    name: str
    regions: tuple[str, ...] = ()
    onset: Rough | None = None
    over: Rough | None = None
    note: str = ""
    position: int = 0
    written: Provenance | None = None

    noun = Noun.SITE


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal in the person's own words; `closed` is the day on which it was put aside or reached."""

    uid: str
    text: str
    since: date
    agreed_with: str = ""
    review: date | None = None
    closed: date | None = None
    note: str = ""
    position: int = 0
    written: Provenance | None = None

    noun = Noun.GOAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Attainment:
    """How far a goal is reached on a day, 0 (not at all) to 10 (fully); asked once a week."""

    uid: str
    goal: str
    day: date
    value: int
    written: Provenance | None = None

    noun = Noun.ATTAINMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Consult:
    """A visit to a clinician, to come or past."""

    uid: str
    day: date
    clinician: str = ""
    at: Moment | None = None
    place: str = ""
    note: str = ""
    written: Provenance | None = None

    noun = Noun.CONSULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question for a visit (`consult` absent: for the next one), and what was said to it."""

    uid: str
    text: str
    asked: date
    consult: str | None = None
    answer: str = ""
    done: bool = False
    position: int = 0
    written: Provenance | None = None

    noun = Noun.QUESTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one item of a questionnaire, as its number."""

    item: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A questionnaire filled in: instrument, version, language, and the window its questions are about.

    Skipped items are not in `answers`. `since` and `until` are the first and last day of the window.
    """

    uid: str
    instrument: str
    version: str
    language: str
    day: date
    at: Moment
    since: date
    until: date
    answers: tuple[Answer, ...]
    written: Provenance | None = None

    noun = Noun.RESPONSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What the person thinks a factor (a measure's code) did to the pain that day; `entry`: in a flare."""

    uid: str
    day: date
    factor: str
    effect: Effect
    entry: str | None = None
    written: Provenance | None = None

    noun = Noun.ATTRIBUTION


StoryRecord = Condition | LifeEvent | Site | Goal | Attainment | Consult | Question | Response | Attribution
