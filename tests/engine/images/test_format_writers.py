"""What Pillow, imagecodecs and OpenEXR write of any array opens as that array, within the rounding of the format."""

import io
import tempfile
from pathlib import Path

import imagecodecs
import numpy as np
import OpenEXR
import PIL.Image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images.loading import load
from tests.engine.images.drawn.all_cases import difference
from tests.engine.images.drawn.case import as_rgb, encoded_srgb, from_bits
from tests.engine.images.drawn.tga_files import tga_packed

EXAMPLES = settings(max_examples=40)
SIDES = st.integers(1, 40)
CHANNELS = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4}


def drawn(seed, shape, kind=np.uint8):
    """Returns noise with runs in it, which packers treat in another way."""
    random = np.random.default_rng(seed)
    samples = random.integers(0, np.iinfo(kind).max + 1, shape, kind)
    runs = random.random(shape[:2]) < 0.5
    samples[runs] = samples[0, 0]
    return samples


def shown(data):
    """Returns the image that a file opens as."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.bin")
        path.write_bytes(data)
        return load(path)


def right(samples):
    """Returns (H, W) or (H, W, 1 to 4) as RGB or RGBA."""
    samples = samples[..., 0] if samples.ndim == 3 and samples.shape[2] == 1 else samples
    if samples.ndim == 3 and samples.shape[2] == 2:
        return as_rgb(samples[..., 0], samples[..., 1])
    return as_rgb(samples)


def check(data, samples, tolerance=0.0):
    image = shown(data)
    assert difference(image.pixels, image.alpha, right(samples)) <= tolerance
    return image


def by_pillow(samples, form, **options):
    buffer = io.BytesIO()
    PIL.Image.fromarray(samples).save(buffer, form, **options)
    return buffer.getvalue()


PILLOW_FORMATS = {
    "TGA": ("L", "LA", "RGB", "RGBA"),
    "PCX": ("L", "RGB"),
    "SGI": ("L", "RGB", "RGBA"),
    "PPM": ("L", "RGB"),
    "BMP": ("L", "RGB"),
    "PNG": ("L", "LA", "RGB", "RGBA"),
    "TIFF": ("L", "LA", "RGB", "RGBA"),
    "JPEG2000": ("L", "LA", "RGB", "RGBA"),
    "DDS": ("L", "LA", "RGB", "RGBA"),
    "ICO": ("RGBA",),
}


@EXAMPLES
@given(
    data=st.data(),
    form=st.sampled_from(sorted(PILLOW_FORMATS)),
    width=SIDES,
    height=SIDES,
    seed=st.integers(0, 99),
)
def test_what_pillow_writes(data, form, width, height, seed):
    mode = data.draw(st.sampled_from(PILLOW_FORMATS[form]))
    samples = drawn(seed, (height, width, CHANNELS[mode]))
    if CHANNELS[mode] % 2 == 0:
        samples[0, 0, -1] = 255  # alpha of 0 everywhere would not mean transparency
    samples = samples[..., 0] if mode == "L" else samples
    options = {}
    if form == "TGA":
        options = {"rle": data.draw(st.booleans()), "orientation": data.draw(st.sampled_from((1, -1)))}
    elif form == "TIFF":
        options = {
            "compression": data.draw(st.sampled_from(("raw", "tiff_lzw", "packbits", "tiff_adobe_deflate")))
        }
    elif form == "JPEG2000":
        options = {"irreversible": False, "no_jp2": data.draw(st.booleans())}
    elif form == "ICO":
        options = {"sizes": [(width, height)], "bitmap_format": data.draw(st.sampled_from(("png", "bmp")))}
    check(by_pillow(samples, form, **options), samples)


@EXAMPLES
@given(
    bits=st.integers(2, 16),
    channels=st.sampled_from((1, 3, 4)),
    boxes=st.booleans(),
    width=SIDES,
    height=SIDES,
    seed=st.integers(0, 99),
)
def test_jpeg_2000_of_any_depth(bits, channels, boxes, width, height, seed):
    stored = drawn(seed, (height, width, channels), np.uint16) >> (16 - bits)
    stored = stored.astype(np.uint8) if bits <= 8 else stored
    written = imagecodecs.jpeg2k_encode(
        stored[..., 0] if channels == 1 else stored,
        level=0,
        reversible=True,
        mct=False,
        bitspersample=bits,
        codecformat="jp2" if boxes else "j2k",
    )
    image = check(written, from_bits(stored, bits))
    assert image.bits == (16 if bits > 8 else 8)


@EXAMPLES
@given(channels=st.sampled_from((3, 4)), width=SIDES, height=SIDES, seed=st.integers(0, 99))
def test_qoi(channels, width, height, seed):
    samples = drawn(seed, (height, width, channels))
    check(imagecodecs.qoi_encode(samples), samples)


@EXAMPLES
@given(
    deep=st.booleans(),
    channels=st.sampled_from((1, 2, 3, 4)),
    width=SIDES,
    height=SIDES,
    seed=st.integers(0, 99),
)
def test_png(deep, channels, width, height, seed):
    samples = drawn(seed, (height, width, channels), np.uint16 if deep else np.uint8)
    image = check(imagecodecs.png_encode(samples[..., 0] if channels == 1 else samples), samples)
    assert image.bits == (16 if deep else 8)


@EXAMPLES
@given(channels=st.sampled_from((3, 4)), width=SIDES, height=SIDES, seed=st.integers(0, 99))
def test_lossless_webp(channels, width, height, seed):
    samples = drawn(seed, (height, width, channels))
    check(imagecodecs.webp_encode(samples, lossless=True), samples)


@EXAMPLES
@given(
    most=st.integers(1, 65535), kind=st.sampled_from((b"P5", b"P6", b"P2", b"P3")), width=SIDES, height=SIDES,
    seed=st.integers(0, 99),
)  # fmt: skip
def test_netpbm_of_any_white(most, kind, width, height, seed):
    shape = (height, width, 3) if kind in (b"P6", b"P3") else (height, width)
    stored = drawn(seed, shape, np.uint16) % (most + 1)
    head = kind + b"\n%d %d\n%d\n" % (width, height, most)
    if kind in (b"P2", b"P3"):
        body = " ".join(map(str, stored.ravel().tolist())).encode()
    else:
        body = stored.astype(np.uint8 if most < 256 else ">u2").tobytes()
    white = 65535 if most > 255 else 255
    wanted = np.rint(stored * (white / most)).astype(np.uint16 if most > 255 else np.uint8)
    check(head + body, wanted)


@EXAMPLES
@given(data=st.data(), width=SIDES, height=SIDES, seed=st.integers(0, 99))
def test_openexr(data, width, height, seed):
    kind = data.draw(st.sampled_from((np.float16, np.float32)))
    lossless = ("NO", "RLE", "ZIPS", "ZIP", "PIZ")
    compression = getattr(OpenEXR, f"{data.draw(st.sampled_from(lossless))}_COMPRESSION")
    light = (drawn(seed, (height, width, 3), np.uint16) / 65535).astype(kind)
    channels = {name: np.ascontiguousarray(light[..., place]) for place, name in enumerate("RGB")}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.exr")
        header = {"compression": compression, "type": OpenEXR.scanlineimage}
        OpenEXR.File(header, channels).write(str(path))
        image = load(path)
    wanted = encoded_srgb(light.astype(np.float64)) * 65535
    assert np.abs(image.pixels - wanted).max() <= 0.1 * 257
    assert (image.values == light).all()


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@EXAMPLES
@given(width=st.integers(1, 300), seed=st.integers(0, 99))
def test_the_packer_of_the_drawn_tga_files_is_a_packer(size, width, seed):
    """The drawn files of this test's own packer are what Pillow reads, too."""
    row = drawn(seed, (1, width, size))
    mode = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}[size]
    packed = tga_packed(row[0])
    read = PIL.Image.frombytes(mode, (width, 1), packed, "tga_rle", mode, 1, 8 * size)
    assert np.asarray(read).tobytes() == row.tobytes()
