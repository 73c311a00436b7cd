"""Formats numbers for people: scales, sizes, durations, in the current language. No widgets."""

from fractions import Fraction
from math import floor, gcd, log10

from PySide6.QtCore import QLocale

from engine.images.pages import Pages
from viewer.base.language import tr

SIMPLE = 32
"""Largest number in a ratio that is written as 3:2; beyond it the ratio is written as 1.50:1."""
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def zoom(scale: float) -> str:
    """A zoom factor: 42 %, 100 %, ×3.70, ×37.0, ×1,234, ×2.5·10⁹."""
    if scale <= 1:
        return f"{significant(scale * 100)} %"
    if scale < 999.5:
        return f"×{_digits(scale, 3)}"
    if scale < 999_999.5:
        return f"×{count(round(scale))}"
    power = floor(log10(scale))
    return f"×{decimal(scale / 10**power, 1)}·10{str(power).translate(SUPERSCRIPT)}"


def title(name: str, pages: Pages) -> str:
    """The name of a picture, and its page if its file has several: scan.tif (2/14)."""
    return name if pages.count == 1 else f"{name} ({pages.page + 1}/{pages.count})"


def badge(scale: float, max_scale: float) -> str:
    """The zoom; where it exceeds the scales that the model was trained for, the largest of those as well."""
    if not beyond(scale, max_scale):
        return zoom(scale)
    return tr("{zoom}, trained to ×{scale}").format(zoom=zoom(scale), scale=significant(max_scale))


def factor(value: float) -> str:
    """A factor that is set in steps of half octaves: ×1/4, ×0.707, ×1, ×2."""
    if value < 1 and (1 / value).is_integer():
        return f"×1/{1 / value:.0f}"
    return f"×{significant(value)}"


def beyond(scale: float, max_scale: float) -> bool:
    """Whether `scale` exceeds the training range. A max_scale of 1 or less: not trained to enlarge, always False."""
    return 1 < max_scale < scale


def size(width: int, height: int) -> str:
    """A size in px: 640 × 480, with a thin space between thousands."""
    return f"{width:,} × {height:,}".replace(",", "\u202f")


def ratio(width: Fraction, height: Fraction) -> str:
    """An aspect ratio: 4:3, or 1.85:1 where the numbers would be large."""
    common = width.denominator * height.denominator
    whole = gcd(int(width * common), int(height * common))
    across, down = int(width * common) // whole, int(height * common) // whole
    if max(across, down) <= SIMPLE:
        return f"{across}:{down}"
    return f"{decimal(across / down, 2)}:1" if across > down else f"1:{decimal(down / across, 2)}"


def megapixels(pixels: int) -> str:
    """A count of pixels: 0.31 MP, 24 MP, 2.4 GP."""
    return f"{_digits(pixels / 1e9, 2)} GP" if pixels >= 1e9 else f"{_digits(pixels / 1e6, 2)} MP"


def amount(size: float) -> str:
    """A count of bytes: 840 kB, 12 MB, 3.1 GB."""
    for unit in ("kB", "MB"):
        size /= 1000
        if size < 999.5:
            return f"{_digits(size, 2)} {unit}"
    return f"{_digits(size / 1000, 2)} GB"


def span(seconds: float) -> str:
    """A duration: 12 s, 3 min, 2 h 5 min."""
    if seconds < 90:
        return tr("{seconds} s").format(seconds=round(max(seconds, 1)))
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{minutes} min").format(minutes=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def milliseconds(ms: float) -> str:
    """A duration in ms: 14 ms, 2.3 s."""
    if ms < 999.5:
        return tr("{milliseconds} ms").format(milliseconds=round(max(ms, 1)))
    return tr("{seconds} s").format(seconds=decimal(ms / 1000, 1))


def count(value: int) -> str:
    """An integer with separators: 1,234 in English."""
    return QLocale().toString(value)


def decimal(value: float, places: int) -> str:
    """A number with `places` digits after the point."""
    return QLocale().toString(float(value), "f", places)


def significant(value: float) -> str:
    """A number with at most three significant digits and no trailing zeros: 0.25, 4, 37.5."""
    return QLocale().toString(float(value), "g", 3)


def _digits(value: float, digits: int) -> str:
    """A positive value with `digits` significant digits; digits before the point are never dropped."""
    places = digits - 1 - floor(log10(value)) if value > 0 else digits - 1
    return decimal(value, max(places, 0))
