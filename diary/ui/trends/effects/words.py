"""How a before and after is known, as Trends shows it under the words of `charts.effect_words`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.effect_words import method_words
from diary.ui.parts.how_known import Known

if TYPE_CHECKING:
    from diary.insight.findings.effects import Outcome


def known_of(outcome: Outcome | None) -> Known:
    """How it is known: which days, how many, how, and p where it was tested."""
    data, n, method = method_words(outcome)
    return Known(data=data, n=n, method=method, topic="before_after")
