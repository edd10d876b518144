"""The lasting places that a place of the day can be a part of."""

from __future__ import annotations

from diary.insight.story import place_in_order
from diary.models.story import Site
from diary.store.store import Store


def lasting_places(store: Store) -> list[tuple[str, str]]:
    """Uid and name of each lasting place that is not over, in order; none while the diary is closed."""
    from diary.storage import life_queries

    if not store.is_open:
        return []
    sites = [one for one in store.ask(life_queries.all_of, Site) if one.over is None]
    return [(one.uid, one.name) for one in sorted(sites, key=place_in_order)]
