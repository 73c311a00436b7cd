"""Which build of torch is installed, which accelerators the machine has, and what would be faster."""

import platform
import sys
from pathlib import Path

import torch

from engine.compute import device

BUILDS = {"NVIDIA": "cuda", "AMD": "rocm"}
"""Kinds of torch's builds, by the maker of the accelerator."""
HOW = "https://pytorch.org/get-started/locally"
"""The page that gives the command for each build."""
DRIVERS = {"NVIDIA": ("/proc/driver/nvidia/version", "/dev/nvidiactl", "/dev/dxg"), "AMD": ("/dev/kfd",)}
"""Files that are there if the driver of an accelerator is loaded; /dev/dxg: in the Linux of Windows."""


def kind() -> str:
    """Returns the kind of the build: cpu, cuda 13.0, or rocm 7.1."""
    if torch.version.hip:
        return f"rocm {torch.version.hip}"
    return f"cuda {torch.version.cuda}" if torch.version.cuda else "cpu"


def accelerator(drivers: dict[str, tuple[str, ...]] = DRIVERS) -> str | None:
    """Returns NVIDIA or AMD if its driver is loaded, whether or not torch can use it. Linux alone."""
    return next(
        (maker for maker, files in drivers.items() if any(Path(file).exists() for file in files)), None
    )


def advice(found: str | None, usable: bool, build: str) -> str:
    """Returns a sentence: what would be faster, or that nothing known would.

    found: the maker of the accelerator. usable: whether torch computes on it. build: as of `kind`.
    """
    if usable:
        return "torch computes on the accelerator"
    if found is None:
        return "no accelerator was found; the cpu build is the right one, and the smallest"
    wanted = BUILDS[found]
    get = f"the {wanted} build of torch ({HOW} has the command)"
    if getattr(sys, "frozen", False):
        return f"{found} accelerator: this bundle has the cpu build; install Unpixel with pip, then {get}"
    if build.startswith(wanted):
        return f"{found} accelerator: torch has the {build} build, but cannot use it; update the driver"
    return f"{found} accelerator: faster with {get}"


def described() -> dict[str, str]:
    """Returns the build, the accelerator and the advice, for `doctor`."""
    build, found = kind(), accelerator()
    return {
        "build": build,
        "accelerator": found or f"none known ({platform.machine()})",
        "advice": advice(found, device.choose().device.type != "cpu", build),
    }
