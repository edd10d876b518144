"""The clock of this computer, with its zone."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from diary.storage import clock

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This computer, in Berlin."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot move")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


def test_now_is_now_to_the_millisecond() -> None:
    told = clock.now().utc
    assert told is not None
    assert abs(told - datetime.now(UTC)) < timedelta(seconds=5)
    assert told.microsecond % 1000 == 0


@pytest.mark.usefixtures("berlin")
def test_now_knows_offset_and_zone() -> None:
    told = clock.now()
    assert told.zone == "Europe/Berlin"
    assert told.offset_min in (60, 120)


@pytest.mark.parametrize(
    ("named", "zone"),
    [
        ("Asia/Kathmandu", "Asia/Kathmandu"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("CET-1", None),
    ],
)
def test_a_zone_is_named_only_where_it_has_a_name(
    monkeypatch: pytest.MonkeyPatch, named: str, zone: str | None
) -> None:
    monkeypatch.setenv("TZ", named)
    assert clock.zone_name() == zone
