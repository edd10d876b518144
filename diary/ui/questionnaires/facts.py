"""What the pages ask of the diary about questionnaires, and the settings that travel with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.insight.instruments import CODES, instrument
from diary.insight.questionnaires import Standing, read_day, read_skips, standing
from diary.models.codes import Noun
from diary.models.story import Response
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.storage.life_queries import DayRow
    from diary.store.store import Store

OFF = "questionnaires_off"
"""Setting: the codes of those that are not asked."""

PUT_OFF = "questionnaires_put_off"
"""Setting: the day on which each was last put off, by code."""

SINCE = "change_since"
"""Setting: the day that the change question compares with; the diary's first day where it is not set."""


def off(store: Store) -> tuple[str, ...]:
    """The questionnaires that are not asked."""
    kept: object = store.setting(OFF, None)
    return tuple(code for code in CODES if isinstance(kept, list) and code in kept)


def set_asked(store: Store, code: str, *, asked: bool) -> None:
    """Asks a questionnaire from now on, or no more; DiaryError."""
    without = [one for one in off(store) if one != code]
    store.set_setting(OFF, without if asked else [*without, code], text=say("instrument.setting_asked"))


def put_off(store: Store, code: str) -> None:
    """Not this time: it is asked again after its interval; DiaryError."""
    kept = {one: str(day) for one, day in read_skips(store.setting(PUT_OFF, None)).items()}
    words = say("due.put_off", title=instrument(code).title)
    store.set_setting(PUT_OFF, {**kept, code: str(store.today())}, text=words)


def first_day(store: Store) -> date | None:
    """The first day that the diary tells of, None where it is empty."""
    from diary.storage import queries

    span = store.ask(queries.span)
    return None if span is None else span[0]


def change_since(store: Store) -> date:
    """The day that the change question compares with; today where nothing is in the diary yet."""
    return read_day(store.setting(SINCE, None)) or first_day(store) or store.today()


def set_change_since(store: Store, day: date) -> None:
    """Compares with another day from now on; answers given keep theirs; DiaryError."""
    store.set_setting(SINCE, str(day), text=say("instrument.setting_since"))


def response_rows(store: Store) -> Sequence[DayRow]:
    """Every response with its class, by day."""
    from diary.storage import life_queries

    return store.ask(life_queries.day_rows, Response, date.min, store.today() + timedelta(days=1))


def helpers_of(store: Store) -> dict[str, str]:
    """Who else than the person gave answers, by name and by the uid of the response."""
    from diary.ui.writers.words import helpers_named

    helped, names = helpers_named(store, Noun.RESPONSE)
    return {uid: names[one] for uid, one in helped.items() if one in names}


def standings(store: Store, rows: Sequence[DayRow] | None = None) -> tuple[Standing, ...]:
    """How each questionnaire stands today, in their order."""
    from diary.storage import life_queries

    if rows is None:
        given = store.ask(life_queries.all_of, Response)
    else:
        given = [row.record for row in rows if isinstance(row.record, Response)]
    skips, without = read_skips(store.setting(PUT_OFF, None)), off(store)
    begun, today = first_day(store), store.today()
    return tuple(
        standing(
            instrument(code),
            today,
            answered=[one.day for one in given if one.instrument == code],
            skipped=skips.get(code),
            first_day=begun,
            off=code in without,
        )
        for code in CODES
    )
