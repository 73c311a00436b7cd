"""Storage of decoded pictures as one array of bytes: on the device, in memory, or in a memory-mapped file."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from shutil import disk_usage

import numpy as np
import platformdirs
import psutil
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.base.errors import DataError
from engine.base.messages import mark, message

Bytes = NDArray[np.uint8]
WriteAt = Callable[[int, Bytes], None]
"""Writes the bytes of a picture to a store, at an offset in bytes."""


class Location(StrEnum):
    """Where a store's bytes are, fastest first. When training on a CPU, MEMORY is used instead of DEVICE."""

    DEVICE = mark("device")
    MEMORY = mark("memory")
    FILE = mark("file")


@dataclass(frozen=True)
class Budget:
    """Number of bytes that pictures may take on `device`, in memory, and in files of `folder`."""

    device: torch.device
    on_device: int
    in_memory: int
    on_disk: int
    folder: Path


def budget(device: torch.device) -> Budget:
    """Measures the free space now. Half of the device and of the memory is left to training and other programs."""
    folder = platformdirs.user_cache_path("unpixel", appauthor=False) / "pictures"
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    on_device = 0 if device.type == "cpu" else torch.accelerator.get_memory_info(device)[0] // 2
    in_memory = psutil.virtual_memory().available // 2
    return Budget(device, on_device, in_memory, disk_usage(existing).free, folder)


def choose(size: int, budget: Budget, subject: object) -> tuple[Location, Location]:
    """Returns where to store `size` bytes, and where to decode them first: in memory or in a file.

    Raises DataError, naming `subject`, if there is no room for them anywhere.
    """
    if size <= budget.in_memory:
        host = Location.MEMORY
    elif size <= budget.on_disk:
        host = Location.FILE
    else:
        reason = message(
            "{size:.1f} GB decoded, which exceeds the free memory and the space in {folder}",
            size=size / 1e9,
            folder=budget.folder,
        )
        lacking = (size - budget.on_disk) / 1e9
        raise DataError(
            subject, reason, message("free {size:.1f} GB there, or use fewer pictures", size=lacking)
        )
    return (Location.DEVICE if size <= budget.on_device else host), host


@dataclass(frozen=True, eq=False)
class Store:
    """Decoded pictures, one after the other.

    location: where `flat` is.
    flat: (n,) uint8, the planes (3, H, W) of each picture.
    spans: (N, 3) int64, the offset in `flat`, H and W of each picture.
    """

    location: Location
    flat: Tensor
    spans: NDArray[np.int64]

    def view(self, picture: int) -> Bytes:
        """Returns a picture's planes (3, H, W) without copying. Not for a store on a GPU."""
        offset, height, width = self.spans[picture].tolist()
        pixels: Bytes = self.flat.numpy()[offset : offset + 3 * height * width]
        return pixels.reshape(3, height, width)
