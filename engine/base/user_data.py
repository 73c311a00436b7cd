"""Location of the user's own data: models, and the training runs."""

import os
from pathlib import Path

import platformdirs


def folder() -> Path:
    """Returns the user's data folder, which may not exist yet. The environment variable UNPIXEL_DATA overrides it."""
    override = os.environ.get("UNPIXEL_DATA")
    return Path(override) if override else platformdirs.user_data_path("unpixel", appauthor=False)
