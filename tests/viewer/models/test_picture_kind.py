"""The kinds of pictures: told by their pixels, on photos, drawn pages, JPEGs of both, and on what tells nothing."""

import numpy as np
import PIL.Image
import pytest
from kind_confusion import as_jpeg
from pictures import drawn

from engine.images import demo_photo
from trainer.data.drawn.page import page
from viewer.models import card_scores
from viewer.models.picture_kind import DRAWN, JPEG, LEAST_SIDE, PHOTO, kind_of


def saved_again(pixels, quality=70):
    return np.asarray(as_jpeg(PIL.Image.fromarray(pixels), quality))


@pytest.fixture(scope="module")
def clean():
    """The demo photo at half its size, which has nothing left of its JPEG's blocks."""
    with PIL.Image.open(demo_photo.PATH) as photo:
        half = photo.convert("RGB").resize(
            (photo.width // 2, photo.height // 2), PIL.Image.Resampling.LANCZOS
        )
    return np.asarray(half)


def test_kinds_are_those_of_the_cards():
    assert {PHOTO, DRAWN, JPEG} == set(card_scores.KINDS)


def test_a_photo_and_its_jpeg(clean):
    assert kind_of(clean) == PHOTO
    assert [kind_of(saved_again(clean, quality)) for quality in (90, 80, 70)] == [JPEG] * 3


@pytest.mark.parametrize("size", [(640, 480), (300, 200), (1300, 900)])
def test_waves_with_noise_are_a_photo(size):
    assert kind_of(drawn(*size)) == PHOTO


def test_drawn_pages():
    pages = [np.ascontiguousarray(page(9, number).transpose(1, 2, 0)) for number in range(8)]
    assert [kind_of(each) for each in pages] == [DRAWN] * 8
    kinds = [kind_of(saved_again(each)) for each in pages]
    assert kinds.count(DRAWN) >= 4 and PHOTO not in kinds


def test_sixteen_bits_are_as_eight(clean):
    for pixels in (clean, saved_again(clean)):
        assert kind_of(pixels.astype(np.uint16) * 257) == kind_of(pixels)


def test_a_turned_or_cropped_jpeg_is_one(clean):
    pixels = saved_again(clean)
    for turned in (pixels[::-1], pixels[:, ::-1], np.rot90(pixels), pixels[3:, 5:]):
        assert kind_of(turned) == JPEG


def test_nothing_is_told_of_a_blank_or_tiny_picture(clean):
    for level in (0, 127, 255):
        assert kind_of(np.full((300, 400, 3), level, np.uint8)) is None
    for shape in ((1, 1, 3), (1, 500, 3), (9, 9, 3)):
        assert kind_of(np.zeros(shape, np.uint8)) is None
    assert kind_of(clean[: LEAST_SIDE - 1]) is None
    icon = np.zeros((32, 32, 3), np.uint8)
    icon[::4] = 255
    assert kind_of(icon) == DRAWN


def test_of_a_large_picture_only_patches_are_read():
    assert kind_of(np.broadcast_to(np.uint8(7), (10**6, 10**6, 3))) is None
