"""Asking whether a screen answers, before Qt would end the process over it."""

from __future__ import annotations

import ctypes
import socket
import sys
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from diary import screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may lack a screen")


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def refusing_number() -> Iterator[int]:
    """The number of an X server that takes a connection and shows the door."""
    try:
        ctypes.CDLL("libxcb.so.1")
    except OSError:
        pytest.skip("without libxcb a refusal cannot be heard")
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    port = server.getsockname()[1]
    if port < 6000:
        pytest.skip("the system gave a port below X's own")
    server.listen()

    def refuse() -> None:
        with suppress(OSError):
            while True:
                server.accept()[0].close()

    thread = threading.Thread(target=refuse, daemon=True)
    thread.start()
    yield port - 6000
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


def test_nothing_named_means_no_screen() -> None:
    assert not screen.answers()


@pytest.mark.parametrize("name", [":987", "nonsense", "", "127.0.0.1:59999", "a..b:0"])
def test_a_display_that_does_not_answer_is_no_screen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", name)
    assert not screen.answers()


def test_a_display_that_refuses_us_is_no_screen(
    refusing_number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", f"127.0.0.1:{refusing_number}")
    assert not screen.answers()


def test_a_wayland_compositor_that_listens_is_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not screen.answers()
    with closing(socket.socket(socket.AF_UNIX)) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        compositor.listen()
        assert screen.answers()


def test_whoever_chooses_a_platform_without_a_screen_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.answers()
