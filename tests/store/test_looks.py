"""Mere looks stay on this computer, act at once, and survive what they cannot read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.store.looks import Looks

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where looks are kept."""
    return tmp_path / "folder" / "settings.ini"


def test_everything_has_a_default(file: Path) -> None:
    looks = Looks(file)
    assert (looks.text_scale, looks.appearance, looks.contrast, looks.no_motion) == (
        1.0,
        "system",
        False,
        False,
    )
    assert looks.help_closed == frozenset()


def test_what_is_set_is_there_the_next_time(file: Path) -> None:
    looks = Looks(file)
    looks.text_scale, looks.appearance, looks.contrast, looks.no_motion = 1.5, "dark", True, True
    looks.close_help("places")
    looks.close_help("sleep")
    looks.set_value("rail_width", 240)
    looks.kept.sync()
    again = Looks(file)
    assert (again.text_scale, again.appearance, again.contrast, again.no_motion) == (1.5, "dark", True, True)
    assert again.help_closed == {"places", "sleep"}
    assert again.value("rail_width", 0) == 240
    again.show_help_again()
    assert again.help_closed == frozenset()


@pytest.mark.parametrize(("kept", "scale"), [("9", 2.0), ("0.1", 1.0), ("huge", 1.0), ("nan", 1.0)])
def test_a_size_that_makes_no_sense_is_put_right(file: Path, kept: str, scale: float) -> None:
    looks = Looks(file)
    looks.kept.setValue("text_scale", kept)
    assert looks.text_scale == scale
