"""A flare in words: from when to when, how long, what was happening, what helped."""

from __future__ import annotations

from datetime import date

from diary.models.moments import Moment, time_between
from diary.models.records import Entry
from diary.ui.parts.date_bar import day_words
from diary.wording import say
from diary.wording.answers import length_words


def clock_words(at: Moment, beside: date) -> str:
    """A moment as "14:10", with its date where that is another one than `beside`: "Mon 23 Nov 00:20"."""
    time = f"{at.local:%H:%M}"
    if at.local.date() == beside:
        return time
    return say("flare.when", day=day_words(at.local.date(), "ddd d MMM"), time=time)


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
