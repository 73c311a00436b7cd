"""Checks for a display before Qt is loaded, because Qt ends the process if there is none."""

import ctypes
import os
import sys
from collections.abc import Mapping
from ctypes import c_char_p, c_int, c_void_p

WINDOWED = ("", "xcb", "wayland", "wayland-egl")
"""Qt platforms that need a display; offscreen, minimal, vnc and others need none."""


def unreachable(environment: Mapping[str, str] = os.environ) -> str | None:
    """Returns why no window can be opened, or None. Connects as Qt would, and disconnects: about 1 ms."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if sys.platform != "linux" or platform not in WINDOWED:
        return None
    x11, wayland = environment.get("DISPLAY"), environment.get("WAYLAND_DISPLAY")
    # A relative name is a socket in XDG_RUNTIME_DIR; libwayland prints an error where that is not set.
    has_socket = wayland is not None and (wayland.startswith("/") or "XDG_RUNTIME_DIR" in environment)
    if platform != "xcb" and has_socket and _wayland_answers():
        return None
    if not platform.startswith("wayland") and x11 and _x11_answers():
        return None
    if x11 or wayland:
        return f"the display {x11 or wayland} does not answer"
    return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"


def _x11_answers() -> bool:
    """Whether the X server accepts a connection. A check of its socket would miss a refused permission."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # a library is missing, not the display: system_libraries reports it
    xcb.xcb_connect.restype, xcb.xcb_connect.argtypes = c_void_p, [c_char_p, c_void_p]
    xcb.xcb_connection_has_error.restype, xcb.xcb_connection_has_error.argtypes = c_int, [c_void_p]
    xcb.xcb_disconnect.argtypes = [c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return failed == 0


def _wayland_answers() -> bool:
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return False  # Qt needs the library, too
    wayland.wl_display_connect.restype, wayland.wl_display_connect.argtypes = c_void_p, [c_char_p]
    wayland.wl_display_disconnect.argtypes = [c_void_p]
    connection = wayland.wl_display_connect(None)
    if connection:
        wayland.wl_display_disconnect(connection)
    return bool(connection)
