"""The names in the diary's own JSON, shared by export and restore; docs/format.md describes them."""

from __future__ import annotations

from typing import Any

from diary.models.nouns import PLAIN, SECTION_OF
from diary.models.records import (
    Author,
    Change,
    Draft,
    Entry,
    GivenReport,
    Measure,
    Person,
    Redrawing,
    Revision,
    Setting,
)

FORMAT = "nerve-diary"
VERSION = 4
"""Raised where an earlier version of this program could not read what is written."""

READABLE = (1, 2, 3, VERSION)
"""The versions that can be restored."""

SECTIONS: dict[str, type[Any]] = {
    "changes": Change,
    "settings": Setting,
    "people": Person,
    "authors": Author,
    "measures": Measure,
    "entries": Entry,
    "revisions": Revision,
    "given_reports": GivenReport,
    "redrawings": Redrawing,
    "drafts": Draft,
    **{SECTION_OF[noun]: kind for noun, kind in PLAIN.items()},
}
"""The lists of a file in their order, named as in `Snapshot` and `models.nouns.SECTION_OF`."""
