"""Conversion to sRGB from the colour space of a file, given by its ICC profile."""

from collections.abc import Callable
from functools import partial
from io import BytesIO

import imagecodecs
import numpy as np
import PIL.Image
from PIL import ImageCms

from engine.base.messages import Message, message
from engine.images.bit_depth import DeepPixels

PROFILE_LIMIT = 4 << 20
"""Bytes. No photo has a larger profile."""

MODES = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK", "Lab": "LAB"}
"""Pillow's modes, by ICC's names of the colour spaces."""


def srgb_converter(
    mode: str, profile: bytes | None, notices: list[Message]
) -> Callable[[PIL.Image.Image], PIL.Image.Image]:
    """Returns a function that converts pictures in mode L, RGB, CMYK or LAB to RGB in sRGB.

    Without a profile, gray and RGB are taken for sRGB, and CMYK for plain inks. A profile that cannot be used is
    ignored and reported in `notices`.
    """
    source = _usable_profile(mode, profile, notices) if profile else None
    if source is None:
        if mode != "LAB":
            return without_profile
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    profile_mode = MODES[source.profile.xcolor_space.strip()]
    try:
        transform = ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            profile_mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError as error:
        notices.append(message("invalid ICC profile ignored ({why})", why=error))
        return without_profile
    return partial(_transformed, transform, profile_mode)


def deep_srgb_converter(
    channels: int, profile: bytes | None, notices: list[Message]
) -> Callable[[DeepPixels], DeepPixels]:
    """`srgb_converter` at 16 bits: from gray, RGB or CMYK, (H, W, 1, 3 or 4), to (H, W, 3)."""
    mode = {1: "L", 3: "RGB", 4: "CMYK"}[channels]
    source = _usable_profile(mode, profile, notices) if profile else None
    if source is None or profile is None:
        return _deep_without_profile
    # a gray picture with an RGB profile is converted as RGB
    as_rgb = mode == "L" and MODES[source.profile.xcolor_space.strip()] == "RGB"
    convert = partial(_deep_transformed, profile, as_rgb)
    try:
        convert(np.zeros((1, 1, channels), np.uint16))
    except imagecodecs.CmsError as error:
        notices.append(message("invalid ICC profile ignored ({why})", why=error))
        return _deep_without_profile
    return convert


def _transformed(
    transform: ImageCms.ImageCmsTransform, mode: str, picture: PIL.Image.Image
) -> PIL.Image.Image:
    converted = ImageCms.applyTransform(picture.convert(mode), transform)
    assert converted is not None  # a conversion in place returns None
    return converted


def _deep_transformed(profile: bytes, as_rgb: bool, samples: DeepPixels) -> DeepPixels:
    if as_rgb:
        samples = np.repeat(samples, 3, axis=2)
    converted: DeepPixels = imagecodecs.cms_transform(
        np.ascontiguousarray(samples if samples.shape[2] > 1 else samples[..., 0]),
        profile,
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        colorspace={1: "gray", 3: "rgb", 4: "cmyk"}[samples.shape[2]],
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
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        colorspace="lab",
        outcolorspace="rgb",
        intent=imagecodecs.CMS.INTENT.RELATIVE_COLORIMETRIC,
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


def _usable_profile(mode: str, profile: bytes, notices: list[Message]) -> ImageCms.ImageCmsProfile | None:
    """Returns the parsed profile if it fits a picture of that Pillow mode; else reports why not."""
    if len(profile) > PROFILE_LIMIT:
        notices.append(message("ICC profile larger than {most} MB ignored", most=PROFILE_LIMIT >> 20))
        return None
    try:
        parsed = ImageCms.ImageCmsProfile(BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        notices.append(message("unreadable ICC profile ignored"))
        return None
    space = parsed.profile.xcolor_space.strip()
    profile_mode = MODES.get(space)
    # Gray is a case of RGB, and some writers reduce a picture to gray but leave its profile.
    if profile_mode == mode or (profile_mode == "RGB" and mode == "L"):
        return parsed
    notices.append(message("{space} ICC profile ignored in a picture of mode {mode}", space=space, mode=mode))
    return None
