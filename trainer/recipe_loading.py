"""Reads recipes: a TOML file over its base, with overrides from the command line."""

import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

from engine.base import own_file, toml_text
from engine.base.errors import RecipeError
from engine.base.messages import message
from trainer import recipe_rules
from trainer.recipe import Recipe, from_table

FOLDER = Path(__file__).parent / "recipes"
"""The shipped recipes."""
MAX_BYTES = 1 << 20
"""Largest recipe that is read."""


def load_recipe(name: str, overrides: list[str]) -> Recipe:
    """Returns the recipe `name` of trainer/recipes, or of the TOML file `name`, with `section.key=value` overrides.

    Raises RecipeError for a missing or malformed file and for an unknown key, a wrong type or a value out of range.
    """
    table = _read_with_base(name) | {"name": Path(name).stem}
    for override in overrides:
        _apply_override(table, override)
    recipe = from_table(table, name)
    recipe_rules.validate(recipe, name)
    return recipe


def resumed(table: dict[str, Any], out: Path, name: str | None, overrides: list[str]) -> Recipe:
    """Returns the recipe of the run in `out` with overrides, for example more steps or a moved data folder.

    table: the run's stored recipe (`to_table`). name: the recipe that the user named, if any; an override is accepted
    in its place. Raises RecipeError if `name` trains another architecture or an override changes the network.
    """
    stored = from_table(deepcopy(table), str(out))
    if name is not None and "=" in name:
        overrides, name = [name, *overrides], None
    for override in [*overrides, f"run.out={toml_text.quoted(str(out))}"]:
        _apply_override(table, override)
    recipe = from_table(table, str(out))
    recipe_rules.validate(recipe, str(out))
    other = name is not None and load_recipe(name, _folder_overrides(recipe)).model.name != stored.model.name
    if other or recipe.model != stored.model:
        remedy = message("resume it with its own recipe, or start a new run")
        raise RecipeError(out, message("the run trains another model"), remedy)
    return recipe


def _folder_overrides(recipe: Recipe) -> list[str]:
    """Returns overrides that set the folders of `recipe`. Shipped recipes leave them open."""
    return [f"data.root={toml_text.quoted(recipe.data.root)}", f"run.out={toml_text.quoted(recipe.run.out)}"]


def _read_with_base(name: str) -> dict[str, Any]:
    """Returns the table of a recipe merged over the table of its base."""
    table = _parse(name, named_by=name)
    base = table.pop("base", None)
    if base is None:
        return table
    if not isinstance(base, str):
        raise _bad_base(name, base)
    below = _parse(base, named_by=name)
    if "base" in below:
        raise _bad_base(base, below["base"])
    return _merged(below, table)


def _bad_base(name: str, base: object) -> RecipeError:
    """Returns the error for the recipe `name` with the key base = `base`."""
    remedy = message("use a base recipe that has no base itself")
    return RecipeError(_path(name), recipe_rules.setting("base", repr(base)), remedy)


def _parse(name: str, named_by: str) -> dict[str, Any]:
    """Returns the TOML document of one recipe. named_by: what the error for a missing file names."""
    path = _path(name)
    try:
        return tomllib.loads(own_file.read_text(path, MAX_BYTES))
    except OSError as error:
        known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.toml")))
        reason = message("no such recipe: {name} ({why})", name=name, why=error.strerror)
        remedy = message("use a TOML file or one of: {names}", names=known)
        raise RecipeError(named_by, reason, remedy) from error
    except (ValueError, RecursionError) as error:
        reason = message("not valid TOML ({why})", why=error)
        raise RecipeError(path, reason, message("correct the file")) from error


def _path(name: str) -> Path:
    return Path(name) if name.endswith(".toml") else FOLDER / f"{name}.toml"


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Returns `below` with the values of `above` on top. Nested tables are merged key by key."""
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        both = isinstance(inner, dict) and isinstance(value, dict)
        merged[key] = _merged(inner, value) if both else value  # type: ignore[arg-type]
    return merged


def _apply_override(table: dict[str, Any], text: str) -> None:
    """Sets one `section.key=value` in `table`. Keys of [model] may be nested: model.args.width=8.

    Raises RecipeError for other text and for a key inside a value that is no table.
    """
    name, equals, value = text.partition("=")
    section, dot, key = name.partition(".")
    if not (equals and dot and key):
        remedy = message("use the form section.key=value, for instance train.steps=2000")
        raise RecipeError(text, message("is not an override"), remedy)
    target = table.setdefault(section, {})
    *parents, last = key.split(".") if section == "model" else [key]
    for parent in parents:
        target = target.setdefault(parent, {}) if isinstance(target, dict) else None
    if not isinstance(target, dict):
        raise RecipeError(
            text, message("addresses a key inside a plain value"), message("use a key of a table")
        )
    target[last] = _parsed_value(value)


def _parsed_value(text: str) -> Any:
    """Returns `text` as a TOML value. Text that is no TOML value is a string, so paths need no quotes."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError):
        return text
