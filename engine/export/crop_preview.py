"""What an exported file will look like: a crop of it is encoded by the writer of its format and decoded again."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from engine.export import region_export
from engine.export.export_plan import ExportPlan
from engine.export.export_request import ExportRequest
from engine.export.file_crop import Crop, CropPreview
from engine.export.formats import PNG, Format, format_of
from engine.export.options import FileOptions
from engine.export.picture_head import PictureHead
from engine.export.region_export import ExportSource
from engine.geometry.axis import Axis
from engine.images import loading
from engine.images.bit_depth import Pixels, Raster
from engine.images.image import Image
from engine.images.picture import reduced, to_screen
from engine.models.implicit import Check

UNIT = 16
"""Px a side of the largest block that a JPEG encodes at once: a crop of whole blocks is encoded as the file is."""
SAMPLE, SAMPLES = 96, 5
"""Side of the samples that the file's size is estimated from, px, and how many there are along a side."""
MOST_RATIO = 4.0
"""Most that a model's crop can differ from bicubic in bytes, for the estimate."""
PYRAMID_BYTES = 4 / 3
"""Bytes of a picture and all its copies, as a multiple of its own."""


class CropEncoder:
    """Decodes, encodes and decodes again parts of a file that is planned.

    piece_side: as in region_export.write_region. check: cancellation check, called before each piece. sampled: mean
    bytes of a px by export, where they are known; filled here, so that the next crop of the same file takes less time.
    """

    def __init__(
        self,
        source: ExportSource,
        export: ExportRequest,
        planned: ExportPlan,
        piece_side: int | None,
        check: Check,
        sampled: dict[ExportRequest, float],
    ) -> None:
        self._source, self._export, self._planned = source, export, planned
        self._piece_side, self._check, self._sampled = piece_side, check, sampled
        kind = format_of(export.path)
        self._kind, self._options = _as_one_piece(kind, planned.options)
        self._copies = PYRAMID_BYTES if planned.options.pyramid or kind.tile else 1
        self._rows, self._cols = region_export.region_axes(source.picture.size, export.region, export.size)

    def preview(self, wanted: Crop, sketch: ExportSource) -> CropPreview:
        """Makes the preview of a crop, which is moved into the file. sketch: the picture under bicubic.

        Raises what `check` and the format's writer raise.
        """
        crop, blocks = _inside(wanted, self._export.size), _blocks(wanted, self._export.size)
        began = time.perf_counter()
        pixels = self._decoded(self._source, blocks)
        decoded_at = time.perf_counter()
        written, size = self._encoded(pixels)
        ms = np.diff([began, decoded_at, time.perf_counter()]) * 1e3 / (pixels.size / pixels.shape[2] / 1e6)
        part = _part(crop, blocks)
        alpha = None if written.alpha is None else written.alpha[part]
        result = to_screen(written.pixels[part], alpha)
        total = self._estimated(sketch, blocks, pixels, size)
        return CropPreview(crop, result, self._source_pixels(crop), total, float(ms[0]), float(ms[1]))

    def _decoded(self, source: ExportSource, crop: Crop) -> Raster:
        rows, cols = self._axes(crop)
        about = self._planned.decoded_bits, self._check, self._piece_side
        return self._planned.finished(region_export.decode_in_pieces(source, rows, cols, *about))

    def _axes(self, crop: Crop) -> tuple[Axis, Axis]:
        x, y, width, height = crop
        return self._rows.piece(y, height), self._cols.piece(x, width)

    def _encoded(self, pixels: Raster) -> tuple[Image, int]:
        """Returns what a file of these px shows, in sRGB, and its bytes."""
        with self._written(pixels) as path:
            return loading.load(path), path.stat().st_size

    def _bytes(self, pixels: Raster) -> int:
        with self._written(pixels) as path:
            return path.stat().st_size

    @contextmanager
    def _written(self, pixels: Raster) -> Iterator[Path]:
        """Gives a file of these px, as the format's writer makes it."""
        height, width, channels = pixels.shape
        head = PictureHead(height, width, channels, self._planned.bits, self._options, self._planned.embedded)
        with TemporaryDirectory(prefix="unpixel-") as folder:
            path = Path(folder) / f"crop{self._kind.suffixes[0]}"
            self._kind.write(path, head, iter([pixels]))
            yield path

    def _estimated(self, sketch: ExportSource, blocks: Crop, pixels: Raster, size: int) -> int:
        """Returns the bytes of the whole file, from samples of all of it under bicubic and from the crop under both."""
        if blocks[2:] == self._export.size:
            return round(size * self._copies)
        overhead = self._bytes(np.zeros_like(pixels[:1, :1]))
        per_px = max(size - overhead, 1) / (pixels.shape[0] * pixels.shape[1])
        smooth = self._decoded(sketch, blocks)
        ratio = per_px / (max(self._bytes(smooth) - overhead, 1) / (smooth.shape[0] * smooth.shape[1]))
        width, height = self._export.size
        per_px = self._mean(sketch, overhead) * min(max(ratio, 1 / MOST_RATIO), MOST_RATIO)
        return int((overhead + per_px * width * height) * self._copies)

    def _mean(self, sketch: ExportSource, overhead: int) -> float:
        """Returns the mean bytes of a px of the file under bicubic."""
        if self._export not in self._sampled:
            samples = self._samples(sketch)
            pixels = samples.shape[0] * samples.shape[1]
            self._sampled.clear()
            self._sampled[self._export] = max(self._bytes(samples) - overhead, 1) / pixels
        return self._sampled[self._export]

    def _samples(self, sketch: ExportSource) -> Raster:
        """Returns squares from all over the file side by side."""
        width, height = self._export.size
        across, down = min(SAMPLE, width), min(SAMPLE, height)
        lines = []
        for row in range(SAMPLES):
            y = (height - down) * row // (SAMPLES - 1)
            places = [(width - across) * col // (SAMPLES - 1) for col in range(SAMPLES)]
            lines.append(np.hstack([self._decoded(sketch, (x, y, across, down)) for x in places]))
        return np.vstack(lines)

    def _source_pixels(self, crop: Crop) -> Pixels:
        """Returns the px of the picture that each px of the crop lies in; their mean where it holds several."""
        rows, cols = self._axes(crop)
        picture = self._source.picture
        if rows.step >= 1 and cols.step >= 1:
            return to_screen(*reduced(picture, rows, cols))
        found = picture.image
        down, across = rows.nearest(picture.size[1])[0], cols.nearest(picture.size[0])[0]
        part = slice(down[0], down[-1] + 1), slice(across[0], across[-1] + 1)
        at = np.ix_(down - down[0], across - across[0])
        return to_screen(found.pixels[part][at], None if found.alpha is None else found.alpha[part][at])


def _as_one_piece(kind: Format, options: FileOptions) -> tuple[Format, FileOptions]:
    """Returns a format and its options that a crop is encoded with: without smaller copies, and without tiles.

    Their padding would count for more than in the whole file.
    """
    if kind.tile is not None:
        options = replace(options, quality=options.quality or kind.quality)
        kind = PNG if options.lossless else kind.tile
    return kind, replace(options, pyramid=False, strips=True)


def _inside(crop: Crop, size: tuple[int, int]) -> Crop:
    """Returns a crop moved and cut so that it lies in a file of `size` (width, height) px."""
    x, y, width, height = crop
    width, height = min(width, size[0]), min(height, size[1])
    return min(max(x, 0), size[0] - width), min(max(y, 0), size[1] - height), width, height


def _blocks(crop: Crop, size: tuple[int, int]) -> Crop:
    """Returns whole blocks around a crop, with one more on each side: a decoder blends their colours."""
    x, y, width, height = _inside(crop, size)
    left, top = max(x // UNIT - 1, 0) * UNIT, max(y // UNIT - 1, 0) * UNIT
    right = min((-(-(x + width) // UNIT) + 1) * UNIT, size[0])
    bottom = min((-(-(y + height) // UNIT) + 1) * UNIT, size[1])
    return left, top, right - left, bottom - top


def _part(crop: Crop, blocks: Crop) -> tuple[slice, slice]:
    x, y = crop[0] - blocks[0], crop[1] - blocks[1]
    return slice(y, y + crop[3]), slice(x, x + crop[2])
