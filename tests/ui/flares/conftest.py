"""Flares over a real diary, with a clock that a test moves."""

from __future__ import annotations

from tests.ui.today.conftest import clock, now_page, open_store, page, store

__all__ = ["clock", "now_page", "open_store", "page", "store"]
