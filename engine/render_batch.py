"""`render` of many pictures into a folder. Several processes may share the work; each file is complete or missing."""

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine import render_progress
from engine.base import paths, ranks
from engine.base.claims import claimed
from engine.base.errors import ExportError, UnpixelError
from engine.base.messages import message
from engine.base.write_failure import explained
from engine.batch_items import BatchItem
from engine.render import Renderer

logger = logging.getLogger(__name__)
Report = Callable[[int, int, float], None]
Render = Callable[[str, Path, Report], dict[str, Any]]
"""Renders a source into a file, and reports the px done, the px in total and the px per second."""


def run(
    batch: list[BatchItem], renderer: Renderer, render: Render, overwrite: bool, errors: list[UnpixelError]
) -> dict[str, Any]:
    """Renders the items that are missing, or all (`overwrite`), and goes on after errors.

    With several processes (engine/base/ranks.py) each begins at another place, and takes those that no other has
    taken; if all files are rendered again, each takes its share.
    Returns lists of results, of skipped targets, of those that another process works on, and of errors.
    """
    began = time.perf_counter()
    rank, count = ranks.place(os.environ)
    start = len(batch) * rank // count
    mine = batch[rank::count] if overwrite else batch[start:] + batch[:start]
    renderer.load()
    done: dict[str, list[Any]] = {"files": [], "skipped": [], "elsewhere": []}
    failed = list(errors) if rank == 0 else []
    with render_progress.shown(len(mine), "file", renderer.steered) as show:
        for number, item in enumerate(mine):

            def report(px: int, total: int, _speed: float, number: int = number) -> None:
                show(number + px / max(total, 1), failed=len(failed))

            try:
                kind, result = _one(item, render, report, overwrite)
                done[kind].append(result)
            except UnpixelError as error:
                failed.append(error)
            except Exception as error:
                logger.exception("internal error")
                failed.append(_internal(item, error))
            show(number + 1, failed=len(failed))
    about = {"rank": rank, "processes": count, "ms": round((time.perf_counter() - began) * 1e3, 1)}
    return done | {"errors": [error.to_json() for error in failed]} | about


def _one(item: BatchItem, render: Render, report: Report, overwrite: bool) -> tuple[str, Any]:
    """Renders an item. Returns the name of the list that the result belongs to, and the result."""
    if not overwrite and paths.exists(item.target):
        return "skipped", str(item.target)
    try:
        item.target.parent.mkdir(parents=True, exist_ok=True)
        with claimed(item.target) as mine:
            if not mine:
                return "elsewhere", str(item.target)
            if not overwrite and paths.exists(item.target):  # another process finished it just now
                return "skipped", str(item.target)
            return "files", render(str(item.source), item.target, report)
    except OSError as error:
        raise ExportError(item.target, *explained(error, item.target)) from error


def _internal(item: BatchItem, error: Exception) -> ExportError:
    """Returns an error of the program as one of the item, so that the batch goes on."""
    reason = message("internal error ({why})", why=repr(error))
    return ExportError(item.source, reason, message("please report it"))
