"""The arguments of `render --film` and `render --resolutions`, and what they print while a film is rendered."""

import argparse
import json
import signal
import time
from typing import Any

from tqdm import tqdm

from engine.film import film, path_file
from engine.film.film import Progress

ALLOWED = (
    *("film", "resolutions", "images", "out", "rate", "size", "quality", "page", "model"),
    *("json", "device", "precision", "preset", "run", "parser"),
)
"""Names of what a film may be given."""
REPORTS_S = 0.2
"""Seconds between two lines of progress."""


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


def run(options: argparse.Namespace, progress: Progress) -> dict[str, Any]:
    """Renders the film. Raises UnpixelError."""
    source: str | None = options.images[0] if options.images else None
    if options.resolutions is not None:
        assert source is not None  # `check`
        path = film.resolutions(source, options.model or "live", options.resolutions, options.page)
    else:
        path = path_file.read(options.film)
    values = {"file": source, "model": options.model, "page": options.page}
    path = film.changed(path, options.out, values, {"size": options.size, "rate": options.rate})
    return film.run(path, options.out, options.device, options.precision, progress, options.quality)


def bar() -> Progress:
    """Returns a function that shows a bar on stderr."""
    shown: tqdm[Any] = tqdm(unit="frame", leave=False)

    def show(done: int, total: int) -> None:
        shown.total = total
        shown.update(done - shown.n)
        if done == total:
            shown.close()

    return show


def json_lines() -> Progress:
    """Returns a function that prints {"frames_done": …, "frames": …} on a line of its own, from time to time."""
    last = 0.0

    def show(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done == total or now - last >= REPORTS_S:
            last = now
            print(json.dumps({"frames_done": done, "frames": total}), flush=True)

    return show


def end_cleanly_on_sigterm() -> None:
    """Lets SIGTERM end the film as Ctrl+C does: nothing half-written stays."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
