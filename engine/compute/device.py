"""The device and the number format of the computation."""

from dataclasses import dataclass

import torch

from engine.base.errors import DeviceError
from engine.base.messages import Message, message
from engine.base.resources import DEVICES

AUTOMATIC = ("cuda",)
"""Accelerators that auto takes."""
DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}


@dataclass(frozen=True)
class Compute:
    """The device, and the dtype of the large matrix products and convolutions on it."""

    device: torch.device
    dtype: torch.dtype


def choose(device: str = "auto", precision: str = "auto") -> Compute:
    """The Compute for a device (one of DEVICES) and a precision (auto, fp32, bf16 or fp16).

    auto takes a GPU if there is one, and bf16 if the device has instructions for it. Raises DeviceError for an
    accelerator that torch cannot use.
    """
    there = accelerator()
    if device not in ("auto", "cpu", there):
        remedy = message("choose the device cpu or auto; unpixel doctor says which build of torch would help")
        raise DeviceError(device, message("no {device} device is available", device=device.upper()), remedy)
    wanted = there in AUTOMATIC if device == "auto" else device != "cpu"
    kind = there if there is not None and wanted else "cpu"
    if precision == "auto":
        return Compute(torch.device(kind), torch.bfloat16 if _has_bf16(kind) else torch.float32)
    return Compute(torch.device(kind), DTYPES[precision])


def accelerator() -> str | None:
    """Returns the kind of accelerator that torch can use, or None. A build of torch has one kind at most."""
    found = torch.accelerator.current_accelerator(check_available=True)
    return found.type if found is not None and found.type in DEVICES else None


def _has_bf16(kind: str) -> bool:
    """Whether bf16 products are faster than float32 ones. Without the instructions they are emulated and slower."""
    if kind == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if kind != "cpu":
        return kind == "xpu" and bool(torch.xpu.is_bf16_supported(including_emulation=False))
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def name(compute: Compute) -> Message:
    """The device's name, for people."""
    if compute.device.type == "cuda":
        return Message(torch.cuda.get_device_name(compute.device))
    if compute.device.type != "cpu":
        return Message(compute.device.type)
    return message("cpu ({count} threads)", count=torch.get_num_threads())


def precision(compute: Compute) -> str:
    """The name of the dtype: fp32, bf16 or fp16."""
    return next(name for name, dtype in DTYPES.items() if dtype == compute.dtype)
