"""The numbers behind the picture: gaps stay gaps, memory notes are hollow, long ranges stay small."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D

from diary.charts import export, legend
from diary.charts.arrays import MARKS
from diary.charts.binning import MOST_POINTS, bin_days, binned, runs
from diary.charts.palette import load
from diary.charts.picture import PAIN, Picture, picture
from diary.charts.style import print_style, screen_style
from diary.charts.trends_figure import TrendsFigure
from diary.insight.period import summarise
from diary.models.codes import EntryKind, Group, MeasureKind
from diary.models.records import Measure
from diary.models.views import ValueRow
from tests.insight.rows import MONDAY, period, value

LIGHT = screen_style(load("light"))


def shown(
    rows: list[ValueRow], days: int, *codes: str, measures: tuple[Measure, ...] = (), today: int | None = None
) -> Picture:
    found = summarise(period(rows, days, measures=measures, today=today))
    return picture(found.measures, codes or (PAIN,), found.since, found.until, found.completeness.gaps)


def pain(days: dict[int, tuple[int, int, int]]) -> list[ValueRow]:
    codes = ("pain_least", "pain_average", "pain_worst")
    return [
        value(day, number, code)
        for day, numbers in days.items()
        for code, number in zip(codes, numbers, strict=True)
    ]


def joined(x: np.ndarray, y: np.ndarray) -> set[tuple[int, int]]:
    """The pairs of days that a line joins."""
    there = ~np.isnan(y)
    return {
        (int(x[i]) - MONDAY, int(x[i + 1]) - MONDAY) for i in range(len(x) - 1) if there[i] and there[i + 1]
    }


def test_a_line_joins_consecutive_days_only() -> None:
    found = shown([value(day, 5) for day in (0, 1, 2, 4, 6, 7)], 9).panels[0].lines.line
    assert joined(found.x, found.mean) == {(0, 1), (1, 2), (6, 7)}


def test_the_band_breaks_where_the_line_does_and_a_lone_day_keeps_its_width() -> None:
    band = shown(pain({0: (1, 3, 5), 1: (2, 3, 4), 5: (3, 4, 8)}), 7).panels[0].band
    spans = [(outline[:, 0].min() - MONDAY, outline[:, 0].max() - MONDAY) for outline in band]
    assert spans == [(0, 1), pytest.approx((4.6, 5.4))]
    assert (band[1][:, 1].min(), band[1][:, 1].max()) == (3, 8)


def test_memory_notes_are_hollow_and_in_no_line() -> None:
    rows = [value(0, 5), value(1, 9, late="memory"), value(2, 5)]
    drawn = shown(rows, 3)
    lines = drawn.panels[0].lines
    assert joined(lines.line.x, lines.line.mean) == set()
    assert list(lines.marks["memory"].y) == [9]
    figure = TrendsFigure(LIGHT, 600, 400)
    figure.show(drawn)
    mark = figure._panels[0].marks["memory"]
    assert to_hex(mark.get_markerfacecolor()).upper() == LIGHT.color("card")


def test_each_way_of_writing_has_its_mark() -> None:
    ways = ("same_day", "next_day", "imported", "memory")
    rows = [value(day, 5, late=late) for day, late in enumerate(ways)]
    marks = shown(rows, 7).panels[0].lines.marks
    assert {name: list(marks[name].x - MONDAY) for name in MARKS} == {
        "dot": [0],
        "late": [1],
        "imported": [2],
        "memory": [3],
    }


def test_a_weekly_bar_needs_four_days_and_ends_with_the_period() -> None:
    weeks = shown([value(day, day) for day in (0, 1, 2, 3, 7, 8)], 10).panels[0].lines.weeks
    assert weeks.tolist() == [pytest.approx([MONDAY - 0.4, MONDAY + 6.4, 1.5])]


def test_moments_stand_apart_from_the_line() -> None:
    rows = [value(0, 5), value(0, 9, "pain_now", kind="moment"), value(3, 8, "pain_now", kind="moment")]
    panel = shown(rows, 7).panels[0]
    assert list(panel.moments.y) == [9, 8]
    assert np.nanmax(panel.lines.line.mean) == 5


def test_gaps_of_more_than_two_days_are_shown() -> None:
    drawn = shown([value(day, 5) for day in (0, 3, 7)], 8)
    assert [(gap.first - MONDAY, gap.last - MONDAY) for gap in drawn.gaps] == [(4, 6)]


@pytest.mark.parametrize("days", [90, 1200, 1201, 3653, 18263])
def test_no_line_has_more_than_1200_days_to_draw(days: int) -> None:
    found = binned(MONDAY, np.arange(days, dtype=float) % 11)
    assert len(found.x) <= MOST_POINTS
    assert found.days == bin_days(days)
    assert np.nanmin(found.low) == 0
    assert np.nanmax(found.high) == 10


def test_bins_keep_the_lowest_the_mean_and_the_highest() -> None:
    found = binned(0, np.array([1.0, np.nan, 5.0, np.nan, np.nan, np.nan]), 3)
    assert (found.low[0], found.mean[0], found.high[0]) == (1, 3, 5)
    assert np.isnan(found.mean[-1])


def test_a_line_of_bins_does_not_cross_a_gap() -> None:
    values = np.full(24, 5.0)
    values[9:14] = np.nan
    found = binned(0, values, 12)
    assert np.isnan(found.mean).tolist() == [False, True, False]
    assert not np.isnan(binned(0, np.full(24, 5.0), 12).mean).any()


def test_runs_end_where_something_is_absent() -> None:
    assert runs(np.array([True, True, False, True])) == [(0, 2), (3, 4)]
    assert runs(np.zeros(3, dtype=bool)) == []


def test_words_are_rows_and_never_heights_of_a_scale() -> None:
    mood = Measure(
        uid="m",
        code="mood-d",
        kind=MeasureKind.CHOICE,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        label="Mood (D)",
    )
    rows = [value(day, None, "mood-d", text=word) for day, word in enumerate(("meh", "rad", "meh"))]
    panel = shown(rows, 4, "mood-d", measures=(mood,)).panels[0]
    assert [words for _, words in panel.ticks] == ["rad", "meh"]
    assert list(panel.lines.marks["dot"].x - MONDAY) == [0, 2, 1]
    assert np.isnan(panel.lines.line.mean).all()


def test_yes_and_no_are_two_rows_and_yes_alone_is_one() -> None:
    walk = Measure(
        uid="w", code="walk", kind=MeasureKind.YES_NO, kept_in=EntryKind.DAY, group=Group.OWN, label="Walk"
    )
    both = shown([value(0, 1, "walk"), value(1, 0, "walk")], 3, "walk", measures=(walk,)).panels[0]
    one = shown([value(0, 1, "walk")], 3, "walk", measures=(walk,)).panels[0]
    assert [words for _, words in both.ticks] == ["no", "yes"]
    assert [words for _, words in one.ticks] == ["yes"]


def test_sleep_is_told_in_hours() -> None:
    rows = [value(day, 300 + 60 * day, "sleep_min", kind="night") for day in range(4)]
    panel = shown(rows, 7, "sleep_min").panels[0]
    assert [words for _, words in panel.ticks] == ["4 h", "6 h", "8 h"]


def test_one_day_and_a_single_number_can_be_drawn() -> None:
    for rows in ([value(0, 5)], [value(0, 7, "wakings", kind="night")]):
        figure = TrendsFigure(LIGHT, 500, 300)
        figure.show(shown(rows, 1, PAIN, "wakings"))
        assert len(figure.draw()) > 0


def test_nothing_to_show_is_drawn_as_nothing() -> None:
    figure = TrendsFigure(LIGHT, 500, 300)
    figure.show(shown([], 30))
    assert len(figure.draw()) > 0


def test_artists_are_kept_when_only_the_days_change() -> None:
    figure = TrendsFigure(LIGHT, 700, 500)
    figure.show(shown([value(day, 5) for day in range(90)], 90))
    artists = figure._panels[0].line
    figure.show(shown([value(day, 5) for day in range(3653)], 3653))
    assert figure._panels[0].line is artists
    assert len(artists.get_xdata()) <= MOST_POINTS  # type: ignore[arg-type]


def test_a_place_on_the_picture_is_a_day_and_back() -> None:
    figure = TrendsFigure(LIGHT, 700, 500)
    figure.show(shown([value(day, 5) for day in range(90)], 90))
    for day in (MONDAY, MONDAY + 41, MONDAY + 89):
        assert figure.day_at(figure.x_of(day)) == day
    assert figure.day_at(-50) == MONDAY
    assert figure.day_at(5000) == MONDAY + 89


def test_another_style_repaints_in_its_colours() -> None:
    figure = TrendsFigure(LIGHT, 400, 300)
    figure.show(shown([value(day, 5) for day in range(9)], 9))
    light = figure.draw().tobytes()[:4]
    figure.restyle(screen_style(load("dark")))
    dark = figure.draw().tobytes()[:4]
    assert light.hex().upper().startswith(load("light").color("card")[1:])
    assert dark.hex().upper().startswith(load("dark").color("card")[1:])


def test_pixels_follow_the_screen() -> None:
    figure = TrendsFigure(LIGHT, 400, 300, 2.0)
    figure.show(shown([value(0, 5)], 9))
    figure.draw()
    assert (figure.size, figure.pixels) == ((400, 300, 2.0), (800, 600))


def test_own_words_in_any_script_are_drawn() -> None:
    names = ("Настроение", "מצב רוח", "المزاج", "Stimmung 🙂")
    measures = tuple(
        Measure(
            uid=name, code=f"own-{i}", kind=MeasureKind.SCALE, kept_in=EntryKind.DAY, group=Group.OWN,
            low=0, high=10, label=name,
        )
        for i, name in enumerate(names)
    )  # fmt: skip
    rows = [value(0, 5, measure.code) for measure in measures]
    figure = TrendsFigure(LIGHT, 800, 600)
    figure.show(shown(rows, 9, *(measure.code for measure in measures), measures=measures))
    assert len(figure.draw()) > 0


@pytest.mark.parametrize("style", [LIGHT, print_style()])
def test_the_same_numbers_give_the_same_file(style: object) -> None:
    drawn = shown(pain(dict.fromkeys(range(30), (2, 4, 6))), 30)
    for make in (export.svg, export.png):
        assert make(style, drawn, 400, 250) == make(style, drawn, 400, 250)  # type: ignore[arg-type]


def test_an_svg_keeps_its_words_and_our_typeface() -> None:
    text = export.svg(LIGHT, shown([value(day, 5) for day in range(30)], 30), 400, 250).decode()
    assert "weekly mean" in text
    assert "Atkinson Hyperlegible Next" in text
    assert "<dc:date>" not in text


def legend_words(drawn: Picture) -> list[str]:
    return [item.words for item in legend.items(drawn, LIGHT)]


def test_days_without_an_entry_are_named_where_there_is_room_and_in_the_legend() -> None:
    drawn = shown([value(day, 5) for day in range(90) if not 30 <= day < 38 and not 50 <= day < 66], 90)
    figure = TrendsFigure(LIGHT, 750, 600)
    figure.show(drawn)
    assert figure._frame is not None
    told = [text.get_text() for text in figure._frame._words["gaps"] if text.get_visible()]
    assert told == ["no\nentry", "no entry\n27 Oct\nto 11 Nov"]
    assert "no entry" in legend_words(drawn)
    assert "no entry" not in legend_words(shown([value(day, 5) for day in range(9)], 9))


def test_short_and_long_names_of_months_stand_on_one_line() -> None:
    figure = TrendsFigure(LIGHT, 750, 600)
    figure.show(shown([value(day, 5) for day in range(90)], 90))
    figure.draw()
    assert figure._frame is not None
    names = [text for text in figure._frame._words["days"] if text.get_visible()]
    assert len(names) > 1
    assert {(text.get_verticalalignment(), text.get_position()[1]) for text in names} == {
        ("baseline", names[0].get_position()[1])
    }


def test_a_mark_in_the_legend_is_large_enough_to_be_seen() -> None:
    rows = [value(0, 5), value(1, 5, late="imported", source="Watch")]
    figure = TrendsFigure(LIGHT, 750, 600)
    figure.show(shown(rows, 9))
    sizes = [mark.get_markersize() for mark in figure._legend if isinstance(mark, Line2D)]
    assert min(sizes) >= LIGHT.line(6)
