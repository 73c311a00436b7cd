"""Which files of Unpixel besides its modules go into a bundle: those that pyproject.toml puts into the wheel."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def data_files() -> list[Path]:
    """Returns the paths below ROOT of models, recipes, translations, icons and the demo."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    of_all = settings["package-data"].pop("*")
    packages = [each.rstrip("*") for each in settings["packages"]["find"]["include"]]
    left_out = [each.rstrip("*").replace(".", "/") for each in settings["packages"]["find"]["exclude"]]
    found = {path for package in packages for pattern in of_all for path in (ROOT / package).rglob(pattern)}
    for package, patterns in settings["package-data"].items():
        found.update(
            path for pattern in patterns for path in (ROOT / package.replace(".", "/")).glob(pattern)
        )
    names = {path.relative_to(ROOT) for path in found if path.is_file() and path.suffix != ".py"}
    return sorted(name for name in names if not name.as_posix().startswith(tuple(left_out)))
