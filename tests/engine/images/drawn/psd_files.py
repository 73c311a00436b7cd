"""Drawn files: PSD and PSB."""

import struct
import zlib

import imagecodecs
import numpy as np

from tests.engine.image_files import swapped_profile
from tests.engine.images.drawn.case import (
    HEIGHT,
    WIDTH,
    Case,
    alpha,
    as_rgb,
    deep,
    deep_gray,
    gray,
    plain,
    shown_light,
)
from tests.engine.images.drawn.writing import bits_of, palette_picture


def resource(number, data):
    return struct.pack(">4sHHI", b"8BIM", number, 0, len(data)) + data + b"\0" * (len(data) & 1)


def psd(planes, mode, bits, packing=0, version=1, resources=b"", palette=b"", transparent=False):
    """planes: (channels, H, W) of the type of `bits`, or (channels, H, bytes of a row) for 1 bit."""
    head = struct.pack(">4sH6xHIIHH", b"8BPS", version, len(planes), HEIGHT, WIDTH, bits, mode)
    head += struct.pack(">I", len(palette)) + palette + struct.pack(">I", len(resources)) + resources
    size = ">Q" if version == 2 else ">I"
    layers = struct.pack(size, 16) + struct.pack(">h", -1) + bytes(14) if transparent else b""
    head += struct.pack(size, len(layers)) + layers + struct.pack(">H", packing)
    rows = planes.astype(planes.dtype.newbyteorder(">"))
    if packing == 0:
        return head + rows.tobytes()
    if packing == 1:
        packed = [imagecodecs.packbits_encode(row.tobytes()) for plane in rows for row in plane]
        return (
            head
            + np.array([len(row) for row in packed], ">u4" if version == 2 else ">u2").tobytes()
            + b"".join(packed)
        )
    return head + zlib.compress(differences(rows) if packing == 3 else rows.tobytes())


def differences(rows):
    """Returns the rows as differences of neighbours, in the order of Photoshop."""
    if rows.itemsize < 4:
        native = rows.astype(rows.dtype.newbyteorder("="))
        steps = np.diff(native, axis=2, prepend=native.dtype.type(0))
        return steps.astype(rows.dtype).tobytes()
    split = (
        np.ascontiguousarray(rows)
        .view(np.uint8)
        .reshape(*rows.shape, 4)
        .swapaxes(2, 3)
        .reshape(*rows.shape[:2], -1)
    )
    return np.diff(split, axis=2, prepend=np.uint8(0)).tobytes()


def planes_of(samples):
    return np.moveaxis(samples if samples.ndim == 3 else samples[..., None], 2, 0)


def psd_cases():
    storages = {0: "plain", 1: "run lengths", 2: "deflate", 3: "deflate with differences"}
    for packing, storage in storages.items():
        for bits, samples in ((8, plain()), (16, deep())):
            yield Case(
                "PSD",
                f"{bits} bits, {storage}",
                {"bits": str(bits), "model": "RGB", "storage": storage},
                lambda samples=samples, bits=bits, packing=packing: psd(planes_of(samples), 3, bits, packing),
                samples,
            )
        light = (deep() / 65535).astype(np.float32)
        yield Case(
            "PSD",
            f"32 bits, {storage}",
            {"bits": "float 32", "model": "RGB", "storage": storage},
            lambda light=light, packing=packing: psd(planes_of(light), 3, 32, packing),
            shown_light(light),
            tolerance=0.1,
        )
    facts = {"bits": "8", "model": "RGB"}
    yield Case(
        "PSB",
        "run lengths",
        facts | {"storage": "run lengths"},
        lambda: psd(planes_of(plain()), 3, 8, 1, 2),
        plain(),
    )
    yield Case(
        "PSB",
        "16 bits, plain",
        facts | {"bits": "16", "storage": "plain"},
        lambda: psd(planes_of(deep()), 3, 16, 0, 2),
        deep(),
    )
    yield Case("PSD", "gray", facts | {"model": "gray"}, lambda: psd(planes_of(gray()), 1, 8), as_rgb(gray()))
    yield Case(
        "PSD",
        "gray of 16 bits",
        {"bits": "16", "model": "gray"},
        lambda: psd(planes_of(deep_gray()), 1, 16),
        as_rgb(deep_gray()),
    )
    two = bits_of(gray())
    yield Case(
        "PSD",
        "bitmap",
        {"bits": "1", "model": "gray"},
        lambda: psd(np.packbits(1 - two, axis=1)[None], 0, 1),
        as_rgb(two * np.uint8(255)),
    )
    picture, painted = palette_picture(plain())
    table = np.array(picture.getpalette(), np.uint8)
    table = np.concatenate([table, np.zeros(768 - len(table), np.uint8)]).reshape(256, 3).T.tobytes()
    yield Case(
        "PSD",
        "indexed",
        facts | {"model": "palette"},
        lambda: psd(planes_of(np.asarray(picture)), 2, 8, palette=table),
        painted,
    )
    inks = np.dstack([255 - plain(), np.zeros((HEIGHT, WIDTH), np.uint8)])
    yield Case("PSD", "CMYK", facts | {"model": "CMYK"}, lambda: psd(planes_of(255 - inks), 4, 8), plain())
    deep_inks = np.dstack([65535 - deep(), np.zeros((HEIGHT, WIDTH), np.uint16)])
    yield Case(
        "PSD",
        "CMYK of 16 bits",
        {"bits": "16", "model": "CMYK"},
        lambda: psd(planes_of(65535 - deep_inks), 4, 16),
        deep(),
    )
    neutral = np.dstack([gray(), *[np.full((HEIGHT, WIDTH), 128, np.uint8)] * 2])
    yield Case(
        "PSD",
        "Lab",
        facts | {"model": "Lab"},
        lambda: psd(planes_of(neutral), 9, 8),
        gray_of_lightness(gray() / 255),
        tolerance=2,
    )
    deep_neutral = np.dstack([deep_gray(), *[np.full((HEIGHT, WIDTH), 32768, np.uint16)] * 2])
    yield Case(
        "PSD",
        "Lab of 16 bits",
        {"bits": "16", "model": "Lab"},
        lambda: psd(planes_of(deep_neutral), 9, 16),
        gray_of_lightness(deep_gray() / 65535),
        tolerance=2,
    )
    part = alpha().astype(np.float64)[..., None] / 255
    mixed = np.rint(plain() * part + 255 * (1 - part)).astype(np.uint8)
    yield Case(
        "PSD",
        "transparency",
        facts | {"alpha": "straight"},
        lambda: psd(planes_of(np.dstack([mixed, alpha()])), 3, 8, transparent=True),
        as_rgb(plain(), alpha()),
        tolerance=3,
    )
    yield Case(
        "PSD",
        "a mask that is no transparency",
        facts,
        lambda: psd(planes_of(np.dstack([plain(), alpha()])), 3, 8),
        plain(),
    )
    profile = resource(1039, swapped_profile())
    yield Case(
        "PSD",
        "profile",
        facts | {"signals": "ICC"},
        lambda: psd(planes_of(plain()), 3, 8, resources=profile),
        plain()[..., [1, 0, 2]],
        tolerance=1,
    )


def gray_of_lightness(lightness):
    """Returns CIE L in [0, 1] as gray of 16 bits."""
    root = (lightness * 100 + 16) / 116
    return as_rgb(shown_light(np.where(lightness * 100 > 8, root**3, lightness * 100 / 903.3)))
