"""How long each place has hurt and on how many days, and how the words for the pain go over time."""

from __future__ import annotations

from dataclasses import dataclass

from diary.models.rough import Rough

CHRONIC_MONTHS = 3
"""Pain that lasts or returns for longer than this is called chronic (ICD-11; clinical.md section 2)."""

RECENT_DAYS = 90
"""The last days on which pain is counted place by place."""

BLOCK_DAYS = 28
"""How many days one block of the words over time has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLasting:
    """One place: a lasting one (`site` its uid, `name` its name) or a region (`region`) of none of them.

    `onset` as the person gave it; `first_day` its first day of pain in the diary, `last_day` the last.
    Pain there on `n` of `days` days on which places were answered since its first day, on `recent_n` of
    `recent_days` of the last 90. `months` since the onset, else since the first day; `lasting` where that is
    over 3 (None where nothing is known).
    """

    site: str | None = None
    name: str = ""
    region: str | None = None
    onset: Rough | None = None
    over: Rough | None = None
    first_day: int | None = None
    last_day: int | None = None
    n: int = 0
    days: int = 0
    recent_n: int = 0
    recent_days: int = 0
    months: int | None = None
    from_onset: bool = False
    lasting: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityBlock:
    """Four weeks, `since` to `until` (ordinals): of `n` days with pain at any place, how many had each word.

    `days` are calendar days; `counts` follow `Kinds.qualities`, `own_counts` follow `Kinds.own_words`.
    """

    since: int
    until: int
    days: int
    n: int
    counts: tuple[int, ...]
    own_counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Places and words of the days `since` to `until` (ordinals).

    `places`: of the whole diary, those with most days first. `qualities` (codes) and `own_words` are those
    said on any day of the blocks, most days first; blocks end with `until`. `n` days said a word, of `days`
    days with pain at any place.
    """

    since: int
    until: int
    n: int
    days: int
    n_memory: int
    qualities: tuple[str, ...]
    own_words: tuple[str, ...]
    places: tuple[PlaceLasting, ...]
    blocks: tuple[QualityBlock, ...]
