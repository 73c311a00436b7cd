"""AVIF, HEIC, JPEG XL and PPM: all bits reach the events of a session, in the right colours."""

import queue
from base64 import b64decode
from importlib import import_module
from io import BytesIO

import imagecodecs
import numpy as np
import PIL.Image
import pytest
from PIL import ImageCms

from engine.base.errors import ImageError
from engine.images import bit_depth, cicp
from engine.images.decoders import avif, jxl_codestream
from engine.images.loading import load
from engine.session import events
from engine.session.session import Session

P3 = {"primaries": 12, "transfer": 13}
TINY_P3 = "/woIQPwAZHIjCAIBAMgASxiLFVJs9Tdmet+wrqkMFClxgL2AOFDEpcMdmnkN6ktdzT6XStEkDYWpc6kiYncV8gA="
TINY_ROTATED = "/woIQAs/AMUlAQgCAQDIAEsYixVSbPU3ZnrfsK6pDBQpcYC9gDhQxKXDHZp5DepLXc0+l0rRJA2FqXOpImJ3FfIA"
TINY_PREMULTIPLIED = (
    "/woIQPwIgKC4EAgIEAD4AEsYixVSbPXb5nRdHao4WrcZNCoohKgD7E2Ig4a45XAPzXwNOpZ6NXteasQuadiYmpdaRTxdhWUYkHdMxq4H"
)
"""Made by cjxl, 3 x 2 px of 16 bits, because no encoder here writes such files: Display P3; rotated; premultiplied."""
TINY = [
    [[50000, 20000, 20000], [20000, 50000, 20000], [30000, 30000, 30000]],
    [[1, 2, 3], [65535, 65534, 65533], [300, 400, 500]],
]
"""The pixels of all three. The first row of the last one has the alpha 32896, 65535, 20046."""


def jxl_head(path):
    with path.open("rb") as stream:
        return jxl_codestream.read_head(stream)


def steps(bits, channels=3):
    """(48, 600, channels) uint16 below 1 << bits: steps finer than those of 8 bits along x, others along y."""
    y, x = np.mgrid[:48, :600]
    white = (1 << bits) - 1
    planes = (white * 0.2 + x, white * 0.8 - x, white * 0.4 + x // 2 + y % 2, white - x)
    return np.ascontiguousarray(np.stack(planes, axis=-1)[..., :channels].astype(np.uint16))


def expected_pixels(kind, samples, bits):
    """Returns what `load` should return. imagecodecs declares JPEG XL of more than 8 bits to be linear."""
    light = samples / ((1 << bits) - 1)
    return 65535 * (encoded_srgb(light) if kind == "jxl" else light)


def encoded_srgb(light):
    """Encodes linear light in [0, 1] as sRGB."""
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def require(module):
    return pytest.importorskip(module, reason=f"{module} is not installed")


def pillow_pixels(path):
    """Returns the pixels by Pillow alone, from 8 bits and the file's own profile."""
    with PIL.Image.open(path) as file:
        profile = file.info.get("icc_profile")
        source = ImageCms.createProfile("sRGB") if profile is None else BytesIO(profile)
        shown = ImageCms.profileToProfile(file.convert("RGB"), source, ImageCms.createProfile("sRGB"))
    return np.asarray(shown).astype(float)


def avif_file(path, samples, bits, **kinds):
    path.write_bytes(imagecodecs.avif_encode(samples, 100, bitspersample=bits, speed=9, **kinds))
    return path


def heic_file(path, samples, bits, mode="RGB;16", **kinds):
    heif = require("pillow_heif")
    made = heif.from_bytes(
        mode=mode, size=(600, 48), data=bit_depth.scale_to_16_bits(samples, (1 << bits) - 1).tobytes()
    )
    options = import_module("pillow_heif.options")
    before, options.SAVE_HDR_TO_12_BIT = options.SAVE_HDR_TO_12_BIT, bits == 12
    made.save(path, quality=-1, chroma="444", **kinds)
    options.SAVE_HDR_TO_12_BIT = before
    return path


def jxl_file(path, samples, bits):
    require("pillow_jxl")
    path.write_bytes(imagecodecs.jpegxl_encode(samples, lossless=True, bitspersample=bits))
    return path


def ppm_file(path, samples, bits):
    height, width = samples.shape[:2]
    kind = b"P6" if samples.ndim == 3 else b"P5"
    head = b"%s\n# a comment\n%d %d\n%d\n" % (kind, width, height, (1 << bits) - 1)
    path.write_bytes(head + samples.astype(">u2").tobytes())
    return path


WRITERS = {"avif": avif_file, "heic": heic_file, "jxl": jxl_file, "ppm": ppm_file}
KINDS = [
    *(("avif", 10), ("avif", 12), ("heic", 10), ("heic", 12)),
    *(("jxl", 10), ("jxl", 12), ("jxl", 16), ("ppm", 10), ("ppm", 16)),
]


@pytest.mark.parametrize(("kind", "bits"), KINDS)
def test_colour_keeps_all_bits_and_agrees_with_pillow(tmp_path, kind, bits):
    path = WRITERS[kind](tmp_path / f"a.{kind}", steps(bits), bits)
    loaded, expected = load(path), expected_pixels(kind, steps(bits), bits)
    # HEIC is not lossless here, and a profile is applied to JPEG XL
    near = {"avif": 0.5, "heic": 2.5 * 65535 / (1 << bits), "jxl": 16, "ppm": 0.5}[kind]
    assert loaded.bits == 16 and loaded.alpha is None and loaded.notices == ()
    assert abs(loaded.pixels.astype(int) - expected).max() <= near
    assert len(np.unique(loaded.pixels[..., 0])) > (400 if kind == "heic" else 500)
    assert abs(loaded.pixels / 257 - pillow_pixels(path)).mean() < 1
    assert load(path).file_info.bits == bits


@pytest.mark.parametrize(("kind", "bits"), KINDS)
def test_gray_keeps_all_bits(tmp_path, kind, bits):
    gray = np.ascontiguousarray(steps(bits)[..., 0])
    path = WRITERS[kind](tmp_path / f"a.{kind}", gray, bits, **({"mode": "L;16"} if kind == "heic" else {}))
    loaded, expected = load(path), expected_pixels(kind, gray, bits)
    assert abs(loaded.pixels - expected[..., None]).max() <= (32 if kind == "jxl" else 0.5)
    assert load(path).file_info.bits == bits


@pytest.mark.parametrize(
    ("kind", "bits"), [("avif", 10), ("avif", 12), ("heic", 10), ("jxl", 12), ("jxl", 16)]
)
def test_alpha_keeps_all_bits(tmp_path, kind, bits):
    both = steps(bits, 4)
    path = WRITERS[kind](
        tmp_path / f"a.{kind}", both, bits, **({"mode": "RGBA;16"} if kind == "heic" else {})
    )
    loaded, expected = load(path), expected_pixels(kind, both[..., :3], bits)
    np.testing.assert_array_equal(loaded.alpha, bit_depth.scale_to_16_bits(both[..., 3], (1 << bits) - 1))
    assert abs(loaded.pixels - expected).max() <= (160 if kind == "heic" else 16)


def test_gray_with_alpha_in_jpeg_xl(tmp_path):
    both = np.ascontiguousarray(steps(16)[..., :2])
    loaded = load(jxl_file(tmp_path / "a.jxl", both, 16))
    np.testing.assert_array_equal(loaded.alpha, both[..., 1])
    assert abs(loaded.pixels - expected_pixels("jxl", both[..., :1], 16)).max() <= 32


def test_premultiplied_alpha_is_divided_out(tmp_path):
    colour = np.full((48, 600, 4), (512, 256, 128, 512), np.uint16)
    loaded = load(heic_file(tmp_path / "a.heic", colour, 10, mode="RGBa;16"))
    assert abs(loaded.pixels[20, 20].astype(int) - (65535, 32768, 16384)).max() <= 400
    require("pillow_jxl")
    (tmp_path / "a.jxl").write_bytes(b64decode(TINY_PREMULTIPLIED))
    loaded = load(tmp_path / "a.jxl")
    assert loaded.alpha[0].tolist() == [32896, 65535, 20046]
    assert abs(loaded.pixels[0].astype(int) - [[65535, 39843, 39843], TINY[0][1], [65535] * 3]).max() <= 16


def test_the_decoder_divides_premultiplied_alpha_out_of_an_avif(tmp_path):
    colour = np.full((32, 32, 4), (120, 60, 30, 120), np.uint8)
    PIL.Image.fromarray(colour).save(tmp_path / "a.avif", quality=100, alpha_premultiplied=True)
    with PIL.Image.open(tmp_path / "a.avif") as file:
        assert abs(np.asarray(file).astype(int) - avif.samples((tmp_path / "a.avif").read_bytes())).max() <= 1


def display_p3(colour):
    """Converts [0, 1] from Display P3 to sRGB."""
    light = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    matrix = [[1.2249, -0.2249, 0], [-0.0420, 1.0420, 0], [-0.0197, -0.0786, 1.0983]]
    light = np.clip(light @ np.transpose(matrix), 0, 1)
    return encoded_srgb(light)


@pytest.mark.parametrize("bits", [8, 10, 12])
def test_display_p3_by_code_numbers(tmp_path, bits):
    y, x = np.mgrid[:48, :600] / 600
    colour = np.stack([0.4 + x * 0.5, 0.5 + y * 0.3, 0.7 - x * 0.3], axis=-1)
    samples = np.rint(colour * ((1 << bits) - 1)).astype(np.uint8 if bits == 8 else np.uint16)
    path = avif_file(tmp_path / "a.avif", samples, bits, **P3)
    loaded, white = load(path), 255 if bits == 8 else 65535
    assert abs(loaded.pixels / white - display_p3(samples / ((1 << bits) - 1))).max() <= 1.5 / 255
    assert loaded.notices == () and load(path).file_info.profile == "Display P3"
    if bits > 8:
        assert len(np.unique(loaded.pixels[..., 0])) > 256


def test_display_p3_in_heic(tmp_path):
    kinds = {
        "color_primaries": 12,
        "transfer_characteristics": 13,
        "matrix_coefficients": 6,
        "full_range_flag": 1,
    }
    flat = np.full((48, 600, 3), (700, 500, 400), np.uint16)
    path = heic_file(tmp_path / "a.heic", flat, 10, **kinds)
    expected = display_p3(flat[20, 20] / 1023)
    assert abs(load(path).pixels[20, 20] / 65535 - expected).max() <= 1 / 255
    assert load(path).file_info.profile == "Display P3"


def test_display_p3_in_jpeg_xl(tmp_path):
    require("pillow_jxl")
    (tmp_path / "a.jxl").write_bytes(b64decode(TINY_P3))
    assert (
        abs(load(tmp_path / "a.jxl").pixels / 65535 - display_p3(np.array(TINY) / 65535)).max() <= 0.5 / 255
    )
    assert "P3" in load(tmp_path / "a.jxl").file_info.profile


@pytest.mark.parametrize(("transfer", "white"), [(cicp.PQ, 0.5807), (cicp.HLG, 0.75)])
def test_hdr_is_reported_and_compressed_to_the_range_of_a_screen(tmp_path, transfer, white):
    gray = np.repeat(np.linspace(0, 4095, 600).astype(np.uint16)[None, :, None], 48, axis=0).repeat(3, axis=2)
    gray[:8] = round(4095 * white)
    path = avif_file(tmp_path / "a.avif", gray, 12, primaries=9, transfer=transfer)
    loaded = load(path)
    (notice,) = loaded.notices
    assert str(notice).startswith(f"HDR ({cicp.HDR[transfer]}) compressed to the screen's range")
    assert load(path).file_info.profile == f"BT.2020 {cicp.HDR[transfer]}"
    # white paper gets three quarters of the screen's light; brighter values stay brighter, and black stays black
    assert abs(loaded.pixels[4, 4] / 65535 - 0.8808).max() < 0.01
    ramp = loaded.pixels[20].astype(int)
    assert ramp[0].max() == 0 and ramp[-1].min() > 62_000
    assert (np.diff(ramp, axis=0) >= 0).all() and abs(ramp - ramp[:, :1]).max() <= 64


def test_unknown_code_numbers_are_reported(tmp_path):
    loaded = load(avif_file(tmp_path / "a.avif", steps(10), 10, primaries=77, transfer=13))
    assert list(map(str, loaded.notices)) == ["unknown colour codes (77, 13) ignored"]
    np.testing.assert_array_equal(loaded.pixels, bit_depth.scale_to_16_bits(steps(10), 1023))


def test_a_rotated_avif_is_loaded_upright(tmp_path):
    whole = bytearray(avif_file(tmp_path / "a.avif", steps(10), 10).read_bytes())
    # Replace the bit depth, which the codec configuration repeats, by a rotation, which a reader must apply.
    at, table = whole.index(b"pixi"), whole.index(b"ipma") + 4 + 8 + 2
    whole[at : at + 5] = b"irot\x01"
    whole[table + 2] |= 0x80
    (tmp_path / "a.avif").write_bytes(whole)
    loaded = load(tmp_path / "a.avif")
    np.testing.assert_array_equal(loaded.pixels, np.rot90(bit_depth.scale_to_16_bits(steps(10), 1023)))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_deep_heic_is_rotated_once(tmp_path, orientation):
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    path = heic_file(tmp_path / "a.heic", steps(10), 10, exif=exif.tobytes())
    loaded = load(path)
    assert loaded.bits == 16
    with PIL.Image.open(path) as file:
        assert abs(loaded.pixels / 257 - np.asarray(file)).mean() < 1


def test_a_jpeg_xl_that_its_decoder_rotates_is_not_rotated_again(tmp_path):
    require("pillow_jxl")
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    stream, tags = b64decode(TINY_ROTATED), bytes(4) + exif.tobytes()[6:]
    parts = ((b"JXL ", b"\r\n\x87\n"), (b"ftyp", b"jxl \0\0\0\0jxl "), (b"Exif", tags), (b"jxlc", stream))
    (tmp_path / "a.jxl").write_bytes(b"".join((8 + len(d)).to_bytes(4, "big") + k + d for k, d in parts))
    assert jxl_head(tmp_path / "a.jxl").orientation == 6
    assert abs(load(tmp_path / "a.jxl").pixels.astype(int) - np.rot90(TINY, -1)).max() <= 16


@pytest.mark.parametrize(
    "shape", [(8, 8), (256, 256), (64, 128), (100, 100), (2000, 3000), (900, 1600), (3, 20_000)]
)
@pytest.mark.parametrize("bits", [8, 12, 16])
def test_the_head_of_a_jpeg_xl(tmp_path, shape, bits):
    plane = np.zeros((*shape, 3), np.uint8 if bits == 8 else np.uint16)
    kinds = {"lossless": bits != 8, "bitspersample": bits, "effort": 1}
    (tmp_path / "a.jxl").write_bytes(imagecodecs.jpegxl_encode(plane, usecontainer=bits == 16, **kinds))
    assert jxl_head(tmp_path / "a.jxl") == jxl_codestream.Head(
        shape[1], shape[0], bits, 1, False, False, coding=cicp.Coding(1, 8) if bits > 8 else None
    )


def test_floats_in_a_jpeg_xl(tmp_path):
    require("pillow_jxl")
    unit = np.repeat(np.linspace(0, 1, 600, dtype=np.float32)[None, :, None], 8, axis=0).repeat(3, axis=2)
    (tmp_path / "a.jxl").write_bytes(imagecodecs.jpegxl_encode(unit, lossless=True))
    loaded = load(tmp_path / "a.jxl")
    assert abs(loaded.pixels / 65535 - encoded_srgb(unit)).max() <= 1 / 255 and loaded.notices == ()
    (tmp_path / "a.jxl").write_bytes(imagecodecs.jpegxl_encode(unit * 2, lossless=True))
    loaded = load(tmp_path / "a.jxl")
    assert loaded.pixels[0, -1].min() > 65500
    (notice,) = loaded.notices
    assert str(notice) == "values from 0 to 2 scaled to black and white"


@pytest.mark.parametrize("white", [256, 1023, 65535])
@pytest.mark.parametrize("kind", ["P2", "P3", "P5", "P6"])
def test_every_kind_of_netpbm(tmp_path, kind, white):
    shape = (5, 7) if kind in ("P2", "P5") else (5, 7, 3)
    samples = np.random.default_rng(white).integers(0, white + 1, shape)
    plain = " ".join(map(str, samples.ravel())).replace(" ", " # more\n", 1).encode()
    body = plain if kind in ("P2", "P3") else samples.astype(">u2").tobytes()
    (tmp_path / "a.ppm").write_bytes(f"{kind} 7 5 {white}\n".encode() + body)
    loaded = load(tmp_path / "a.ppm")
    expected = np.rint(samples * (65535 / white))
    np.testing.assert_array_equal(loaded.pixels, np.broadcast_to(expected.reshape(5, 7, -1), (5, 7, 3)))
    assert loaded.bits == 16


@pytest.mark.parametrize("body", [b"", b"1 2 3", b"1 2 3 4 5 six"])
def test_a_plain_ppm_that_is_malformed(tmp_path, body):
    (tmp_path / "a.ppm").write_bytes(b"P3 2 1 1023\n" + body)
    with pytest.raises(ImageError, match=r"a\.ppm: is damaged or incomplete"):
        load(tmp_path / "a.ppm")


def test_blanks_alone_contain_no_sample(tmp_path):
    (tmp_path / "a.pgm").write_bytes(b"P2 1 1 1023\n  # nothing\n")
    with pytest.raises(ImageError, match=r"a\.pgm: is damaged or incomplete \(0 of 1 samples"):
        load(tmp_path / "a.pgm")


@pytest.mark.parametrize("kind", list(WRITERS))
def test_a_truncated_deep_file_is_refused_by_name(tmp_path, kind):
    path = WRITERS[kind](tmp_path / f"a.{kind}", steps(10), 10)
    whole = path.read_bytes()
    for kept in (len(whole) * 2 // 3, 300, 40):
        path.write_bytes(whole[:kept])
        with pytest.raises(ImageError, match=rf"a\.{kind}: .*; .*"):
            load(path)


@pytest.mark.parametrize("kind", list(WRITERS))
def test_a_damaged_deep_file_is_a_picture_or_a_typed_error(tmp_path, kind):
    path = WRITERS[kind](tmp_path / f"a.{kind}", steps(10), 10)
    whole, random = np.frombuffer(path.read_bytes(), np.uint8), np.random.default_rng(6)
    for _ in range(40):
        damaged = whole.copy()
        damaged[random.integers(0, 300, 4)] = random.integers(0, 256, 4)
        path.write_bytes(damaged.tobytes())
        try:
            assert load(path).pixels.size
        except ImageError as error:
            assert f"a.{kind}" in str(error)


def test_a_declared_gigapixel_is_refused_before_decoding(tmp_path):
    (tmp_path / "a.ppm").write_bytes(b"P6 15000 10000 65535\n")
    with pytest.raises(ImageError, match="more than 134 megapixels"):
        load(tmp_path / "a.ppm")
    # height 60,000 in 18 bits, square, defaults for all other fields
    head = 0 | 2 << 1 | 59_999 << 3 | 1 << 21 | 1 << 24
    (tmp_path / "a.jxl").write_bytes(jxl_codestream.CODESTREAM + head.to_bytes(8, "little"))
    with pytest.raises(ImageError, match="60000 x 60000 px, more than 268 megapixels"):
        load(tmp_path / "a.jxl")


@pytest.fixture
def emitted():
    return queue.Queue()


@pytest.fixture
def session(emitted):
    session = Session(emitted.put)
    yield session
    session.close()


def next_event(emitted, kind):
    """Waits for the next event of a kind."""
    while not isinstance(event := emitted.get(timeout=120), kind):
        pass
    return event


def test_events_of_a_session_have_all_bits_also_for_preloaded_pictures(session, emitted, tmp_path):
    first = ppm_file(tmp_path / "a.ppm", steps(12), 12)
    second = avif_file(tmp_path / "b.avif", steps(10), 10)
    for path, bits in ((first, 12), (second, 10)):
        session.open(path)
        assert next_event(emitted, events.PictureOpened).bits == 16
        source = next_event(emitted, events.PictureSource)
        np.testing.assert_array_equal(source.pixels, bit_depth.scale_to_16_bits(steps(bits), (1 << bits) - 1))
        assert len(np.unique(source.pixels[..., 0])) > 500
        assert source.file.bits == bits
        if path == first:
            session.preload((second,))
            assert next_event(emitted, events.Preloaded).path == second
