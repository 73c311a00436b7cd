"""The colours of the screen: what is painted is converted to its profile, what is copied is not."""

import io
from math import inf

import numpy as np
import PIL.Image
import PIL.ImageCms
import pytest
from pictures import saved
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColorSpace, QImage, QPainter
from PySide6.QtWidgets import QFileDialog
from waiting import settle

from engine.base.errors import FileError
from engine.geometry.viewport import centred
from viewer.app.graphics_choice import GraphicsChoice
from viewer.base import settings
from viewer.canvas import checkerboard, painter, screen_colours
from viewer.canvas.comparison import MODEL
from viewer.canvas.graphics import Graphics
from viewer.canvas.layers import Layers
from viewer.canvas.pane_parts import Part

COLOURS = [(200, 40, 30), (20, 160, 90), (128, 128, 128), (250, 250, 250)]


def profile(name=QColorSpace.NamedColorSpace.AdobeRgb):
    return QColorSpace(name).iccProfile().data()


def by_lcms(colour, icc):
    """Another library's conversion from sRGB."""
    image = PIL.Image.new("RGB", (1, 1), colour)
    target = PIL.ImageCms.ImageCmsProfile(io.BytesIO(icc))
    return PIL.ImageCms.profileToProfile(image, PIL.ImageCms.createProfile("sRGB"), target).getpixel((0, 0))


@pytest.fixture
def plain(make_window, qtbot, tmp_path):
    pixels = np.zeros((80, 80, 3), np.uint8)
    for number, colour in enumerate(COLOURS):
        pixels[:, 20 * number : 20 * number + 20] = colour
    window = make_window(saved(tmp_path / "a.png", pixels))
    settle(qtbot, window)
    return window


def painted(window):
    """Returns the colours on the screen, in the middle of each stripe."""
    image, view = window.canvas.grab().toImage(), window.canvas.view
    left, top = -view.left, -view.top
    return [
        image.pixelColor(QPoint(round(left) + 20 * n + 10, round(top) + 40)).getRgb()[:3] for n in range(4)
    ]


@pytest.mark.parametrize("by", ["processor", "graphics"])
def test_what_is_painted_is_in_the_profile_of_the_screen_and_what_is_copied_is_srgb(
    plain, tmp_path, by, request
):
    if by == "graphics":
        request.getfixturevalue("graphics")
        plain.canvas.findChild(GraphicsChoice).leave()  # the test chooses
        plain.canvas.shading.use(True)
    assert painted(plain) == COLOURS
    icc = profile()
    (tmp_path / "screen.icc").write_bytes(icc)
    settings.change(screen=str(tmp_path / "screen.icc"))
    expected = [by_lcms(colour, icc) for colour in COLOURS]
    for found, right in zip(painted(plain), expected, strict=True):
        assert found == pytest.approx(right, abs=2)
    assert painted(plain)[0] != COLOURS[0]
    copy = plain.canvas.visible()
    assert [copy.pixelColor(20 * n + 10, 40).getRgb()[:3] for n in range(4)] == COLOURS
    settings.change(screen="srgb")
    assert painted(plain) == COLOURS


@pytest.mark.parametrize("space", ["DisplayP3", "AdobeRgb"])
def test_the_graphics_card_converts_as_qt_does(graphics, space):
    levels = np.random.default_rng(0).integers(0, 256, (60, 90, 4), dtype=np.uint8)
    levels[:3], levels[3:6], levels[..., 3] = 0, 255, 255
    spaces = QColorSpace.NamedColorSpace
    transform = QColorSpace(spaces.SRgb).transformationToColorSpace(QColorSpace(spaces[space]))
    image = QImage(levels.tobytes(), 90, 60, QImage.Format.Format_RGB32)
    image.applyColorTransform(transform)
    expected = np.frombuffer(image.constBits(), np.uint8).reshape(levels.shape).astype(int)
    layers, view = Layers((90, 60), levels), centred((90, 60), 1.0, 90, 60)
    table = screen_colours.Screen(transform).table
    part = Part(QRect(0, 0, 90, 60), MODEL)
    _, drawn = Graphics().drawn(view, part, lambda _: layers, inf, None, table)
    found = np.frombuffer(drawn.constBits(), np.uint8).reshape(levels.shape).astype(int)
    assert np.abs(found - expected).max() <= 1
    assert np.abs(expected - levels).max() > 8


def test_the_graphics_card_draws_transparent_px_over_the_background_and_converts_both(graphics):
    pixels = np.zeros((40, 60, 4), np.uint8)
    pixels[:20] = 0, 0, 100, 100
    layers, view = Layers((60, 40), pixels), centred((60, 40), 1.0, 60, 40)
    board = checkerboard.brush(True, 1.0)
    screen = screen_colours.screen("display-p3")
    expected = QImage(60, 40, QImage.Format.Format_RGB32)
    with QPainter(expected) as draw:
        draw.fillRect(0, 0, 60, 40, board)
        painter.paint(draw, view, layers)
    for colours, rect in ((None, QRect(0, 0, 60, 40)), (screen.table, QRect(7, 13, 31, 20))):
        if colours is not None:
            expected.applyColorTransform(screen.transform)
        shown = QImage(expected)
        with QPainter(shown) as draw:
            place, image = Graphics().drawn(view, Part(rect, MODEL), lambda _: layers, inf, board, colours)
            draw.drawImage(place.topLeft(), image)
        found, right = (
            np.frombuffer(each.constBits(), np.uint8).reshape(40, 60, 4)[..., :3].astype(int)
            for each in (shown, expected)
        )
        assert np.abs(found - right).max() <= 1 and right.std() > 5


@pytest.mark.action("screen-srgb", "screen-display-p3")
def test_a_named_screen_is_chosen_by_its_command(plain):
    plain.actions_by_id["screen-display-p3"].trigger()
    assert plain.actions_by_id["screen-display-p3"].isChecked() and painted(plain)[0][0] < COLOURS[0][0]
    plain.actions_by_id["screen-srgb"].trigger()
    assert plain.actions_by_id["screen-srgb"].isChecked() and painted(plain) == COLOURS


@pytest.mark.action("screen-file")
def test_a_file_that_is_no_profile_changes_nothing_and_is_named(plain, tmp_path, monkeypatch):
    wrong, right = tmp_path / "wrong.icc", tmp_path / "right.icc"
    wrong.write_bytes(b"no profile")
    right.write_bytes(profile())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(wrong), ""))
    plain.actions_by_id["screen-file"].trigger()
    assert "wrong.icc" in plain.notices.text and settings.read().screen == "srgb"
    assert plain.actions_by_id["screen-srgb"].isChecked() and painted(plain) == COLOURS
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(right), ""))
    plain.actions_by_id["screen-file"].trigger()
    assert settings.read().screen == str(right) and plain.actions_by_id["screen-file"].isChecked()


def test_a_profile_that_has_gone_leaves_srgb_and_is_said_at_the_start(make_window, qtbot, tmp_path):
    settings.change(screen=str(tmp_path / "gone.icc"))
    window = make_window()
    assert "gone.icc" in window.notices.text


@pytest.mark.parametrize("kind", ["GRAY", "empty", "folder"])
def test_other_files_are_refused(tmp_path, kind):
    path = tmp_path / "a.icc"
    if kind == "folder":
        path.mkdir()
    else:
        gray = (
            QColorSpace(QPointF(0.3457, 0.3585), QColorSpace.TransferFunction.SRgb).iccProfile().data()
            if kind == "GRAY"
            else b""
        )
        path.write_bytes(gray)
    with pytest.raises(FileError):
        screen_colours.screen(str(path))
