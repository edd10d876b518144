"""The figure as SVG: the same text for the same areas, well formed, and typst can set it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from diary.anatomy.drawing import fill
from diary.anatomy.figure import Drawn, Item
from diary.anatomy.patterns import PATTERNS
from diary.anatomy.sides import Text
from diary.charts.figure_svg import figure_svg, natural_width
from diary.charts.palette import load
from diary.charts.pattern_sample import pattern_sample
from diary.models.codes import StrokeMode
from diary.models.records import Stroke

VIEWS = ("front", "back", "sole", "palm")
SVG = "{http://www.w3.org/2000/svg}"
AREAS = (
    Drawn(area="a", regions=("heel_L", "sole_inner_L"), qualities=("burning", "touch"), severity=6),
    Drawn(area="b", regions=("index_p_R",), qualities=("tingling",), carried=True),
    Drawn(area="c", regions=("tongue_M",), qualities=("burning",), severity=2),
)


def test_the_same_areas_give_the_same_text_whatever_their_order() -> None:
    one = figure_svg(VIEWS, AREAS, load("light"), height=388)
    other = figure_svg(VIEWS, AREAS[::-1], load("light"), height=388)
    assert one == other


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_it_is_well_formed_and_holds_the_numbers_and_sides(name: str) -> None:
    root = ElementTree.fromstring(
        figure_svg(VIEWS, AREAS, load(name), height=388, print_style=name == "print")
    )
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert words.count("6") == 2, "the heel shows in the soles and behind"
    assert {"Front", "Back", "Soles", "Palms", "YOUR", "LEFT", "your right", "your left"} <= set(words)
    assert float(root.get("height", "0")) == 388


def test_clips_have_names_of_their_own() -> None:
    root = ElementTree.fromstring(figure_svg(VIEWS, AREAS, load("light"), height=388))
    names = [clip.get("id") for clip in root.iter(f"{SVG}clipPath")]
    assert len(names) == len(set(names)) == 4


def test_paint_is_cut_by_the_body_and_the_bodys_edge_by_the_paint() -> None:
    x, y = fill("heel_L", "sole").points
    line = Stroke(view="sole", mode=StrokeMode.PAINT, radius=12, points=(x, y, x + 90, y))
    areas = [Drawn(area="a", regions=("heel_L",), strokes=(line,), qualities=("burning",), carried=True)]
    root = ElementTree.fromstring(figure_svg(("sole",), areas, load("print"), height=200, print_style=True))
    clips = {clip.get("id", ""): clip.findall(f"{SVG}path") for clip in root.iter(f"{SVG}clipPath")}
    used = [group.get("clip-path", "")[5:-1] for group in root.iter(f"{SVG}g")]
    assert sorted(clips) == sorted(used), "every clip has a use, and its own name"
    assert [name[0] for name in used] == ["c", "a", "c"], "paint, its pattern in it, the edge"
    assert all(path.get("clip-rule") == "evenodd" for paths in clips.values() for path in paths)
    dashed = [path.get("d") for path in root.iter(f"{SVG}path") if path.get("stroke-dasharray")]
    assert dashed == [clips[used[2]][0].get("d"), clips[used[0]][0].get("d")]


def test_any_items_are_written_on_the_bare_body() -> None:
    def items(view: str, px: float, _air: float) -> list[Item]:
        return [Text(x=10 * px, y=20 * px, words=view)]

    text = figure_svg(("sole", "palm"), items, load("light"), height=300)
    bare = figure_svg(("sole", "palm"), (), load("light"), height=300)
    words = [one.text for one in ElementTree.fromstring(text).iter(f"{SVG}text")]
    assert {"sole", "palm"} <= set(words)
    assert text.count("<text") == bare.count("<text") + 2
    assert text.count("<path") == bare.count("<path")


def test_what_is_carried_over_is_dashed_and_has_no_number() -> None:
    areas = [Drawn(area="a", regions=("index_p_R",), qualities=("tingling",), carried=True)]
    text = figure_svg(("palm",), areas, load("light"), height=200)
    assert text.count("stroke-dasharray") == 1
    assert "<circle" not in text


def test_one_view_alone_has_a_width_of_its_own() -> None:
    assert 180 < natural_width(("front",), 388) < 220
    text = figure_svg(("front",), (), load("print"), height=388, words=False)
    assert "<text" not in text


def test_typst_sets_the_figure_and_every_pattern() -> None:
    typst = pytest.importorskip("typst")
    pictures = [figure_svg(VIEWS, AREAS, load("print"), height=330, width=410, print_style=True)]
    pictures += [pattern_sample(quality, load("print"), width=42, height=27) for quality in PATTERNS]
    source = "".join(
        f'#image(bytes(sys.inputs.at("{number}")), format: "svg")\n' for number in range(len(pictures))
    )
    inputs = {str(number): picture for number, picture in enumerate(pictures)}
    assert typst.compile(source.encode(), sys_inputs=inputs).startswith(b"%PDF")


def test_a_drawing_has_a_title_and_letters_that_stand_in() -> None:
    text = figure_svg(("front", "back"), (), load("light"), height=388, title="Drawing of <today>")
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img"
    assert root[0].tag.endswith("title")
    assert root[0].text == "Drawing of <today>"
    families = {one.get("font-family") for one in root.iter() if one.get("font-family")}
    assert families == {"Atkinson Hyperlegible Next, Noto Sans, sans-serif"}
    assert (
        ElementTree.fromstring(figure_svg(("front", "back"), (), load("light"), height=388))[0].text
        == "Front, Back"
    )
