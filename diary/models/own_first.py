"""Which rows count where two people wrote about a day: the person's own, a helper's where there is no own.

Both stay in the diary and can be read; a day's number is one person's, never a sum or a mean of two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diary.models.codes import AnswerList, EntryKind
from diary.models.views import AnswerRow, AreaRow, EntryRow, NightRow, ValueRow

MOMENT = str(EntryKind.MOMENT)

Helped = Mapping[str, str]
"""Who wrote, by the uid of each entry that somebody else than the person wrote."""


def own_first_values(values: Sequence[ValueRow], helped: Helped) -> list[ValueRow]:
    """Day and night values without a helper's where the person gave the same measure; helpers' are marked.

    Moments are events: all of them stay.
    """
    if not helped:
        return list(values)
    days = {row.day for row in values if row.entry in helped}
    own = {
        (row.day, row.measure)
        for row in values
        if row.day in days and row.entry not in helped and row.kind != MOMENT
    }
    return [
        row if row.entry not in helped else row._replace(author=helped[row.entry])
        for row in values
        if row.entry not in helped or row.kind == MOMENT or (row.day, row.measure) not in own
    ]


def own_first_places(
    areas: Sequence[AreaRow], answers: Sequence[AnswerRow], helped: Helped
) -> tuple[list[AreaRow], list[AnswerRow]]:
    """Places and answered lists without a helper's on days on which the person answered the same."""
    if not helped:
        return list(areas), list(answers)
    own = {(row.day, row.list) for row in answers if row.entry not in helped}
    own |= {(row.day, str(AnswerList.PLACES)) for row in areas if row.entry not in helped}
    kept_areas = [
        row if row.entry not in helped else row._replace(author=helped[row.entry])
        for row in areas
        if row.entry not in helped or (row.day, str(AnswerList.PLACES)) not in own
    ]
    kept_answers = [
        row if row.entry not in helped else row._replace(author=helped[row.entry])
        for row in answers
        if row.entry not in helped or (row.day, row.list) not in own
    ]
    return kept_areas, kept_answers


def own_first_nights(
    nights: Sequence[NightRow], entries: Sequence[EntryRow], helped: Helped
) -> Sequence[NightRow]:
    """Stretches of sleep without a helper's for a night of which the person's own entry or device tells."""
    if not helped:
        return nights
    own = {row.day for row in entries if row.kind == EntryKind.NIGHT and row.entry not in helped}
    return [
        row if row.entry not in helped else row._replace(author=helped[row.entry])
        for row in nights
        if row.entry not in helped or row.day not in own
    ]
