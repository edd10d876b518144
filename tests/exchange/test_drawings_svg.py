"""One picture for each entry with a place, by day and kind; the private view only where it is ticked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from diary.anatomy.drawing import FIGURE_VERSION, GRID_VERSION, fill
from diary.exchange.drawings_svg import drawing, drawings, export_drawings
from diary.exchange.left_out import LeavingOut
from diary.exchange.privacy import Privacy
from diary.models.codes import EntryKind
from diary.models.moments import Moment
from diary.models.records import Area, AreaQuality, AreaRegion, Entry
from diary.storage.reading import SELF
from diary.storage.snapshot import Snapshot
from diary.wording import say

DAY = date(2026, 11, 19)
FOOT = Area(
    uid="foot",
    severity=6,
    regions=(AreaRegion(region="sole_inner_L"),),
    qualities=(AreaQuality(code="burning", strength=7), AreaQuality(own_word="gravel <&>")),
)
PRIVATE = Area(
    uid="private",
    severity=3,
    strokes=(fill("genitals_L", "saddle"),),
    figure_version=FIGURE_VERSION,
    grid_version=GRID_VERSION,
)


def entry(kind: EntryKind = EntryKind.DAY, *areas: Area, at: Moment | None = None) -> Entry:
    """Return an entry with these places."""
    return Entry(uid="e", kind=kind, day=DAY, author=SELF, areas=areas, at=at)


def words(content: bytes) -> list[str]:
    """Return the words of a picture."""
    return [text for one in ElementTree.fromstring(content).iter() if (text := (one.text or "").strip())]


def test_a_file_is_named_by_day_kind_and_time_and_none_is_lost(tmp_path: Path) -> None:
    at = Moment.parse("2026-11-19T14:30+01:00[Europe/Berlin]")
    whole = Snapshot(
        entries=(
            entry(EntryKind.DAY, FOOT),
            entry(EntryKind.DAY, FOOT),
            entry(EntryKind.NIGHT),
            entry(EntryKind.MOMENT, FOOT, at=at),
            entry(EntryKind.MOMENT, FOOT),
        )
    )
    written = export_drawings(whole, tmp_path / "out")
    assert [one.name for one in written] == [
        "2026-11-19-day.svg",
        "2026-11-19-day-2.svg",
        "2026-11-19-moment-1430.svg",
        "2026-11-19-moment.svg",
    ]
    assert sorted(written) == sorted((tmp_path / "out").iterdir())


def test_a_picture_says_its_day_and_what_its_patterns_mean() -> None:
    told = words(drawing(entry(EntryKind.DAY, FOOT)))
    assert {"19 Nov 2026", "Burning", "gravel <&>", "6"} <= set(told)


def test_the_private_view_is_there_only_where_it_is_ticked() -> None:
    whole = entry(EntryKind.DAY, FOOT, PRIVATE)
    assert say("view.saddle") in words(drawing(whole))
    part = LeavingOut(privacy=Privacy()).cleaned(whole)
    assert part is not None
    assert say("view.saddle") not in words(drawing(part))
    alone = LeavingOut(privacy=Privacy()).cleaned(replace(whole, areas=(PRIVATE,)))
    assert alone is not None
    assert list(drawings(Snapshot(entries=(alone,)))) == []


def test_an_empty_record_gives_an_empty_folder(tmp_path: Path) -> None:
    assert export_drawings(Snapshot(), tmp_path / "out") == ()
    assert list((tmp_path / "out").iterdir()) == []
