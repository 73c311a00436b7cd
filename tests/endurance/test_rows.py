"""The rows of the table of faults, with the counts of continuous integration (long: python -m tests.endurance)."""

import sys

import pytest

from tests.endurance import rows
from tests.endurance.workers import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and memory are read from /proc")

SEED = 1
LONG = ("gui-monkey", "orphans", "quits")
"""Rows that start many whole applications."""
CASES = [
    pytest.param(row, id=row.name, marks=[pytest.mark.long] if row.name in LONG else [])
    for row in rows.every()
]


@pytest.mark.parametrize("row", CASES)
@pytest.mark.all_cases
def test_every_promise_is_kept(row):
    figures = run(row, SEED, row.ci)
    print(figures.table_line())
    assert figures.count == row.ci
