"""Whether there is a screen to open a window on: asked before Qt is, which would end the process if there is none."""

import ctypes
import os
import sys
from collections.abc import Mapping
from ctypes import c_char_p, c_int, c_void_p

WINDOWED = ("", "xcb", "wayland", "wayland-egl")
"""Qt's platforms that need a display; offscreen, minimal, vnc and the like need none."""


def unreachable(environment: Mapping[str, str] = os.environ) -> str | None:
    """Why no window can be opened, or None. It takes a millisecond: it connects as Qt would, and leaves."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if sys.platform != "linux" or platform not in WINDOWED:
        return None
    x11, wayland = environment.get("DISPLAY"), environment.get("WAYLAND_DISPLAY")
    # A name is a socket in the runtime folder; libwayland complains aloud where that is not set.
    named = wayland is not None and (wayland.startswith("/") or "XDG_RUNTIME_DIR" in environment)
    if platform != "xcb" and named and _wayland_answers():
        return None
    if not platform.startswith("wayland") and x11 and _x11_answers():
        return None
    if x11 or wayland:
        return f"the display {x11 or wayland} does not answer"
    return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"


def _x11_answers() -> bool:
    """With the server's permission too, which a look at its socket would not tell."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # not the display is missing: system_libraries will name it
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
        return False  # then Qt cannot speak it either
    wayland.wl_display_connect.restype, wayland.wl_display_connect.argtypes = c_void_p, [c_char_p]
    wayland.wl_display_disconnect.argtypes = [c_void_p]
    connection = wayland.wl_display_connect(None)
    if connection:
        wayland.wl_display_disconnect(connection)
    return bool(connection)
