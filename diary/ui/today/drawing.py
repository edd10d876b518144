"""What strokes and taps do to the places of a form: where they go, what they take off, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from diary.anatomy.drawing import (
    FIGURE_VERSION,
    GRID_VERSION,
    as_strokes,
    fill,
    limb_strokes,
    mirrored,
    take_off,
    views_of,
)
from diary.anatomy.kept import (
    WHOLE,
    cells_under,
    is_counted_otherwise,
    is_of_another_figure,
    kept_name,
    main_regions,
    naming_regions,
    painted_shares,
    rubbed,
    strokes_here,
    surface_pct,
    together,
)
from diary.anatomy.limbs import belongs, limb_of, limbs
from diary.anatomy.naming import place_name
from diary.anatomy.neighbours import parts_beside
from diary.anatomy.regions import all_regions
from diary.anatomy.views import VIEWS, load_view
from diary.models.codes import StrokeMode
from diary.models.records import Stroke
from diary.ui.today.place import Place
from diary.ui.today.sitting import Sitting
from diary.wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What a stroke or tap is meant for: the selected place, a new one, or the selected wherever it lies."""

    selected: str | None = None
    begins: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """The form after an act, the place that is selected then, and what to say of it ("" says nothing)."""

    sitting: Sitting
    selected: str | None
    words: str = ""


# --- what a place covers


def known_regions(place: Place) -> list[str]:
    """The regions of a place that this figure has; a newer diary may know more."""
    return [one for one in place.regions if one in all_regions()]


def _shown(strokes: Iterable[Stroke]) -> list[Stroke]:
    """The strokes on views of this figure; those of a later one are kept and not shown."""
    return [one for one in strokes if one.view in VIEWS]


def named_regions(place: Place) -> tuple[str, ...]:
    """The regions that name a place: those that count, else those that its drawing touches at all."""
    return naming_regions(place, place.regions)


def name_of(place: Place) -> str:
    """What to call a place."""
    return kept_name(place, place.regions)


def strokes_of(place: Place) -> tuple[Stroke, ...]:
    """The drawing of a place; marked without one, or on another figure, its regions are filled whole."""
    return strokes_here(place) or as_strokes(known_regions(place))


def with_strokes(place: Place, strokes: Iterable[Stroke]) -> Place | None:
    """The place with more strokes and the regions they then cover; None where nothing is left of it."""
    from diary.anatomy.coverage import coverage, regions_of

    before = strokes_of(place)
    drawn = (*before, *strokes)
    kept = [one for one in place.area_regions() if not _is_drawn(one.region)]
    unseen = len(_shown(before)) < len(before)
    if unseen:  # what a view of a later figure covers cannot be counted here
        counted = {one.region for one in (*regions_of(before), *regions_of(drawn), *kept)}
        kept += [one for one in place.area_regions() if one.region not in counted]
    if not (kept or unseen) and not any(coverage(drawn).values()):
        return None
    derived = place.with_regions((*regions_of(drawn), *kept))
    return replace(
        derived, strokes=drawn, figure_version=FIGURE_VERSION, grid_version=GRID_VERSION, carried=False
    )


def _is_drawn(region: str) -> bool:
    """Whether a view shows the region; one of a newer diary is kept as it is."""
    return region in all_regions() and bool(views_of(region))


def shares(sitting: Sitting) -> dict[str, float]:
    """Share of each region that counts, the largest of all places."""
    return together({one.region: one.coverage for one in place.area_regions()} for place in sitting.places)


def marked_pct(sitting: Sitting) -> float:
    """Per cent of the body's surface under all places together; where they overlap, the largest share."""
    return surface_pct(together(_painted(place) for place in sitting.places))


def _painted(place: Place) -> dict[str, float]:
    """Every share that is painted, also of regions that do not count."""
    return painted_shares(place, place.area_regions())


# --- where strokes and taps go


def _meets(place: Place, regions: Collection[str]) -> bool:
    """Whether one of the regions lies in a large part of the body that the place covers."""
    covered = [one for one in named_regions(place) if one in all_regions()]
    return any(belongs(region, covered) for region in regions)


def _is_near(place: Place, regions: Collection[str]) -> bool:
    """Whether one of the regions lies in a part of the place on either side, or in one beside it."""
    covered = limbs(one for one in named_regions(place) if one in all_regions())
    same = {limb for limb, _ in covered}
    parts = limbs(regions)
    if any(limb in same for limb, _ in parts):
        return True
    return any(not parts_beside(*one).isdisjoint(parts) for one in covered)


def _target(sitting: Sitting, aim: Aim, regions: Collection[str]) -> Place | None:
    """The place that takes a drawing in these regions; None begins a new one."""
    if aim.begins:
        return None
    selected = sitting.place(aim.selected)
    if selected is not None and (aim.joins or _meets(selected, regions)):
        return selected
    if selected is not None and selected.is_unanswered and _is_near(selected, regions):
        return selected
    return next((one for one in sitting.places if _meets(one, regions)), None)


def _joined(
    sitting: Sitting,
    aim: Aim,
    regions: Collection[str],
    strokes: Iterable[Stroke],
    make_uid: Callable[[], str],
) -> Acted:
    """The form with strokes in these regions where they belong; what joined another part is told."""
    place = _target(sitting, aim, regions)
    if place is None:
        return _put(sitting, Place(uid=make_uid()), strokes)
    words = "" if _meets(place, regions) else say("today.added_to", place=name_of(place))
    return _put(sitting, place, strokes, words)


def drawn(sitting: Sitting, aim: Aim, stroke: Stroke, make_uid: Callable[[], str]) -> Acted | None:
    """The form after a stroke of any mode; None where it touches nothing."""
    if stroke.mode is StrokeMode.ERASE:
        return _erased(sitting, aim, {one.uid: _rubbed(one, stroke) for one in sitting.places})
    regions = main_regions(stroke)
    if not regions:
        return None
    acted = _joined(sitting, aim, regions, [stroke], make_uid)
    place = acted.sitting.place(acted.selected)
    if (
        acted.words
        or place is None
        or not place.strokes
        or not cells_under(stroke).keys().isdisjoint(place.regions)
    ):
        return acted
    return replace(acted, words=say("today.too_little"))


def _rubbed(place: Place, eraser: Stroke) -> tuple[Stroke, ...]:
    return rubbed(strokes_of(place), place.regions, eraser)


def _erased(sitting: Sitting, aim: Aim, takes: Mapping[str, Sequence[Stroke]]) -> Acted | None:
    """The form after an eraser: it takes off the selected place alone, without one all that it goes over.

    `takes` is what it adds to each place; () where it goes over nothing of it.
    """
    over = [one for one in sitting.places if takes[one.uid]]
    selected = None if aim.begins else sitting.place(aim.selected)
    if selected is not None and over and not takes[selected.uid]:
        words = say("today.erases_selected", place=name_of(selected))
        return Acted(sitting=sitting, selected=selected.uid, words=words)
    after, acted, gone = sitting, None, []
    for place in [selected] if selected is not None and over else over:
        acted = _put(after, place, takes[place.uid])
        after = acted.sitting
        gone += [] if after.place(place.uid) else [name_of(place)]
    if acted is None:
        return None
    left = [one.uid for one in over if selected is None and after.place(one.uid)]
    words = say("today.removed", place=", ".join(gone)) if gone else acted.words
    return Acted(sitting=after, selected=left[0] if left else acted.selected, words=words)


def tapped(
    sitting: Sitting,
    aim: Aim,
    region: str,
    view: str | None,
    make_uid: Callable[[], str],
    *,
    erases: bool = False,
) -> Acted | None:
    """The form after a tap on a region, in `view` or in the list; None where there is nothing to take off."""
    selected = None if aim.begins else sitting.place(aim.selected)
    has = selected is not None and region in selected.regions
    if erases:
        return _erased(sitting, aim, {one.uid: _off(one, region) for one in sitting.places})
    owner = _first(sitting, aim, [region])
    if selected is not None and has and selected.coverage.get(region, 1.0) >= WHOLE:
        return _take_off(sitting, selected, region)
    if owner is not None and not (has or aim.begins or aim.joins):
        return Acted(sitting=sitting, selected=owner.uid)
    return _joined(sitting, aim, [region], [fill(region, view)], make_uid)


def limb_toggled(
    sitting: Sitting, aim: Aim, regions: Sequence[str], make_uid: Callable[[], str], *, wanted: bool
) -> Acted | None:
    """The form after a part of the body was chosen in the list, or all of it taken off again."""
    if wanted:
        return _joined(sitting, aim, regions, as_strokes(regions), make_uid)
    acted: Acted | None = None
    for region in regions:
        now = sitting if acted is None else acted.sitting
        owner = _first(now, aim, [region])
        acted = acted if owner is None else _take_off(now, owner, region)
    return acted


def _first(sitting: Sitting, aim: Aim, regions: Collection[str]) -> Place | None:
    """The place that has one of these regions: the selected one first."""
    places = sorted(sitting.places, key=lambda one: one.uid != aim.selected)
    return next((one for one in places if not frozenset(regions).isdisjoint(named_regions(one))), None)


def _take_off(sitting: Sitting, place: Place, region: str) -> Acted:
    return _put(sitting, place, _off(place, region))


def _off(place: Place, region: str) -> list[Stroke]:
    """What takes a region off a place in every view it was drawn in; [] where the place has none of it."""
    if not _painted(place).get(region):
        return []
    views = dict.fromkeys(one.view for one in _shown(strokes_of(place)))
    return [take_off(region, view) for view in views if region in load_view(view).regions]


def _put(sitting: Sitting, place: Place, strokes: Iterable[Stroke], words: str = "") -> Acted:
    if is_of_another_figure(place):
        words = say("today.other_figure")
    elif is_counted_otherwise(place):
        words = say("today.other_grid")
    after = with_strokes(place, strokes)
    if after is not None:
        return Acted(sitting=sitting.with_place(after), selected=after.uid, words=words)
    return removed(sitting, place.uid)


# --- what the menu of a place does


def removed(sitting: Sitting, uid: str) -> Acted:
    """The form without a place; the one beside it is selected."""
    place = sitting.place(uid)
    left = sitting.without_place(uid)
    at = next((at for at, one in enumerate(sitting.places) if one.uid == uid), 0)
    beside = left.places[min(at, len(left.places) - 1)].uid if left.places else None
    words = "" if place is None else say("today.removed", place=name_of(place))
    return Acted(sitting=left, selected=beside, words=words)


def limb_filled(sitting: Sitting, place: Place) -> Acted:
    """The form with the whole of each large part that the place touches, in that place."""
    parts: dict[tuple[str, str], str] = {}
    for region in named_regions(place):
        if region in all_regions():
            parts.setdefault(limb_of(region), region)
    acted = _put(sitting, place, [one for region in parts.values() for one in limb_strokes(region)])
    after = acted.sitting.place(acted.selected)
    words = say("today.limb_filled", place=name_of(after or place))
    return replace(acted, words=acted.words or words)


def copied_across(sitting: Sitting, place: Place) -> Acted:
    """The form with a place's drawing mirrored to the other side too, in the same place."""
    acted = _put(sitting, place, [mirrored(one) for one in _shown(strokes_of(place))])
    after = acted.sitting.place(acted.selected) or place
    more = [one for one in named_regions(after) if one not in named_regions(place)]
    words = say("today.copied", place=place_name(more)) if more else say("today.copied_nothing")
    return replace(acted, words=acted.words or words)


# --- the way back


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    """The places before and after."""

    before: tuple[Place, ...]
    after: tuple[Place, ...]


class Acts:
    """The drawing acts of one sitting, undone and brought back one by one; answers given since stay."""

    def __init__(self) -> None:
        self._past: list[_Act] = []
        self._future: list[_Act] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to undo."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an act to bring back."""
        return bool(self._future)

    def add(self, before: Sitting, after: Sitting) -> None:
        """Keeps an act that was done; one that changed no place is none."""
        if before.places != after.places:
            self._past.append(_Act(before=before.places, after=after.places))
            self._future.clear()

    def undo(self, sitting: Sitting) -> Sitting:
        """The form as it was before the last act."""
        act = self._past.pop()
        self._future.append(replace(act, after=sitting.places))
        return replace(sitting, places=_restored(sitting.places, act.after, act.before))

    def redo(self, sitting: Sitting) -> Sitting:
        """The form with the act that was undone last."""
        act = self._future.pop()
        self._past.append(act)
        return replace(sitting, places=_restored(sitting.places, act.before, act.after))

    def forget(self) -> None:
        """Another form is shown, or this one was saved."""
        self._past.clear()
        self._future.clear()


def _restored(now: tuple[Place, ...], source: tuple[Place, ...], aim: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places of now with the drawings of `aim`; what `source` has and `aim` has not goes."""
    there = {one.uid: one for one in now}
    gone = {one.uid for one in source} - {one.uid for one in aim}
    known = {one.uid for one in aim}
    back = [_redrawn(there[one.uid], one) if one.uid in there else one for one in aim]
    return (*back, *(one for one in now if one.uid not in known | gone))


def _redrawn(place: Place, like: Place) -> Place:
    """The place with the drawing of another; unconfirmed again where it was and no number was given since."""
    return replace(
        place,
        regions=like.regions,
        coverage=like.coverage,
        strokes=like.strokes,
        figure_version=like.figure_version,
        grid_version=like.grid_version,
        carried=like.carried and place.severity is None,
    )
