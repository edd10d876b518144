"""Units of amounts as people spell them, in one table."""

from __future__ import annotations

from collections.abc import Mapping

from diary.models.codes import Unit

MASS = frozenset({Unit.MG, Unit.UG, Unit.G})
"""The units of mass."""

SPELT: Mapping[str, Unit] = {
    **{str(one): one for one in Unit},
    "μg": Unit.UG,  # also the micro sign, which casefolds to this letter
    "mcg": Unit.UG,
    "microgram": Unit.UG,
    "micrograms": Unit.UG,
    "milligram": Unit.MG,
    "milligrams": Unit.MG,
    "gram": Unit.G,
    "grams": Unit.G,
    "tab": Unit.PIECES,
    "tabs": Unit.PIECES,
    "tablet": Unit.PIECES,
    "tablets": Unit.PIECES,
    "pill": Unit.PIECES,
    "pills": Unit.PIECES,
    "capsule": Unit.PIECES,
    "capsules": Unit.PIECES,
    "suppository": Unit.PIECES,
    "suppositories": Unit.PIECES,
    "piece": Unit.PIECES,
    "drop": Unit.DROPS,
    "patch": Unit.PATCHES,
    "puff": Unit.PUFFS,
    "unit": Unit.UNITS,
    "iu": Unit.UNITS,
}
"""The unit of each spelling, casefolded."""


def unit_of(text: str) -> Unit | None:
    """The unit that words spell, in any case; None for a word of one's own."""
    return SPELT.get(text.strip().casefold().rstrip("."))
