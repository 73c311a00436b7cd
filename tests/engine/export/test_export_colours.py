"""Colours survive: each source's, in each profile and format, as another library reads the file."""

import imagecodecs
import numpy as np
import PIL.Image
import pytest
import tifffile
from skimage.color import deltaE_ciede2000, rgb2lab

from engine.export import export_plan, formats, profiles, region_export
from engine.export.options import FileOptions
from engine.images import isolated
from engine.images.bit_depth import to_bits
from engine.images.picture import Picture, reduced
from tests.engine.export import sources

ADOBE_RGB = imagecodecs.cms_profile(
    "rgb",
    whitepoint=(0.3127, 0.329, 1),
    primaries=(0.64, 0.33, 1, 0.21, 0.71, 1, 0.15, 0.06, 1),
    gamma=563 / 256,
)
FLAGS = imagecodecs.CMS.FLAGS.BLACKPOINTCOMPENSATION | imagecodecs.CMS.FLAGS.NOOPTIMIZE
GRAY = imagecodecs.cms_profile("gray", whitepoint=(0.3457, 0.3585, 1), gamma=1.8)
EXACT = {".png": {}, ".tif": {}, ".jxl": {"lossless": True}}
"""Formats that keep 16 bits, with their options."""
ROUNDED = {
    ".webp": {"lossless": True},
    ".jpg": {"quality": 100},
    ".avif": {"quality": 100},
    ".heic": {"quality": 100},
}


class Unchanged:
    """A picture exported at its own size, without a model."""

    identity = "unchanged"

    def __init__(self, picture):
        self.picture = picture

    def prefetch(self, *_):
        pass

    def grid(self, rows, cols, check=None, *, bits=8):
        colours, alpha = reduced(self.picture, rows, cols)
        return to_bits(colours, bits), None if alpha is None else to_bits(alpha, bits)


def export(source, out, **options):
    picture = Picture(isolated.load(source))
    planned = export_plan.plan(out, picture.image, picture.size, FileOptions(**options))
    region_export.write_region(Unchanged(picture), None, picture.size, out, lambda *_: None, planned=planned)
    return planned


def converted(data, profile, wanted):
    """Converts 16-bit RGB between profiles."""
    about = {"colorspace": "rgb", "outcolorspace": "rgb", "flags": FLAGS}
    intent = imagecodecs.CMS.INTENT.RELATIVE_COLORIMETRIC
    return imagecodecs.cms_transform(np.ascontiguousarray(data), profile, wanted, intent=intent, **about)


def read(path):
    """Returns the colours of a file in 16 bits, its alpha, and its profile."""
    if path.suffix == ".tif":
        with tifffile.TiffFile(path) as file:
            data, profile = file.pages.first.asarray(), file.pages.first.tags["InterColorProfile"].value
    elif path.suffix == ".jxl":
        data, profile = (
            imagecodecs.jpegxl_decode(path.read_bytes()),
            None,
        )  # it holds none: it says sRGB itself
    else:
        with PIL.Image.open(path) as file:
            profile = file.info.get("icc_profile")
            data = imagecodecs.png_decode(path.read_bytes()) if path.suffix == ".png" else np.asarray(file)
    return to_bits(data[..., :3], 16), data[..., 3:], profile


def difference(path, expected):
    """Returns the largest and the mean ΔE2000 of a file from 16-bit sRGB."""
    data, _, profile = read(path)
    shown = converted(data, profile, profiles.srgb()) if profile else data
    error = deltaE_ciede2000(rgb2lab(shown / 65535), rgb2lab(expected / 65535))
    return error.max(), error.mean()


def skip_unless_installed(suffix):
    if not formats.is_installed(formats.BY_SUFFIX[suffix]):
        pytest.skip(f"{suffix} needs a package that is not installed")


@pytest.fixture(scope="module", params=["srgb", "display-p3", "adobe-rgb"])
def source(request, tmp_path_factory):
    """A 16-bit source, with colours that sRGB holds, and these as sRGB."""
    # not at the border of the gamut, where lcms reads a source less exactly
    expected = (sources.pixels(20, 30, bits=16) * 0.8 + 6000).astype(np.uint16)
    profile = {"srgb": None, "display-p3": profiles.display_p3(), "adobe-rgb": ADOBE_RGB}[request.param]
    data = expected if profile is None else converted(expected, profiles.srgb(), profile)
    folder = tmp_path_factory.mktemp(request.param)
    return sources.tiff(folder / "source.tif", data, profile), expected


@pytest.mark.parametrize("suffix", [*EXACT, *ROUNDED])
@pytest.mark.parametrize("profile", ["srgb", "source", "display-p3"])
def test_colours_of_rgb_sources(source, tmp_path, suffix, profile):
    skip_unless_installed(suffix)
    path, expected = source
    export(path, tmp_path / f"a{suffix}", profile=profile, **(EXACT | ROUNDED)[suffix])
    most, mean = difference(tmp_path / f"a{suffix}", expected)
    assert most < 1 if suffix in EXACT else mean < 1


def test_the_sources_own_profile_is_embedded_unchanged(source, tmp_path):
    with tifffile.TiffFile(source[0]) as file:
        tag = file.pages.first.tags.get("InterColorProfile")
        profile = tag and tag.value
    export(source[0], tmp_path / "a.png", profile="source")
    assert read(tmp_path / "a.png")[2] == profile


def test_display_p3_has_its_name(source, tmp_path):
    export(source[0], tmp_path / "a.jpg", profile="display-p3")
    with PIL.Image.open(tmp_path / "a.jpg") as file:
        assert "Display P3".encode("utf-16-be") in file.info["icc_profile"]
        assert "built-in".encode("utf-16-be") not in file.info["icc_profile"]


@pytest.mark.parametrize("suffix", [".jpg", ".tif", ".webp"])
def test_files_that_cannot_say_srgb_otherwise_have_its_profile(source, tmp_path, suffix):
    export(source[0], tmp_path / f"a{suffix}")
    assert read(tmp_path / f"a{suffix}")[2] == profiles.srgb()


def test_sixteen_bits_stay_exact(tmp_path):
    data = sources.pixels(20, 30, channels=4, bits=16)
    tifffile.imwrite(tmp_path / "a.tif", data, photometric="rgb", extrasamples=("unassalpha",))
    for suffix, options in ((".png", {}), (".tif", {}), (".jxl", {"lossless": True})):
        export(tmp_path / "a.tif", tmp_path / f"b{suffix}", **options)
        found = tmp_path / f"b{suffix}"
        again = (
            imagecodecs.jpegxl_decode(found.read_bytes()) if suffix == ".jxl" else np.dstack(read(found)[:2])
        )
        np.testing.assert_array_equal(again, data)


def test_alpha_survives_a_conversion(tmp_path):
    data = sources.pixels(20, 30, channels=4)
    sources.png(tmp_path / "a.png", data)
    export(tmp_path / "a.png", tmp_path / "b.png", profile="display-p3")
    colours, alpha, profile = read(tmp_path / "b.png")
    np.testing.assert_array_equal(alpha[..., 0], data[..., 3])
    visible = data[..., 3] > 0
    shown = converted(colours, profile, profiles.srgb())
    assert deltaE_ciede2000(rgb2lab(shown / 65535), rgb2lab(data[..., :3] / 255.0))[visible].max() < 1


@pytest.mark.parametrize("bits, compression", [(8, "deflate"), (32, "deflate"), (32, "none")])
def test_floats_are_white_at_one(tmp_path, bits, compression):
    sources.png(tmp_path / "a.png", sources.pixels())
    export(tmp_path / "a.png", tmp_path / "b.tif", bits=bits, compression=compression)
    found = tifffile.imread(tmp_path / "b.tif")
    assert found.dtype == (np.float32 if bits == 32 else np.uint8)
    np.testing.assert_allclose(found / (1 if bits == 32 else 255), sources.pixels() / 255, atol=1e-6)


def gray_source(folder):
    """A gray file of gamma 1.8, and its colours in 16-bit sRGB by the standards' formulas."""
    gray = sources.pixels()[..., 0]
    PIL.Image.fromarray(gray).save(folder / "gray.png", icc_profile=GRAY)
    light = (gray / 255.0) ** 1.8
    srgb = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return folder / "gray.png", np.repeat(np.rint(srgb * 65535).astype(np.uint16)[..., None], 3, 2)


def ink_source(folder):
    """A CMYK file without a profile, and its colours as Pillow converts them."""
    inks = PIL.Image.fromarray(sources.pixels(channels=4), "CMYK")
    inks.save(folder / "cmyk.tif")
    return folder / "cmyk.tif", to_bits(np.asarray(inks.convert("RGB")), 16)


@pytest.mark.parametrize("suffix", [*EXACT, *ROUNDED])
@pytest.mark.parametrize("drawn", [gray_source, ink_source])
def test_gray_and_cmyk_sources_are_written_in_srgb_and_say_so(tmp_path, drawn, suffix):
    skip_unless_installed(suffix)
    path, expected = drawn(tmp_path)
    planned = export(path, tmp_path / f"a{suffix}", profile="source", **(EXACT | ROUNDED)[suffix])
    if drawn is gray_source:  # it has a profile, which is not embedded
        assert any("written in sRGB" in str(notice) for notice in planned.notices)
    most, mean = difference(tmp_path / f"a{suffix}", expected)
    assert most < 1 if suffix in EXACT else mean < 1


@pytest.mark.parametrize("suffix", [*EXACT, *ROUNDED])
def test_transparent_sources(tmp_path, suffix):
    """Alpha is kept where the format has it; a JPEG shows the picture on white. Colours are compared where seen."""
    skip_unless_installed(suffix)
    data = sources.pixels(20, 30, channels=4)
    sources.png(tmp_path / "a.png", data)
    planned = export(tmp_path / "a.png", tmp_path / f"b{suffix}", **(EXACT | ROUNDED)[suffix])
    colours, alpha, profile = read(tmp_path / f"b{suffix}")
    shown = converted(colours, profile, profiles.srgb()) if profile else colours
    weight = data[..., 3:] / 255.0
    wanted, counted = data[..., :3] / 255.0, data[..., 3] > 127
    if suffix == ".jpg":
        wanted, counted = wanted * weight + 1 - weight, np.ones(data.shape[:2], bool)
        assert any("transparen" in str(notice) for notice in planned.notices)
    else:
        difference_of_alpha = np.abs(to_bits(alpha, 8)[..., 0].astype(int) - data[..., 3])
        assert difference_of_alpha.max() <= (0 if suffix in EXACT else 3)
    error = deltaE_ciede2000(rgb2lab(shown / 65535), rgb2lab(wanted))[counted]
    assert error.max() < 1 if suffix in EXACT else error.mean() < 1
