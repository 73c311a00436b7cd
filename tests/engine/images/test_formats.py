"""Every drawn file opens as what was drawn."""

from importlib.util import find_spec

import pytest

from tests import formats_matrix
from tests.engine.images.drawn.all_cases import cases
from tests.engine.images.drawn.outcome import outcome


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.label)
def test_a_drawn_file_opens_as_what_was_drawn(case):
    if not _installed(case):
        pytest.skip(f"{case.needs} is not installed")
    assert outcome(case).suits(case), outcome(case)


def _installed(case):
    return not case.needs or find_spec(case.needs) is not None


@pytest.mark.skipif(not all(map(_installed, cases())), reason="an optional package is not installed")
def test_the_stored_table_of_formats_is_the_outcome():
    assert formats_matrix.FILE.read_text(encoding="utf-8") == formats_matrix.text()
