"""JPEGs that are coded without loss, and JPEG-LS."""

import imagecodecs
import numpy as np
import pytest

from engine.base.errors import ImageError
from engine.images.loading import load


@pytest.mark.parametrize("bits", [9, 10, 12, 14, 16])
@pytest.mark.parametrize("shape", [(24, 40), (24, 40, 3)])
def test_samples_of_more_than_8_bits(tmp_path, bits, shape):
    samples = np.random.default_rng(bits).integers(0, 1 << bits, shape).astype(np.uint16)
    path = tmp_path / "a.jpg"
    path.write_bytes(imagecodecs.jpeg8_encode(samples, lossless=True, bitspersample=bits))
    found = load(path)
    wanted = np.broadcast_to(samples.reshape(24, 40, -1) / ((1 << bits) - 1), (24, 40, 3))
    assert abs(found.pixels / 65535 - wanted).max() <= 0.5 / 65535
    assert found.file_info.bits == bits


def test_jpeg_ls_is_named(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(imagecodecs.jpegls_encode(np.zeros((8, 8), np.uint8)))
    with pytest.raises(ImageError, match="JPEG-LS"):
        load(path)
