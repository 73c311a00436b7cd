"""Numbers as people read them: scales, sizes, spans of time. No Qt."""

from math import floor, log10

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def zoom(scale: float) -> str:
    """42 %, 100 %, ×3.70, ×37.0, ×1,234, ×2.5·10⁹."""
    if scale <= 1:
        return f"{scale * 100:.3g} %"
    if scale < 999.5:
        return f"×{_digits(scale, 3)}"
    if scale < 999_999.5:
        return f"×{scale:,.0f}"
    power = floor(log10(scale))
    return f"×{scale / 10**power:.1f}·10{str(power).translate(SUPERSCRIPT)}"


def badge(scale: float, max_scale: float) -> str:
    """The zoom, and beyond what the model was trained for, that too."""
    return f"{zoom(scale)}, trained to ×{max_scale:g}" if beyond(scale, max_scale) else zoom(scale)


def factor(value: float) -> str:
    """×1/4, ×0.707, ×1, ×2: of what is set in steps of half octaves."""
    if value < 1 and (1 / value).is_integer():
        return f"×1/{1 / value:.0f}"
    return f"×{value:.3g}"


def beyond(scale: float, max_scale: float) -> bool:
    """Whether a model trained up to max_scale is asked for more; one of 1 or less was not trained to enlarge."""
    return 1 < max_scale < scale


def size(width: int, height: int) -> str:
    """640 × 480, with a thin space between thousands."""
    return f"{width:,} × {height:,}".replace(",", "\u202f")


def megapixels(pixels: int) -> str:
    """0.31 MP, 24 MP, 2.4 GP."""
    return f"{_digits(pixels / 1e9, 2)} GP" if pixels >= 1e9 else f"{_digits(pixels / 1e6, 2)} MP"


def amount(count: float) -> str:
    """Bytes: 840 kB, 12 MB, 3.1 GB."""
    for unit in ("kB", "MB"):
        count /= 1000
        if count < 999.5:
            return f"{_digits(count, 2)} {unit}"
    return f"{_digits(count / 1000, 2)} GB"


def span(seconds: float) -> str:
    """12 s, 3 min, 2 h 5 min."""
    if seconds < 90:
        return f"{max(seconds, 1):.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def milliseconds(ms: float) -> str:
    """14 ms, 2.3 s."""
    return f"{max(ms, 1):.0f} ms" if ms < 999.5 else f"{ms / 1000:.1f} s"


def _digits(value: float, count: int) -> str:
    """A positive value with `count` digits, none of them cut off before the point."""
    places = count - 1 - floor(log10(value)) if value > 0 else count - 1
    return f"{value:.{max(places, 0)}f}"
