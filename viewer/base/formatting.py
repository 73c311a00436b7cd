"""Numbers as people read them: scales, sizes, spans of time, in the language that is spoken. No widgets."""

from fractions import Fraction
from math import floor, gcd, log10

from PySide6.QtCore import QLocale

from viewer.base.language import tr

SIMPLE = 32
"""The largest number in a ratio of sides that is told as 3:2 and not as 1.50:1."""
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def zoom(scale: float) -> str:
    """42 %, 100 %, ×3.70, ×37.0, ×1,234, ×2.5·10⁹."""
    if scale <= 1:
        return f"{significant(scale * 100)} %"
    if scale < 999.5:
        return f"×{_digits(scale, 3)}"
    if scale < 999_999.5:
        return f"×{count(round(scale))}"
    power = floor(log10(scale))
    return f"×{decimal(scale / 10**power, 1)}·10{str(power).translate(SUPERSCRIPT)}"


def badge(scale: float, max_scale: float) -> str:
    """The zoom, and beyond what the model was trained for, that too."""
    if not beyond(scale, max_scale):
        return zoom(scale)
    return tr("{zoom}, trained to ×{scale}").format(zoom=zoom(scale), scale=significant(max_scale))


def factor(value: float) -> str:
    """×1/4, ×0.707, ×1, ×2: of what is set in steps of half octaves."""
    if value < 1 and (1 / value).is_integer():
        return f"×1/{1 / value:.0f}"
    return f"×{significant(value)}"


def beyond(scale: float, max_scale: float) -> bool:
    """Whether a model trained up to max_scale is asked for more; one of 1 or less was not trained to enlarge."""
    return 1 < max_scale < scale


def size(width: int, height: int) -> str:
    """640 × 480, with a thin space between thousands."""
    return f"{width:,} × {height:,}".replace(",", "\u202f")


def ratio(width: Fraction, height: Fraction) -> str:
    """Of sides: 4:3, or 1.85:1 where the numbers would be large."""
    common = width.denominator * height.denominator
    whole = gcd(int(width * common), int(height * common))
    across, down = int(width * common) // whole, int(height * common) // whole
    if max(across, down) <= SIMPLE:
        return f"{across}:{down}"
    return f"{decimal(across / down, 2)}:1" if across > down else f"1:{decimal(down / across, 2)}"


def megapixels(pixels: int) -> str:
    """0.31 MP, 24 MP, 2.4 GP."""
    return f"{_digits(pixels / 1e9, 2)} GP" if pixels >= 1e9 else f"{_digits(pixels / 1e6, 2)} MP"


def amount(size: float) -> str:
    """Bytes: 840 kB, 12 MB, 3.1 GB."""
    for unit in ("kB", "MB"):
        size /= 1000
        if size < 999.5:
            return f"{_digits(size, 2)} {unit}"
    return f"{_digits(size / 1000, 2)} GB"


def span(seconds: float) -> str:
    """12 s, 3 min, 2 h 5 min."""
    if seconds < 90:
        return tr("{seconds} s").format(seconds=round(max(seconds, 1)))
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{minutes} min").format(minutes=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def milliseconds(ms: float) -> str:
    """14 ms, 2.3 s."""
    if ms < 999.5:
        return tr("{milliseconds} ms").format(milliseconds=round(max(ms, 1)))
    return tr("{seconds} s").format(seconds=decimal(ms / 1000, 1))


def count(value: int) -> str:
    """1,234 in English."""
    return QLocale().toString(value)


def decimal(value: float, places: int) -> str:
    """With as many places after the point."""
    return QLocale().toString(float(value), "f", places)


def significant(value: float) -> str:
    """With three digits at most, none of them a 0 that ends it: 0.25, 4, 37.5."""
    return QLocale().toString(float(value), "g", 3)


def _digits(value: float, digits: int) -> str:
    """A positive value with so many digits, none of them cut off before the point."""
    places = digits - 1 - floor(log10(value)) if value > 0 else digits - 1
    return decimal(value, max(places, 0))
