"""The device and the number format of the computation."""

from dataclasses import dataclass

import torch

from engine.base.errors import DeviceError
from engine.base.messages import Message, message

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}


@dataclass(frozen=True)
class Compute:
    """The device, and the dtype of the large matrix products and convolutions on it."""

    device: torch.device
    dtype: torch.dtype


def choose(device: str = "auto", precision: str = "auto") -> Compute:
    """The Compute for a device (auto, cpu or cuda) and a precision (auto, fp32, bf16 or fp16).

    auto takes a GPU if there is one, and bf16 if the processor has instructions for it. Raises DeviceError for cuda
    without a usable CUDA device.
    """
    if device == "cuda" and not torch.cuda.is_available():
        remedy = message("choose the device cpu or auto; unpixel doctor says which build of torch would help")
        raise DeviceError("cuda", message("no CUDA device is available"), remedy)
    kind = "cuda" if device != "cpu" and torch.cuda.is_available() else "cpu"
    if precision == "auto":
        return Compute(torch.device(kind), torch.bfloat16 if _has_bf16(kind) else torch.float32)
    return Compute(torch.device(kind), DTYPES[precision])


def _has_bf16(kind: str) -> bool:
    """Whether bf16 products are faster than float32 ones. Without the instructions they are emulated and slower."""
    if kind == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def name(compute: Compute) -> Message:
    """The device's name, for people."""
    if compute.device.type == "cuda":
        return Message(torch.cuda.get_device_name(compute.device))
    return message("cpu ({count} threads)", count=torch.get_num_threads())


def precision(compute: Compute) -> str:
    """The name of the dtype: fp32, bf16 or fp16."""
    return next(name for name, dtype in DTYPES.items() if dtype == compute.dtype)
