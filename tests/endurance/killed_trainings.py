"""Trainings killed at random moments, inside a save too: resumed, they end bit-equal to an uninterrupted one."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.endurance import training_runs
from tests.endurance.row import Row
from tests.trainer import kills


def case(seed: int, index: int, folder: Path) -> str:
    """Kills one training up to three times, then lets it end."""
    kills.kill_and_resume(100_000 * seed + index, *whole(), folder)
    return "bit-equal"


@cache
def whole() -> tuple[Path, Path, int]:
    """Returns the folder of pictures, an uninterrupted run, and the number of its file operations."""
    folder = Path(mkdtemp())
    photos = training_runs.pictures(folder)
    return photos, *kills.completed(photos, folder)


ROW = Row(
    name="killed-trainings",
    fault="kill -9 in training, inside a save too",
    expected="the newest valid checkpoint loads; final weights bit-equal on the CPU",
    case=case,
    prepare=whole,
    ci=2,
    long=200,
    jobs=1,
)
