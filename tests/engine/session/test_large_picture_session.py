"""All that the window asks of a picture, asked of one that does not fit into memory; a small one with a lower limit."""

from fractions import Fraction

import numpy as np
import pytest
import tifffile

from engine.decoding.line_profile import ProfileLine
from engine.geometry import orientation
from engine.geometry.viewport import centred
from engine.images import image, loading, source_file
from engine.images.damage import part_missing
from engine.images.large.raster import LargeArea
from engine.session import events
from tests.engine.images.large_files import write_pyramid
from tests.engine.session.recorder import assembled

SIZE = 480, 400
"""Width, height."""


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A tiled picture of noise, which counts as large."""
    monkeypatch.setattr(source_file, "MOST_PIXELS", 60_000)
    pixels = np.random.default_rng(3).integers(0, 255, (SIZE[1], SIZE[0], 3), np.uint8)
    path = tmp_path / "tiled.tif"
    return write_pyramid(path, pixels, (1, 2), (64, 64), photometric="rgb", compression="zlib")


def answers(session, recorder, source):
    """Opens a picture and returns what a session answers to each kind of question about it."""
    session.open(source) if not isinstance(source, image.Image) else session.open_image(source)
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    session.rotate(orientation.LEFT)
    opened = recorder.wait(events.PictureOpened, rotated=True)
    found = {"size": opened.size, "bits": opened.bits}
    for scale in (1.0, 6.0):  # below 1 there are averages in the file
        view = centred(opened.size, scale, 90, 70)
        number = session.request_view(view, references=("pixels", "lanczos"))
        recorder.wait(events.ReferencesSettled, request=number)
        for name in ("", "pixels", "lanczos") if scale > 1 else ("",):
            tiles = [each for each in recorder.of(events.TilesReady) if each.reference == name]
            found[f"{name} at {scale}"] = assembled([each for each in tiles if each.request == number], view)
    line = ProfileLine((Fraction(20), Fraction(30)), (Fraction(390), Fraction(460)), 300, Fraction(1))
    found["line"] = recorder.wait(events.ProfileReady, request=session.request_profile(line)).pixels
    region = tuple(map(Fraction, (100, 90, 50, 40)))
    found["copy"] = recorder.wait(events.PixelsCopied, request=session.copy_pixels(region)).pixels
    return found


def test_a_session_answers_as_of_a_picture_in_memory(session, recorder, path):
    whole = loading.load(path)
    large = answers(session, recorder, path)
    assert isinstance(recorder.of(events.PictureSource)[0].pixels, LargeArea)
    recorder.events.clear()
    small = answers(session, recorder, whole)
    assert large.keys() == small.keys()
    for name, expected in small.items():
        np.testing.assert_array_equal(large[name], expected, err_msg=name)


def test_damage_is_noticed_once_when_it_is_looked_at(session, recorder, path):
    with tifffile.TiffFile(path) as file:
        page = file.pages[0]
        offset, count = page.dataoffsets[0], page.databytecounts[0]
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(b"\xff" * count)
    number = session.open(path)
    assert recorder.wait(events.PictureOpened).notices == ()
    for _ in range(2):
        view = session.request_view(centred(SIZE, 1.0, *SIZE))
        recorder.wait(events.ViewSettled, request=view)
    assert recorder.of(events.PictureNoticed) == [events.PictureNoticed(number, (part_missing(),))]
