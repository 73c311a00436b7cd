"""Pictures are stored in the fastest location that has room."""

from pathlib import Path

import pytest
import torch

from engine.base.errors import DataError
from trainer.data import store
from trainer.data.store import Budget, Location

BUDGET = Budget(torch.device("cuda"), on_device=10, in_memory=100, on_disk=1000, folder=Path("cache"))


@pytest.mark.parametrize(
    ("size", "location", "host"),
    [
        (10, Location.DEVICE, Location.MEMORY),
        (11, Location.MEMORY, Location.MEMORY),
        (100, Location.MEMORY, Location.MEMORY),
        (101, Location.FILE, Location.FILE),
        (1000, Location.FILE, Location.FILE),
    ],
)
def test_the_fastest_location_that_has_room(size, location, host):
    assert store.choose(size, BUDGET, "photos") == (location, host)


def test_a_device_larger_than_the_memory_is_filled_through_a_file():
    large = Budget(torch.device("cuda"), on_device=500, in_memory=100, on_disk=1000, folder=Path("cache"))
    assert store.choose(300, large, "photos") == (Location.DEVICE, Location.FILE)


def test_no_room_anywhere_is_reported():
    with pytest.raises(DataError, match=r"^photos: .* decoded, .*; free .* or use fewer pictures$"):
        store.choose(1001, BUDGET, "photos")


def test_free_space_is_measured():
    found = store.budget(torch.device("cpu"))
    assert found.on_device == 0
    assert found.in_memory > 1 << 20
    assert found.on_disk > 0
