"""The command that runs Unpixel itself in another process."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def own_command(arguments: list[str]) -> list[str]:
    """Returns the command that runs Unpixel with these arguments, from a bundle, an installation or a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    spec = find_spec("main")
    assert spec is not None and spec.origin is not None
    return [sys.executable, spec.origin, *arguments]


def lasting_command(arguments: list[str]) -> list[str]:
    """Returns a command like `own_command`, for a process that may outlive this one, or a start another day.

    An AppImage is mounted for as long as its first process lives, so the command is the AppImage's file itself.
    """
    if getattr(sys, "frozen", False) and "APPIMAGE" in os.environ:
        return [os.environ["APPIMAGE"], *arguments]
    return own_command(arguments)


def installation() -> str:
    """Returns what runs: source, wheel or bundle."""
    if getattr(sys, "frozen", False):
        return "bundle"
    return "source" if (ROOT / "pyproject.toml").exists() else "wheel"
