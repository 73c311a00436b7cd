"""The preview of an export: its px are those of the file at that place, and its bytes are near those of the file."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.checkpoints import library
from engine.compute.device import choose
from engine.decoding.continuous_image import ContinuousImage
from engine.export import export_plan, formats, region_export
from engine.export.crop_preview import UNIT, CropEncoder, _blocks, _inside
from engine.export.export_request import ExportRequest
from engine.export.formats import written_bytes
from engine.export.options import FileOptions
from engine.images import loading
from engine.images.image import from_array
from engine.images.picture import Picture, to_screen
from engine.models.implicit import never_cancel

COMPUTE = choose("cpu", "fp32")
SIZE = 120, 90


def drawn(alpha=False):
    """Smooth colours, an edge and some noise: (90, 120, 3 or 4) uint8."""
    y, x = np.mgrid[: SIZE[1], : SIZE[0]]
    planes = [128 + 90 * np.sin(x / 17 + k) * np.cos(y / 11 - k) for k in range(3)]
    pixels = np.stack(planes, -1) + np.random.default_rng(3).normal(0, 4, (*x.shape, 3))
    pixels[20:50, 30:80] = (200, 40, 60)
    pixels = pixels.clip(0, 255).astype(np.uint8)
    return np.dstack([pixels, (2 * x).clip(0, 255).astype(np.uint8)]) if alpha else pixels


def source_of(pixels, model="bicubic"):
    return ContinuousImage(Picture(from_array(pixels, "drawn")), library.load(model, COMPUTE.device), COMPUTE)


def previewed(source, export, crop):
    planned = export_plan.plan(export.path, source.picture.image, export.size, export.options)
    sketch = ContinuousImage(source.picture, library.bicubic(), COMPUTE)
    return CropEncoder(source, export, planned, None, never_cancel, {}).preview(crop, sketch)


def written(source, export, loaded=True):
    planned = export_plan.plan(export.path, source.picture.image, export.size, export.options)
    region_export.write_region(
        source, export.region, export.size, export.path, lambda *_: None, planned=planned
    )
    return loading.load(export.path) if loaded else None


def shown(found, crop):
    x, y, width, height = crop
    part = slice(y, y + height), slice(x, x + width)
    return to_screen(found.pixels[part], None if found.alpha is None else found.alpha[part])


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.png", FileOptions()),
        ("a.png", FileOptions(bits=16, profile="display-p3")),
        ("a.jpg", FileOptions()),
        ("a.jpg", FileOptions(quality=20, subsampling="4:2:0")),
        ("a.jpg", FileOptions(quality=60, subsampling="4:2:2", progressive=True)),
        ("a.webp", FileOptions(lossless=True)),
        ("a.tif", FileOptions(compression="deflate", strips=True)),
    ],
)
@pytest.mark.parametrize("alpha", [False, True])
def test_the_preview_equals_the_file_at_its_place(tmp_path, name, options, alpha):
    source = source_of(drawn(alpha))
    export = ExportRequest(tmp_path / name, None, (481, 361), options)
    crop = 133, 71, 200, 150
    preview = previewed(source, export, crop)
    assert preview.crop == crop
    expected = shown(written(source, export), crop)
    np.testing.assert_array_equal(preview.result, expected)


def test_the_preview_of_a_network_equals_the_file(tmp_path):
    source = source_of(drawn(), "live")
    for name in ("a.png", "a.jpg"):
        export = ExportRequest(tmp_path / name, None, (480, 360))
        preview = previewed(source, export, (100, 60, 160, 120))
        expected = shown(written(source, export), preview.crop)
        # a decode in other pieces sums in another order
        assert np.abs(preview.result.astype(int) - expected).max() <= (1 if name == "a.png" else 4)
        assert (preview.result == expected).mean() > 0.98


@pytest.mark.parametrize("name", ["a.avif", "a.jxl", "a.webp"])
def test_the_preview_of_other_formats_shows_their_losses(tmp_path, name):
    source = source_of(drawn())
    coarse, fine = (
        previewed(
            source,
            ExportRequest(tmp_path / name, None, (480, 360), FileOptions(quality=quality)),
            (96, 60, 160, 120),
        )
        for quality in (5, 95)
    )
    exact = previewed(source, ExportRequest(tmp_path / "a.png", None, (480, 360)), (96, 60, 160, 120)).result
    losses = [np.abs(each.result.astype(int) - exact).mean() for each in (coarse, fine)]
    assert losses[0] > 2 * losses[1] and coarse.bytes < fine.bytes


@pytest.mark.parametrize(
    ("name", "quality"), [("a.webp", 30), ("a.webp", 90), ("a.avif", 30), ("a.jxl", 90), ("a.heic", 30)]
)
def test_the_preview_of_other_formats_is_near_the_file(tmp_path, name, quality):
    """Their blocks depend on what lies around the crop. The losses that are shown are those of the file."""
    if not formats.is_installed(formats.BY_SUFFIX[name[1:]]):
        pytest.skip(f"{name} needs a package that is not installed")
    source, crop = source_of(drawn()), (96, 60, 160, 120)
    export = ExportRequest(tmp_path / name, None, (480, 360), FileOptions(quality=quality))
    result = previewed(source, export, crop).result.astype(int)
    exact = previewed(source, ExportRequest(tmp_path / "a.png", None, (480, 360)), crop).result.astype(int)
    expected = shown(written(source, export), crop).astype(int)
    loss = np.abs(expected - exact).mean()
    assert np.abs(result - expected).mean() < loss
    assert np.abs(result - exact).mean() == pytest.approx(loss, rel=0.25)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.tif", "a.jxl"])
def test_the_estimated_bytes_are_near_those_of_the_file(tmp_path, name):
    """The crop lies in a flat part, whose px take few bytes: samples of all of the file make up for it."""
    source = source_of(drawn())
    export = ExportRequest(tmp_path / name, None, (720, 540))
    preview = previewed(source, export, (240, 150, 120, 90))
    written(source, export)
    assert export.path.stat().st_size == pytest.approx(preview.bytes, rel=0.5)


def test_a_crop_that_is_the_whole_file_has_its_bytes(tmp_path):
    source = source_of(drawn())
    export = ExportRequest(tmp_path / "a.jpg", None, (100, 75))
    preview = previewed(source, export, (0, 0, 400, 300))
    written(source, export)
    assert preview.crop == (0, 0, 100, 75) and preview.bytes == export.path.stat().st_size


def test_the_source_beside_it_has_the_pictures_own_px(tmp_path):
    pixels = drawn()
    region = Fraction(10), Fraction(20), Fraction(40), Fraction(30)
    export = ExportRequest(tmp_path / "a.png", region, (160, 120))
    preview = previewed(source_of(pixels), export, (0, 0, 80, 60))
    expected = pixels[20:35, 10:30, ::-1].repeat(4, 0).repeat(4, 1)
    np.testing.assert_array_equal(preview.source[..., :3], expected)


def test_a_pyramid_is_counted_and_not_shown(tmp_path):
    source, bytes_of = source_of(drawn()), {}
    for pyramid in (False, True):
        options = FileOptions(compression="none", pyramid=pyramid)
        export = ExportRequest(tmp_path / f"{pyramid}.tif", None, (1536, 1152), options)
        bytes_of[pyramid] = previewed(source, export, (300, 200, 200, 150)).bytes
        written(source, export)
        assert export.path.stat().st_size == pytest.approx(bytes_of[pyramid], rel=0.4)
    assert bytes_of[True] > 1.2 * bytes_of[False]


@pytest.mark.parametrize("lossless", [False, True])
def test_tiles_are_shown_as_they_are_encoded(tmp_path, lossless):
    source = source_of(drawn())
    export = ExportRequest(tmp_path / "a.dzi", None, (720, 540), FileOptions(lossless=lossless))
    preview = previewed(source, export, (300, 200, 200, 150))
    tile = ExportRequest(
        tmp_path / ("a.png" if lossless else "a.jpg"), None, (720, 540), FileOptions(quality=90)
    )
    np.testing.assert_array_equal(preview.result, previewed(source, tile, preview.crop).result)
    written(source, export, loaded=False)
    assert written_bytes(export.path) == pytest.approx(preview.bytes, rel=0.5)


sides = st.integers(1, 2000)


@given(
    size=st.tuples(sides, sides),
    corner=st.tuples(st.integers(-500, 3000), st.integers(-500, 3000)),
    crop=st.tuples(sides, sides),
)
def test_crops_lie_in_the_file_and_blocks_around_them(size, corner, crop):
    x, y, width, height = _inside((*corner, *crop), size)
    assert x >= 0 and x + width <= size[0] and y >= 0 and y + height <= size[1]
    assert width == min(crop[0], size[0]) and height == min(crop[1], size[1])
    left, top, across, down = _blocks((*corner, *crop), size)
    assert left % UNIT == top % UNIT == 0
    assert left == 0 or x - left >= UNIT
    assert left + across == size[0] or ((left + across) % UNIT == 0 and left + across - x - width >= UNIT)
    assert top + down == size[1] or (top + down) % UNIT == 0
