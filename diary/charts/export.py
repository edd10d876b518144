"""Pictures as files: the same numbers give the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import matplotlib as mpl

from diary.charts.trends_figure import POINTS, TrendsFigure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from diary.charts.picture import Picture
    from diary.charts.style import Style

PNG_RATIO = 2.0
"""Device pixels to one px in a saved PNG: sharp on any screen and on paper."""


def png(style: Style, picture: Picture, width: float, height: float) -> bytes:
    """The picture as PNG of twice `width` × `height` px."""
    drawn = TrendsFigure(style, width, height)
    drawn.show(picture)
    stream = BytesIO()
    drawn.figure.savefig(stream, format="png", dpi=POINTS * PNG_RATIO, metadata={"Software": None})
    return stream.getvalue()


def svg(style: Style, picture: Picture, width: float, height: float) -> bytes:
    """The picture as SVG of `width` × `height` points, its words kept as text."""
    drawn = TrendsFigure(style, width, height)
    drawn.show(picture)
    return svg_of(drawn.figure)


def svg_of(figure: Figure) -> bytes:
    """A figure as SVG without date or maker, words kept as text in the bundled typeface."""
    stream = BytesIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "nerve-diary", "svg.image_inline": True}):
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    return stream.getvalue()
