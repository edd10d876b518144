"""Where things live: our own resources, found from a checkout, an installed wheel and a frozen bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder of bundled resources; a bundle, a wheel (inside the package), then a checkout."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [package / "resources", package.parent / "resources"]
    if bundle:
        places.insert(0, Path(bundle) / "resources")
    return next((place for place in places if place.is_dir()), places[-1])


def resource(name: str) -> Path:
    """The bundled file or folder called `name`, as "style/palette.toml"."""
    return resources() / name
