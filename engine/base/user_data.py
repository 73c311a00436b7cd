"""Where Unpixel keeps what the user makes with it: models, and the runs that train them."""

import os
from pathlib import Path

import platformdirs


def folder() -> Path:
    """The user's data folder, there or not; UNPIXEL_DATA, if set, names another."""
    named = os.environ.get("UNPIXEL_DATA")
    return Path(named) if named else platformdirs.user_data_path("unpixel", appauthor=False)
