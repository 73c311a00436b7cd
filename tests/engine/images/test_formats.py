"""Every drawn file opens as what was drawn."""

from importlib.util import find_spec

import pytest

from tests import formats_matrix
from tests.engine.images.drawn.all_cases import cases
from tests.engine.images.drawn.outcome import outcome

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
def test_a_drawn_file_opens_as_what_was_drawn(case):
    if not _installed(case):
        pytest.skip(f"{case.needs} is not installed")
    assert outcome(case).suits(case), outcome(case)


def _installed(case):
    return not case.needs or find_spec(case.needs) is not None


@pytest.mark.skipif(not all(map(_installed, cases())), reason="an optional package is not installed")
def test_the_stored_table_of_formats_is_the_outcome():
    assert formats_matrix.FILE.read_text(encoding="utf-8") == formats_matrix.text()
