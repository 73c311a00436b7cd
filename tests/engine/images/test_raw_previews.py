"""The preview that a camera stores in a raw photo is the second picture of its file."""

import io

import numpy as np
import pytest
import tifffile

from engine.base.errors import ImageError
from engine.images.loading import load
from engine.images.pages import Kind
from tests.engine.images.drawn.case import deep_gray
from tests.engine.images.drawn.raw_files import dng

pytest.importorskip("rawpy")
RED = (200, 40, 30)


def dng_with_preview(orientation=1):
    """Returns a DNG whose first picture is a red JPEG of 640 x 480, and whose raw data lies in a second directory."""
    preview = np.full((480, 640, 3), RED, np.uint8)
    mosaic = (deep_gray() // 16).astype(np.uint16)
    unit = (1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1)
    camera = [
        (271, 2, 0, "Drawn", True),
        (272, 2, 0, "Camera", True),
        (274, 3, 1, orientation, True),
        (50706, 1, 4, b"\1\4\0\0", True),
        (50708, 2, 0, "Drawn Camera", True),
        (50721, 10, 9, unit, True),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1), True),
        (50778, 3, 1, 21, True),
    ]
    sensor = [
        (33421, 3, 2, (2, 2), True),
        (33422, 1, 4, b"\0\1\1\2", True),
        (50714, 4, 1, 0, True),
        (50717, 4, 1, 4095, True),
    ]
    buffer = io.BytesIO()
    with tifffile.TiffWriter(buffer) as file:
        about = {"photometric": "rgb", "compression": "jpeg", "metadata": None, "rowsperstrip": 480}
        file.write(preview, subifds=1, subfiletype=1, extratags=camera, **about)
        file.write(mosaic, photometric=32803, metadata=None, extratags=sensor)
    return buffer.getvalue()


@pytest.mark.parametrize(("orientation", "size"), [(1, (640, 480)), (6, (480, 640))])
def test_the_second_picture_is_the_preview(tmp_path, orientation, size):
    path = tmp_path / "a.dng"
    path.write_bytes(dng_with_preview(orientation))
    photo, preview = load(path), load(path, 1)
    assert photo.pages.count == preview.pages.count == 2 and photo.pages.kind is Kind.VIEWS
    assert (photo.pages.page, preview.pages.page) == (0, 1)
    assert max(photo.width, photo.height) < 100 and (preview.width, preview.height) == size
    assert np.abs(preview.pixels.reshape(-1, 3).mean(0) - RED).max() < 4
    assert preview.pixels.dtype == np.uint8 and photo.pixels.dtype == np.uint16
    with pytest.raises(ImageError):
        load(path, 2)


def test_a_raw_photo_without_a_preview_has_one_picture(tmp_path):
    path = tmp_path / "a.dng"
    path.write_bytes(dng())
    assert load(path).pages.count == 1
    with pytest.raises(ImageError):
        load(path, 1)
