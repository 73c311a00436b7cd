"""Lists the recipes that come with Unpixel, by reading their files: the trainer is not imported. No Qt."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from engine.base.messages import mark

TITLES = {
    "fine-tune": mark("Fine-tune for my photos"),
    "live": mark("Live, from scratch"),
    "liif-edsr": mark("LIIF, from scratch as in the paper"),
    "siren": mark("One picture only"),
}
"""What the recipes are called that are for everybody, in the order of the list. The others follow by their names."""


@dataclass(frozen=True)
class RecipeEntry:
    """A shipped recipe. name: of its file. title: for people, or the name. about: first line of its comment."""

    name: str
    title: str
    about: str


def recipes() -> list[RecipeEntry]:
    """Returns the recipes in the order of the list. Titles and comments are not translated yet."""
    files = {path.stem: path for path in _folder().glob("*.toml")}
    names = [*TITLES, *sorted(files.keys() - TITLES.keys())]
    return [RecipeEntry(name, TITLES.get(name, name), _comment(files[name])) for name in names]


def _folder() -> Path:
    spec = find_spec("trainer")
    assert spec is not None and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "recipes"


def _comment(path: Path) -> str:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("#").strip() if first.startswith("#") else ""
