"""Which measures a day asks: the setting, its default, and what can be asked at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from diary.models.codes import EntryKind, MeasureKind, SourceKind
from diary.models.records import Measure

ASKED_SETTING = "asked"
ASKED_DEFAULT = (
    "pain_average",
    "pain_worst",
    "pain_least",
    "sleep_min",
    "wakings_pain",
    "sleep_quality",
    "mood",
    "stress",
    "fatigue",
    "clarity",
)
"""What a day asks until something else is chosen."""

WITH_A_CONTROL = (MeasureKind.SCALE, MeasureKind.COUNT, MeasureKind.MINUTES, MeasureKind.YES_NO)


def can_be_asked(measure: Measure) -> bool:
    """Day and night measures of this diary; another app's scale is that app's to ask."""
    return (
        measure.kept_in is not EntryKind.MOMENT
        and measure.source.kind is SourceKind.TYPED
        and measure.kind in WITH_A_CONTROL
        and not measure.hidden
    )


def in_order(codes: Iterable[str], measures: Mapping[str, Measure]) -> tuple[Measure, ...]:
    """The known ones of these measures, each once, in the order they are asked."""
    known = [measures[code] for code in dict.fromkeys(codes) if code in measures]
    return tuple(sorted((one for one in known if can_be_asked(one)), key=lambda one: one.position))
