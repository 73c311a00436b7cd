"""Lists the recipes that come with Unpixel, by reading their files: the trainer is not imported. No Qt."""

from importlib.util import find_spec
from pathlib import Path

FIRST = "live"
"""The recipe at the top of the list."""


def recipes() -> list[tuple[str, str]]:
    """Returns (name, first line of its comment) of each recipe, FIRST before the others."""
    found = [(path.stem, _comment(path)) for path in _folder().glob("*.toml")]
    return sorted(found, key=lambda recipe: (recipe[0] != FIRST, recipe[0]))


def _folder() -> Path:
    spec = find_spec("trainer")
    assert spec is not None and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "recipes"


def _comment(path: Path) -> str:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("#").strip() if first.startswith("#") else ""
