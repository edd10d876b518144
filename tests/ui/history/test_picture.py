"""The drawing of a day as a picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer

from diary.anatomy.badges import BADGE_R
from diary.anatomy.drawing import FIGURE_VERSION, GRID_VERSION
from diary.anatomy.drawing import fill as fill_stroke
from diary.anatomy.figure import Badge
from diary.anatomy.views import load_view
from diary.charts.entry_figure import drawn_areas, few_views, legend_of, views_shown
from diary.models.codes import StrokeMode
from diary.models.moments import Moment
from diary.models.records import Area, AreaQuality, AreaRegion, GivenExport, Stroke
from diary.storage.life_queries import all_of
from diary.ui.body.figure_view import FigureView
from diary.ui.history.entry_view import EntryView, Shown
from diary.ui.history.entry_words import place_words
from tests.ui.history.conftest import entry, fill, foot, show

if TYPE_CHECKING:
    from diary.store.store import Store
    from diary.ui.history.page import HistoryPage
    from diary.ui.theme import Theme

DAY = date(2026, 11, 20)


@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_the_drawing_of_a_day_is_saved(
    page: HistoryPage, store: Store, qtbot: Any, tmp_path: Path, ending: str
) -> None:
    fill(store, entry(DAY, areas=(foot(6, "burning"),)))
    show(page, qtbot)
    qtbot.waitUntil(page.entry.picture.isVisible)
    file = tmp_path / f"drawing{ending}"
    assert str(file) in page.save_picture(file).text
    content = file.read_bytes()
    assert [one.name for one in store.ask(all_of, GivenExport)] == [file.name]
    assert content.startswith(b"\x89PNG") if ending == ".png" else QSvgRenderer(content).isValid()


def test_a_saved_drawing_names_its_day_and_its_words(
    page: HistoryPage, store: Store, qtbot: Any, tmp_path: Path
) -> None:
    fill(store, entry(DAY, areas=(foot(6, "burning"),)))
    show(page, qtbot)
    qtbot.waitUntil(page.entry.picture.isVisible)
    file = tmp_path / "drawing.svg"
    page.save_picture(file)
    content = file.read_text(encoding="utf-8")
    assert "<title>Drawing of 20 November 2026</title>" in content
    assert ">Drawing of 20 November 2026</text>" in content
    assert ">Burning</text>" in content
    page.save_picture(tmp_path / "drawing.png")
    image = QImage(str(tmp_path / "drawing.png"))
    plain = page.theme.color("card")
    rim = [image.pixelColor(x, y) for x in range(0, image.width(), 7) for y in (4, image.height() - 4)]
    assert set(map(QColor.name, rim)) == {plain.name()}
    assert image.width() == 2 * 1048
    assert image.height() > 2 * 600


def test_every_word_of_a_drawing_is_explained_once() -> None:
    first, other = foot(6, "burning"), replace(foot(3, "burning"), qualities=(AreaQuality(own_word="fizzy"),))
    assert legend_of((first, other, first)) == (("burning", "Burning"), ("own", "fizzy"))


def test_a_day_without_places_has_no_drawing_to_save(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(DAY))
    show(page, qtbot)
    qtbot.waitUntil(page.entry.edit.isVisible)
    assert not page.entry.picture.isVisible()


def test_a_place_that_the_body_does_not_show_brings_its_view() -> None:
    tongue = Area(uid="a", regions=(AreaRegion(region="tongue_M"), AreaRegion(region="of a later figure")))
    assert "mouth" in views_shown((tongue,))
    assert "mouth" not in views_shown((foot(6),))


def drawn_on(view: str, *regions: str, points: tuple[int, ...] = (100, 100, 140, 100)) -> Area:
    """A place with a line in a view, which counts in these regions."""
    return Area(
        uid=view,
        regions=tuple(AreaRegion(region=one) for one in regions),
        strokes=(Stroke(view=view, mode=StrokeMode.PAINT, radius=3, points=points),),
        figure_version=FIGURE_VERSION,
        grid_version=GRID_VERSION,
    )


def test_the_view_that_a_place_was_drawn_in_is_shown() -> None:
    hand = drawn_on("hand_back", "handback_radial_R")
    assert views_shown((hand,)) == ("front", "back", "sole", "palm", "hand_back")
    assert few_views((hand,)) == ("front", "back", "hand_back")
    assert few_views((hand, foot(6))) == ("front", "back", "sole", "hand_back")
    assert few_views((foot(6),)) == ("front", "back", "sole", "palm")
    assert "left" in few_views((drawn_on("left"),))


def test_the_private_area_is_shown_where_nothing_else_shows_the_place() -> None:
    assert "saddle" in views_shown((drawn_on("saddle"),))
    assert "saddle" not in views_shown((drawn_on("saddle", "pubic_R"),))
    assert "view_of_tomorrow" not in views_shown((drawn_on("view_of_tomorrow"),))


def test_strokes_on_another_figure_are_shown_as_whole_regions() -> None:
    now = replace(foot(6), strokes=(fill_stroke("heel_L"),), figure_version="2", grid_version="2")
    shown = [drawn_areas([one])[0] for one in (now, replace(now, figure_version="1"))]
    assert [one.strokes for one in shown] == [now.strokes, ()]
    assert shown[0].regions == shown[1].regions == ("sole_inner_L", "foot_top_L")
    assert "hand_back" not in views_shown([replace(drawn_on("hand_back"), figure_version="1")])


def test_the_figure_of_an_entry_shows_its_views_and_whose_side_is_which(qtbot: Any, theme: Theme) -> None:
    shown = Shown(entries=(entry(DAY, areas=(drawn_on("hand_back", "handback_radial_R"),)),), versions=())
    view = EntryView(shown)
    qtbot.addWidget(view)
    (figure,) = view.findChildren(FigureView)
    assert {one.view for one in figure._placements()} == {"front", "back", "hand_back"}
    assert figure._sides == "letters"


def test_a_place_says_its_own_time() -> None:
    at = Moment(datetime(2026, 11, 20, 14, 10), 60, "Europe/Berlin")  # noqa: DTZ001  # local time is naive
    assert place_words(replace(foot(6), at=at)) == ("Left foot", "Burning; at 14:10")
    assert place_words(foot(6)) == ("Left foot", "Burning")


def test_a_spot_too_small_to_count_has_an_honest_name() -> None:
    x, y = (round(value / 10) for value in load_view("sole").regions["sole_inner_L"].label)
    spot = drawn_on("sole", points=(x, y))
    assert place_words(spot)[0] == "A small spot: left sole, inner (big-toe) side"


def test_numbers_below_an_enlarged_hand_are_not_cut_off(qtbot: Any, theme: Theme) -> None:
    back = replace(drawn_on("hand_back", "handback_radial_R"), severity=5)
    hand = replace(back, strokes=(fill_stroke("handback_radial_R", "hand_back"),))
    view = EntryView(Shown(entries=(entry(DAY, areas=(hand,)),), versions=()))
    qtbot.addWidget(view)
    view.resize(420, 400)
    view.show()
    (figure,) = view.findChildren(FigureView)
    placed = next(one for one in figure._placements() if one.view == "hand_back")
    badges = [one[0] for one in figure._ready_list(placed) if isinstance(one[0], Badge)]
    assert badges
    for badge in badges:
        assert placed.y + badge.y * placed.scale + BADGE_R * 0.85 <= figure.height()
