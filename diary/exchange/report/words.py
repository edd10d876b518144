"""Days, periods, moments and numbers as the report writes them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.models.moments import Moment


def day_words(day: date, *, year: bool = True) -> str:
    """A day as "22 Nov 2026", or "22 Nov" where the year is plain from what stands beside it."""
    month = say(f"month.short.{day.month}")
    if not year:
        return say("report.day_no_year", day=day.day, month=month)
    return say("report.day", day=day.day, month=month, year=day.year)


def period_words(since: date, until: date, *, year: bool = True) -> str:
    """A period as "25 Aug to 22 Nov 2026"; one day alone is said once."""
    if since == until:
        return day_words(since, year=year)
    first = day_words(since, year=since.year != until.year)
    return say("report.from_to", since=first, until=day_words(until, year=year or since.year != until.year))


def moment_words(moment: Moment) -> str:
    """A moment as "22 Nov 2026 19:05 (UTC+1)"; the offset only where it is known."""
    day, clock = day_words(moment.local.date()), moment.local.strftime("%H:%M")
    if moment.offset_min is None:
        return say("report.moment", day=day, clock=clock)
    return say("report.moment_offset", day=day, clock=clock, offset=_offset(moment.offset_min))


def _offset(minutes: int) -> str:
    """An offset from UTC as "+1" or "−3:30"; nothing for UTC itself."""
    if not minutes:
        return ""
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"{sign}{hours}:{rest:02d}" if rest else f"{sign}{hours}"


def number_words(value: float, places: int = 1) -> str:
    """A mean as "5.4", halves away from zero; a whole amount in the hundreds without its point."""
    scale = 10 ** (0 if abs(value) >= 100 else places)
    rounded = int(abs(value) * scale + 0.5 + 1e-9) / scale
    signed = -rounded if value < 0 and rounded else rounded
    return f"{signed:.{0 if scale == 1 else places}f}"


def percent(n: int, of: int) -> int:
    """How many per cent `n` is of `of`, rounded; 0 of 0 is 0."""
    return int(100 * n / of + 0.5) if of else 0


def sentences(*parts: str) -> str:
    """Whole sentences one after the other; empty ones are passed over."""
    return " ".join(part for part in parts if part)


def and_more(names: Sequence[str], more: int) -> str:
    """Names in a row, and how many more there are."""
    row = ", ".join(names)
    return say_n("report.names_and_more", more, names=row) if more > 0 else row


def shortened(text: str, letters: int) -> str:
    """`text` cut to at most `letters` letters at a word where one is near, with an ellipsis."""
    if len(text) <= letters:
        return text
    kept = text[: letters - 1]
    at = kept.rfind(" ", letters // 2)
    return (kept[:at] if at > 0 else kept).rstrip() + "…"


def code_words(content: str) -> str:
    """The first 16 letters of a content hash in groups of four, as "content 7F3A 91C2 0D4E B815"."""
    short = content[:16].upper()
    return say("report.code", code=" ".join(short[at : at + 4] for at in range(0, len(short), 4)))
