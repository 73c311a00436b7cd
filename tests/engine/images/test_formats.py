"""Every drawn file opens as what was drawn."""

from importlib.util import find_spec

import pytest

from engine.images.image import load
from tests.engine.images.drawn.all_cases import cases, difference

LATER = {
    *("PNG gray with a hole", "PNG gray of 16 bits with a hole", "PNG cICP of Display P3"),
    *("PNG gAMA of linear samples", "JPEG 12 bits", "JPEG gain map (UltraHDR)", "BMP alpha 0 everywhere"),
    *("BMP profile", "TIFF RGB, PNG", "TIFF RGB, WebP", "TIFF RGB, JPEG 2000", "TIFF RGB, JPEG XL"),
    *("TIFF RGB, LERC", "TIFF gray of 10 bits", "TIFF gray of 12 bits", "TIFF gray of 14 bits"),
    *("TIFF gray of 32 bits", "TIFF floats of 16 bits", "TIFF floats of 64 bits", "TIFF RGB of floats"),
    *("TIFF gray with alpha of 16 bits", "QOI linear", "PSD Lab of 16 bits", "DDS BC6"),
}
"""Labels of files that do not open right yet."""
LATER_KINDS = ("EXR ", "HDR ", "PSD 32 bits")
"""Beginnings of such labels: linear light."""


def parameters():
    for case in cases():
        later = case.label in LATER or case.label.startswith(LATER_KINDS)
        marks = [pytest.mark.xfail(reason="not yet")] if later else []
        yield pytest.param(case, id=case.label, marks=marks)


@pytest.mark.parametrize("case", list(parameters()))
def test_a_drawn_file_opens_as_what_was_drawn(tmp_path, case):
    if case.needs and not find_spec(case.needs):
        pytest.skip(f"{case.needs} is not installed")
    path = tmp_path / "drawn.bin"
    path.write_bytes(case.draw())
    image = load(path)
    assert difference(image.pixels, image.alpha, case.right) <= case.tolerance
    assert case.notice in " | ".join(map(str, image.notices))
