"""Frames of GIF, APNG and WebP are composed as other libraries do; a damaged frame is the only one that is lost."""

import subprocess
from shutil import which

import imagecodecs
import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtGui import QImage, QImageReader

from engine.base.errors import ImageError
from engine.images import isolated, isolated_frames, loading
from engine.images.decoders import avif_frames, gif_frames, png_frames, webp_frames
from engine.images.decoders.animation import Composer, blend
from engine.images.pages import Kind, Pages
from tests.engine import animations
from tests.engine.animations import CLEAR, rectangles

SIZE = 24, 17
COUNT = 7
SEEDS = range(6)


def colours(rng, width, height, kind=np.uint8, partly=0.2):
    """Random RGBA, a third of it transparent. partly: the share that is neither transparent nor opaque."""
    full = np.iinfo(kind).max
    pixels = rng.integers(0, full + 1, (height, width, 4), kind)
    choice = rng.random((height, width))
    pixels[..., 3] = np.where(choice < 1 / 3, 0, np.where(choice < 1 - partly, full, pixels[..., 3]))
    return pixels


def random_gif(seed):
    rng = np.random.default_rng(seed)
    frames = []
    for x, y, width, height in rectangles(rng, SIZE, COUNT):
        numbers = rng.integers(0, 14, (height, width)).astype(np.uint8)
        numbers[rng.random(numbers.shape) < 0.3] = CLEAR
        frames.append((x, y, numbers, 5, int(rng.integers(0, 4))))
    return animations.gif(frames, SIZE)


def random_png(seed, kind=np.uint8):
    rng = np.random.default_rng(seed)
    places = rectangles(rng, SIZE, COUNT)
    places[0] = (0, 0, *SIZE)
    return animations.png(
        [
            (x, y, colours(rng, w, h, kind, 0), 50, int(rng.integers(0, 2)), int(rng.integers(0, 2)))
            for x, y, w, h in places
        ],
        SIZE,
    )


def random_webp(seed):
    rng = np.random.default_rng(seed)
    places = rectangles(rng, SIZE, COUNT, even=True)
    return animations.webp(
        [
            (x, y, colours(rng, w, h), 50, int(rng.integers(0, 2)), int(rng.integers(0, 2)))
            for x, y, w, h in places
        ],
        SIZE,
    )


def composed(read, data, size=SIZE, kind=np.uint8):
    animation = read(data, size)
    composer = Composer(animation, size, kind)
    return [composer.frame(number).copy() for number in range(len(animation.parts))]


def by_qt(path):
    reader, found = QImageReader(str(path)), []
    while reader.canRead():
        read = reader.read().convertToFormat(QImage.Format.Format_RGBA8888)
        rows = np.frombuffer(read.constBits(), np.uint8).reshape(read.height(), -1)
        found.append(rows[:, : 4 * read.width()].reshape(read.height(), read.width(), 4).copy())
    return found


def by_pillow(path):
    with PIL.Image.open(path) as picture:
        return [_sought(picture, number) for number in range(picture.n_frames)]


def _sought(picture, number):
    picture.seek(number)
    return np.asarray(picture.convert("RGBA"))


def by_magick(path, folder):
    subprocess.run(["convert", str(path), "-coalesce", str(folder / "m%02d.png")], check=True, timeout=60)
    return [np.asarray(PIL.Image.open(each).convert("RGBA")) for each in sorted(folder.glob("m*.png"))]


def difference(ours, theirs):
    """Greatest difference of the colours premultiplied, and of alpha: invisible colours do not count."""
    assert len(ours) == len(theirs)
    return max(
        abs(_premultiplied(one) - _premultiplied(other)).max()
        for one, other in zip(ours, theirs, strict=True)
    )


def _premultiplied(pixels):
    floats = pixels.astype(np.float64)
    floats[..., :3] *= floats[..., 3:] / 255
    return floats


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gif_is_composed_as_by_qt(tmp_path, seed):
    path = tmp_path / "a.gif"
    path.write_bytes(random_gif(seed))
    assert difference(composed(gif_frames.read, path.read_bytes()), by_qt(path)) == 0


@pytest.mark.parametrize("interlace", [0, 1])
def test_a_gif_with_palettes_of_its_frames_is_composed_as_by_qt(tmp_path, interlace):
    rng = np.random.default_rng(8)
    shades = [rng.integers(0, 256, (5, 3), np.uint8)[rng.integers(0, 5, (20, 30))] for _ in range(4)]
    pictures = [PIL.Image.fromarray(each) for each in shades]
    path = tmp_path / "a.gif"
    pictures[0].save(
        path, save_all=True, append_images=pictures[1:], interlace=interlace, disposal=[1, 2, 3, 0]
    )
    ours = composed(gif_frames.read, path.read_bytes(), (30, 20))
    assert difference(ours, by_qt(path)) == 0
    assert abs(ours[0][..., :3].astype(int) - shades[0]).max() == 0


@pytest.mark.skipif(which("convert") is None, reason="ImageMagick is not installed")
@pytest.mark.parametrize("seed", SEEDS[:3])
def test_a_gif_is_composed_as_by_imagemagick(tmp_path, seed):
    path = tmp_path / "a.gif"
    path.write_bytes(random_gif(seed))
    assert difference(composed(gif_frames.read, path.read_bytes()), by_magick(path, tmp_path)) == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_a_png_is_composed_as_by_pillow(tmp_path, seed):
    path = tmp_path / "a.png"
    path.write_bytes(random_png(seed))
    # Pillow is wrong about half transparent colours, and about restored rectangles; the tests of GIF cover those.
    assert difference(composed(png_frames.read, path.read_bytes()), by_pillow(path)) == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_a_webp_is_composed_as_by_libwebp(tmp_path, seed):
    path = tmp_path / "a.webp"
    path.write_bytes(random_webp(seed))
    assert difference(composed(webp_frames.read, path.read_bytes()), by_pillow(path)) <= 3


@given(
    arrays(np.uint8, (3, 5, 4), elements=st.integers(0, 255)),
    arrays(np.uint8, (3, 5, 4), elements=st.integers(0, 255)),
)
def test_half_transparent_colours_are_blended_as_the_png_specification_says(under, over):
    """W3C PNG, third edition, 13.16: the sample implementation of alpha compositing for blend_op 1."""
    result = under.copy()
    blend(result, over)
    u, v = over[..., 3] * 255.0, (255.0 - over[..., 3]) * under[..., 3]
    total = np.maximum(u + v, 1)[..., None]
    expected = (over[..., :3] * u[..., None] + under[..., :3] * v[..., None]) / total
    visible = u + v > 0
    assert abs(result[..., 3] - (u + v) / 255).max() <= 0.51
    assert abs(result[..., :3] - expected)[visible].max(initial=0) <= 0.51


def test_frames_of_16_bits_keep_them():
    frames = composed(png_frames.read, random_png(1, np.uint16), kind=np.uint16)
    assert frames[0].dtype == np.uint16
    eight = [(each >> 8).astype(np.uint8) for each in frames]
    assert len(np.unique(frames[-1] & 255)) > 50
    assert max(each.max() for each in eight) == 255


@pytest.mark.parametrize(("draw", "read"), [(random_gif, gif_frames.read), (random_webp, webp_frames.read)])
def test_any_order_gives_the_same_frames(draw, read):
    data = draw(2)
    expected = composed(read, data)
    composer = Composer(read(data, SIZE), SIZE, np.uint8)
    for number in (6, 0, 3, 3, 2, 5, 6, 1):
        np.testing.assert_array_equal(composer.frame(number), expected[number])


def test_a_frame_that_covers_everything_is_decoded_alone():
    whole = np.zeros((*SIZE[::-1], 4), np.uint8)
    decoded = []
    animation = png_frames.read(animations.png([(0, 0, whole, 50, 0, 0)] * 5, SIZE), SIZE)
    parts = [
        type(part)(**{**vars(part), "read": lambda n=n, part=part: decoded.append(n) or part.read()})
        for n, part in enumerate(animation.parts)
    ]
    Composer(type(animation)(tuple(parts), 0), SIZE, np.uint8).frame(4)
    assert decoded == [4]


@pytest.mark.parametrize(("loops", "plays"), [(None, 1), (0, 0), (1, 2), (7, 8)])
def test_how_often_a_gif_plays(loops, plays):
    frame = (0, 0, np.zeros((4, 4), np.uint8), 5, 0)
    assert gif_frames.read(animations.gif([frame, frame], (4, 4), loops), (4, 4)).plays == plays


def test_delays_are_those_of_browsers():
    frames = [(0, 0, np.zeros((4, 4), np.uint8), delay, 0) for delay in (0, 1, 2, 10, 300)]
    read = gif_frames.read(animations.gif(frames, (4, 4)), (4, 4))
    assert [part.shown_ms for part in read.parts] == [100, 100, 20, 100, 3000]


def test_the_default_picture_of_a_png_is_not_a_frame(tmp_path):
    pictures = [np.full((4, 6, 4), (value, 0, 0, 255), np.uint8) for value in (10, 20, 30)]
    data = animations.png([(0, 0, each, 50, 0, 0) for each in pictures[1:]], (6, 4), 5, default=pictures[0])
    read = composed(png_frames.read, data, (6, 4))
    assert [int(each[0, 0, 0]) for each in read] == [20, 30]
    (tmp_path / "a.png").write_bytes(data)
    assert loading.load(tmp_path / "a.png", 1).pages.plays == 5


def test_a_damaged_frame_is_the_only_one_that_is_lost(tmp_path):
    numbers = [np.full((9, 9), value, np.uint8) for value in (1, 2, 3, 4)]
    data = bytearray(animations.gif([(0, 0, each, 5, 0) for each in numbers], (9, 9)))
    start = [at for at in range(len(data)) if data[at : at + 9] == b",\0\0\0\0\x09\0\x09\0"][1] + 12
    data[start : start + 3] = b"\xff\xff\xff"
    path = tmp_path / "a.gif"
    path.write_bytes(data)
    for page in (0, 2, 3):
        opened = loading.load(path, page)
        assert opened.pages == Pages(page, 4, Kind.FRAMES)
        assert (opened.pixels == animations.PALETTE[page + 1]).all()
    with pytest.raises(ImageError, match="is damaged or incomplete"):
        loading.load(path, 1)


def test_a_frame_much_larger_than_its_animation_is_not_decoded(tmp_path):
    data = bytearray(animations.gif([(0, 0, np.zeros((4, 4), np.uint8), 5, 0)] * 2, (4, 4)))
    second = data.rindex(b",\0\0\0\0\x04\0\x04\0")
    data[second + 5 : second + 9] = b"\xff\xff\xff\xff"
    path = tmp_path / "a.gif"
    path.write_bytes(data)
    with pytest.raises(ImageError):
        loading.load(path, 1)


def test_an_animation_keeps_its_profile_in_every_frame(tmp_path):
    from tests.engine.image_files import swapped_profile

    frames = [PIL.Image.new("RGB", (8, 8), colour) for colour in ((200, 30, 60), (10, 200, 90))]
    path = tmp_path / "a.webp"
    frames[0].save(
        path, save_all=True, append_images=frames[1:], lossless=True, icc_profile=swapped_profile()
    )
    for page in range(2):
        red, green, _ = loading.load(path, page).pixels[4, 4].tolist()
        assert (red < green) == (page == 0)


@pytest.mark.parametrize("options", [{}, {"subsampling": "4:4:4"}])
def test_an_avif_sequence_has_its_durations_and_frames(tmp_path, options):
    frames = [PIL.Image.new("RGB", (16, 12), colour) for colour in ((200, 0, 0), (0, 200, 0), (0, 0, 200))]
    path = tmp_path / "a.avif"
    frames[0].save(
        path, save_all=True, append_images=frames[1:], duration=[50, 120, 70], quality=100, **options
    )
    read = avif_frames.read(path.read_bytes(), (16, 12))
    assert [part.ms for part in read.parts] == [50, 120, 70] and read.plays == 0
    for page in (2, 0, 1):
        opened = loading.load(path, page)
        assert opened.pages == Pages(page, 3, Kind.FRAMES)
        expected = np.eye(3)[page] * 200
        assert abs(opened.pixels[5, 5] - expected).max() <= 3


def test_frames_of_10_bits_of_an_avif_keep_them(tmp_path):
    ramp = np.linspace(0, 1023, 64).astype(np.uint16)
    frames = np.stack([np.broadcast_to(shade[None, :, None], (32, 64, 3)) for shade in (ramp, ramp[::-1])])
    path = tmp_path / "a.avif"
    path.write_bytes(imagecodecs.avif_encode(np.ascontiguousarray(frames), bitspersample=10, level=100))
    opened = loading.load(path, 1)
    assert opened.pages.count == 2 and opened.bits == 16
    assert abs(opened.pixels[3, :, 1].astype(int) - ramp[::-1].astype(int) * 65535 // 1023).max() < 300


def test_the_frames_that_a_jpeg_xl_has_besides_are_said(tmp_path):
    pytest.importorskip("pillow_jxl")
    frames = np.zeros((3, 16, 20, 3), np.uint8)
    path = tmp_path / "a.jxl"
    for count in (3, 1):
        frames = frames[:count]
        path.write_bytes(imagecodecs.jpegxl_encode(frames if count > 1 else frames[0], lossless=True))
        told = [str(each) for each in loading.load(path).notices]
        assert told == (["first frame of an animation; JPEG XL is not played"] if count > 1 else [])


@pytest.mark.parametrize("name", ["a.gif", "a.png", "a.webp", "a.avif"])
def test_frames_through_the_child_are_those_of_this_process(tmp_path, name):
    frames = [PIL.Image.new("RGB", (16, 12), colour) for colour in ((200, 0, 0), (0, 200, 0), (0, 0, 200))]
    path = tmp_path / name
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=60)
    decoded = []
    while len(decoded) < 2:  # a busy machine decodes one at a time
        decoded += isolated_frames.load(path, 1 + len(decoded), 1 << 20, isolated.never_cancel)
    assert [frame.ms for frame in decoded] == [60, 60]
    for page, frame in enumerate(decoded, 1):
        np.testing.assert_array_equal(frame.image.pixels, loading.load(path, page).pixels)
    one = isolated_frames.load(path, 0, 1, isolated.never_cancel)
    assert len(one) == 1


def test_a_picture_without_frames_has_none_to_play(tmp_path):
    PIL.Image.new("RGB", (6, 4)).save(tmp_path / "a.tif")
    with pytest.raises(ImageError, match="has no page 1"):
        isolated_frames.load(tmp_path / "a.tif", 0, 1 << 20, isolated.never_cancel)


@pytest.mark.parametrize(
    "answer", [[], [[50, 1]], [[50, 3]], [[-1, 0]], [["50", 0]], [[50]], {"50": 0}, [[1 << 60, 0]]]
)
def test_a_child_that_sends_no_frames_is_not_believed(tmp_path, answer):
    with pytest.raises((ValueError, TypeError, LookupError)):
        isolated_frames._frames(tmp_path / "a.gif", answer, [])
