"""Choices of a report that the diary remembers; nothing private, no password, no dates of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diary.exchange.report.choices import Audience, ReportChoices, from_plain, preset

if TYPE_CHECKING:
    from collections.abc import Mapping

CHOICES_SETTING = "report_choices"
TOLD_SETTING = "report_told_unprotected"
"""Whether it was said in this diary that what leaves it is no longer protected."""

_FIELDS = ("audience", "parts", "annex", "to", "paper", "large_print")
_PERIOD = "period"


def to_keep(choices: ReportChoices, period: str) -> dict[str, Any]:
    """What is remembered: choices that say nothing of the person, and the chosen preset of days."""
    plain = choices.plain()
    found = {name: plain[name] for name in _FIELDS}
    found["annex"] = [one for one in found["annex"] if one != "notes"]
    return {**found, _PERIOD: period}


def as_kept(kept: object) -> tuple[ReportChoices, str]:
    """Choices and preset as remembered; the usual ones of a pain clinic where nothing can be read."""
    usual = preset(ReportChoices(), Audience.PAIN_CLINIC)
    if not isinstance(kept, dict):
        return usual, ""
    wanted: Mapping[str, Any] = {name: kept[name] for name in _FIELDS if name in kept}
    try:
        return from_plain({**_plain(usual), **wanted}), str(kept.get(_PERIOD, ""))
    except ValueError:
        return usual, ""


def _plain(choices: ReportChoices) -> dict[str, Any]:
    plain = choices.plain()
    return {name: plain[name] for name in _FIELDS}
