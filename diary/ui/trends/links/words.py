"""How a link is known, as Trends shows it under the words of `charts.link_words`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.link_words import day_words, p_words
from diary.insight.findings.links import Tier
from diary.ui.parts.how_known import Known
from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.insight.findings.links import LinkFound, Links


def known(one: LinkFound, links: Links) -> Known:
    """How one pair is known."""
    since = links.since if one.counted_since is None else max(one.counted_since, links.since)
    method = [say("links.how.method"), say(f"links.how.{one.tier}")]
    if one.p is not None and one.adjusted_p is not None:
        method.append(say("links.how.p", p=p_words(one.p), adjusted=p_words(one.adjusted_p)))
    return Known(
        data=say("links.how.data", since=day_words(since), until=day_words(links.until)),
        n=say_n("links.how.n", one.n),
        method=" ".join(method),
        topic="links",
    )


def known_all(links: Links) -> Known:
    """How everything else is known."""
    return Known(
        data=say("links.how.data", since=day_words(links.since), until=day_words(links.until)),
        n=say_n("links.how.n_all", links.other.tested),
        method=" ".join((say("links.how.method"), say(f"links.how.{Tier.OTHER}"))),
        topic="links",
    )
