"""The numbers behind words, places, attacks and medicines as needed, and where their marks stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from diary.charts.kinds_figure import KindsFigure
from diary.charts.kinds_picture import (
    MOST_BARS,
    StripsPicture,
    attacks_picture,
    use_picture,
    words_picture,
)
from diary.charts.palette import load
from diary.charts.places_picture import PlacesPicture, places_picture
from diary.charts.sheet import Sheet
from diary.charts.style import screen_style
from diary.insight.findings.attacks import Attacks, AttackWeek
from diary.insight.findings.kinds import Kinds, PlaceLasting, QualityBlock
from diary.insight.findings.use import MedicineUse, Use, UseMonth
from diary.models.rough import Rough

LIGHT = screen_style(load("light"))
MONDAY = date(2026, 1, 5).toordinal()
FOOT = PlaceLasting(
    site="s",
    name="Left foot",
    onset=Rough(2019, about=True),
    first_day=MONDAY,
    last_day=MONDAY + 100,
    n=61,
    days=84,
    recent_n=52,
    recent_days=80,
    lasting=True,
)
HAND = PlaceLasting(region="hand", first_day=MONDAY, n=3, days=10, recent_n=3, recent_days=10)


def words(since: int, until: int) -> str:
    return f"{since - MONDAY} to {until - MONDAY}"


def kinds(counts: list[tuple[int, int, int]]) -> Kinds:
    """Blocks of days with a marked place, days with burning, and days with one own word."""
    blocks = [
        QualityBlock(
            since=MONDAY + 28 * at, until=MONDAY + 28 * at + 27, days=28, n=n, counts=(a,), own_counts=(b,)
        )
        for at, (n, a, b) in enumerate(counts)
    ]
    return Kinds(
        since=MONDAY,
        until=MONDAY + 28 * len(counts) - 1,
        n=sum(one[0] for one in counts),
        days=sum(one[0] for one in counts),
        n_memory=0,
        qualities=("burning",),
        own_words=("gravel",),
        places=(),
        blocks=tuple(blocks),
    )


def words_of(counts: list[tuple[int, int, int]]) -> StripsPicture:
    picture = words_picture(kinds(counts), words)
    assert picture is not None
    return picture


def attacks(weeks: list[tuple[int, int, int]]) -> StripsPicture:
    """Weeks of attacks, moments and answered days."""
    told = tuple(
        AttackWeek(monday=MONDAY + 7 * at, attacks=a, flares=b, n=n, days=7)
        for at, (a, b, n) in enumerate(weeks)
    )
    found = Attacks(
        since=MONDAY,
        until=MONDAY + 7 * len(weeks) - 1,
        days=7 * len(weeks),
        n=sum(one[2] for one in weeks),
        n_with=1,
        total=sum(one[0] for one in weeks),
        n_memory=0,
        per_day=None,
        flares=sum(one[1] for one in weeks),
        days_with_flares=0,
        n_open=0,
        lengths_min=(),
        median_min=None,
        attack_s=None,
        n_attack_s=0,
        by_day=(),
        weeks=told,
    )
    picture = attacks_picture(found, words)
    assert picture is not None
    return picture


def use(names: list[str]) -> StripsPicture:
    month = UseMonth(month=date(2026, 1, 1), doses=9, days=6, answered=24, calendar_days=27)
    one = MedicineUse(treatment=None, name="", months=(month,))
    each = tuple(MedicineUse(treatment=name, name=name, months=(month,)) for name in names)
    picture = use_picture(
        Use(since=MONDAY, until=MONDAY + 40, n_memory=0, together=one, medicines=each), words
    )
    assert picture is not None
    return picture


def places(*found: PlaceLasting) -> PlacesPicture:
    picture = places_picture(found, lambda one: one.name or "Right hand")
    assert picture is not None
    return picture


def test_a_word_is_the_share_of_days_with_a_marked_place() -> None:
    burning, own = words_of([(20, 10, 5), (10, 10, 0)]).strips
    assert [bar.height for bar in burning.bars] == [0.5, 1.0]
    assert [bar.height for bar in own.bars] == [0.25, 0.0]
    assert (burning.note, burning.bars[0].line) == (
        "20 of 30 days",
        "10 of 20 days with a marked place.",
    )


def test_four_weeks_without_a_marked_place_are_a_gap_and_not_nought() -> None:
    assert [bar.height for bar in words_of([(20, 10, 5), (0, 0, 0)]).strips[0].bars] == [0.5, None]


def test_each_word_has_its_own_hue_and_pattern() -> None:
    looks = [(one.name, one.color, one.pattern) for one in words_of([(2, 1, 1)]).strips]
    assert looks == [("Burning", "quality.burning", "burning"), ("“gravel”", "ink", "own")]


def test_many_blocks_share_bars_and_keep_their_days() -> None:
    picture = words_of([(10, 5, 1)] * (MOST_BARS * 2 + 1))
    bars = picture.strips[0].bars
    assert len(bars) == MOST_BARS * 2 // 3 + 1
    assert (bars[0].since, bars[-1].until) == (picture.since, picture.until)
    assert picture.axis.endswith("12 weeks a bar")


def test_without_a_word_there_is_no_picture() -> None:
    empty = Kinds(since=1, until=9, n=0, days=0, n_memory=0, qualities=(), own_words=(), places=(), blocks=())
    assert words_picture(empty, words) is None


def test_a_week_without_an_answer_about_attacks_is_a_gap() -> None:
    counted, moments = attacks([(4, 1, 7), (0, 0, 0), (0, 2, 3)]).strips
    assert [bar.height for bar in counted.bars] == [1.0, None, 0.0]
    assert [bar.height for bar in moments.bars] == [0.5, 0.0, 1.0]
    assert counted.bars[0].line == "4 attacks, on 7 of 7 days answered."


def test_moments_alone_have_one_row() -> None:
    assert [one.name for one in attacks([(0, 2, 0)]).strips] == ["Moments with pain"]


def test_medicines_are_days_of_answered_days_with_a_row_for_all_only_where_there_are_several() -> None:
    assert [one.name for one in use(["A", "B"]).strips] == ["All together", "A", "B"]
    only = use(["A"]).strips
    assert [(one.name, one.note, one.bars[0].height) for one in only] == [("A", "6 of 24 days", 0.25)]


def test_a_place_says_since_when_and_how_long_in_words() -> None:
    foot, hand = places(FOOT, HAND).rows
    assert (foot.since, foot.state, foot.lasting) == ("since about 2019", "longer than 3 months", True)
    assert (hand.since, hand.state, hand.lasting) == (
        "here since 5 Jan 2026",
        "length not known yet",
        False,
    )
    assert foot.line == (
        "Since about 2019; longer than 3 months. Pain there on 61 of 84 days. "
        "In the last 90 days on 52 of 80 days."
    )


@pytest.mark.parametrize("width", [900, 420])
def test_every_mark_of_every_picture_stays_inside(width: int) -> None:
    parts = (words_of([(20, 10, 5)] * 4), places(FOOT, HAND), attacks([(4, 1, 7)] * 5), use(["A", "B"]))
    sheet = Sheet(parts=parts, titled=True)
    figure = KindsFigure(LIGHT, width, sheet.tall(width))
    figure.show(sheet)
    assert len(figure.spots) == 2 * 4 + 2 + 2 * 5 + 3
    boxes = [one.box for one in figure.spots]
    assert all(box.x >= 0 and box.x + box.width <= width + 0.01 for box in boxes)
    assert all(box.y >= 0 and box.y + box.height <= sheet.tall(width) for box in boxes)
    assert [one.group for one in figure.spots] == sorted(one.group for one in figure.spots)
    assert len(bytes(figure.draw())) == figure.pixels[0] * figure.pixels[1] * 4


def test_the_last_month_ends_with_the_days_shown() -> None:
    bar = use(["A"]).strips[0].bars[0]
    assert (bar.since, bar.until) == (MONDAY, (date(2026, 2, 1) - timedelta(days=1)).toordinal())
