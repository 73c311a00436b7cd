"""Size, format and options of an export as one value; as a named preset it is the same for `render --preset`."""

import argparse
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any, NoReturn

from engine import render_arguments, render_presets
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.export.formats import BY_SUFFIX, PNG, Format
from engine.export.options import DEFAULT, FileOptions
from engine.export.output_size import OutputSize

FACTOR = OutputSize("scale", Fraction(2))
"""Size where a preset has none: enlarging is the purpose of an export."""
PRECISION = 10**9
"""Largest denominator of a number in a preset."""


@dataclass(frozen=True)
class ExportChoices:
    """size: by any rule. kind: the format. options: of the file."""

    size: OutputSize = FACTOR
    kind: Format = PNG
    options: FileOptions = DEFAULT


def to_options(choices: ExportChoices) -> dict[str, Any]:
    """Returns options by their names on the command line, of JSON's types. Defaults are left out."""
    file = {
        each.name: getattr(choices.options, each.name)
        for each in fields(FileOptions)
        if getattr(choices.options, each.name) != each.default
    }
    return {choices.size.rule: _text(choices.size), "format": choices.kind.suffixes[0][1:]} | file


def from_options(options: dict[str, Any]) -> ExportChoices:
    """Returns the choices that `to_options` made options of. Raises ValueError for what is no such thing."""
    parser = _Parser(allow_abbrev=False)
    render_arguments.add_preset_options(parser)
    found = parser.parse_args(render_presets.as_words(options))
    suffix = f".{(found.format or 'png').lower().lstrip('.')}"
    if suffix not in BY_SUFFIX:
        raise ValueError(f"{suffix} is no format")
    size = render_arguments.output_size(found) or FACTOR
    return ExportChoices(size, BY_SUFFIX[suffix], render_arguments.file_options(found))


def preset(name: str) -> ExportChoices:
    """Returns a named preset. Raises ExportError if there is none, or it cannot be understood."""
    options = render_presets.options(name)
    try:
        return from_options(options)
    except ValueError as error:
        reason = message("the preset {name} cannot be used ({why})", name=name, why=error)
        raise ExportError(render_presets.path(), reason, message("save it again")) from error


class _Parser(argparse.ArgumentParser):
    """Raises ValueError instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        raise ValueError(message)


def _text(size: OutputSize) -> str:
    if not isinstance(size.value, tuple):
        return _number(size.value)
    return "x".join(map(_number, size.value)) + ("mm" if size.rule == "print" else "")


def _number(value: Fraction) -> str:
    return str(value.limit_denominator(PRECISION))
