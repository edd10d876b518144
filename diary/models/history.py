"""What History asks the record for and gets back: the question, list rows, versions in a row."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from diary.models.codes import EntryKind, Noun
from diary.models.records import Change, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One typed word: `text` is looked for in notes and own words, the codes are what it may name."""

    text: str
    qualities: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries are looked for; every condition must hold, an empty one holds always.

    `qualities` are codes or own words; `worst` is a closed range 0 to 10. Nights that have a day entry are
    left to it, unless nights or words are asked for. `nouns` are those of other records, instead of entries.
    """

    terms: tuple[Term, ...] = ()
    regions: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    worst: tuple[int, int] | None = None
    kinds: frozenset[EntryKind] = frozenset()
    nouns: frozenset[Noun] = frozenset()
    imported: bool | None = None
    changed: bool | None = None
    source: str | None = None
    author: str | None = None
    newest_first: bool = True

    @property
    def narrowed(self) -> bool:
        """Whether anything but the order was asked for."""
        return self != Wanted(newest_first=self.newest_first)


class Found(NamedTuple):
    """What fits: row number for `list_rows`, uid, ordinal day; `what` is "" for an entry, else a `What`."""

    number: int
    uid: str
    day: int
    what: str = ""

    @property
    def key(self) -> str:
        """What names it in the list: the uid of an entry, else its kind and uid."""
        return f"{self.what}:{self.uid}" if self.what else self.uid


class What(StrEnum):
    """What of the record stands on a day beside the entries; a treatment or a goal stands there often."""

    DOSE = "dose"
    SIDE_EFFECT = "side_effect"
    SESSION = "session"
    PROCEDURE = "procedure"
    CONSULT = "consult"
    RESPONSE = "response"
    ATTAINMENT = "attainment"
    LIFE_EVENT = "life_event"
    DOSE_STEP = "dose_step"
    START = "start"
    STOP = "stop"
    RELIEF = "relief"
    ATTRIBUTION = "attribution"
    QUESTION = "question"
    GOAL = "goal"
    GOAL_REVIEW = "goal_review"
    GOAL_CLOSED = "goal_closed"
    CONDITION = "condition"
    SITE = "site"
    SITE_OVER = "site_over"
    TRIED_BEFORE = "tried_before"
    INTOLERANCE = "intolerance"
    IMPLANT = "implant"
    LINK_QUESTION = "link_question"
    LINK_ENDED = "link_ended"
    TRIAL = "trial"
    TRIAL_STOPPED = "trial_stopped"
    GIVEN_EXPORT = "given_export"
    GIVEN_REPORT = "given_report"
    ERASED = "erased"

    @property
    def noun(self) -> Noun:
        """The noun of the record behind it."""
        return _NOUN_OF.get(self) or Noun(self)

    @property
    def opens(self) -> bool:
        """Whether it has a form of its own; what was given, erased or asked of the numbers is only told."""
        return self not in _ONLY_TOLD


_NOUN_OF = {
    What.START: Noun.TREATMENT,
    What.STOP: Noun.TREATMENT,
    What.GOAL_REVIEW: Noun.GOAL,
    What.GOAL_CLOSED: Noun.GOAL,
    What.SITE_OVER: Noun.SITE,
    What.LINK_ENDED: Noun.LINK_QUESTION,
    What.TRIAL_STOPPED: Noun.TRIAL,
}
_ONLY_TOLD = frozenset(
    (
        *(What.GIVEN_EXPORT, What.GIVEN_REPORT, What.ERASED),
        *(What.LINK_QUESTION, What.LINK_ENDED, What.TRIAL, What.TRIAL_STOPPED),
    )
)


class EventRow(NamedTuple):
    """One record other than an entry as a list shows it.

    `name` is of the medicine, goal, clinician or what it is about; `code` its kind (session, procedure) or
    the instrument; `amount` an amount in `unit`, minutes, or 0 to 10; `at` RFC 9557 text; `author` a uid.
    """

    what: str
    number: int
    uid: str
    day: int
    name: str
    code: str
    amount: float | None
    unit: str
    at: str | None
    note: str
    lateness: str
    changed: bool
    author: str
    written: str
    writer: str = ""


class ListRow(NamedTuple):
    """One entry as a list shows it; `worst` is the largest of worst, now and severities (0: nothing hurts).

    `at` is RFC 9557 text; `sleep_min` and `sleep_quality` are the night's, `places` how many there are.
    `writer` is the name of who wrote, where that is somebody else than who reads.
    """

    number: int
    uid: str
    day: int
    kind: str
    at: str | None
    source: str
    author: str
    note: str
    worst: int | None
    average: int | None
    sleep_min: int | None
    sleep_quality: int | None
    places: int
    lateness: str
    changed: bool
    writer: str = ""


class DayVersion(NamedTuple):
    """What a day's entries said after one change: `entries` may be empty (deleted); the newest is `live`."""

    change: Change
    entries: tuple[Entry, ...]
    live: bool


class Used(NamedTuple):
    """What filters can choose from, the most used first: qualities, own words, regions, sources, authors."""

    qualities: tuple[str, ...]
    own_words: tuple[str, ...]
    regions: tuple[str, ...]
    sources: tuple[str, ...]
    authors: tuple[str, ...]


_PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})


def folded(text: str) -> str:
    """A text as it is searched: no case, no accents, in any script that has them."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in apart if not unicodedata.combining(one))
    return bare.translate(_PLAIN_LETTERS)
