"""Renders films: `render --film` and `render --resolutions`."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from engine import render, render_progress
from engine.base import write_failure
from engine.base.atomic_file import final_target, replacing
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.bookmarks import Bookmark
from engine.compute import device
from engine.compute.allocation import is_allocation_failure, typed_failures
from engine.decoding.continuous_image import ContinuousImage
from engine.export import target_folders
from engine.film import formats, numbered_files, video_file
from engine.film.formats import FilmFormat
from engine.film.frames import frames
from engine.film.path_file import FilmPath
from engine.film.video_file import EncoderError
from engine.images import notices
from engine.images.bit_depth import Pixels
from engine.images.image import Image
from engine.images.picture import Picture
from engine.images.rotation import rotated
from engine.models.implicit import Check, never_cancel
from engine.render_progress import Show


def run(
    film: FilmPath,
    out: Path,
    device_name: str,
    precision: str,
    quality: int | None = None,
    steered: bool = False,
    check: Check = never_cancel,
) -> dict[str, Any]:
    """Renders a film into the file or folder `out`; its picture and model are those of its first key view.

    steered: see engine/render_progress.py. check: raises an error if the film is cancelled; called before each frame
    and during decoding. Then, as after any other error, what was there before stays.
    Returns the fields that README documents for `render --film --json`. Raises UnpixelError.
    """
    began, first = time.perf_counter(), film.keys[0]
    kind = formats.format_of(out, film.size, quality)
    renderer = render.Renderer(first.model, device_name, precision)
    image = rotated(render.open_image(first.file, first.page), first.orientation)
    _check_target(image, out, kind)
    model, compute = renderer.load()
    path, source = film.zoom_path(), ContinuousImage(Picture(image), model, compute)
    count = path.frame_count(film.rate)
    pixels = frames(source, lambda number: path.frame(number, film.rate), count, check)
    with render_progress.shown(count, "frame", steered, leave=False) as show:
        _write(kind, out, film, quality or kind.quality, _with_progress(pixels, show), count)
    return {
        "out": str(out),
        "format": kind.name,
        "size": list(film.size),
        "frames": count,
        "rate": film.rate,
        "seconds": round(count / film.rate, 3),
        "model": model.info.name,
        "device": str(device.name(compute)),
        "bytes": _bytes(out),
        "notices": notices.lines([(Path(first.file), notice) for notice in image.notices]),
        "ms": round((time.perf_counter() - began) * 1e3, 1),
    }


def resolutions(source: str, model: str, sides: tuple[int, int], page: int | None = None) -> FilmPath:
    """Returns the film of a picture that is decoded at a growing number of px, as in the paper.

    sides: first and last longest side, px; the frame is as large as the last, rounded up to even sides.
    Raises ImageError, and ExportError for sides that no film has.
    """
    height, width = render.open_image(source, page).pixels.shape[:2]
    longest = max(width, height)
    size = tuple(2 * -(-side * max(sides) // (2 * longest)) for side in (width, height))
    middle = str(width / 2), str(height / 2)
    keys = [
        Bookmark(f"{side} px", source, model, *middle, side / longest, size[0], size[1], page=page)
        for side in sides
    ]
    try:
        return FilmPath(tuple(keys), (0.5, 0.5), (size[0], size[1]))
    except ValueError as error:
        raise ExportError(
            source, message("makes no film ({why})", why=error), message("choose other sizes")
        ) from error


def changed(film: FilmPath, out: Path, of_keys: dict[str, Any], values: dict[str, Any]) -> FilmPath:
    """Returns the film with other values of its key views, and other values of its own; None keeps one.

    Raises ExportError about `out`.
    """
    keys = tuple(replace(key, **_given(of_keys)) for key in film.keys)
    try:
        return replace(film, keys=keys, **_given(values))
    except ValueError as error:
        reason = message("makes no film ({why})", why=error)
        raise ExportError(out, reason, message("choose other values")) from error


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _check_target(image: Image, out: Path, kind: FilmFormat) -> None:
    """Raises ExportError if `out` is the file of the picture, or a folder that has files already."""
    if image.path is not None and out.exists() and out.samefile(image.path):
        raise ExportError(out, message("is the file of the picture itself"), message("choose another name"))
    if kind.codec is None and out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise ExportError(out, message("exists already"), message("choose a new or empty folder"))


def _with_progress(pixels: Iterator[Pixels], show: Show) -> Iterator[Pixels]:
    for number, each in enumerate(pixels, 1):
        yield each
        show(number)


def _write(
    kind: FilmFormat, out: Path, film: FilmPath, quality: int, pixels: Iterator[Pixels], count: int
) -> None:
    with _explained(out), typed_failures(out):
        target_folders.note(final_target(out).parent if kind.codec else out.parent)
        if kind.codec is None:
            numbered_files.write(out, pixels, film.size)
            return
        with replacing(out, partial(_verify, out, kind, film, count)) as temporary:
            video_file.write(temporary, pixels, film.size, film.rate, quality, kind.codec)


def _verify(out: Path, kind: FilmFormat, film: FilmPath, count: int, written: Path) -> None:
    """Reads the temporary file `written` back. Raises ExportError, about `out`, if it is not the film."""
    try:
        if kind.codec in (video_file.WEBP, video_file.AV1):
            found = video_file.read_animation(written, film.rate)
        else:
            found = video_file.read_back(written)
    # a failing disk can damage a file in any way, so its reader can raise any exception
    except Exception as error:
        if is_allocation_failure(error):
            raise
        reason = message("could not be read back from the disk ({why})", why=error)
        raise ExportError(out, reason, message("check the disk, and export again")) from error
    if found != (film.size, count):
        reason = message("was read back as {found}, not {right}", found=found, right=(film.size, count))
        raise ExportError(out, reason, message("check the disk, and export again"))


@contextmanager
def _explained(out: Path) -> Iterator[None]:
    """Raises what the system and FFmpeg refuse as ExportError."""
    try:
        yield
    except OSError as error:
        if is_allocation_failure(error):
            raise
        raise ExportError(out, *write_failure.explained(error, out)) from error
    except EncoderError as error:
        reason = message("the encoder refused the film ({why})", why=error)
        raise ExportError(out, reason, message("choose another size or format")) from error


def _bytes(out: Path) -> int:
    files = out.iterdir() if out.is_dir() else [out]
    return sum(file.stat().st_size for file in files)
