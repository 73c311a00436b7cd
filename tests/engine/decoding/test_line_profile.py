"""Line profile: each sample equals the colour that the model decodes at its position."""

from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.base.errors import Superseded
from engine.compute.device import Compute
from engine.decoding import line_profile
from engine.decoding.continuous_image import ContinuousImage
from engine.decoding.line_profile import ProfileLine
from engine.geometry.axis import Axis
from engine.images.image import from_array
from engine.images.picture import Picture
from engine.models.implicit import never_cancel
from tests.engine import networks

PIXELS = np.random.default_rng(5).integers(0, 256, (20, 30, 3), dtype=np.uint8)
CELL = Fraction(1, 9)


@pytest.fixture(scope="module", params=["live", "liif"])
def image(request):
    picture = Picture(from_array(PIXELS, "noise"))
    return ContinuousImage(
        picture, networks.model(request.param), Compute(torch.device("cpu"), torch.float32)
    )


def colour_at(image, x, y):
    """Decodes a single cell around (x, y) source px."""
    rows, cols = (Axis(position - CELL / 2, CELL, 1) for position in (y, x))
    return image.grid(rows, cols)[0][0, 0]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((3, 4), (25, 4)),
        ((25, 4), (3, 4)),
        ((7, 2), (7, 18)),
        ((3, 4), (20, 15)),
        ((20, 15), (3, 4)),
        ((3, 15), (20, 4)),
        ((20, 4), (3, 15)),
    ],
)
def test_each_sample_is_decoded_in_the_middle_of_its_part_of_the_line(image, start, end):
    start, end = (tuple(Fraction(c) + Fraction(1, 7) for c in point) for point in (start, end))
    line = ProfileLine(start, end, 40, CELL)
    decoded = line_profile.decoded_line(image, line, never_cancel)
    for k in range(0, 40, 3):
        part = Fraction(2 * k + 1, 80)
        x, y = (a + (b - a) * part for a, b in zip(start, end, strict=True))
        assert np.abs(decoded[k].astype(int) - colour_at(image, x, y)).max() <= 1
        assert (line_profile.source_line(PIXELS, line)[k] == PIXELS[int(y), int(x)]).all()
    assert decoded.shape == (40, 3) and len(np.unique(decoded, axis=0)) > 20


def test_past_the_border_the_last_pixel_repeats():
    line = ProfileLine((Fraction(-3), Fraction(5, 2)), (Fraction(33), Fraction(5, 2)), 36, CELL)
    source = line_profile.source_line(PIXELS, line)
    assert (source[:3] == PIXELS[2, 0]).all() and (source[-3:] == PIXELS[2, -1]).all()


def test_decoding_a_line_can_be_cancelled(image):
    def stop():
        raise Superseded

    with pytest.raises(Superseded):
        line_profile.decoded_line(
            image, ProfileLine((Fraction(0), Fraction(0)), (Fraction(9), Fraction(9)), 64, CELL), stop
        )
