"""Make the bundled fonts: join the web subsets of each family into one static TrueType file per weight.

Needs, in development only: `pip install fonttools brotli`, and the families as npm packages in one folder:
    npm install @fontsource/atkinson-hyperlegible-next @fontsource/noto-sans \\
        @fontsource/noto-sans-arabic @fontsource/noto-sans-hebrew @fontsource/noto-emoji \\
        @fontsource/noto-sans-math @fontsource/noto-sans-symbols-2
Then: `python scripts/make_fonts.py FOLDER/node_modules/@fontsource`. The results are kept in resources/fonts.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
# One moment for every file, so that the same input gives the same bytes (seconds since 1904).
MADE = 3_850_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One family: name, weights, the subsets to join as "package/subset", the characters if not all."""

    name: str
    weights: tuple[int, ...]
    parts: tuple[str, ...]
    only: tuple[range, ...] = ()


def subsets(package: str, *names: str) -> tuple[str, ...]:
    """Return the parts of one package."""
    return tuple(f"{package}/{name}" for name in names)


FAMILIES = (
    Family(
        name="Atkinson Hyperlegible Next",
        weights=(400, 500, 600, 700),
        parts=subsets("atkinson-hyperlegible-next", "latin", "latin-ext"),
    ),
    Family(
        name="Noto Sans",
        weights=(400, 700),
        parts=subsets(
            "noto-sans",
            *("latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext"),
        ),
    ),
    Family(
        name="Noto Sans Arabic",
        weights=(400, 700),
        parts=subsets("noto-sans-arabic", "arabic", "latin", "latin-ext"),
    ),
    Family(
        name="Noto Sans Hebrew",
        weights=(400, 700),
        parts=subsets("noto-sans-hebrew", "hebrew", "latin", "latin-ext"),
    ),
    # Arrows, comparison signs, shapes and check marks: neither text family has them.
    Family(
        name="Nerve Diary Symbols",
        weights=(400,),
        parts=("noto-sans-math/latin", "noto-sans-symbols-2/symbols"),
        only=(
            range(0x2190, 0x2200),
            range(0x2200, 0x2270),
            range(0x25A0, 0x2600),
            range(0x2713, 0x2719),
            range(0x2758, 0x2760),
            range(0x276E, 0x2770),
        ),
    ),
    Family(name="Noto Emoji", weights=(400,), parts=subsets("noto-emoji", "emoji")),
)


def thinned(font: TTFont, codes: set[int]) -> None:
    """Keep only the glyphs of these characters."""
    options = Options(
        layout_features=[], notdef_outline=True, drop_tables=["MATH", "GSUB", "GPOS", "GDEF", "vhea", "vmtx"]
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def joined(parts: list[Path], only: tuple[range, ...], folder: Path) -> TTFont:
    """Return one font that holds every character of the parts; an earlier part wins where two have one."""
    wanted = {code for codes in only for code in codes}
    plain: list[str] = []
    taken: set[int] = set()
    for part in parts:
        font = TTFont(part)
        font.flavor = None
        if wanted:
            thinned(font, wanted - taken)
        for table in font["cmap"].tables:
            table.cmap = {code: glyph for code, glyph in table.cmap.items() if code not in taken}
        taken |= set(font.getBestCmap())
        plain.append(str(folder / f"{part.stem}.ttf"))
        font.save(plain[-1])
    return TTFont(plain[0]) if len(plain) == 1 else Merger().merge(plain)


def name_it(font: TTFont, family: str, weight: int) -> None:
    """Write the names and the weight by which Qt and typst find the font."""
    style = STYLES[weight]
    plain = weight in (400, 700)
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 7, 8, 9, 11, 13, 14)]
    names = {
        1: family if plain else f"{family} {style}",
        2: style if plain else "Regular",
        3: f"{family} {style}; Nerve Diary subset",
        4: f"{family} {style}",
        5: "Version 1.000",
        6: f"{family.replace(' ', '')}-{style}",
    }
    if not plain:
        names |= {16: family, 17: style}
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    bold = weight == 700
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x61 | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    font["head"].modified = font["head"].created = MADE


def place(packages: Path, part: str, weight: int) -> Path:
    """Return where the npm packages keep one subset of one weight."""
    package, subset = part.split("/")
    return packages / package / "files" / f"{package}-{subset}-{weight}-normal.woff2"


def make(family: Family, packages: Path) -> None:
    """Write every weight of a family, and its licence, into resources/fonts."""
    stem = family.name.replace(" ", "")
    for weight in family.weights:
        parts = [place(packages, part, weight) for part in family.parts]
        with tempfile.TemporaryDirectory() as folder:
            font = joined(parts, family.only, Path(folder))
            name_it(font, family.name, weight)
            font.recalcTimestamp = False
            target = FONTS / f"{stem}-{STYLES[weight]}.ttf"
            font.save(target)
        print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size // 1024} KiB")
    packaged = dict.fromkeys(part.split("/")[0] for part in family.parts)
    licences = [(packages / package / "LICENSE").read_text("utf-8") for package in packaged]
    (FONTS / f"OFL-{stem}.txt").write_text("\n\n".join(licences), "utf-8")


def main() -> int:
    """Make all families from the folder of packages that is named on the command line."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    FONTS.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        make(family, Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
