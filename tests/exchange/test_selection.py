"""A part of a record restores like a whole, and holds nothing private that was not ticked."""

from __future__ import annotations

import io
import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.anatomy.drawing import FIGURE_VERSION, GRID_VERSION, as_strokes, fill
from diary.exchange.demo import sample
from diary.exchange.json_export import write_json
from diary.exchange.json_restore import read_snapshot
from diary.exchange.left_out import OWN_WORDS, private_views
from diary.exchange.privacy import ALL, Privacy
from diary.exchange.selection import selected
from diary.models.care import Dose, DoseStep, Treatment
from diary.models.codes import Answered, AnswerList, EntryKind, Noun, StrokeMode
from diary.models.nouns import PLAIN
from diary.models.records import (
    Area,
    AreaQuality,
    AreaRegion,
    Entry,
    Person,
    Replace,
    Revision,
    Stroke,
)
from diary.models.rough import Rough
from diary.models.story import Site
from diary.storage.acts import RECORD_OF, canonical
from diary.storage.check import check
from diary.storage.diary import Diary
from diary.storage.reading import SELF
from diary.storage.snapshot import Snapshot
from tests.exchange.strategies import snapshots

UNTIL = date(2026, 11, 19)
NOTHING = Privacy()
TOKEN = "ZqSecret"


def as_bytes(whole: Snapshot) -> bytes:
    """Return the record as its JSON."""
    stream = io.BytesIO()
    write_json(whole, stream)
    return stream.getvalue()


@cache
def demo_days() -> Snapshot:
    """Return a sample record of 60 days."""
    return sample(days=60, seed=1, until=UNTIL)


days = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
ticks = st.builds(Privacy, **dict.fromkeys(("name", "born", "private_places", "notes"), st.booleans()))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(whole=snapshots(), since=days, until=days, privacy=ticks)
def test_a_part_is_a_record_that_can_be_restored(
    whole: Snapshot, since: date | None, until: date | None, privacy: Privacy
) -> None:
    content = as_bytes(selected(whole, since, until, privacy))
    assert as_bytes(read_snapshot(content, "part.json")) == content


def test_all_ticks_and_all_days_are_the_record_itself() -> None:
    whole = demo_days()
    assert selected(whole, None, None, ALL) is whole


def test_a_part_holds_these_days_alone_and_what_lasts_over_them() -> None:
    whole, since, until = demo_days(), date(2026, 10, 20), date(2026, 10, 31)
    part = selected(whole, since, until, ALL)
    assert part.entries == tuple(one for one in whole.entries if since <= one.day <= until)
    for section in ("doses", "side_effects", "sessions", "responses"):
        wanted = [one for one in whole.section(section) if since <= one.day <= until]
        assert list(part.section(section)) == wanted
    assert {one.uid for one in part.section("treatments")} >= {one.treatment for one in part.section("doses")}
    named = {one.written.last for one in part.entries if one.written}
    assert named <= {one.uid for one in part.changes}
    assert len(part.changes) < len(whole.changes)
    assert (part.drafts, part.given_reports, part.section("given_exports")) == ((), (), ())


def test_of_a_plan_the_steps_in_force_are_there() -> None:
    written = demo_days().entries[0].written
    medicine = Treatment(uid="t", name="Pregabalin", started=Rough.of(date(2026, 1, 1)), written=written)
    steps = tuple(
        DoseStep(uid=f"s{month}", treatment="t", since=Rough(2026, month, 1), amount=month, unit="mg",
                 written=written)
        for month in (1, 3, 5, 7)
    )  # fmt: skip
    plain: dict[Noun, tuple[Any, ...]] = {
        **dict.fromkeys(PLAIN, ()),
        Noun.TREATMENT: (medicine,),
        Noun.DOSE_STEP: steps,
    }
    whole = Snapshot(changes=demo_days().changes, authors=demo_days().authors, plain=plain)
    part = selected(whole, date(2026, 3, 10), date(2026, 5, 1), ALL)
    assert [one.uid for one in part.plain[Noun.DOSE_STEP]] == ["s3", "s5"]
    assert selected(whole, None, date(2025, 12, 31), ALL).plain[Noun.DOSE_STEP] == ()


def test_a_dose_after_the_end_brings_its_medicine_along() -> None:
    written = demo_days().entries[0].written
    medicine = Treatment(uid="t", name="Tramadol", stopped=Rough(2020), note=TOKEN, written=written)
    dose = Dose(uid="d", treatment="t", day=UNTIL, written=written)
    plain: dict[Noun, tuple[Any, ...]] = {
        **dict.fromkeys(PLAIN, ()),
        Noun.TREATMENT: (medicine,),
        Noun.DOSE: (dose,),
    }
    whole = Snapshot(changes=demo_days().changes, authors=demo_days().authors, plain=plain)
    part = selected(whole, UNTIL, UNTIL, NOTHING)
    assert part.plain[Noun.TREATMENT] == (replace(medicine, note=""),)


# --- nothing private


def filled(record: Any) -> Any:
    """Return the record with a token in every field that may hold own words, and in names."""
    noted: dict[str, Any] = dict.fromkeys(OWN_WORDS.get(record.noun, ()), TOKEN)
    if isinstance(record, Person):
        noted["name"] = TOKEN
    if isinstance(record, Entry):
        noted["areas"] = tuple(
            replace(one, qualities=(*one.qualities, AreaQuality(own_word=TOKEN))) for one in record.areas
        )
    if record.noun is Noun.AUTHOR:
        noted["name"] = TOKEN
    return replace(record, **noted)


def told_everywhere(whole: Snapshot) -> Snapshot:
    """Return the record with tokens wherever own words or names may stand, in earlier versions too."""
    revisions = []
    for one in whole.revisions:
        before: Any = read_before(one)
        revisions.append(replace(one, before=canonical(filled(before))))
    return replace(
        whole,
        entries=tuple(filled(one) for one in whole.entries),
        people=tuple(replace(filled(one), born=date(1971, 3, 9)) for one in whole.people),
        authors=tuple(filled(one) for one in whole.authors),
        changes=tuple(replace(one, reason=TOKEN) for one in whole.changes),
        plain={noun: tuple(filled(one) for one in found) for noun, found in whole.plain.items()},
        revisions=tuple(revisions),
        drafts=tuple(replace(one, content=json.dumps(TOKEN)) for one in whole.drafts),
    )


def read_before(one: Revision) -> Any:
    """Return the record that a revision holds."""
    from diary.models.plain import from_plain

    return from_plain(RECORD_OF[one.noun], json.loads(one.before), "")


def test_no_own_word_or_name_leaves_unless_ticked() -> None:
    whole = told_everywhere(demo_days())
    content = as_bytes(selected(whole, None, None, NOTHING))
    assert TOKEN.encode() not in content
    assert b"1971-03-09" not in content
    assert as_bytes(selected(whole, None, None, Privacy(notes=True))).count(TOKEN.encode()) > 50
    assert b"1971-03-09" in as_bytes(selected(whole, None, None, Privacy(born=True)))


def test_every_note_of_every_noun_is_known_as_own_words() -> None:
    words = {"note", "reason", "stop_words", "answer", "doing", "helped"}
    for noun, kind in RECORD_OF.items():
        assert is_dataclass(kind)
        found = {one.name for one in fields(kind) if one.name in words and one.type == "str"}
        assert found == set(OWN_WORDS.get(noun, ())), noun


def area(uid: str, *regions: str, strokes: tuple[Stroke, ...] = (), site: str | None = None) -> Area:
    """Return a place on the figure of now."""
    return Area(
        uid=uid,
        severity=4,
        regions=tuple(AreaRegion(region=one) for one in regions),
        strokes=strokes,
        figure_version=FIGURE_VERSION if strokes else None,
        grid_version=GRID_VERSION if strokes else None,
        site=site,
    )


def private_record(folder: Path) -> Snapshot:
    """Return a record with private places: alone, among others, brushed over, and a lasting one."""
    from diary.storage.snapshot import snapshot

    (left, top, right, bottom) = next(iter(private_views()["front"]))
    over = Stroke(
        view="front", mode=StrokeMode.PAINT, radius=2, points=((left + right) // 20, (top + bottom) // 20)
    )
    places = (
        area("alone", "genitals_L", strokes=as_strokes(["genitals_L"]), site="lasting"),
        area("both", "genitals_R", "sole_inner_L", strokes=as_strokes(["genitals_R", "sole_inner_L"])),
        area("spot", strokes=(over,)),
        area("other", "heel_L", strokes=(fill("heel_L"),)),
        area("brushed", "heel_R", strokes=(fill("heel_R"), over)),
    )
    entry = Entry(
        uid="day", kind=EntryKind.DAY, day=UNTIL, author=SELF,
        answered={AnswerList.PLACES: Answered.SOME}, areas=places,
    )  # fmt: skip
    diary = Diary(folder / "private.sqlite3")
    site = Site(uid="lasting", name="Down there", regions=("genitals_L", "genitals_R"))
    diary.apply([Replace(before=None, after=site)])
    diary.apply([Replace(before=None, after=entry)])
    kept = diary.ask(snapshot)
    diary.apply(
        [Replace(before=kept.entries[0], after=replace(kept.entries[0], areas=kept.entries[0].areas[1:]))]
    )
    whole = diary.ask(snapshot)
    diary.close()
    return whole


def test_private_places_and_their_drawings_stay_unless_ticked(tmp_path: Path) -> None:
    whole = private_record(tmp_path)
    part = selected(whole, None, None, Privacy(name=True, born=True, notes=True))
    content = as_bytes(part)
    assert b"genitals" not in content
    assert b"Down there" not in content
    (entry,) = part.entries
    assert [(one.uid, len(one.strokes)) for one in entry.areas] == [("both", 0), ("other", 1), ("brushed", 0)]
    assert [one.region for one in entry.areas[0].regions] == ["sole_inner_L"]
    before = [read_before(one) for one in part.revisions if one.noun is Noun.ENTRY]
    assert [[one.uid for one in each.areas] for each in before] == [["both", "other", "brushed"]]


def test_a_part_of_the_sample_is_as_sound_as_the_sample(tmp_path: Path) -> None:
    part = selected(demo_days(), date(2026, 10, 20), None, NOTHING)
    diary = Diary(tmp_path / "part.sqlite3")
    diary.restore(part)
    assert diary.ask(check, UNTIL) == []
    diary.close()


@pytest.mark.parametrize("since", [date(2026, 11, 20), date(2100, 1, 1)])
def test_a_time_without_entries_is_an_empty_record(since: date) -> None:
    part = selected(demo_days(), since, None, NOTHING)
    assert part.entries == ()
    assert read_snapshot(as_bytes(part), "part.json").entries == ()
