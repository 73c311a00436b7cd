"""Writes an export in the engine thread, and shows beforehand what it will look like."""

import time
from collections.abc import Callable

from engine.base.errors import ExportError
from engine.base.messages import message
from engine.checkpoints.model import Model
from engine.decoding.blend import mixed
from engine.decoding.continuous_image import ContinuousImage
from engine.export import export_plan, preflight, region_export
from engine.export.crop_preview import CropEncoder
from engine.export.export_request import ExportRequest
from engine.export.formats import format_of
from engine.export.picture_head import PictureHead
from engine.images.picture import Picture
from engine.models.implicit import Check
from engine.session import events
from engine.session.requests import ExportPicture, PreviewExport
from engine.session.view_tiles import is_quick


def export(
    request: ExportPicture,
    model: ContinuousImage,
    bicubic: ContinuousImage,
    emit: Callable[[events.Event], None],
    check: Check,
) -> None:
    """Writes the file. Raises ExportError, and what `check` raises."""
    wanted, began = request.export, time.perf_counter()

    def report(done: int, total: int, px_per_s: float) -> None:
        emit(events.ExportProgress(request.number, done, total, px_per_s))

    source = mixed(model, bicubic, wanted.fidelity)
    planned = export_plan.plan(wanted.path, model.picture.image, wanted.size, wanted.options)
    about = wanted.region, wanted.size, wanted.path
    region_export.write_region(source, *about, report, check, piece_side(model), planned)
    ms = (time.perf_counter() - began) * 1e3
    emit(events.Exported(request.number, wanted.path, wanted.size, ms))


def check_open(
    request: ExportPicture | PreviewExport, shown: Picture | None, meant: Picture | None, model: Model | None
) -> None:
    """Raises ExportError if there is no picture or model, or another picture is shown than the one that is meant."""
    path = request.export.path
    if shown is None:
        raise ExportError(path, message("there is no picture to export"), message("open a picture first"))
    if model is None:
        remedy = message("choose a model that loads, then export again")
        raise ExportError(path, message("no model is loaded"), remedy)
    if meant is None:
        reason = message("another picture was opened before the export began")
        raise ExportError(path, reason, message("open that picture again, then export"))


def piece_side(model: ContinuousImage) -> int | None:
    """Output px a side of the pieces that a costly model decodes at once; None for a quick one."""
    return None if is_quick(model.model) else 2 * model.model.net.tile


def preview(
    request: PreviewExport,
    model: ContinuousImage,
    bicubic: ContinuousImage,
    sampled: dict[ExportRequest, float],
    emit: Callable[[events.Event], None],
    check: Check,
) -> None:
    """Answers with what the file will hold, then with a crop of it. Raises ExportError, and what `check` raises.

    sampled: of the picture, as in CropEncoder.
    """
    wanted, picture = request.export, model.picture.image
    kind = format_of(wanted.path)
    planned = export_plan.plan(wanted.path, picture, wanted.size, wanted.options)
    channels = 3 if picture.alpha is None else 4
    head = PictureHead(*wanted.size[::-1], channels, planned.bits, planned.options, planned.embedded)
    refusal = preflight.refusal(wanted.path, kind, head)
    memory = region_export.memory(kind, head)
    emit(events.ExportPlanned(request.number, planned.bits, planned.notices, refusal, memory))
    check()
    source = mixed(model, bicubic, wanted.fidelity)
    encoder = CropEncoder(source, wanted, planned, piece_side(model), check, sampled)
    emit(events.ExportPreviewed(request.number, encoder.preview(request.crop, bicubic)))
