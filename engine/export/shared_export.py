"""Exports one picture in several processes, of one machine or of several that share the target's folder.

Each process decodes the bands that no other has taken (shared_bands.py). The first to find all bands there claims the
target and writes it, as one process alone would do, so the file is the same. Processes of the same machine wait for
that, and take it over if it was killed.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from engine.base import claims, owner, write_failure
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.export import picture_file, pixel_identity, preflight, region_export, shared_bands
from engine.export.export_plan import ExportPlan
from engine.export.picture_head import PictureHead
from engine.export.region_export import ExportSource, Progress
from engine.export.shared_bands import SharedBands
from engine.geometry.axis import Axis
from engine.geometry.viewport import Region
from engine.models.implicit import never_cancel


def write(
    source: ExportSource,
    region: Region | None,
    size: tuple[int, int],
    path: Path,
    progress: Progress,
    planned: ExportPlan,
    place: tuple[int, int],
) -> dict[str, Any]:
    """Takes part in an export: decodes bands, and writes the file if no other process does.

    place: the number of this process, and how many there are. The others: as in region_export.write_region.
    Returns the fields of `render --json` about it. `written`: whether this process wrote the file; `complete`: whether
    it is written, as far as can be seen from here. Raises ExportError; the finished bands stay for the next start.
    """
    rows, cols = region_export.region_axes(source.picture.size, region, size)
    image, bits = source.picture.image, planned.decoded_bits
    shape, samples = region_export.band_kind(source, cols, bits)
    head = PictureHead(size[1], size[0], shape[1], planned.bits, planned.options, planned.embedded)
    kind, target = picture_file.checked(path, head, image.path)
    about: dict[str, Any] = {"rank": place[0], "processes": place[1]}
    if place[1] > 1 and _is_new(target):  # the others were done before this one had started
        return about | {"written": False, "complete": True}
    identity = pixel_identity.identity(source.identity, image, rows, cols, bits, None)
    try:
        folder = shared_bands.folder_of(target, identity)
        bands = SharedBands(folder, region_export.band_rows(rows, cols), shape, samples)
        preflight.check_free_space(target, kind, head, bands.missing_bytes(rows.count))
        bands.fill(place, partial(_decoded, source, rows, cols, bits), _reporting(size, bands, progress))
        write = partial(region_export.write_bands, source, rows, cols, path, progress, planned, bands)
        return about | bands.counts | _written_by_one(path, target, bands, write)
    except OSError as error:
        raise ExportError(path, *write_failure.explained(error, path)) from error


def _decoded(source: ExportSource, rows: Axis, cols: Axis, bits: int, first: int) -> Any:
    band = region_export.band_at(first, rows, cols)
    return region_export.decode_in_pieces(source, band, cols, bits, never_cancel, None)


def _reporting(size: tuple[int, int], bands: SharedBands, progress: Progress) -> Callable[[int], None]:
    """Returns what reports how much of the picture is decoded, by all processes."""
    began, total = time.monotonic(), size[0] * size[1]

    def report(there: int) -> None:
        done = total * there // len(bands.rows)
        here = total * (there - bands.found) / len(bands.rows)
        progress(done, total, here / max(time.monotonic() - began, 1e-6))

    return report


def _written_by_one(
    path: Path, target: Path, bands: SharedBands, write: Callable[[], None]
) -> dict[str, bool]:
    """Writes the file, or waits for the process that does. Raises ExportError."""
    while bands.folder.exists():
        with claims.claimed(target) as mine:
            if mine and bands.folder.exists():
                write()
                return {"written": True, "complete": True}
        if not claims.is_ours_to_await(target):
            return {"written": False, "complete": False}
        time.sleep(shared_bands.POLL_S)
    if not _is_new(target):
        reason = message("the folder of its finished parts was removed before it was complete")
        raise ExportError(path, reason, message("export again"))
    return {"written": False, "complete": True}


def _is_new(target: Path) -> bool:
    """Returns whether the file was written since this process began."""
    try:
        return target.stat().st_mtime >= owner.STARTED
    except OSError:
        return False
