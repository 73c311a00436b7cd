"""Strips of rows: a picture is converted one strip at a time, so that no intermediate copy has its full size."""

from collections.abc import Iterator

SAMPLES = 1 << 20
"""Samples of a strip. Intermediate values of a few bytes each stay in the CPU's cache."""


def strips(height: int, row_samples: int, samples: int = SAMPLES, multiple: int = 1) -> Iterator[slice]:
    """Yields slices of rows that cover `height` rows, each of about `samples` samples.

    row_samples: samples in a row. Every slice starts at a multiple of `multiple`.
    """
    rows = max(1, samples // max(1, row_samples * multiple)) * multiple
    for first in range(0, height, rows):
        yield slice(first, min(first + rows, height))
