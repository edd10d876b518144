"""The names in the diary's own JSON, shared by export and restore; docs/format.md describes them."""

from __future__ import annotations

from typing import Any

from diary.models.records import (
    Author,
    Change,
    Draft,
    Entry,
    GivenReport,
    Measure,
    Person,
    Revision,
    Setting,
)

FORMAT = "nerve-diary"
VERSION = 1

SECTIONS: dict[str, type[Any]] = {
    "changes": Change,
    "settings": Setting,
    "people": Person,
    "authors": Author,
    "measures": Measure,
    "entries": Entry,
    "revisions": Revision,
    "given_reports": GivenReport,
    "drafts": Draft,
}
"""The lists of a file in their order, named as in `Snapshot`."""
