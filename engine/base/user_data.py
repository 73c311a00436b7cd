"""Locations of the user's own files: data (models, training runs), settings, and state (log, work in progress)."""

import os
from pathlib import Path

import platformdirs


def folder() -> Path:
    """Returns the user's data folder, which may not exist yet. The environment variable UNPIXEL_DATA overrides it."""
    override = os.environ.get("UNPIXEL_DATA")
    return Path(override) if override else platformdirs.user_data_path("unpixel", appauthor=False)


def state_folder() -> Path:
    """Returns the folder for what may be lost without harm; it may not exist yet. With UNPIXEL_DATA it is in there."""
    override = os.environ.get("UNPIXEL_DATA")
    return Path(override) / "state" if override else platformdirs.user_state_path("unpixel", appauthor=False)


def settings_folder() -> Path:
    """Returns the folder of the settings; it may not exist yet. With UNPIXEL_DATA it is in there."""
    override = os.environ.get("UNPIXEL_DATA")
    return (
        Path(override) / "settings" if override else platformdirs.user_config_path("unpixel", appauthor=False)
    )
