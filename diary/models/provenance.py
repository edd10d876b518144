"""Who wrote what, when and from where: the facts beside every value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diary.models.codes import SourceKind, Verb
from diary.models.moments import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where content came from; for a file its name and SHA-256 in hex."""

    kind: SourceKind = SourceKind.TYPED
    name: str = ""
    file_hash: str | None = None


TYPED = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One act of one author at one moment; `day` is the diary day on which it happened."""

    uid: str
    at: Moment
    day: date
    clock_ok: bool
    author: str
    source: Source
    app_version: str
    verb: Verb
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The uids of the changes that first wrote a value and that wrote its present content."""

    first: str
    last: str
