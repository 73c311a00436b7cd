"""Colour as the file means it -> sRGB, by the ICC profile that came with it."""

from io import BytesIO

import PIL.Image
from PIL import ImageCms

PROFILE_LIMIT = 4 << 20
"""Bytes of a profile beyond which it is no profile anyone made for a photo."""

MODES = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK", "Lab": "LAB"}
"""ICC's names of the colour spaces that Pillow can hold."""


def to_srgb(picture: PIL.Image.Image, profile: bytes | None, notices: list[str]) -> PIL.Image.Image:
    """A picture in mode L, RGB, CMYK or LAB -> RGB in sRGB.

    Without a profile gray and RGB are taken for sRGB, and CMYK for plain inks. A profile that cannot be used
    is left out, and `notices` says so.
    """
    source = _source(picture, profile, notices) if profile else None
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
        notices.append(f"unusable ICC profile ignored ({error})")
        return picture.convert("RGB")
    converted = ImageCms.applyTransform(picture.convert(mode), transform)
    assert converted is not None  # None is what a conversion in place returns
    return converted


def _source(picture: PIL.Image.Image, profile: bytes, notices: list[str]) -> ImageCms.ImageCmsProfile | None:
    if len(profile) > PROFILE_LIMIT:
        notices.append(f"ICC profile larger than {PROFILE_LIMIT >> 20} MB ignored")
        return None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        notices.append("unreadable ICC profile ignored")
        return None
    space = source.profile.xcolor_space.strip()
    mode = MODES.get(space)
    # Gray is a case of RGB, and some writers reduce a picture to gray but leave its profile.
    if mode == picture.mode or (mode == "RGB" and picture.mode == "L"):
        return source
    notices.append(f"ICC profile for {space} in a picture of {picture.mode} ignored")
    return None
