"""Colour as the file means it -> sRGB, by the ICC profile that came with it."""

from io import BytesIO

import imagecodecs
import numpy as np
import PIL.Image
from numpy.typing import NDArray
from PIL import ImageCms

from engine.base.messages import Message, message

PROFILE_LIMIT = 4 << 20
"""Bytes of a profile beyond which it is no profile anyone made for a photo."""

MODES = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK", "Lab": "LAB"}
"""ICC's names of the colour spaces that Pillow can hold."""

Deep = NDArray[np.uint16]


def to_srgb(picture: PIL.Image.Image, profile: bytes | None, notices: list[Message]) -> PIL.Image.Image:
    """A picture in mode L, RGB, CMYK or LAB -> RGB in sRGB.

    Without a profile gray and RGB are taken for sRGB, and CMYK for plain inks. A profile that cannot be used
    is left out, and `notices` says so.
    """
    source = _source(picture.mode, profile, notices) if profile else None
    if source is None:
        if picture.mode != "LAB":
            return picture.convert("RGB")
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    mode = MODES[source.profile.xcolor_space.strip()]
    try:
        transform = ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError as error:
        notices.append(message("unusable ICC profile ignored ({why})", why=error))
        return picture.convert("RGB")
    converted = ImageCms.applyTransform(picture.convert(mode), transform)
    assert converted is not None  # None is what a conversion in place returns
    return converted


def deep_to_srgb(samples: Deep, profile: bytes | None, notices: list[Message]) -> Deep:
    """`to_srgb` at 16 bits: (H, W, 1, 3 or 4), gray, RGB or CMYK -> (H, W, 3), contiguous."""
    mode = {1: "L", 3: "RGB", 4: "CMYK"}[samples.shape[2]]
    source = _source(mode, profile, notices) if profile else None
    if source is None or profile is None:
        return _plain(samples)
    if mode == "L" and MODES[source.profile.xcolor_space.strip()] == "RGB":
        samples = np.repeat(samples, 3, axis=2)
    try:
        converted: Deep = imagecodecs.cms_transform(
            np.ascontiguousarray(samples if samples.shape[2] > 1 else samples[..., 0]),
            profile,
            ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
            colorspace={1: "gray", 3: "rgb", 4: "cmyk"}[samples.shape[2]],
            outcolorspace="rgb",
            intent=imagecodecs.CMS.INTENT.RELATIVE_COLORIMETRIC,
            flags=imagecodecs.CMS.FLAGS.BLACKPOINTCOMPENSATION,
        )
    except imagecodecs.CmsError as error:
        notices.append(message("unusable ICC profile ignored ({why})", why=error))
        return _plain(samples)
    return converted


def _plain(samples: Deep) -> Deep:
    """Without a profile."""
    match samples.shape[2]:
        case 1:
            return np.repeat(samples, 3, axis=2)
        case 4:
            light = (65535 - samples).astype(np.uint32)
            return ((light[..., :3] * light[..., 3:] + 32767) // 65535).astype(np.uint16)
    return np.ascontiguousarray(samples)


def _source(picture: str, profile: bytes, notices: list[Message]) -> ImageCms.ImageCmsProfile | None:
    """The profile, if it is one for a picture of that mode."""
    if len(profile) > PROFILE_LIMIT:
        notices.append(message("ICC profile larger than {most} MB ignored", most=PROFILE_LIMIT >> 20))
        return None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        notices.append(message("unreadable ICC profile ignored"))
        return None
    space = source.profile.xcolor_space.strip()
    mode = MODES.get(space)
    # Gray is a case of RGB, and some writers reduce a picture to gray but leave its profile.
    if mode == picture or (mode == "RGB" and picture == "L"):
        return source
    notices.append(
        message("ICC profile for {space} in a picture of {mode} ignored", space=space, mode=picture)
    )
    return None
