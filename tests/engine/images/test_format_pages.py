"""Pages of ICO, OpenEXR and FITS, and the numbers that files of floats and wide integers hold."""

import numpy as np
import OpenEXR
import pytest

from engine.base.errors import ImageError
from engine.images.loading import load
from tests.engine.images.drawn.case import alpha, deep_gray, encoded_srgb, plain
from tests.engine.images.drawn.fits_files import card, fits
from tests.engine.images.drawn.ico_files import ico
from tests.engine.images.drawn.writing import saved


def written(path, data):
    path.write_bytes(data)
    return path


def test_the_sizes_of_an_icon_are_its_pages(tmp_path):
    small, large = np.dstack([plain(), alpha()])[:16, :16], np.dstack([plain(), alpha()])
    path = written(tmp_path / "a.ico", ico([(16, saved(small, "PNG")), (64, saved(large, "PNG"))]))
    image = load(path)
    assert image.pixels.shape == (48, 64, 3) and image.pages.count == 2
    assert "2 sizes" in str(image.notices[0])
    assert (load(path, 1).pixels == small[..., :3]).all()
    with pytest.raises(ImageError, match="has no page 3; choose a page from 1 to 2"):
        load(path, 2)


def test_the_parts_of_an_openexr_are_its_pages(tmp_path):
    light = (plain() / 255).astype(np.float32)
    parts = [
        OpenEXR.Part(
            {"name": name, "type": OpenEXR.scanlineimage, "compression": OpenEXR.ZIP_COMPRESSION},
            {letter: np.ascontiguousarray(samples[..., place]) for place, letter in enumerate("RGB")},
        )
        for name, samples in (("left", light), ("right", light[:, ::-1]))
    ]
    OpenEXR.File(parts).write(str(tmp_path / "a.exr"))
    image = load(tmp_path / "a.exr")
    assert image.pages.count == 2
    assert (image.values == light).all()
    assert (load(tmp_path / "a.exr", 1).values == light[:, ::-1]).all()


def test_the_planes_of_all_arrays_of_a_fits_are_its_pages(tmp_path):
    slope = deep_gray() / 65535
    cube = np.stack([slope, slope * 2, slope * 3]).astype(np.float32)
    table = card("XTENSION", "'TABLE   '") + card("BITPIX", 8) + card("NAXIS", 2) + card("NAXIS1", 7)
    table = (table + card("NAXIS2", 100) + b"END".ljust(80)).ljust(2880) + bytes(2880)
    path = written(tmp_path / "a.fits", fits(cube, -32) + table + fits(cube[0] * 9, -32, kind="IMAGE"))
    assert load(path).pages.count == 4
    for page, factor in enumerate((1, 2, 3, 9)):
        assert np.allclose(load(path, page).values, slope * factor, atol=1e-6)


def test_the_numbers_of_a_fits_are_scaled_and_may_be_blank(tmp_path):
    stored = (deep_gray() // 64).astype(np.int16)
    stored[5, 7] = -1
    cards = card("BSCALE", 0.5), card("BZERO", 100), card("BLANK", -1)
    image = load(written(tmp_path / "a.fits", fits(stored, 16, *cards)))
    wanted = stored * 0.5 + 100
    wanted[5, 7] = np.nan
    assert np.allclose(image.values, wanted, equal_nan=True)
    assert image.alpha[5, 7] == 0 and image.alpha[5, 8] == 65535
    notices = " | ".join(map(str, image.notices))
    assert "values from 100 to" in notices and "pixels without a value" in notices


def test_light_that_is_not_a_number_or_endless(tmp_path):
    light = np.full((8, 8, 3), 0.25, np.float32)
    light[0, 0], light[0, 1], light[0, 2] = np.nan, np.inf, -5
    channels = {letter: np.ascontiguousarray(light[..., place]) for place, letter in enumerate("RGB")}
    header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage}
    OpenEXR.File(header, channels).write(str(tmp_path / "a.exr"))
    image = load(tmp_path / "a.exr")
    assert (
        image.pixels[0, 0].max() == 0 and image.pixels[0, 1].min() == 65535 and image.pixels[0, 2].max() == 0
    )
    assert np.abs(image.pixels[4, 4] - encoded_srgb(0.25) * 65535).max() <= 30


def test_the_primaries_of_an_openexr_are_converted(tmp_path):
    light = np.full((4, 4, 3), (0.2, 0.5, 0.3), np.float32)
    channels = {letter: np.ascontiguousarray(light[..., place]) for place, letter in enumerate("RGB")}
    bt2020 = (0.708, 0.292, 0.170, 0.797, 0.131, 0.046, 0.3127, 0.3290)
    header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage, "chromaticities": bt2020}
    OpenEXR.File(header, channels).write(str(tmp_path / "a.exr"))
    to_srgb = np.array(
        [[1.660491, -0.587641, -0.072850], [-0.124550, 1.132900, -0.008349], [-0.018151, -0.100579, 1.118730]]
    )
    wanted = encoded_srgb(light[0, 0] @ to_srgb.T) * 255
    assert np.abs(load(tmp_path / "a.exr").pixels[0, 0] / 257 - wanted).max() <= 0.5
