"""Whatever tifffile and Pillow write into a TIFF opens as the numbers that were written."""

import numpy as np
import PIL.Image
import pytest
import tifffile
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from engine.images.loading import load

UPRIGHT = {
    1: lambda stored: stored,
    2: lambda stored: stored[:, ::-1],
    3: lambda stored: stored[::-1, ::-1],
    4: lambda stored: stored[::-1],
    5: lambda stored: stored.swapaxes(0, 1),
    6: lambda stored: stored[::-1].swapaxes(0, 1),
    7: lambda stored: stored[::-1, ::-1].swapaxes(0, 1),
    8: lambda stored: stored[:, ::-1].swapaxes(0, 1),
}
"""The upright picture by the orientation in the file (TIFF 6.0, tag 274)."""
CHANNELS = {"minisblack": 1, "miniswhite": 1, "rgb": 3, "separated": 4}
LOSSLESS = (None, "lzw", "zlib", "zstd", "lzma", "packbits", "lerc")
IMAGE_CODECS = ("png", "jpeg2000", "jpegxl", "webp")
TYPES = ("u1", "u2", "u4", "f2", "f4", "f8")
SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def files(draw):
    """Draws an array (H, W, C), what each channel is at most, and options for the writer."""
    photometric = draw(st.sampled_from(sorted(CHANNELS)))
    alpha = draw(st.sampled_from([None, "unassalpha", "assocalpha"])) if photometric != "miniswhite" else None
    kind, channels = draw(st.sampled_from(TYPES)), CHANNELS[photometric] + (alpha is not None)
    shape = draw(st.integers(1, 40)), draw(st.integers(1, 40)), channels
    random = np.random.default_rng(draw(st.integers(0, 1000)))
    options = {
        "photometric": photometric,
        "planarconfig": draw(st.sampled_from(["contig", "separate"])) if channels > 1 else None,
        "compression": draw(st.sampled_from(LOSSLESS)),
        "byteorder": draw(st.sampled_from("<>")),
        "bigtiff": draw(st.booleans()),
        "extrasamples": [alpha] if alpha else None,
        "extratags": [(274, 3, 1, draw(st.sampled_from(sorted(UPRIGHT))), True)],
    }
    if draw(st.booleans()):
        options["tile"] = draw(st.sampled_from([(16, 16), (32, 16), (16, 48)]))
    else:
        options["rowsperstrip"] = draw(st.integers(1, 50))
    if options["compression"] in ("lzw", "zlib", "zstd", "lzma"):
        options["predictor"] = draw(st.booleans())
    if options["compression"] == "lerc":
        assume(kind != "f2" and options["byteorder"] == "<")
    stored, most = draw_array(draw, random, kind, shape, options)
    if alpha == "assocalpha":  # no colour is brighter than its alpha
        stored[..., :-1] = np.minimum(stored[..., :-1], stored[..., -1:])
    return stored, most, options


def draw_array(draw, random, kind, shape, options):
    """Returns numbers of the whole range of their type, or of fewer bits, and the largest possible one."""
    if kind[0] == "f":
        return random.random(shape).astype(kind), 1.0
    bits = 8 * int(kind[1])
    if kind in ("u1", "u2") and options["compression"] is None and options["byteorder"] == "<":
        bits = draw(st.sampled_from([bits, 1, 2, 4] if kind == "u1" else [bits, 10, 12, 14]))
    if bits < 8 * int(kind[1]):
        options["bitspersample"] = bits
    return random.integers(0, (1 << bits) - 1, shape, kind, endpoint=True), float((1 << bits) - 1)


def written(path, stored, options):
    """Writes (H, W, C)."""
    array = stored[..., 0] if stored.shape[2] == 1 else stored
    if options["planarconfig"] == "separate":
        array = np.ascontiguousarray(np.moveaxis(stored, 2, 0))
    tifffile.imwrite(path, array, metadata=None, **options)


def expected(stored, most, options):
    """Returns the colours (H, W, 3) and the alpha (H, W), both in [0, 1] and upright."""
    light = stored.astype(np.float64) / most
    alpha = light[..., -1] if options["extrasamples"] else np.ones(light.shape[:2])
    colour = light[..., : CHANNELS[options["photometric"]]]
    if options["extrasamples"] == ["assocalpha"]:
        colour = colour / np.maximum(alpha, 1e-9)[..., None]
    if options["photometric"] == "miniswhite":
        colour = 1 - colour
    if options["photometric"] == "separated":
        colour = (1 - colour[..., :3]) * (1 - colour[..., 3:])
    upright = UPRIGHT[options["extratags"][0][3]]
    return upright(np.broadcast_to(colour, (*colour.shape[:2], 3))), upright(alpha)


@SETTINGS
@given(drawn=files())
def test_what_tifffile_writes_opens_as_it_was_written(tmp_path, drawn):
    stored, most, options = drawn
    written(tmp_path / "a.tif", stored, options)
    image = load(tmp_path / "a.tif")
    colour, alpha = expected(stored, most, options)
    white = np.iinfo(image.pixels.dtype).max
    found = np.ones(alpha.shape) if image.alpha is None else image.alpha / white
    step = 0.5 / white + 1e-4 * (stored.dtype == np.float16)
    assert abs(found - alpha).max() <= 1.01 * step
    # a colour of low alpha has few steps of its own
    seen = found > (0.02 if options["extrasamples"] == ["assocalpha"] else 0)
    margin = 1.5 / 255 if image.pixels.dtype == np.uint8 else 2 * step
    if options["extrasamples"] == ["assocalpha"]:
        margin += 1.5 / white / 0.02
    assert abs(image.pixels / white - colour)[seen].max(initial=0) <= margin


@pytest.mark.parametrize("compression", IMAGE_CODECS)
@pytest.mark.parametrize("kind", ["u1", "u2"])
@pytest.mark.parametrize("tile", [None, (16, 32)])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_image_codecs_inside_a_tiff(tmp_path, compression, kind, tile, channels):
    if compression == "webp" and (kind == "u2" or channels == 1):
        pytest.skip("WebP has 8 bits and colours")
    random = np.random.default_rng(1)
    stored = random.integers(0, np.iinfo(kind).max, (33, 50, channels), kind, endpoint=True)
    lossless = {"jpeg2000": {"level": 0, "reversible": True}, "jpegxl": {"lossless": True}}
    tifffile.imwrite(
        tmp_path / "a.tif",
        stored if channels > 1 else stored[..., 0],
        photometric="rgb" if channels > 1 else "minisblack",
        extrasamples=["unassalpha"] if channels == 4 else None,
        compression=compression,
        compressionargs={"lossless": True} if compression == "webp" else lossless.get(compression),
        tile=tile,
    )
    image = load(tmp_path / "a.tif")
    seen = np.ones(stored.shape[:2], bool) if channels < 4 else stored[..., 3] > 0
    colour = np.broadcast_to(stored[..., :3], (33, 50, 3))
    np.testing.assert_array_equal(image.pixels[seen], colour[seen])
    if channels == 4:
        np.testing.assert_array_equal(image.alpha, stored[..., 3])


@pytest.mark.parametrize("compression", [None, "tiff_lzw", "tiff_adobe_deflate", "packbits"])
@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "LAB", "I;16", "I", "F"]
)
def test_what_pillow_writes_opens_as_pillow_reads_it(tmp_path, mode, compression):
    y, x = np.mgrid[:37, :53]
    source = PIL.Image.fromarray(np.stack([5 * y, 4 * x, 2 * (x + y), 255 - x], 2).astype(np.uint8))
    if mode in ("I;16", "I", "F"):
        picture = PIL.Image.fromarray((1000 * y + x).astype({"I;16": "u2", "I": "i4", "F": "f4"}[mode]))
    else:
        picture = source.convert("LA" if mode == "LA" else "RGBA").convert(mode)
    try:
        picture.save(tmp_path / "a.tif", compression=compression)
    except (OSError, KeyError) as error:
        pytest.skip(f"Pillow does not write it: {error}")
    image, plain = load(tmp_path / "a.tif"), picture
    if mode in ("I;16", "I", "F"):
        most = 65535 if mode == "I;16" else (1000 * y + x).max()
        wanted = np.broadcast_to(((1000 * y + x) / most * 255)[..., None], (37, 53, 3))
    else:
        wanted = np.asarray(plain.convert("RGBA") if "A" in mode[1:] else plain.convert("RGB"))[..., :3]
    if mode != "LAB":  # Pillow converts it without a profile
        assert abs(image.eight_bits.astype(float) - wanted).max() <= 2
