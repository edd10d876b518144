"""Kinds of pain in sentences and rows, and how they are known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.anatomy.naming import place_name
from diary.charts.kinds_picture import said_in, use_name, use_picture, word_names, words_picture
from diary.charts.places_picture import places_picture, since_words, state_words
from diary.ui.parts.how_known import Known
from diary.ui.trends.block import Told
from diary.ui.trends.kinds import attack_words
from diary.ui.trends.spans import period_words
from diary.wording import say, say_n
from diary.wording.treatment_words import date_words

if TYPE_CHECKING:
    from diary.insight.findings.analysis import Analysis
    from diary.insight.findings.kinds import Kinds, PlaceLasting
    from diary.insight.findings.use import Use, UseMonth

MOST_SAID = 3
"""How many words the sentences name."""

PLACE_COLUMNS = ("place", "since", "state", "all", "recent", "last")
USE_COLUMNS = ("month", "medicine", "days", "answered", "doses", "calendar")


def all_told(analysis: Analysis) -> tuple[Told, Told, Told, Told]:
    """What is shown of words, places, attacks and medicines as needed."""
    return (
        words_told(analysis.kinds),
        places_told(analysis.kinds, min(analysis.until, analysis.today)),
        attack_words.told(analysis.attacks),
        use_told(analysis.use),
    )


# --- words


def words_told(found: Kinds | None) -> Told:
    """What is shown of the words for the pain."""
    part = words_picture(found, period_words) if found is not None else None
    if found is None or part is None:
        return Told(headline=say("kinds.words_none"), sentences=(say("kinds.words_none_text"),))
    names = word_names(found)
    totals = [sum(said_in(one, at) for one in found.blocks) for at in range(len(names))]
    order = sorted(range(len(names)), key=lambda at: -totals[at])
    said = [
        say_n("kinds.words_line", found.days, word=names[at], some=totals[at]) for at in order[:MOST_SAID]
    ]
    n = say_n("kinds.words_n", found.days, some=found.n)
    late = [say_n("kinds.words_memory", found.n_memory)] if found.n_memory else []
    return Told(
        headline=say("kinds.words_most", word=names[order[0]]),
        sentences=(*said, n),
        known=Known(
            data=say("kinds.period", period=period_words(part.since, part.until)),
            n=" ".join((n, *late)),
            method=say("kinds.words_how"),
        ),
        part=part,
        columns=[say("kinds.column.block"), say("kinds.column.marked"), *names],
        rows=_word_rows(found, len(names)),
    )


def _word_rows(found: Kinds, count: int) -> list[list[str]]:
    """The blocks, the newest first; a block without marked places has nothing to say of a word."""
    return [
        [
            period_words(one.since, one.until),
            say("kinds.of", some=one.n, n=one.days),
            *(
                say("kinds.of", some=said_in(one, at), n=one.n) if one.n else say("kinds.absent")
                for at in range(count)
            ),
        ]
        for one in reversed(found.blocks)
    ]


# --- places


def place_words(one: PlaceLasting) -> str:
    """What a place is called."""
    return one.name or place_name([one.region] if one.region else [])


def places_told(found: Kinds | None, until: int) -> Told:
    """What is shown of how long places have hurt."""
    part = places_picture(found.places, place_words) if found is not None else None
    if found is None or part is None:
        return Told(headline=say("kinds.places_none"), sentences=(say("kinds.places_none_text"),))
    lasting = sum(one.lasting is True for one in found.places)
    unknown = sum(one.lasting is None for one in found.places)
    said = [say("kinds.lasting_text")]
    if unknown:
        said.append(say_n("kinds.about_days", unknown))
    data = say("kinds.places_data", day=date_words(date.fromordinal(until)))
    return Told(
        headline=say_n("kinds.lasting", lasting) if lasting else say("kinds.lasting_none"),
        sentences=said,
        known=Known(data=data, n=say("kinds.places_recent"), method=say("kinds.places_how"), topic="kinds"),
        part=part,
        columns=[say(f"kinds.column.{one}") for one in PLACE_COLUMNS],
        rows=[_place_row(one) for one in found.places],
    )


def _place_row(one: PlaceLasting) -> list[str]:
    last = one.last_day
    return [
        place_words(one),
        since_words(one),
        state_words(one),
        say("kinds.of", some=one.n, n=one.days),
        say("kinds.of", some=one.recent_n, n=one.recent_days),
        say("kinds.absent") if last is None else date_words(date.fromordinal(last)),
    ]


# --- medicines as needed


def use_told(found: Use | None) -> Told:
    """What is shown of medicines taken as needed."""
    part = use_picture(found, period_words) if found is not None else None
    if found is None or part is None:
        return Told(headline=say("kinds.use_none"), sentences=(say("kinds.use_none_text"),))
    months = found.together.months
    last = months[-1]
    said = [
        say_n("kinds.use_before", one.answered, month=_month(one), some=one.days)
        for one in reversed(months[-3:-1])
    ]
    unsaid = sum(one.unsaid for one in months)
    if unsaid:
        said.append(say_n("kinds.use_unsaid", unsaid))
    late = say_n("kinds.use_memory", found.n_memory) if found.n_memory else ""
    rows = [
        [
            _month(month),
            use_name(one),
            str(month.days),
            str(month.answered),
            str(month.doses),
            str(month.calendar_days),
        ]
        for one in (found.together, *found.medicines)
        for month in reversed(one.months)
    ]
    return Told(
        headline=say_n("kinds.use_month", last.answered, month=_month(last), some=last.days),
        sentences=said,
        known=Known(
            data=say("kinds.period", period=period_words(found.since, found.until)),
            n=late,
            method=say("kinds.use_how"),
        ),
        part=part,
        columns=[say(f"kinds.column.{one}") for one in USE_COLUMNS],
        rows=rows,
    )


def _month(one: UseMonth) -> str:
    return say("treatments.month", month=say(f"month.short.{one.month.month}"), year=one.month.year)
