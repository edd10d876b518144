"""The bundled typefaces for matplotlib, found by file and never by what a computer happens to have."""

from __future__ import annotations

from functools import cache

from matplotlib.font_manager import FontProperties, findfont, fontManager

from diary.paths import resource

FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Sans Hebrew",
    "Noto Sans Arabic",
    "Noto Emoji",
)
"""The families in the order in which a letter is looked for."""


@cache
def _families() -> list[str]:
    for file in sorted(resource("fonts").glob("*.ttf")):
        fontManager.addfont(str(file))
    return list(FAMILIES)


def warm() -> None:
    """Find the faces that every chart needs, so that its first painting does not wait for them."""
    for weight in (400, 500, 600):
        findfont(font(13, weight))


@cache
def font(size: float, weight: int = 400) -> FontProperties:
    """The diary's typeface at `size` points; `weight` 400, 500, 600 or 700."""
    return FontProperties(family=_families()[:1], size=size, weight=weight)


@cache
def wide_font(size: float) -> FontProperties:
    """For a person's own words in any script: each letter from the first bundled face that has it."""
    return FontProperties(family=_families(), size=size)
