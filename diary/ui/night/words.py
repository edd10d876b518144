"""A night in words: what follows from its times, and what is kindly asked about them."""

from __future__ import annotations

from diary.insight.nights import Asked, Night
from diary.wording import say, say_n


def span_words(minutes: int) -> str:
    """A length of time as it is read, "6 h 40 min", "25 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("night.minutes", minutes=rest)
    return say("night.hours_minutes", hours=hours, minutes=rest) if rest else say("night.hours", hours=hours)


def night_words(night: Night, given_min: float | None = None) -> str:
    """One line, "Asleep 6 h 40 min of 7 h 55 min in bed, 84 %. Self-reported."; empty where nothing follows.

    The person's own minutes asleep stand before those that the times give.
    """
    asleep = night.asleep_min if given_min is None else round(given_min)
    in_bed = night.in_bed_min
    if in_bed is None and night.asleep_min is None:
        said = say("night.line.order") if Asked.ORDER in night.asked else ""
    elif asleep is None:
        said = say("night.line.in_bed", in_bed=span_words(in_bed or 0))
    elif in_bed is None:
        said = say("night.line.asleep", asleep=span_words(asleep))
    elif night.efficiency is None:
        said = say("night.line.both", asleep=span_words(asleep), in_bed=span_words(in_bed))
    else:
        said = say(
            "night.line.whole",
            asleep=span_words(asleep),
            in_bed=span_words(in_bed),
            percent=night.efficiency,
        )
    return " ".join(part for part in (said, _latency(night) if said else "", nap_words(night)) if part)


def nap_words(night: Night) -> str:
    """How many naps there were and how long in all; empty without one."""
    if not night.naps:
        return ""
    if night.nap_min is None:
        return say_n("nap.some", night.naps)
    return say_n("nap.some_minutes", night.naps, minutes=span_words(night.nap_min))


def asked_words(night: Night, given_min: float | None = None) -> str:
    """What may be a slip, as questions; what was typed is kept all the same."""
    said = [say(f"night.asked.{one}") for one in night.asked]
    if given_min is not None and night.asleep_min is not None and night.is_apart(given_min):
        given, computed = span_words(round(given_min)), span_words(night.asleep_min)
        said.append(say("night.apart", given=given, computed=computed))
    return " ".join(said)


def _latency(night: Night) -> str:
    minutes = night.latency_min
    return say("night.latency", minutes=span_words(minutes)) if minutes else ""
