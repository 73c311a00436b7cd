"""Pictures are held where there is room, the fastest place first."""

from pathlib import Path

import pytest
import torch

from engine.base.errors import DataError
from trainer.data import store
from trainer.data.store import Budget, Where

ROOM = Budget(torch.device("cuda"), on_device=10, in_memory=100, on_disk=1000, folder=Path("cache"))


@pytest.mark.parametrize(
    ("size", "where", "host"),
    [
        (10, Where.DEVICE, Where.MEMORY),
        (11, Where.MEMORY, Where.MEMORY),
        (100, Where.MEMORY, Where.MEMORY),
        (101, Where.FILE, Where.FILE),
        (1000, Where.FILE, Where.FILE),
    ],
)
def test_the_fastest_place_that_has_room(size, where, host):
    assert store.choose(size, ROOM, "photos") == (where, host)


def test_a_device_larger_than_the_memory_is_filled_from_a_file():
    large = Budget(torch.device("cuda"), on_device=500, in_memory=100, on_disk=1000, folder=Path("cache"))
    assert store.choose(300, large, "photos") == (Where.DEVICE, Where.FILE)


def test_no_room_anywhere_is_told():
    with pytest.raises(DataError, match=r"^photos: .* have room for; free .* or give fewer pictures$"):
        store.choose(1001, ROOM, "photos")


def test_what_is_free_is_measured():
    found = store.budget(torch.device("cpu"))
    assert found.on_device == 0
    assert found.in_memory > 1 << 20
    assert found.on_disk > 0
