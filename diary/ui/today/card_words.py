"""What the card of places says and shows: its status line and the figure's areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.kept import strokes_here
from diary.ui.today.drawing import marked_pct, name_of
from diary.ui.today.sitting import Sitting
from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.anatomy.figure import Drawn


def drawn_places(sitting: Sitting, selected: str | None = None) -> tuple[Drawn, ...]:
    """What the figure shows for the places of a form; what was drawn on another figure in whole regions."""
    if not sitting.places:
        return ()  # an empty form is painted before the figure is loaded
    from diary.anatomy.figure import Drawn

    return tuple(
        Drawn(
            area=place.uid,
            regions=place.regions,
            strokes=strokes_here(place),
            qualities=tuple(one.code or "own" for one in place.qualities),
            severity=place.severity,
            carried=place.carried,
            selected=place.uid == selected,
        )
        for place in sitting.places
    )


def status_words(sitting: Sitting, selected: str | None, *, pointer: str, said: str, begins: bool) -> str:
    """The line under the places: what was done or is there, after the region that is pointed at, if any."""
    if pointer:
        rest = say("today.new_area") if begins else _areas(sitting)
        return (
            say("today.pointer_and", place=pointer, rest=rest)
            if rest
            else say("today.pointer", place=pointer)
        )
    if begins:
        return say("today.new_area")
    if said:
        return said
    if sitting.nothing_hurts:
        return say("today.nothing_now")
    if not sitting.places:
        return say("today.nowhere")
    place = sitting.place(selected)
    if place is not None and place.strokes and not place.regions:
        return say("today.too_little")
    areas = _areas(sitting)
    if place is not None and place.is_unanswered:
        return say("today.draw_more", areas=areas)
    return areas


def _areas(sitting: Sitting) -> str:
    """How many areas there are and their share of the body's surface; "" where there is none."""
    if not sitting.places:
        return ""
    return say_n("today.areas", len(sitting.places), share=f"{marked_pct(sitting):.1f}")


def unconfirmed_words(sitting: Sitting) -> str:
    """What the page says beside Save about places that will not be recorded; "" where all are."""
    places = sitting.unconfirmed
    if len(places) == 1:
        return say("today.place_not_confirmed", place=name_of(places[0]))
    return say_n("today.not_confirmed", len(places)) if places else ""
