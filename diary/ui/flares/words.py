"""A flare in words: from when to when, how long, what was happening, what helped."""

from __future__ import annotations

from datetime import date, timedelta

from diary.models.moments import Moment, time_between
from diary.models.records import Entry
from diary.ui.parts.date_bar import day_words
from diary.wording import say, say_n

DAY_MIN = 24 * 60


def clock_words(at: Moment, beside: date) -> str:
    """A moment as "14:10", with its date where that is another one than `beside`: "Mon 23 Nov 00:20"."""
    time = f"{at.local:%H:%M}"
    if at.local.date() == beside:
        return time
    return say("flare.when", day=day_words(at.local.date(), "ddd d MMM"), time=time)


def length_words(length: timedelta) -> str:
    """How long a flare lasted: "20 min", "1 h 05", "2 days 3 h 00"."""
    days, minutes = divmod(max(0, round(length.total_seconds() / 60)), DAY_MIN)
    hours, rest = divmod(minutes, 60)
    words = say("flare.hours", hours=hours, minutes=rest) if hours else say("flare.minutes", minutes=rest)
    return say_n("flare.days", days, rest=words) if days else words


def span_words(flare: Entry) -> str:
    """ "From 14:10 to 15:30, 1 h 20"; "" where the start is not known."""
    if flare.at is None:
        return ""
    start = clock_words(flare.at, flare.at.local.date())
    if flare.until is None:
        return say("flare.from", start=start)
    end = clock_words(flare.until, flare.at.local.date())
    return say(
        "flare.from_to", start=start, end=end, length=length_words(time_between(flare.at, flare.until))
    )


def flare_lines(flare: Entry) -> list[str]:
    """What an entry says of a flare beside its answers, a line each; nothing for what is not said."""
    lines = [span_words(flare)] if flare.until is not None else []
    lines += [say("flare.said_doing", words=flare.doing)] if flare.doing else []
    lines += [say("flare.said_helped", words=flare.helped)] if flare.helped else []
    return lines
