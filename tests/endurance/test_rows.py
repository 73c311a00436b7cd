"""The rows of the table of faults, with the counts of continuous integration (long: python -m tests.endurance)."""

import sys

import pytest

from tests.endurance import rows
from tests.endurance.workers import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and memory are read from /proc")

SEED = 1


@pytest.mark.parametrize("row", rows.every(), ids=lambda row: row.name)
@pytest.mark.all_cases
def test_every_promise_is_kept(row):
    figures = run(row, SEED, row.ci)
    print(figures.table_line())
    assert figures.count == row.ci
