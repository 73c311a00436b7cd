"""Sets the wallpaper of the desktop, where the system offers a way. The window's thread; nothing here blocks it."""

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from viewer.base import local_files

GNOME = ("GNOME", "UNITY", "BUDGIE", "POP", "PANTHEON")
"""Names of desktops that read GNOME's setting."""
SCHEMAS = {"CINNAMON": "org.cinnamon.desktop.background", "MATE": "org.mate.background"}
"""Those that have one of their own."""
PORTAL, PORTAL_PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
PORTAL_INTERFACE = "org.freedesktop.portal.Wallpaper"
SET_WALLPAPER, STORE_AND_TELL = 20, 3
"""Arguments of SystemParametersInfo."""
Commands = list[list[str]]
"""Programs with their arguments, run one after the other."""


def commands(path: Path) -> Commands:
    """Returns the programs that set the wallpaper; none where there are none."""
    if sys.platform == "darwin":
        quoted = str(path).replace("\\", "\\\\").replace('"', '\\"')
        script = (
            f'tell application "System Events" to tell every desktop to set picture to POSIX file "{quoted}"'
        )
        return [["osascript", "-e", script]]
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    if "KDE" in desktops and (program := shutil.which("plasma-apply-wallpaperimage")):
        return [[program, str(path)]]
    if program := shutil.which("gsettings"):
        return _gsettings(program, desktops, path)
    return []


def _gsettings(program: str, desktops: list[str], path: Path) -> Commands:
    uri = local_files.url_of(path).toEncoded().data().decode()
    if any(each in GNOME for each in desktops):
        where = "org.gnome.desktop.background"
        return [[program, "set", where, key, uri] for key in ("picture-uri", "picture-uri-dark")]
    schema = next((SCHEMAS[each] for each in desktops if each in SCHEMAS), None)
    if schema is None:
        return []
    if schema.startswith("org.mate"):
        return [[program, "set", schema, "picture-filename", str(path)]]
    return [[program, "set", schema, "picture-uri", uri]]


def offered() -> bool:
    """Returns whether the system offers a way."""
    return sys.platform == "win32" or bool(commands(Path("/"))) or _has_portal()


def _has_portal() -> bool:
    if sys.platform in ("win32", "darwin") or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus().interface()
    return bus is not None and bool(bus.isServiceRegistered(PORTAL).value())


class WallpaperSetter(QObject):
    """Sets one wallpaper. `finished`: whether it is set, and whether the system asks the user to confirm it."""

    finished = Signal(bool, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: Commands = []
        self._process: QProcess | None = None

    def set(self, path: Path) -> None:
        """Sets an image file as the wallpaper."""
        self._left = commands(path)
        if sys.platform == "win32":
            self.finished.emit(_set_on_windows(path), False)
        elif self._left:
            self._run_next()
        else:
            self._ask_portal(path)

    def _run_next(self) -> None:
        self._process = process = QProcess(self)
        process.finished.connect(self._end_program)
        process.errorOccurred.connect(self._end_program)
        program, *arguments = self._left.pop(0)
        process.start(program, arguments)

    def _end_program(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return  # a program that does not start says so twice
        worked = process.error() == QProcess.ProcessError.UnknownError and process.exitCode() == 0
        process.deleteLater()
        if worked and self._left:
            self._run_next()
        else:
            self.finished.emit(worked, False)

    def _ask_portal(self, path: Path) -> None:
        """Asks the desktop portal, which shows the user what it is about to do."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        call = QDBusMessage.createMethodCall(PORTAL, PORTAL_PATH, PORTAL_INTERFACE, "SetWallpaperURI")
        call.setArguments(["", local_files.url_of(path).toEncoded().data().decode(), {}])
        watcher = QDBusPendingCallWatcher(QDBusConnection.sessionBus().asyncCall(call), self)

        def answered(watcher: QDBusPendingCallWatcher) -> None:
            watcher.finished.disconnect(answered)  # it may finish while it is asked below
            worked = not watcher.isError()
            watcher.deleteLater()
            self.finished.emit(worked, worked)

        watcher.finished.connect(answered)
        if watcher.isFinished():  # without a bus it has failed by now, and no signal follows
            answered(watcher)


def _set_on_windows(path: Path) -> bool:
    import ctypes

    windows = getattr(ctypes, "windll")  # noqa: B009 - other systems' ctypes has none
    return bool(windows.user32.SystemParametersInfoW(SET_WALLPAPER, 0, str(path), STORE_AND_TELL))
