"""The recipes that come with Unpixel, read as the documents they are: the trainer itself is not loaded. No Qt."""

from importlib.util import find_spec
from pathlib import Path

FIRST = "live"
"""The one that is offered first."""


def recipes() -> list[tuple[str, str]]:
    """(name, the first line of its comment), FIRST before the others."""
    found = [(path.stem, _comment(path)) for path in _folder().glob("*.toml")]
    return sorted(found, key=lambda recipe: (recipe[0] != FIRST, recipe[0]))


def _folder() -> Path:
    spec = find_spec("trainer")
    assert spec is not None and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "recipes"


def _comment(path: Path) -> str:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("#").strip() if first.startswith("#") else ""
