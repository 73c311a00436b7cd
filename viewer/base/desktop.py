"""What the system's desktop does for the window: shows a file in its folder, and tells that something has ended."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from viewer.base import local_files

FILE_MANAGER = "org.freedesktop.FileManager1"
NOTIFICATIONS = "org.freedesktop.Notifications"
SHOWN_MS = 10_000
"""Time that a notification stays, unless the system decides."""


def show_in_folder(path: Path, parent: QObject) -> None:
    """Opens the file manager with a file selected; where that is not possible, with its folder. Returns at once."""
    if sys.platform == "win32":
        subprocess.Popen(f'explorer /select,"{path}"')
    elif sys.platform == "darwin":
        subprocess.Popen(["open", "-R", str(path)])
    else:
        _select(path, parent)


def _select(path: Path, parent: QObject) -> None:
    """Asks the file manager over D-Bus."""
    # Not at the top: no window needs it before a user does.
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    call = QDBusMessage.createMethodCall(
        FILE_MANAGER, f"/{FILE_MANAGER.replace('.', '/')}", FILE_MANAGER, "ShowItems"
    )
    call.setArguments([[local_files.url_of(path).toEncoded().data().decode()], ""])
    watcher = QDBusPendingCallWatcher(QDBusConnection.sessionBus().asyncCall(call), parent)

    def answered(watcher: QDBusPendingCallWatcher) -> None:
        watcher.finished.disconnect(answered)  # it may finish while it is asked below
        if watcher.isError():
            open_folder(path.parent)
        watcher.deleteLater()

    watcher.finished.connect(answered)
    if watcher.isFinished():  # without a bus it has failed by now, and no signal follows
        answered(watcher)


def open_folder(folder: Path) -> None:
    """Opens a folder in the file manager."""
    open_with_default(folder)


def open_with_default(path: Path) -> None:
    """Opens a file or a folder with the program that the system has for it."""
    QDesktopServices.openUrl(local_files.url_of(path))


def notify(window: QWidget, title: str, text: str) -> None:
    """Tells the user, who works in another program: by a notification of the system where there is one; else a sound.

    Does nothing while a window of Unpixel has the focus.
    """
    if QGuiApplication.focusWindow() is not None:
        return
    QApplication.alert(window)
    program = notifier(title, text)
    if program is not None:
        QProcess.startDetached(program[0], program[1:])
    elif QSystemTrayIcon.isSystemTrayAvailable():
        _from_tray(window, title, text)
    else:
        QApplication.beep()


def notifier(title: str, text: str) -> list[str] | None:
    """Returns the command that shows a notification, where the desktop takes them over D-Bus; None elsewhere."""
    if sys.platform in ("win32", "darwin") or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    if path := shutil.which("notify-send"):
        return [path, "--app-name=Unpixel", "--icon=unpixel", "--", title, text]
    if path := shutil.which("gdbus"):
        where = ["--session", f"--dest={NOTIFICATIONS}", f"--object-path=/{NOTIFICATIONS.replace('.', '/')}"]
        about = ["Unpixel", "0", "unpixel", title, text, "[]", "{}", str(SHOWN_MS)]
        return [
            path,
            "call",
            *where,
            f"--method={NOTIFICATIONS}.Notify",
            "--",
            *map(_as_text, about[:5]),
            *about[5:],
        ]
    return None


def _as_text(value: str) -> str:
    """Returns a value as gdbus reads it: a text in quotes; a number as it is."""
    if value.isdecimal():
        return value
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _from_tray(window: QWidget, title: str, text: str) -> None:
    icon = QSystemTrayIcon(window.windowIcon(), window)
    icon.messageClicked.connect(window.activateWindow)
    icon.show()
    icon.showMessage(title, text, window.windowIcon(), SHOWN_MS)
    # The icon is there for the message only.
    QTimer.singleShot(SHOWN_MS, icon.deleteLater)
