"""The rows of a report without what was not ticked: one rule for page one and every part of the annex."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diary.exchange.privacy import is_private
from diary.exchange.report.choices import Annex
from diary.models.records import Author, Entry
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.exchange.report.choices import ReportChoices
    from diary.exchange.report.rows import ReportRows
    from diary.models.story import Site
    from diary.models.views import PeriodRows


def ticked(rows: ReportRows, choices: ReportChoices) -> ReportRows:
    """Helpers by their role, no own words of flares and doses, no private lasting place, unless ticked.

    Names of treatments and conditions, words for the pain and questions are what the report is about: they
    stay as they were written.
    """
    wide = rows.wide
    if not choices.with_words:
        wide = replace(
            wide,
            treatments=[replace(one, stop_words="") for one in wide.treatments],
            steps=[replace(one, reason="") for one in wide.steps],
        )
    if not choices.with_private:
        wide = replace(wide, sites=[one for one in wide.sites if not _is_private(one, rows)])
    period = rows.period
    if not choices.with_name:
        wide = replace(wide, period=_by_role(wide.period, rows))
        period = _by_role(period, rows)
    return replace(rows, wide=wide, period=period, extra=_extra(rows, choices))


def _by_role(period: PeriodRows, rows: ReportRows) -> PeriodRows:
    unknown = say("writer.unknown")
    return period._replace(writers={uid: rows.roles.get(uid, unknown) for uid in period.writers})


def _is_private(site: Site, rows: ReportRows) -> bool:
    """Whether a lasting place is a private one: by its regions, else by those it was marked with."""
    if site.regions:
        return all(map(is_private, site.regions))
    return site.uid in rows.private_sites


def _extra(rows: ReportRows, choices: ReportChoices) -> dict[Annex, Any]:
    found = dict(rows.extra)
    if not choices.with_name:
        if (changed := found.get(Annex.CHANGES)) is not None:
            found[Annex.CHANGES] = replace(changed, authors=_unnamed(changed.authors))
        if (filled := found.get(Annex.QUESTIONNAIRES)) is not None:
            found[Annex.QUESTIONNAIRES] = _unnamed(filled)
    if not choices.with_words and Annex.FLARES in found:
        found[Annex.FLARES] = [
            replace(one, doing="", helped="") if isinstance(one, Entry) else one
            for one in found[Annex.FLARES]
        ]
    return found


def _unnamed(authors: Mapping[str, Author]) -> dict[str, Author]:
    """Those who write, without names: their role is said instead."""
    return {key: replace(one, name="") for key, one in authors.items()}
