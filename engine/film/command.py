"""The arguments of `render --film` and `render --resolutions`."""

import argparse
import signal
from typing import Any

from engine.film import film, path_file

ALLOWED = (
    *("film", "resolutions", "images", "out", "rate", "size", "quality", "page", "model"),
    *("json", "steered", "device", "precision", "preset", "run", "parser"),
)
"""Names of what a film may be given."""


def check(options: argparse.Namespace) -> None:
    """Exits with 2 for options that a film does not have, and for missing ones."""
    render = options.parser
    if options.film is not None and options.resolutions is not None:
        render.error("give --film or --resolutions, not both")
    if len(options.images) > 1 or (options.resolutions is not None and not options.images):
        render.error("a film is of one IMAGE")
    given = [name for name, value in vars(options).items() if value != render.get_default(name)]
    if foreign := [f"--{name.replace('_', '-')}" for name in given if name not in ALLOWED]:
        render.error(f"{', '.join(foreign)}: not of a film")


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Renders the film. Raises UnpixelError."""
    source: str | None = options.images[0] if options.images else None
    if options.resolutions is not None:
        assert source is not None  # `check`
        path = film.resolutions(source, options.model or "live", options.resolutions, options.page)
    else:
        path = path_file.read(options.film)
    values = {"file": source, "model": options.model, "page": options.page}
    path = film.changed(path, options.out, values, {"size": options.size, "rate": options.rate})
    return film.run(path, options.out, options.device, options.precision, options.quality, options.steered)


def end_cleanly_on_sigterm() -> None:
    """Lets SIGTERM end the film as Ctrl+C does: nothing half-written stays."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
