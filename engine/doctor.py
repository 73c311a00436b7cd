"""`doctor`: reports the machine, the installed packages and what is missing, as a first step of a bug report."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from engine.base.version import VERSION

PACKAGES = (
    "torch",
    "numpy",
    "pillow",
    "imagecodecs",
    "moderngl",
    "PySide6-Essentials",
    "pyqtgraph",
    "safetensors",
    "tifffile",
)


def machine() -> dict[str, Any]:
    """Describes the processor and the device, as far as speed depends on them. Loads torch."""
    import torch

    from engine.compute import device

    compute = device.choose()
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "capability": torch.backends.cpu.get_cpu_capability(),
        "device": str(device.name(compute)),
        "precision": next(name for name, dtype in device.DTYPES.items() if dtype == compute.dtype),
    }


def examine() -> dict[str, Any]:
    """Returns the machine, packages, supported formats and models. Raises nothing: what is missing is listed."""
    from engine.checkpoints import library
    from engine.compute import torch_build
    from engine.images import plugins
    from engine.images.suffixes import suffixes

    return {
        "machine": machine(),
        "torch": torch_build.described(),
        "packages": packages(),
        "opens": list(suffixes()),
        "missing_plugins": plugins.missing(),
        "models": library.models(),
        "models_folder": str(library.user_folder()),
    }


def packages() -> dict[str, str | None]:
    """Returns the versions of the most important packages; None for one that is missing."""
    return {name: _version(name) for name in PACKAGES}


def processor() -> str:
    """Returns the processor's model name."""
    if platform.system() == "Linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()


def report_text(report: dict[str, Any]) -> str:
    """Formats the result of `examine` as text. main.py adds "missing_libraries" and "graphics", those of the window."""
    lines = [f"unpixel      {VERSION}"]
    lines += [f"{key:<12} {value}" for key, value in report["machine"].items()]
    lines.append(f"auto         {report['torch']['build']} build of torch: {report['torch']['advice']}")
    lines += [f"{name:<20} {value or 'MISSING'}" for name, value in report["packages"].items()]
    lines.append(f"opens        {' '.join(report['opens'])}")
    for kind, package in report["missing_plugins"].items():
        lines.append(f"to add       {package}, which opens {kind}: pip install {package}")
    lines.append(f"models       {', '.join(report['models'])} (yours: {report['models_folder']})")
    if "graphics" in report:
        lines.append(f"graphics     {report['graphics']}")
    for name, package in report.get("missing_libraries", []):
        lines.append(f"MISSING      {name}, for the window: apt install {package}")
    if not report.get("missing_libraries"):
        lines.append("window       all system libraries are there")
    return "\n".join(lines)


def _version(package: str) -> str | None:
    """Returns the installed version, or None if the package is missing."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None
