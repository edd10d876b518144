"""The bundled fonts: found by name and weight, on screen and in the report, with every sign we write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontInfo, QRawFont

from diary.paths import resource
from diary.wording import catalogue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FAMILY = "Atkinson Hyperlegible Next"
FILES = sorted(resource("fonts").glob("*.ttf"))


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_window_finds_each_weight_under_one_name(qapp: QApplication, weight: int) -> None:
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight(weight))
    assert QFontInfo(font).family() == FAMILY
    assert QRawFont.fromFont(font).weight() == weight


def test_the_report_finds_each_weight_without_the_fonts_of_the_system() -> None:
    import typst

    words = "".join(f"#text(weight: {weight})[pain]" for weight in (400, 500, 600, 700))
    source = f'#set text(font: "{FAMILY}", fallback: false)\n{words}'
    ours = typst.Fonts(include_system_fonts=False, font_paths=[str(resource("fonts"))])
    document = typst.compile(source.encode(), font_paths=ours)
    assert isinstance(document, bytes)
    styles = (b"Regular", b"Medium", b"SemiBold", b"Bold")
    assert [style for style in styles if b"AtkinsonHyperlegibleNext-" + style not in document] == []


def test_every_character_we_write_is_in_a_bundled_font(qapp: QApplication) -> None:
    fonts = [QRawFont(str(file), 16) for file in FILES]
    texts = [part for text in catalogue().values() for part in (text if isinstance(text, tuple) else (text,))]
    written = {character for text in texts for character in text if character.isprintable()}
    assert {sign for sign in written if not any(font.supportsCharacter(ord(sign)) for font in fonts)} == set()


def test_each_font_has_its_licence_beside_it() -> None:
    for file in FILES:
        licence = file.with_name(f"OFL-{file.stem.split('-')[0]}.txt")
        assert "SIL Open Font License" in licence.read_text("utf-8")
