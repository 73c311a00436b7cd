"""Small valid image files of every format that opens, in several variants each, drawn at first use.

Formats without variants of their own use the files of tests/engine/images/drawn.
"""

import io
from functools import cache

import imagecodecs
import numpy as np
import PIL.Image
from PIL import ImageCms

from engine.images.decoders import table
from tests.engine.images.drawn import all_cases

PLUGINS = {"HEIF": "pillow-heif", "JXL": "pillow-jxl-plugin"}


@cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Returns the files of one format: "PNG", "JPEG" …, as in `table.DECODERS`."""
    if name in VARIANTS:
        return tuple(VARIANTS[name]())
    names = ("PSD", "PSB") if name == "PSD" else (name,)
    return tuple(case.draw() for case in all_cases.cases() if case.format in names)


def formats() -> tuple[str, ...]:
    """Returns the formats that this installation reads."""
    return table.formats()


def _pixels(channels: int = 3, deep: bool = False) -> np.ndarray:
    """Waves with noise, 48 x 32 px."""
    y, x = np.mgrid[:32, :48]
    waves = np.stack([127 + 90 * np.sin(x / 9 + k) * np.cos(y / 7 - k) for k in range(channels)], -1)
    noise = np.random.default_rng(3).integers(-20, 20, waves.shape)
    pixels = np.clip(waves + noise, 0, 255)
    return (pixels * 257).astype(np.uint16) if deep else pixels.astype(np.uint8)


def _picture(mode: str = "RGB") -> PIL.Image.Image:
    if mode == "RGBA":
        return PIL.Image.fromarray(_pixels(4))
    return PIL.Image.fromarray(_pixels()).convert(mode)


def _saved(picture: PIL.Image.Image, form: str, **options) -> bytes:
    table.formats()  # registers the plugins
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()


def _metadata() -> dict:
    exif = PIL.Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "maker"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return {"exif": exif, "icc_profile": profile}


def _frames() -> dict:
    return {"save_all": True, "append_images": [_picture().rotate(90), _picture().rotate(180)]}


def _png():
    texts = PIL.PngImagePlugin.PngInfo()
    texts.add_text("note", "text " * 20)
    texts.add_itxt("more", "text " * 50, zip=True)
    yield _saved(_picture(), "PNG", pnginfo=texts, **_metadata())
    yield _saved(_picture("RGBA"), "PNG")
    yield _saved(_picture("P"), "PNG", transparency=3)
    yield _saved(_picture("1"), "PNG")
    yield _saved(_picture(), "PNG", **_frames())
    yield imagecodecs.png_encode(_pixels(4, deep=True))


def _jpeg():
    yield _saved(_picture(), "JPEG", quality=80, **_metadata())
    yield _saved(_picture(), "JPEG", progressive=True, comment=b"a comment")
    yield _saved(_picture("CMYK"), "JPEG")
    yield _saved(_picture("L"), "JPEG", restart_marker_blocks=2)
    yield _saved(_picture(), "MPO", **_frames())


def _webp():
    yield _saved(_picture(), "WEBP", **_metadata())
    yield _saved(_picture("RGBA"), "WEBP", lossless=True)
    yield _saved(_picture("RGBA"), "WEBP", quality=50)
    yield _saved(_picture(), "WEBP", **_frames())


def _tiff():
    import tifffile

    for compression in (None, "tiff_lzw", "tiff_adobe_deflate", "jpeg", "packbits"):
        yield _saved(_picture(), "TIFF", compression=compression, **_metadata())
    yield _saved(_picture("1"), "TIFF", compression="group4")
    yield _saved(_picture(), "TIFF", **_frames())
    for options in (
        {"photometric": "rgb", "tile": (16, 16), "compression": "zlib", "predictor": True},
        {"photometric": "rgb", "bigtiff": True, "byteorder": ">"},
        {"photometric": "rgb", "planarconfig": "separate", "rowsperstrip": 5},
    ):
        buffer, pixels = io.BytesIO(), _pixels(deep=True)
        if "planarconfig" in options:
            pixels = np.ascontiguousarray(pixels.transpose(2, 0, 1))
        tifffile.imwrite(buffer, pixels, **options)
        yield buffer.getvalue()


def _bmp():
    for mode in ("RGB", "RGBA", "P", "1", "L"):
        yield _saved(_picture(mode), "BMP")


def _gif():
    yield _saved(_picture("P"), "GIF", interlace=1, comment=b"a comment")
    yield _saved(_picture("P"), "GIF", transparency=5)
    yield _saved(_picture("P"), "GIF", **_frames())


def _ppm():
    for mode in ("RGB", "L", "1"):
        yield _saved(_picture(mode), "PPM")
    values = " ".join(map(str, _pixels().ravel()))
    yield b"P3\n# a comment\n48 32\n255\n" + values.encode()
    yield b"P5\n48 32\n65535\n" + _pixels(1, deep=True).astype(">u2").tobytes()
    yield b"P7\nWIDTH 48\nHEIGHT 32\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n" + _pixels(4).tobytes()


def _avif():
    yield _saved(_picture(), "AVIF", speed=10, **_metadata())
    yield _saved(_picture("RGBA"), "AVIF", speed=10)
    yield _saved(_picture(), "AVIF", speed=10, **_frames())
    yield imagecodecs.avif_encode(_pixels(deep=True) >> 6, 90, bitspersample=10, speed=10)


def _heif():
    yield _saved(_picture(), "HEIF", **_metadata())
    yield _saved(_picture("RGBA"), "HEIF")


def _jxl():
    yield _saved(_picture(), "JXL")
    yield imagecodecs.jpegxl_encode(_pixels(), lossless=True)
    yield imagecodecs.jpegxl_encode(_pixels(4, deep=True), usecontainer=True, bitspersample=12)


VARIANTS = {
    "PNG": _png,
    "JPEG": _jpeg,
    "WEBP": _webp,
    "TIFF": _tiff,
    "BMP": _bmp,
    "GIF": _gif,
    "PPM": _ppm,
    "AVIF": _avif,
    "HEIF": _heif,
    "JXL": _jxl,
}
