"""How a photograph was taken, from its EXIF, as names and values for the inspector. Pure functions."""

from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction

from engine.base.messages import mark
from viewer.base import formatting
from viewer.base.language import tr

CAMERA, LENS, EXPOSURE, TAKEN, PLACE = (
    mark("Camera"),
    mark("Optics"),
    mark("Exposure"),
    mark("Taken"),
    mark("Place"),
)
NAMES = {
    CAMERA: mark("Make and model"),
    LENS: mark("Lens, as the camera names it"),
    EXPOSURE: mark("Exposure time, aperture, sensitivity, focal length"),
    TAKEN: mark("Date and time of the exposure, by the clock of the camera"),
    PLACE: mark("Latitude and longitude in degrees, and height above the sea"),
}
"""Names of the lines, each with its tool tip."""
LONG_EXPOSURE = Fraction(3, 10)
"""Seconds from which an exposure time is written as a decimal number."""
DEGREE_PARTS = (1, 60, 3600)

Tags = Mapping[str, str]
"""Values of EXIF by the names of the tags, as engine/images/readable_tags.py returns them."""


def lines(tags: Tags) -> list[tuple[str, str]]:
    """Returns the lines that the tags have values for."""
    values = (
        (CAMERA, _camera(tags)),
        (LENS, tags.get("LensModel", "")),
        (EXPOSURE, _exposure(tags)),
        (TAKEN, _taken(tags)),
        (PLACE, _place(tags)),
    )
    return [(name, value) for name, value in values if value]


def _camera(tags: Tags) -> str:
    """Returns make and model; most models begin with their make."""
    make, model = tags.get("Make", "").strip(), tags.get("Model", "").strip()
    brand = make.partition(" ")[0]
    return model if brand and model.lower().startswith(brand.lower()) else f"{make} {model}".strip()


def _exposure(tags: Tags) -> str:
    parts = []
    if time := _number(tags.get("ExposureTime")):
        short = f"1/{round(1 / time)}" if time < LONG_EXPOSURE else formatting.significant(float(time))
        parts.append(tr("{time} s").format(time=short))
    if aperture := _number(tags.get("FNumber")):
        parts.append(f"f/{float(aperture):.3g}")
    if speed := _number(tags.get("ISOSpeedRatings") or tags.get("PhotographicSensitivity")):
        parts.append(f"ISO {float(speed):.0f}")
    if focal := _number(tags.get("FocalLength")):
        parts.append(_focal_length(focal, _number(tags.get("FocalLengthIn35mmFilm"))))
    return ", ".join(parts)


def _focal_length(focal: Fraction, full_frame: Fraction | None) -> str:
    length = tr("{length} mm").format(length=f"{float(focal):.4g}")
    if full_frame is None or round(full_frame) == round(focal):
        return length
    return tr("{length} (like {full_frame} mm)").format(length=length, full_frame=f"{float(full_frame):.0f}")


def _taken(tags: Tags) -> str:
    """Returns date and time; EXIF separates the numbers of a date by colons."""
    taken = tags.get("DateTimeOriginal") or tags.get("DateTimeDigitized") or tags.get("DateTime") or ""
    date, _, time = taken.partition(" ")
    offset = tags.get("OffsetTimeOriginal", "")
    return f"{date.replace(':', '-')} {time} {offset}".strip() if date.strip(" :") else ""


def _place(tags: Tags) -> str:
    latitude = _degrees(tags.get("GPSLatitude"), tags.get("GPSLatitudeRef") == "S")
    longitude = _degrees(tags.get("GPSLongitude"), tags.get("GPSLongitudeRef") == "W")
    if latitude is None or longitude is None:
        return ""
    height = _number(tags.get("GPSAltitude"))
    place = f"{latitude:.6f}, {longitude:.6f}"
    if height is None:
        return place
    below = tags.get("GPSAltitudeRef") == "1"
    return tr("{place}, {height} m").format(place=place, height=round(float(-height if below else height)))


def _degrees(text: str | None, negative: bool) -> float | None:
    """Returns degrees from degrees, minutes and seconds."""
    parts = [_number(part) for part in (text or "").split(", ")]
    if len(parts) > len(DEGREE_PARTS) or any(part is None for part in parts):
        return None
    found = sum((part or 0) / size for part, size in zip(parts, DEGREE_PARTS, strict=False))
    return float(-found if negative else found)


def _number(text: str | None) -> Fraction | None:
    """Returns the first number of a tag; None if there is none above or equal to 0."""
    with suppress(ValueError, ZeroDivisionError):
        number = Fraction((text or "").partition(",")[0].strip())
        return number if number >= 0 else None
    return None
