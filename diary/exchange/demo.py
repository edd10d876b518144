"""The sample diary: a made-up person's days with something of every noun; same arguments, same diary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from diary.errors import DiaryError
from diary.exchange.demo_care import care
from diary.exchange.demo_course import course
from diary.exchange.demo_days import COFFEE, write_day, write_flare
from diary.exchange.demo_device import device_days, write_device_nights
from diary.exchange.demo_inquiry import inquiry
from diary.exchange.demo_more import SHOE_WORDS, SHOES
from diary.exchange.demo_redrawing import redrawings
from diary.exchange.demo_report import with_report
from diary.exchange.demo_sittings import Sittings
from diary.exchange.demo_story import story
from diary.models.codes import AuthorRole, Direction, EntryKind, Group, MeasureKind
from diary.models.moments import day_of
from diary.models.nouns import SECTION_OF
from diary.models.records import (
    Author,
    Draft,
    Entry,
    GivenReport,
    Measure,
    Person,
    Provenance,
    Setting,
)
from diary.storage import clock
from diary.storage.diary import Diary
from diary.storage.reading import DAY_END_SETTING, SAMPLE_SETTING, SELF
from diary.storage.snapshot import Snapshot
from diary.wording import say

DAYS = 90
MOST_DAYS = 36525
PARTNER = "author-partner"
REPORT_EVERY_DAYS = 120
REPORT_BEFORE_END = 40
SAMPLE_DRAFT = "moment:new"
"""The form that the sample's draft was typed in: Pain now, for a new moment."""


def demo(path: Path, *, days: int = DAYS, seed: int = 1, until: date | None = None) -> None:
    """Writes a sample diary of 1 to `MOST_DAYS` days into a new file; DiaryError.

    `until` is its last day, yesterday unless given: the sample then leaves today to be tried.
    """
    if not 1 <= days <= MOST_DAYS:
        raise DiaryError(say("sample.days", most=MOST_DAYS))
    today = day_of(clock.now().local)
    last = until if until is not None else today - timedelta(days=1)
    if last > today:
        raise DiaryError(say("problem.future", day=last))
    diary = Diary(path)
    try:
        diary.restore(with_report(sample(days=days, seed=seed, until=last)))
    finally:
        diary.close()


def sample(*, days: int, seed: int, until: date) -> Snapshot:
    """The made-up record of `days` days that end on `until`."""
    first = until - timedelta(days=days - 1)
    sittings = Sittings(Random(seed), until, Random(f"{seed} more"))
    begun = sittings.act(sittings.moment(first, 8, 10))
    device = device_days(first, days)
    for lived in course(sittings.rng, first, days):
        write_day(sittings, lived, typed_sleep=lived.day not in device)
        write_flare(sittings, lived)
    write_device_nights(sittings, sorted(device))
    _write_helper(sittings, first, days)
    given = tuple(_given_reports(sittings, first, days))
    redrawn = redrawings(sittings)
    life = _life(sittings, first)
    changes, revisions = sittings.in_order()
    return Snapshot.of(
        {
            "changes": changes,
            "entries": tuple(sittings.entries_by_day()),
            "revisions": revisions,
            "given_reports": tuple(sorted(given, key=lambda one: one.uid)),
            "redrawings": redrawn,
            "drafts": (_draft(sittings),),
            **_who_and_what(begun),
            **life,
        }
    )


def _life(sittings: Sittings, first: date) -> dict[str, tuple[Any, ...]]:
    """Treatments, the story and the plan by the names of their lists; their chance is drawn apart."""
    apart = replace(sittings, rng=sittings.other)
    found: dict[str, list[Any]] = {name: [] for name in SECTION_OF.values()}
    for one in (*care(apart, first), *story(apart, first), *inquiry(apart, first)):
        found[SECTION_OF[one.noun]].append(one)
    _write_helper_late(apart, first)
    return {name: tuple(sorted(many, key=lambda one: one.uid)) for name, many in found.items()}


def _who_and_what(begun: Provenance) -> dict[str, tuple[Any, ...]]:
    coffee = Measure(
        uid=f"measure-{COFFEE}",
        code=COFFEE,
        kind=MeasureKind.COUNT,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        direction=Direction.NONE,
        low=0,
        high=20,
        label=say("sample.coffee"),
        position=100,
        written=begun,
    )
    shoes = replace(
        coffee,
        uid=f"measure-{SHOES}",
        code=SHOES,
        kind=MeasureKind.CHOICE,
        low=None,
        high=None,
        label=say("sample.shoes"),
        choices=tuple(say(one) for one in SHOE_WORDS),
        position=1000,
    )
    name, note = say("sample.name"), say("sample.person")
    return {
        "measures": (coffee, shoes),
        "people": (Person(uid="person", name=name, born=date(1971, 5, 17), note=note, written=begun),),
        "authors": (
            Author(uid=PARTNER, role=AuthorRole.PARTNER, name=say("sample.partner"), written=begun),
            Author(uid=SELF, name=name, written=begun),
        ),
        "settings": (
            Setting(uid=DAY_END_SETTING, value=json.dumps("03:00"), written=begun),
            Setting(uid=SAMPLE_SETTING, value=json.dumps(True), written=begun),
        ),
    }


def _draft(sittings: Sittings) -> Draft:
    """A moment that was begun and not finished, in the form in which Pain now keeps it."""
    kept = sittings.moment(sittings.until, 23, 24)
    typed = {
        "sitting": {"note": say("sample.draft"), "values": {"pain_now": 6}},
        "began_from": {},
        "at": kept.local.replace(second=0, microsecond=0).isoformat(),
    }
    return Draft(key=SAMPLE_DRAFT, content=json.dumps(typed, ensure_ascii=False), kept=kept)


def _write_helper(sittings: Sittings, first: date, days: int) -> None:
    day = first + timedelta(days=days // 2)
    written = sittings.act(sittings.moment(day, 20, 22), author=PARTNER)
    note = say("sample.partner_note")
    sittings.keep(
        Entry(uid=sittings.uid(), kind=EntryKind.DAY, day=day, author=PARTNER, note=note, written=written)
    )


def _write_helper_late(sittings: Sittings, first: date) -> None:
    """A second note of the partner's, two days late."""
    theirs = {one.day for one in sittings.entries.values() if one.author == PARTNER}
    day = sittings.until - timedelta(days=5)
    if day < first or day in theirs:
        return
    written = sittings.act(sittings.moment(day + timedelta(days=2), 19, 21), author=PARTNER)
    note = say("sample.partner_late")
    sittings.keep(
        Entry(uid=sittings.uid(), kind=EntryKind.DAY, day=day, author=PARTNER, note=note, written=written)
    )


def _given_reports(sittings: Sittings, first: date, days: int) -> Iterator[GivenReport]:
    """A report about every four months, the last one some weeks before the end; printed later."""
    since = first
    last = days - REPORT_BEFORE_END if days > 2 * REPORT_BEFORE_END else days // 2
    for number in sorted(range(last, 0, -REPORT_EVERY_DAYS)):
        on = first + timedelta(days=number)
        given = sittings.moment(on, 9, 16)
        yield GivenReport(
            uid=sittings.uid(),
            given=given,
            since=since,
            until=on - timedelta(days=1),
            to=say("sample.report_to"),
            written=sittings.act(given),
        )
        since = on
