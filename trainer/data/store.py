"""Where decoded pictures are held, as one line of bytes: the device, the memory, or a file that is mapped."""

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
Put = Callable[[int, Bytes], None]
"""Takes a picture's bytes to their offset in a store."""


class Where(StrEnum):
    """Fastest first. On a CPU the device's memory is the memory."""

    DEVICE = mark("device")
    MEMORY = mark("memory")
    FILE = mark("file")


@dataclass(frozen=True)
class Budget:
    """Bytes that pictures may take on `device`, in memory, and in files of `folder`."""

    device: torch.device
    on_device: int
    in_memory: int
    on_disk: int
    folder: Path


def budget(device: torch.device) -> Budget:
    """What is free now. Half of the device and of the memory is left to the training, and to others."""
    folder = platformdirs.user_cache_path("unpixel", appauthor=False) / "pictures"
    there = next(path for path in (folder, *folder.parents) if path.exists())
    on_device = torch.cuda.mem_get_info(device)[0] // 2 if device.type == "cuda" else 0
    return Budget(device, on_device, psutil.virtual_memory().available // 2, disk_usage(there).free, folder)


def choose(size: int, within: Budget, subject: object) -> tuple[Where, Where]:
    """Where `size` bytes are held, and where on this side of the device they are first decoded to.

    Raises DataError naming `subject` where there is room for them nowhere.
    """
    if size <= within.in_memory:
        host = Where.MEMORY
    elif size <= within.on_disk:
        host = Where.FILE
    else:
        reason = message(
            "{size:.1f} GB decoded, more than the memory and {folder} have room for",
            size=size / 1e9,
            folder=within.folder,
        )
        lacking = (size - within.on_disk) / 1e9
        raise DataError(
            subject, reason, message("free {size:.1f} GB there, or give fewer pictures", size=lacking)
        )
    return (Where.DEVICE if size <= within.on_device else host), host


@dataclass(frozen=True, eq=False)
class Store:
    """Pictures in a row. flat (n,) uint8: each picture's planes, (3, H, W). spans (N, 3): offset, H and W of each."""

    where: Where
    flat: Tensor
    spans: NDArray[np.int64]

    def view(self, picture: int) -> Bytes:
        """(3, H, W), nothing copied; of a store on this side of the device."""
        offset, height, width = self.spans[picture].tolist()
        pixels: Bytes = self.flat.numpy()[offset : offset + 3 * height * width]
        return pixels.reshape(3, height, width)
