"""The way from a region to its anatomical neighbours in one view, by four directions."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from diary.anatomy.limbs import large_parts, limb_of
from diary.anatomy.views import STANDING, load_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diary.anatomy.views import Ring, View

Way = tuple[int, int]
"""A direction: steps across (to the picture's right) and down."""

WAYS: tuple[Way, ...] = ((-1, 0), (1, 0), (0, -1), (0, 1))
HEADS = ("head_front", "head_left", "head_right", "head_back")
WIDEST = 1.75
"""How far aside of its direction a neighbour may lie (60°), as a share of how far ahead it lies."""

Graph = dict[str, dict[Way, str]]


def neighbour(view: str, region: str, across: int, down: int) -> str | None:
    """The region that borders on `region` in that direction of the view; None where there is none.

    Each of `across` and `down` is -1, 0 or 1, one of them 0. KeyError for a region the view does not show.
    """
    return _ways(view)[region].get((across, down))


@cache
def bordering(view: str) -> Mapping[str, frozenset[str]]:
    """The regions that share a border with each region of the view."""
    owner: dict[tuple[int, ...], str] = {}
    found: dict[str, set[str]] = {region: set() for region in load_view(view).regions}
    for region, shape in load_view(view).regions.items():
        for ring in shape.rings:
            for x0, y0, x1, y1 in _edges(ring):
                other = owner.pop((x1, y1, x0, y0), None)
                if other is None:
                    owner[(x0, y0, x1, y1)] = region
                elif other != region:
                    found[region].add(other)
                    found[other].add(region)
    return {region: frozenset(others) for region, others in found.items()}


@cache
def parts_beside(limb: str, side: str) -> frozenset[tuple[str, str]]:
    """The large parts, with their sides, that share a border with this one on the whole body or the head."""
    found = set()
    for view in (*STANDING, *HEADS):
        beside = bordering(view)
        for region in large_parts()[limb, side]:
            found |= {limb_of(other) for other in beside.get(region, ())}
    return frozenset(found - {(limb, side)})


def joined_regions(view: str, region: str) -> frozenset[str]:
    """Every region of the connected drawing that holds `region`: one foot of a pair, or the whole figure."""
    return frozenset(_reached({one: tuple(others) for one, others in bordering(view).items()}, region))


def _edges(ring: Ring) -> Iterator[tuple[int, int, int, int]]:
    spots = list(zip(ring[::2], ring[1::2], strict=True))
    for (x0, y0), (x1, y1) in pairwise([spots[-1], *spots]):
        yield x0, y0, x1, y1


def _reached(graph: Mapping[str, tuple[str, ...]], start: str) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for ahead in graph[waiting.pop()]:
            if ahead not in seen:
                seen.add(ahead)
                waiting.append(ahead)
    return seen


def _cost(drawn: View, here: str, there: str, way: Way) -> tuple[float, float]:
    """How far, what lies aside counted double, and how far aside of the way; infinite when behind."""
    (x0, y0), (x1, y1) = drawn.regions[here].label, drawn.regions[there].label
    ahead = (x1 - x0) * way[0] + (y1 - y0) * way[1]
    aside = abs((x1 - x0) * way[1]) + abs((y1 - y0) * way[0])
    return (hypot(ahead, 2 * aside), aside / ahead) if ahead > 0 else (float("inf"), float("inf"))


@cache
def _ways(view: str) -> Graph:
    drawn, borders = load_view(view), bordering(view)
    graph: Graph = {}
    for region in drawn.regions:
        graph[region] = {}
        for way in WAYS:
            costs = [(_cost(drawn, region, other, way), other) for other in sorted(borders[region])]
            near = [(cost, other) for (cost, slope), other in costs if slope <= WIDEST]
            if near:
                graph[region][way] = min(near)[1]
    left = set(drawn.regions)
    while left:
        whole = joined_regions(view, min(left))
        _join(drawn, graph, whole)
        left -= whole
    return graph


def _join(drawn: View, graph: Graph, whole: frozenset[str]) -> None:
    """Bend single steps until every region of the connected drawing leads to every other."""
    start = min(whole)
    while len(_forth(graph, start)) + len(_back(graph, start)) < 2 * len(whole):
        if not _bend(drawn, graph, start):
            break


def _forth(graph: Graph, start: str) -> set[str]:
    """What `start` leads to."""
    return _reached({region: tuple(ways.values()) for region, ways in graph.items()}, start)


def _back(graph: Graph, start: str) -> set[str]:
    """What leads to `start`."""
    against: dict[str, tuple[str, ...]] = dict.fromkeys(graph, ())
    for region, ways in graph.items():
        for ahead in ways.values():
            against[ahead] += (region,)
    return _reached(against, start)


def _bend(drawn: View, graph: Graph, start: str) -> bool:
    """Take the nearest step that joins more than it parts; an empty direction before a used one."""
    forth, back = _forth(graph, start), _back(graph, start)
    steps = sorted(
        (way in graph[here], cost, here, there, way)
        for here, others in bordering(drawn.name).items()
        for there in others
        if (here in forth and there not in forth) or (here not in back and there in back)
        for way in WAYS
        for cost, slope in (_cost(drawn, here, there, way),)
        if slope < float("inf")
    )
    for _, _, here, there, way in steps:
        before = dict(graph[here])
        graph[here][way] = there
        if len(_forth(graph, start)) + len(_back(graph, start)) > len(forth) + len(back):
            return True
        graph[here] = before
    return False
