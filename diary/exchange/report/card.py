"""The emergency card: the list of current treatment with what was ticked, as a paper that is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.exchange import current_list
from diary.exchange.current_list import CurrentList

if TYPE_CHECKING:
    from datetime import date

    from diary.exchange.report.choices import ReportChoices
    from diary.models.moments import Moment
    from diary.storage.diary import Diary


def card(diary: Diary, choices: ReportChoices, today: date | None = None) -> CurrentList:
    """The card as of `today` (now unless said); paper and what is said of the person are chosen."""
    found = current_list.gather(diary, with_name=choices.with_name, with_born=choices.with_born, today=today)
    return replace(found, paper=choices.paper)


def card_pdf(found: CurrentList, made: Moment) -> bytes:
    """The card as an accessible PDF."""
    return current_list.pdf(found, made)


def card_pictures(found: CurrentList, made: Moment, ppi: float) -> list[bytes]:
    """The card as PNG pictures, one for each page."""
    return current_list.pictures(found, made, ppi)


def card_text(found: CurrentList) -> str:
    """The card as plain text."""
    return current_list.plain_text(found)


def card_canonical(found: CurrentList) -> bytes:
    """The card's own data as canonical JSON."""
    return current_list.canonical(found)


def card_hash(found: CurrentList) -> str:
    """SHA-256 of the card's own data as canonical JSON, in hex: the code that is printed on it."""
    return current_list.content_hash(found)
