"""Which measures a day asks: the setting, its default, and what can be asked at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diary.models.codes import EntryKind, SourceKind
from diary.models.measures import ASKED_ALL, ASKED_SHORT
from diary.models.records import Measure
from diary.ui.today.sitting import LENGTH_OF

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
ASKED_TWO = ("pain_average",)
"""The least preset: one number beside the places, which are always asked."""
PRESETS = {"two": ASKED_TWO, "short": ASKED_SHORT, "usual": ASKED_ALL}
"""The usual choices; beside them there is `everything`."""


def has_a_control(measure: Measure) -> bool:
    """Day and night measures of this diary; another app's scale is that app's to ask."""
    return measure.kept_in is not EntryKind.MOMENT and measure.source.kind is SourceKind.TYPED


def can_be_asked(measure: Measure) -> bool:
    """Whether it can be chosen; the length of an attack comes with the count of attacks."""
    return has_a_control(measure) and not measure.hidden and measure.code not in LENGTH_OF.values()


def everything(measures: Mapping[str, Measure]) -> list[str]:
    """All that can be asked, factors and own questions as well, in the order of the diary."""
    found = sorted((one for one in measures.values() if can_be_asked(one)), key=lambda one: one.position)
    return [one.code for one in found]


def with_code(asked: Sequence[str], code: str, measures: Mapping[str, Measure]) -> list[str]:
    """The list with `code` in it: before the first measure that stands later, the rest as it was."""
    if code in asked:
        return list(asked)
    place = measures[code].position
    later = (n for n, one in enumerate(asked) if one in measures and measures[one].position > place)
    at = next(later, len(asked))
    return [*asked[:at], code, *asked[at:]]


def in_order(
    asked: Iterable[str], measures: Mapping[str, Measure], answered: Iterable[str] = ()
) -> tuple[Measure, ...]:
    """The measures of a form: those asked, as the person ordered them, and all that were answered."""
    known = dict.fromkeys(code for code in asked if code in measures and can_be_asked(measures[code]))
    codes = list(known)
    lengths = [length for count, length in LENGTH_OF.items() if count in known and length in measures]
    there = (code for code in answered if code in measures and has_a_control(measures[code]))
    for code in (*there, *lengths):
        codes = with_code(codes, code, measures)
    return tuple(measures[code] for code in codes)
