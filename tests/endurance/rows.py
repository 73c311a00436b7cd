"""All rows of the table of faults."""

from importlib import import_module

from tests.endurance.row import Row

MODULES = (
    "mutated_images",
    "bombs",
    "hostile_models",
    "mutated_models",
    "killed_children",
    "killed_exports",
    "killed_trainings",
    "failing_writes",
    "failing_allocations",
    "quits",
    "orphans",
    "gui_monkey",
)
"""Modules of tests.endurance that define ROW, in the order of the report."""


def every() -> list[Row]:
    """Returns all rows."""
    return [import_module(f"tests.endurance.{module}").ROW for module in MODULES]


def named(name: str) -> Row:
    """Returns a row; imports only its module."""
    return import_module(f"tests.endurance.{name.replace('-', '_')}").ROW
