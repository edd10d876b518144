"""Whether a screen answers, asked before Qt is: without one Qt ends the process instead of saying so."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
from contextlib import suppress
from pathlib import Path

PATIENCE_S = 2.0


def answers() -> bool:
    """Return whether a window can be shown, by asking the screen that the environment names."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return wayland_answers() or x_answers()


def wayland_answers() -> bool:
    """Return whether the Wayland compositor that WAYLAND_DISPLAY names takes a connection."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    place = Path(os.environ.get("XDG_RUNTIME_DIR", "/run"), name)
    return _listens(socket.AF_UNIX, str(place))


def x_answers() -> bool:
    """Return whether the X server that DISPLAY names takes a connection and lets us in."""
    name = os.environ.get("DISPLAY", "")
    address = re.fullmatch(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?", name)
    if address is None:
        return False
    host, number = address["host"], int(address["number"])
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        heard = _listens(socket.AF_UNIX, path) or _listens(socket.AF_UNIX, f"\0{path}")
    elif host.startswith("/"):
        heard = _listens(socket.AF_UNIX, name)
    else:
        heard = _listens(socket.AF_INET, (host, 6000 + number))
    return heard and _lets_in(name)


def _listens(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with suppress(OSError, OverflowError, UnicodeError), socket.socket(family, socket.SOCK_STREAM) as line:
        line.settimeout(PATIENCE_S)
        line.connect(address)
        return True
    return False


def _lets_in(name: str) -> bool:
    """Return whether the server accepts our key; a refused key ends Qt as surely as no server."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(os.fsencode(name), None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
