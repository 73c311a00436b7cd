"""Texts about an export that is being chosen: what it will be, and why it cannot be. No widgets."""

from fractions import Fraction
from pathlib import Path

from engine.base.errors import ExportError
from engine.export import preflight
from engine.export.file_crop import CropPreview
from engine.export.formats import Format
from engine.export.picture_head import PictureHead
from engine.export_choices import ExportChoices
from engine.session.events import ExportPlanned, ModelSpeed
from viewer.base import formatting
from viewer.base.language import tr, translated
from viewer.export import estimates
from viewer.export.subject import ExportSubject


def text(
    size: tuple[int, int],
    region: tuple[Fraction, Fraction],
    choices: ExportChoices,
    planned: ExportPlanned | None,
    preview: CropPreview | None,
    speed: ModelSpeed | None,
) -> str:
    """Returns size and format of the file; once it is previewed as chosen also its bytes, time and memory."""
    bits = choices.options.bits or (planned.bits if planned else 8)
    name = choices.kind.name
    kind = name if bits == 8 else tr("{format}, {bits} bits").format(format=name, bits=bits)
    pixels = formatting.size(*size), formatting.megapixels(size[0] * size[1])
    if planned is None or preview is None:
        head = tr("{size} px, {megapixels}\n{format}").format(
            size=pixels[0], megapixels=pixels[1], format=kind
        )
        return f"{head}\n…"  # as many lines as below: the preview keeps its size
    took = estimates.seconds(size, region, preview, speed)
    return tr("{size} px, {megapixels}\n{format}, about {amount}\nabout {time}, {memory} of memory").format(
        size=pixels[0],
        megapixels=pixels[1],
        format=kind,
        amount=formatting.amount(preview.bytes),
        time=formatting.span(took),
        memory=formatting.amount(planned.memory),
    )


def refusal(path: Path, size: tuple[int, int], choices: ExportChoices, planned: ExportPlanned | None) -> str:
    """Returns why the file cannot be written, and what to do; empty if nothing is known that would hinder it."""
    found = planned.refusal if planned else None
    bits = choices.options.bits or (planned.bits if planned else 8)
    head = PictureHead(size[1], size[0], 3, bits, choices.options)
    try:
        preflight.check_options(path, choices.kind, choices.options)
        preflight.check_size(path, choices.kind, head)
    except ExportError as error:
        found = error.reason, error.remedy
    if found is None:
        return ""
    return tr("{reason}; {remedy}").format(reason=translated(found[0]), remedy=translated(found[1]))


def loses_more(before: Format, now: Format, subject: ExportSubject) -> bool:
    """Returns whether a format holds less of a picture than the one before."""
    alpha = before.alpha and not now.alpha and subject.has_alpha
    bits = subject.opened.bits
    return alpha or min(max(now.bits), bits) < min(max(before.bits), bits)
