"""How long places have hurt, worked out before anything is drawn: two bars of days for each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from diary.wording import say, say_n
from diary.wording.treatment_words import date_words, rough_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.insight.findings.kinds import PlaceLasting

BESIDE = 560
"""From this width on names stand left of their bars, px at 100 %."""

ROW, TALL_ROW, ABOVE, BELOW = 68, 126, 56, 12
"""Height of a row with its name beside it or above it, of the legend, and room below; px at 100 %."""

MOST = 12
"""Further places stand in the table alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One place: since when and how long in words, days with pain of days answered, all and in 90 days."""

    name: str
    since: str
    state: str
    some: int
    of: int
    recent: int
    recent_of: int
    title: str
    line: str
    lasting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPicture:
    """The places with most days; `more` says how many are not among them."""

    title: str
    rows: tuple[PlaceRow, ...]
    more: str = ""

    def beside(self, width: float) -> bool:
        """Whether names stand left of their bars on a width in px at 100 %."""
        return width >= BESIDE

    def tall(self, width: float) -> float:
        """The height it needs, px at 100 %."""
        rows = len(self.rows) * (ROW if self.beside(width) else TALL_ROW)
        return ABOVE + BELOW + rows + (24 if self.more else 0)


def places_picture(
    places: Sequence[PlaceLasting], name_of: Callable[[PlaceLasting], str]
) -> PlacesPicture | None:
    """The places, lasting ones first; None where none was marked."""
    if not places:
        return None
    more = len(places) - MOST
    return PlacesPicture(
        title=say("kinds.places"),
        rows=tuple(place_row(one, name_of(one)) for one in places[:MOST]),
        more=say_n("kinds.more_strips", more) if more > 0 else "",
    )


def place_row(one: PlaceLasting, name: str) -> PlaceRow:
    """One place in numbers and words."""
    since, state = since_words(one), state_words(one)
    line = say(
        "kinds.place_line",
        state=say("kinds.since_state", since=since, state=state),
        all=say_n("n_of_days", one.days, some=one.n),
        recent=say_n("n_of_days", one.recent_days, some=one.recent_n),
    )
    return PlaceRow(
        name=name,
        since=since,
        state=state,
        some=one.n,
        of=one.days,
        recent=one.recent_n,
        recent_of=one.recent_days,
        title=name,
        line=line[:1].upper() + line[1:],
        lasting=bool(one.lasting),
    )


def since_words(one: PlaceLasting) -> str:
    """Since when a place hurts: as the person gave it, else since its first day here; and until when."""
    if one.onset is not None:
        since = say("kinds.since", when=rough_words(one.onset))
    elif one.first_day is not None:
        since = say("kinds.since_seen", when=date_words(date.fromordinal(one.first_day)))
    else:
        since = say("kinds.no_since")
    return say("kinds.over", since=since, until=rough_words(one.over)) if one.over is not None else since


def state_words(one: PlaceLasting) -> str:
    """Whether it is longer than 3 months, as far as known."""
    if one.lasting is None:
        return say("kinds.state.unknown")
    return say("kinds.state.longer" if one.lasting else "kinds.state.shorter")
