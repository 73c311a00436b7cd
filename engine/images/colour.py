"""Conversion to sRGB from the colour space of a file, given by its ICC profile."""

from collections.abc import Callable
from functools import partial

import imagecodecs
import numpy as np
import PIL.Image
from PIL import ImageCms

from engine.images.bit_depth import DeepPixels
from engine.images.exact_conversion import gray_converter, matrix_converter, srgb
from engine.images.icc_profile import mode_of, parsed


def srgb_converter(mode: str, profile: bytes | None) -> Callable[[PIL.Image.Image], PIL.Image.Image]:
    """Returns a function that converts pictures in mode L, RGB, CMYK or LAB to RGB in sRGB.

    profile: one that `colour_signals.decide` chose for that mode. Without one, gray and RGB are taken for sRGB, and
    CMYK for plain inks.
    """
    source = parsed(profile) if profile else None
    if source is None:
        if mode != "LAB":
            return without_profile
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    profile_mode = mode_of(source) or mode
    transform = ImageCms.buildTransform(
        source,
        ImageCms.createProfile("sRGB"),
        profile_mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return partial(_transformed, transform, profile_mode)


def deep_srgb_converter(channels: int, profile: bytes | None) -> Callable[[DeepPixels], DeepPixels]:
    """`srgb_converter` at 16 bits: from gray, RGB or CMYK, (H, W, 1, 3 or 4), to (H, W, 3)."""
    source = parsed(profile) if profile else None
    if source is None or profile is None:
        return _deep_without_profile
    if channels == 1:  # a gray picture may have an RGB profile
        return gray_converter(profile, 3 if mode_of(source) == "RGB" else 1)
    return matrix_converter(source, profile) or partial(_deep_transformed, profile)


def _transformed(
    transform: ImageCms.ImageCmsTransform, mode: str, picture: PIL.Image.Image
) -> PIL.Image.Image:
    converted = ImageCms.applyTransform(picture.convert(mode), transform)
    assert converted is not None  # a conversion in place returns None
    return converted


def _deep_transformed(profile: bytes, samples: DeepPixels) -> DeepPixels:
    converted: DeepPixels = imagecodecs.cms_transform(
        np.ascontiguousarray(samples),
        profile,
        srgb(),
        colorspace={3: "rgb", 4: "cmyk"}[samples.shape[2]],
        outcolorspace="rgb",
        intent=imagecodecs.CMS.INTENT.RELATIVE_COLORIMETRIC,
        flags=imagecodecs.CMS.FLAGS.BLACKPOINTCOMPENSATION,
    )
    return converted


def deep_lab_to_srgb(samples: DeepPixels) -> DeepPixels:
    """Converts Lab (D50), (H, W, 3) with zero of a and b at 128 * 257, to sRGB."""
    converted: DeepPixels = imagecodecs.cms_transform(
        np.ascontiguousarray(samples),
        ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(),
        srgb(),
        colorspace="lab",
        outcolorspace="rgb",
        intent=imagecodecs.CMS.INTENT.RELATIVE_COLORIMETRIC,
        flags=imagecodecs.CMS.FLAGS.NOOPTIMIZE,
    )
    return converted


def without_profile(picture: PIL.Image.Image) -> PIL.Image.Image:
    """Converts gray (as sRGB) and CMYK (as plain inks) to RGB; returns RGB as it is."""
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _deep_without_profile(samples: DeepPixels) -> DeepPixels:
    """Converts gray (as sRGB), RGB (as sRGB) or CMYK (as plain inks) to (H, W, 3)."""
    match samples.shape[2]:
        case 1:
            return np.broadcast_to(samples, (*samples.shape[:2], 3))
        case 4:
            light = (65535 - samples).astype(np.uint32)
            return ((light[..., :3] * light[..., 3:] + 32767) // 65535).astype(np.uint16)
    return samples
