"""Claims of files, so that processes share out files, or parts of one, on one machine or several.

A claim is a small file beside the target. The system creates it for one process only. The claim of a process that was
killed counts no longer: at once on its own machine, after a day on others.
"""

import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.base import own_file, owner

SUFFIX = ".unpixel-claim"
MAX_BYTES = 10_000
MOST_AGE_S = 24 * 3600
"""Seconds after which another machine's claim counts no longer: no picture takes that long."""


@contextmanager
def claimed(target: Path) -> Iterator[bool]:
    """Claims a target within the block. Yields whether it is this process's; if not, another process works on it.

    Raises OSError for a folder that cannot be written.
    """
    claim = _claim_of(target)
    mine = _create(claim) or (_is_abandoned(claim) and _replace(claim))
    try:
        yield mine
    finally:
        if mine:
            claim.unlink(missing_ok=True)


def is_claimed(target: Path) -> bool:
    """Returns whether there is a claim, also one of a killed process."""
    return _claim_of(target).exists()


def is_ours_to_await(target: Path) -> bool:
    """Returns whether the end of the claim will be noticed here: its process is of this machine, or it has ended."""
    try:
        return bool(own_file.read_json(_claim_of(target), MAX_BYTES)["machine"] == platform.node())
    except (OSError, ValueError, TypeError, LookupError):  # it has gone, or is just being written
        return True


def _claim_of(target: Path) -> Path:
    return target.with_name(f".{target.name[:200]}{SUFFIX}")


def _create(claim: Path) -> bool:
    pid, started = owner.this_process()
    content = json.dumps({"machine": platform.node(), "pid": pid, "started": started})
    try:
        with claim.open("x", encoding="utf-8") as file:
            file.write(content)
    except FileExistsError:
        return False
    return True


def _replace(claim: Path) -> bool:
    """Takes over an abandoned claim. Only one process succeeds in renaming it away."""
    aside = claim.with_name(f"{claim.name}-{os.getpid()}")
    try:
        claim.rename(aside)
    except OSError:
        return False
    with suppress(OSError):
        aside.unlink()
    return _create(claim)


def _is_abandoned(claim: Path) -> bool:
    try:
        age = time.time() - claim.stat().st_mtime
        content = own_file.read_json(claim, MAX_BYTES)
        if content["machine"] == platform.node():
            return not owner.alive(int(content["pid"]), float(content["started"]))
    except FileNotFoundError:
        return True
    except (OSError, ValueError, TypeError, LookupError):  # it may just be being written
        return age > MOST_AGE_S
    return age > MOST_AGE_S
