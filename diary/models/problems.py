"""What does not fit, said so that a form can stand it beside its field."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that does not fit: the field, the catalogue key of the sentence, its values."""

    field: str
    key: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
