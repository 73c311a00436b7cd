"""ICC profiles of files: which of them can be used for a picture, and what they are called."""

from io import BytesIO

from PIL import ImageCms

from engine.base.messages import Message, message

PROFILE_LIMIT = 4 << 20
"""Bytes. No photo has a larger profile."""
CLASSES = ("scnr", "mntr", "prtr", "spac")
"""Kinds of profiles that describe pictures: of input, screen and output devices, and of colour spaces."""
MODES = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK", "Lab": "LAB"}
"""Pillow's modes, by ICC's names of the colour spaces."""


def mode_of(profile: ImageCms.ImageCmsProfile) -> str | None:
    """Returns Pillow's mode of the colours that a profile describes; None if Pillow has none."""
    return MODES.get(profile.profile.xcolor_space.strip())


def parsed(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    """Returns a profile as Little CMS reads it; None if it cannot."""
    try:
        return ImageCms.ImageCmsProfile(BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        return None


def is_usable(profile: bytes, mode: str, notices: list[Message]) -> bool:
    """Whether pictures in mode L, RGB, CMYK or LAB can be converted with a profile. Reports why not."""
    problem = _problem(profile, mode)
    if problem is not None:
        notices.append(problem)
    return problem is None


def _problem(profile: bytes, mode: str) -> Message | None:
    if len(profile) > PROFILE_LIMIT:
        return message("ICC profile larger than {most} MB ignored", most=PROFILE_LIMIT >> 20)
    source = parsed(profile)
    if source is None:
        return message("unreadable ICC profile ignored")
    kind, space = source.profile.device_class.strip(), source.profile.xcolor_space.strip()
    if kind not in CLASSES:
        return message("ICC profile of class {kind} ignored: it does not describe a picture", kind=kind)
    # Gray is a case of RGB, and some writers reduce a picture to gray but leave its profile.
    if mode_of(source) != mode and not (space == "RGB" and mode == "L"):
        return message("{space} ICC profile ignored in a picture of mode {mode}", space=space, mode=mode)
    return _conversion_problem(source)


def _conversion_problem(source: ImageCms.ImageCmsProfile) -> Message | None:
    """A profile with a sound head may lack the tables that a conversion needs."""
    try:
        ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            mode_of(source) or "",
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.NOOPTIMIZE,
        )
    except ImageCms.PyCMSError as error:
        return message("invalid ICC profile ignored ({why})", why=error)
    return None


def name(profile: bytes) -> str | None:
    """Returns the description in a profile; None without a readable one."""
    if len(profile) > PROFILE_LIMIT or (source := parsed(profile)) is None:
        return None
    try:
        return ImageCms.getProfileDescription(source).strip() or None
    except ImageCms.PyCMSError:
        return None
