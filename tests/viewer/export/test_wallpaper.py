"""The wallpaper: which program sets it, and the file that it gets."""

import stat
from fractions import Fraction
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QUrl
from waiting import WAIT, settle

from engine.base import user_data
from viewer.base import wallpaper
from viewer.export.wallpaper import cropped

PROGRAMS = ("gsettings", "plasma-apply-wallpaperimage")


@pytest.fixture
def desktop(tmp_path, monkeypatch):
    """Pretends a desktop whose programs write down their arguments; returns what does so."""
    calls = tmp_path / "calls"
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    (tmp_path / "bin").mkdir()

    def pretend(name, status=0):
        monkeypatch.setenv("XDG_CURRENT_DESKTOP", name)
        for program in PROGRAMS:
            path = tmp_path / "bin" / program
            path.write_text(f'#!/bin/sh\necho {program} "$@" >> "{calls}"\nexit {status}\n')
            path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return calls

    return pretend


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "GNOME",
            ["org.gnome.desktop.background picture-uri", "org.gnome.desktop.background picture-uri-dark"],
        ),
        ("ubuntu:GNOME", ["org.gnome.desktop.background picture-uri"]),
        ("X-Cinnamon:CINNAMON", ["org.cinnamon.desktop.background picture-uri"]),
        ("MATE", ["org.mate.background picture-filename"]),
        ("KDE", ["plasma-apply-wallpaperimage"]),
    ],
)
def test_each_desktop_has_its_program(desktop, name, expected):
    desktop(name)
    lines = [" ".join(command) for command in wallpaper.commands(Path("/a b/ä.png"))]
    assert len(lines) >= len(expected)
    for line, part in zip(lines, expected, strict=False):
        assert part in line


def make(window, qtbot):
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    window.actions_by_id["wallpaper"].trigger()


@pytest.mark.action("wallpaper")
def test_what_is_seen_is_decoded_at_the_size_of_the_screen(desktop, window, qtbot):
    calls = desktop("GNOME")
    old = user_data.folder() / "wallpaper" / "unpixel-1.png"
    old.parent.mkdir(parents=True)
    old.touch()
    make(window, qtbot)
    qtbot.waitUntil(lambda: window.notices.text == "The wallpaper is set.")
    light, dark = calls.read_text().splitlines()
    path = Path(QUrl(light.split()[-1]).toLocalFile())
    assert light.split()[-1] == dark.split()[-1] and not old.exists()
    with PIL.Image.open(path) as image:
        assert image.size == window.screen().size().toTuple()
        shown = np.asarray(image.resize((16, 9), PIL.Image.Resampling.BOX).convert("RGB")).astype(int)
    width, height = window.screen().size().toTuple()
    x, y, across, down = map(
        float, cropped((Fraction(0), Fraction(0), Fraction(160), Fraction(100)), width, height)
    )
    with PIL.Image.open(window.opening.current) as source:
        box = (x, y, x + across, y + down)
        expected = source.convert("RGB").resize((16, 9), PIL.Image.Resampling.BOX, box=box)
    assert np.abs(shown - np.asarray(expected).astype(int)).mean() < 6


def test_a_desktop_that_refuses_is_reported(desktop, window, qtbot):
    desktop("GNOME", status=1)
    make(window, qtbot)
    qtbot.waitUntil(lambda: "did not take the wallpaper" in window.notices.text)


def test_a_desktop_without_a_way_is_told_at_once(desktop, window, qtbot):
    desktop("i3")
    make(window, qtbot)
    assert "offers no way" in window.notices.text
    assert not (user_data.folder() / "wallpaper").exists()


def test_the_region_keeps_its_middle_and_gets_the_shape_of_the_screen():
    region = (Fraction(10), Fraction(20), Fraction(300), Fraction(100))
    x, y, width, height = cropped(region, 16, 9)
    assert width / height == Fraction(16, 9) and height == 100
    assert x + width / 2 == 160 and y + height / 2 == 70
