"""The command that runs Unpixel itself in another process."""

import sys
from importlib.util import find_spec


def own_command(arguments: list[str]) -> list[str]:
    """Returns the command that runs Unpixel with these arguments, from a bundle, an installation or a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    spec = find_spec("main")
    assert spec is not None and spec.origin is not None
    return [sys.executable, spec.origin, *arguments]
