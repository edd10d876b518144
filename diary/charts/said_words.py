"""What was said that factors did to the pain, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.models.codes import Effect
from diary.wording import say, say_n
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.insight.attributions import FactorSaid
    from diary.models.records import Measure


def said_lines(
    said: tuple[FactorSaid, ...], measures: Mapping[str, Measure], names: Mapping[str, str]
) -> list[str]:
    """ "Cold: you said it made pain worse on 3 of 5 days." for each factor and each effect that was said.

    `names` are those of helpers, by uid: what they said is marked by whom.
    """
    return [
        say_n(
            f"attribution.helper_{effect}" if one.helper else f"attribution.said_{effect}",
            one.days,
            factor=measure_words(one.factor, measures),
            on=one.on(effect),
            name=names.get(one.helper, say("writer.unknown")),
        )
        for one in said
        for effect in Effect
        if one.on(effect)
    ]
