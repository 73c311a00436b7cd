"""What this machine has, and what is missing: the first thing to ask for when something does not work."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

PACKAGES = (
    "torch",
    "numpy",
    "pillow",
    "imagecodecs",
    "PySide6-Essentials",
    "pyqtgraph",
    "safetensors",
    "tifffile",
    "scikit-image",
)


def machine() -> dict[str, Any]:
    """The processor as it matters to speed. Loads torch."""
    import torch

    from engine.compute import device

    compute = device.choose()
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "capability": torch.backends.cpu.get_cpu_capability(),
        "device": str(device.name(compute)),
        "precision": next(name for name, dtype in device.DTYPES.items() if dtype == compute.dtype),
    }


def examine() -> dict[str, Any]:
    """The machine, the packages, the formats that open, the models. Raises nothing: what is missing is listed."""
    from engine.checkpoints import library
    from engine.images import folder, plugins

    return {
        "machine": machine(),
        "packages": {name: _version(name) for name in PACKAGES},
        "opens": list(folder.suffixes()),
        "missing_plugins": plugins.missing(),
        "models": library.models(),
        "models_folder": str(library.user_folder()),
    }


def report_text(found: dict[str, Any]) -> str:
    """The same for a person to read."""
    lines = [f"{key:<12} {value}" for key, value in found["machine"].items()]
    lines += [f"{name:<20} {value or 'MISSING'}" for name, value in found["packages"].items()]
    lines.append(f"opens        {' '.join(found['opens'])}")
    for kind, package in found["missing_plugins"].items():
        lines.append(f"to add       {package}, which opens {kind}: pip install {package}")
    lines.append(f"models       {', '.join(found['models'])} (yours: {found['models_folder']})")
    for library, package in found.get("missing_libraries", []):
        lines.append(f"MISSING      {library}, for the window: apt install {package}")
    if not found.get("missing_libraries"):
        lines.append("window       all system libraries are there")
    return "\n".join(lines)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _processor() -> str:
    if platform.system() == "Linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()
