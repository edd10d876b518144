"""The pick list of conditions and causes in six groups (clinical.md section 1, rows 16 to 21)."""

from __future__ import annotations

from dataclasses import dataclass

from diary.models.codes import CauseGroup


@dataclass(frozen=True, slots=True)
class Listed:
    """A condition that can be picked; `own_pain`: people list it, but its pain is not called nerve pain."""

    code: str
    group: CauseGroup
    own_pain: bool = False


def _group(group: CauseGroup, *codes: str) -> tuple[Listed, ...]:
    return tuple(Listed(code, group) for code in codes)


LISTED: tuple[Listed, ...] = (
    *_group(CauseGroup.INJURY, "nerve_injury", "broken_bone", "plexus_injury", "crps", "scar"),
    *_group(CauseGroup.DISEASE, "diabetes", "shingles", "hiv", "cancer", "b12", "small_fibre"),
    *_group(CauseGroup.DISEASE, "guillain_barre", "cidp", "alcohol", "thyroid", "kidney", "lyme"),
    Listed("fibromyalgia", CauseGroup.DISEASE, own_pain=True),
    Listed("rheumatoid_arthritis", CauseGroup.DISEASE, own_pain=True),
    Listed("lupus", CauseGroup.DISEASE, own_pain=True),
    *_group(CauseGroup.COMPRESSION, "disc", "carpal_tunnel", "sciatica", "stenosis", "ulnar"),
    *_group(CauseGroup.COMPRESSION, "trigeminal", "thoracic_outlet", "thigh_nerve", "morton"),
    *_group(CauseGroup.CENTRAL, "stroke", "cord_injury", "multiple_sclerosis", "syrinx", "brain_injury"),
    *_group(CauseGroup.MEDICINE, "chemotherapy", "amputation", "after_surgery", "radiotherapy", "drug"),
    *_group(CauseGroup.INHERITED, "charcot_marie_tooth", "fabry", "amyloidosis", "pressure_palsies"),
    *_group(CauseGroup.INHERITED, "porphyria", "erythromelalgia"),
)
"""Every condition of the list, by group; a code once released is never renamed."""

BY_CODE: dict[str, Listed] = {one.code: one for one in LISTED}
"""The list by code."""


def listed_in(group: CauseGroup) -> tuple[Listed, ...]:
    """The conditions of one group, in the order of the list."""
    return tuple(one for one in LISTED if one.group is group)
