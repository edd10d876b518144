"""The words and numbers of the Body page, from what was counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.anatomy.heat import TURN_TOKENS, level_of
from diary.anatomy.limbs import limb_of
from diary.anatomy.naming import place_name
from diary.anatomy.regions import all_regions
from diary.insight.body_difference import BodyDifference, RegionTurn, Turn
from diary.ui.body_page.periods import long_day_words, long_span_words
from diary.ui.body_page.view import DAYS, SEVERITY
from diary.ui.trends.spans import Span
from diary.ui.trends.view import listed
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diary.insight.body_days import BodyDays, RegionDays
    from diary.models.records import Redrawing

MOST_SPOKEN = 12
"""Regions that the spoken summary of a map names; the rest can be walked to by the arrow keys."""

MOST_TOLD = 3
"""Places that the sentences tell of."""


def recorded_words(days: BodyDays) -> str:
    """How much was recorded, "25 of 28 days recorded"."""
    words = say_n("bodymap.recorded", days.length, some=days.n)
    late = days.places.n_memory
    return say("bodymap.recorded_late", words=words, late=say_n("bodymap.late", late)) if late else words


def levels_of(days: BodyDays, how: str) -> dict[str, int]:
    """The shade of each region, 0 to 10."""
    if how == DAYS:
        return {region: level_of(days.share(region)) for region in _known(days)}
    return {one.region: round(one.severity) for one in _known(days).values() if one.severity is not None}


def numbers_of(days: BodyDays, how: str) -> dict[str, float]:
    """The number of each region: its days, or its mean severity."""
    if how == DAYS:
        return {region: float(one.days) for region, one in _known(days).items()}
    return {one.region: one.severity for one in _known(days).values() if one.severity is not None}


def _known(days: BodyDays) -> Mapping[str, RegionDays]:
    known = all_regions()
    return {region: one for region, one in days.regions.items() if region in known}


def region_words(region: str, days: BodyDays, how: str) -> str:
    """One region in words, "23 of 25 days" or "6.2 on 20 days"."""
    one = days.regions.get(region)
    if not days.n:
        return say("bodymap.not_recorded")
    if how == DAYS:
        return say_n("bodymap.of_days", days.n, some=0 if one is None else one.days)
    if one is None or one.severity is None:
        return say("bodymap.no_severity")
    return say_n("bodymap.mean_on", one.n_severity, mean=f"{one.severity:.1f}")


def region_states(days: BodyDays, how: str) -> dict[str, str]:
    """By region what a screen reader says of it."""
    return {region: region_words(region, days, how) for region in _known(days)}


def map_words(days: BodyDays, how: str) -> str:
    """The whole map in words: "Days marked, 26 October to 22 November 2026: left foot 23 of 25 days"."""
    title = say("bodymap.days" if how == DAYS else "bodymap.severity")
    span = long_span_words(Span(days.since, days.until))
    if not days.n:
        return say("bodymap.spoken", title=title, span=span, places=say("bodymap.nothing_recorded"))
    found = [one for one in _known(days).values() if how == DAYS or one.severity is not None]
    if not found:
        return say("bodymap.spoken", title=title, span=span, places=say("bodymap.no_place"))
    names = all_regions()
    told = [
        say("bodymap.spoken_place", place=names[one.region].label, words=region_words(one.region, days, how))
        for one in found[:MOST_SPOKEN]
    ]
    if len(found) > MOST_SPOKEN:
        told.append(say_n("bodymap.and_more", len(found) - MOST_SPOKEN))
    return say("bodymap.spoken", title=title, span=span, places=listed(told, "bodymap.list"))


def kind_of(difference: BodyDifference) -> str:
    """Which words tell a difference: "days", or "severity" where means are compared."""
    return SEVERITY if difference.by_severity else DAYS


def turn_word(how: str = DAYS) -> dict[str, str]:
    """The word that stands beside a place on the map of differences."""
    return {turn: say(f"bodymap.turn.{how}.{turn}") for turn in TURN_TOKENS}


def turn_states(difference: BodyDifference) -> dict[str, str]:
    """By region what a screen reader says of its difference."""
    return {region: turn_words(one, difference) for region, one in difference.regions.items()}


def turn_words(one: RegionTurn, difference: BodyDifference) -> str:
    """One difference with both numbers: "more days, 12 of 25 days, before 5 of 18"."""
    turn = say(f"bodymap.turn_long.{kind_of(difference)}.{one.turn}")
    return say("bodymap.turn_words", turn=turn, numbers=_both_numbers(one, difference))


def _both_numbers(one: RegionTurn, difference: BodyDifference) -> str:
    """Both numbers of a place, "12 of 25 days, before 5 of 18" or "6.2 on 20 of 25 days, before ..."."""
    if difference.by_severity:
        now = _mean_words(one.after, one.n_after, difference.after)
        before = _mean_words(one.before, one.n_before, difference.before)
        return say("bodymap.place_numbers", now=now, before=before)
    return say(
        "bodymap.both_days",
        now=f"{one.after or 0:.0f}",
        n_now=difference.after.n,
        before=f"{one.before or 0:.0f}",
        n_before=difference.before.n,
    )


def _mean_words(mean: float | None, n: int, days: BodyDays) -> str:
    if mean is None:
        return say("bodymap.not_marked")
    return say_n("bodymap.mean_of", days.n, mean=f"{mean:.1f}", some=n)


def turns_words(difference: BodyDifference) -> str:
    """The map of differences in words."""
    if not difference.told:
        return say("bodymap.no_difference")
    names = all_regions()
    found = [one for one in difference.regions.values() if one.region in names]
    told = [
        say("bodymap.spoken_turn", place=names[one.region].label, words=turn_words(one, difference))
        for one in found[:MOST_SPOKEN]
    ]
    if len(found) > MOST_SPOKEN:
        told.append(say_n("bodymap.and_more", len(found) - MOST_SPOKEN))
    return listed(told, "bodymap.list_turns") or say("bodymap.no_place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the difference comes to: a title, sentences on places, and how far it can be trusted."""

    title: str
    places: str
    steady: str


def told_of(difference: BodyDifference, redrawing: Redrawing | None) -> Told:
    """The difference in sentences; nothing in it is called more than it is."""
    if not difference.told:
        empty = difference.after if not difference.after.n else difference.before
        span = long_span_words(Span(empty.since, empty.until))
        return Told(title=say("bodymap.no_difference"), places=say("bodymap.none_in", span=span), steady="")
    firsts = _by_part(difference.regions.values())
    lines = [_place_line(one, difference) for one in firsts[:MOST_TOLD]]
    if not firsts:
        lines = [say(_why_nothing(difference))]
    return Told(
        title=_title(firsts, difference), places=" ".join(lines), steady=_steady(difference, redrawing)
    )


def _why_nothing(difference: BodyDifference) -> str:
    """The key of why there is no place to tell of."""
    if difference.before.regions or difference.after.regions:
        return "bodymap.no_number_either"
    return "bodymap.no_place_fits" if difference.after.quality else "bodymap.no_place_either"


def _by_part(turns: Iterable[RegionTurn]) -> list[RegionTurn]:
    """Of each large part the region that differs most, those that turned before those that did not."""
    known = all_regions()
    found: dict[tuple[str, str], RegionTurn] = {}
    for one in turns:
        if one.region in known:
            found.setdefault(limb_of(one.region), one)
    return sorted(found.values(), key=lambda one: (one.turn is Turn.SAME, -abs(one.by), -(one.after or 0)))


def _title(firsts: list[RegionTurn], difference: BodyDifference) -> str:
    if not firsts:
        return say("bodymap.title.nothing")
    if not difference.enough:
        return say("bodymap.too_few")
    kind = kind_of(difference)
    if firsts[0].turn is Turn.SAME:
        return say(f"bodymap.title.{kind}.same")
    return say(f"bodymap.title.{kind}.{firsts[0].turn}", place=_part(firsts[0].region))


def _place_line(one: RegionTurn, difference: BodyDifference) -> str:
    return say("bodymap.place_line", place=_part(one.region), numbers=_both_numbers(one, difference))


def _part(region: str) -> str:
    """A place by its own short name, "Right palm"."""
    return place_name([region]).partition(" (")[0].partition(",")[0]


def _steady(difference: BodyDifference, redrawing: Redrawing | None) -> str:
    """How far the maps agree, beside how far a drawing of the same day agreed with itself."""
    if difference.agreement is None:
        return ""
    agree = say(f"bodymap.agree.{kind_of(difference)}", index=f"{difference.agreement:.2f}")
    if redrawing is None:
        return say("bodymap.with_general", agree=agree)
    day = long_day_words(redrawing.drawn.local.date().toordinal())
    # What is compared is what is shown: two decimals.
    within = round(difference.agreement, 2) >= round(redrawing.agreement, 2)
    own = f"{redrawing.agreement:.2f}"
    return say("bodymap.within_own" if within else "bodymap.beyond_own", agree=agree, own=own, day=day)
