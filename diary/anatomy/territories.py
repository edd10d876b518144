"""The textbook skin areas of nerves, roots and patterns; a draft table, data in resources/anatomy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from diary.anatomy.regions import FILE
from diary.paths import resource
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection

SIGNED_BY = ""
"""Who of a clinical profession has checked the table and signed for it; empty: nobody."""


class AreaKind(StrEnum):
    """What an area of the table is of; each kind is ranked by itself."""

    NERVE = "peripheral"
    ROOT = "dermatome"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """One area: its regions, of which `core` are the most reliable; `side` is right, left, mid or both."""

    id: str
    kind: AreaKind
    side: str
    regions: frozenset[str]
    core: frozenset[str]

    @property
    def stem(self) -> str:
        """The area without its side, as "per_sural"."""
        return self.id[:-2] if self.side in ("right", "left") else self.id

    @property
    def label(self) -> str:
        """The area in words that go after "the", as "left sural nerve"."""
        if self.kind is AreaKind.ROOT:
            area = say("nerve.root", level=self.stem.removeprefix("derm_"))
        else:
            area = say(f"nerve.area.{self.stem}")
        return say(f"nerve.side.{self.side}", area=area) if self.side in ("right", "left") else area


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All areas by id, which of them look alike, and the numbers by which drawings are compared with them.

    `alike` has, by id, the areas known to be taken for it. Pain only in `joints` is not compared.
    """

    version: str
    areas: dict[str, Territory]
    alike: dict[str, frozenset[str]]
    joints: frozenset[str]
    core_weight: float
    fringe_weight: float
    tie_margin: float

    def of(self, kind: AreaKind) -> tuple[Territory, ...]:
        """The areas of one kind."""
        return tuple(one for one in self.areas.values() if one.kind is kind)

    def weight(self, area: Territory, regions: Collection[str]) -> float:
        """What these regions of an area weigh together: core ones more than those at the fringe."""
        inside = area.regions.intersection(regions)
        core = len(inside & area.core)
        return self.core_weight * core + self.fringe_weight * (len(inside) - core)


@cache
def table() -> Table:
    """The table as it is shipped, read when first asked for."""
    read = json.loads(resource(FILE).read_text(encoding="utf-8"))
    scoring = read["scoring"]
    alike: dict[str, set[str]] = {}
    for group in (*read["tie_groups"], *read["confusable"]):
        for one in group:
            alike.setdefault(one, set()).update(other for other in group if other != one)
    areas = [
        Territory(
            id=row["id"],
            kind=AreaKind(row["kind"]),
            side=row["side"],
            regions=frozenset(row["regions"]),
            core=frozenset(row["core"]),
        )
        for row in read["territories"]
    ]
    return Table(
        version=read["version"],
        areas={one.id: one for one in areas},
        alike={one: frozenset(others) for one, others in alike.items()},
        joints=frozenset(scoring["pain_only_here_not_compared"]),
        core_weight=scoring["core_weight"],
        fringe_weight=scoring["fringe_weight"],
        tie_margin=scoring["tie_margin"],
    )
