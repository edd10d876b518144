"""Where the tests' own small files lie, and the real ones where a checkout has them beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

OWN = Path(__file__).parents[1] / "fixtures" / "exchange"
REAL = Path(__file__).parents[2].parent / "shared" / "data"


def real(name: str) -> Path:
    """Return a real export beside the checkout; without it the test is skipped and says so."""
    found = REAL / name
    if not found.exists():
        pytest.skip(f"no real export at ../shared/data/{name}: only the small ones of our own are read")
    return found
