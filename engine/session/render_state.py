"""State of the engine thread: the current picture, model and tile caches. Only the engine's thread uses it.

torch is loaded with the first model, never before: the picture is on the screen by then.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.base.printable import file_name
from engine.base.resources import Resources
from engine.compute.torch_loading import load_torch
from engine.export.export_request import ExportRequest
from engine.geometry import orientation
from engine.images.bit_depth import read_only
from engine.images.demo import demo
from engine.images.image import Image
from engine.images.large.previewing import Conversion
from engine.images.large.raster import damage_found
from engine.images.picture import Picture, region_pixels
from engine.images.rotation import rotated
from engine.session import events
from engine.session.events import Grade, Tile
from engine.session.frames import Frames, animation_of
from engine.session.preloader import Preloader
from engine.session.requests import (
    DEMO,
    CopyPixels,
    EncodeAhead,
    ExportPicture,
    LensRequest,
    OpenPicture,
    PreviewExport,
    ProfileRequest,
    Reconfigure,
    RotatePicture,
    SideRequest,
    UncertaintyRequest,
    UseModel,
    ViewRequest,
)
from engine.session.view_coefficients import ViewCoefficients
from engine.session.view_references import ViewReferences
from engine.session.view_tiles import Check, ViewTiles, is_quick

if TYPE_CHECKING:
    from engine.checkpoints.model import Model
    from engine.compute.device import Compute
    from engine.decoding.continuous_image import ContinuousImage
    from engine.session.under_models import Images


class RenderState:
    """Serves the requests of engine/session/requests.py one at a time. `emit` gets their answers."""

    def __init__(
        self,
        emit: Callable[[events.Event], None],
        preloader: Preloader,
        frames: Frames,
        resources: Resources,
    ) -> None:
        self._emit = emit
        self._preloader = preloader
        self._frames = frames
        self._resources = resources
        self.picture: Picture | None = None
        self.last_view: ViewRequest | None = None
        self._picture_number = self._noticed = 0
        self._previewed = False  # a picture that is being converted is on the screen
        self._orientation = orientation.UPRIGHT
        self._model: Model | None = None
        self._requested_model = ""  # the name or path that was requested last, loaded or not
        self._loaded_model = ""  # the name or path that the loaded model was requested by
        self._compute: Compute | None = None
        self._decoded: ContinuousImage | None = None  # the picture under the model
        self._sketch: ContinuousImage | None = None  # and under bicubic
        self._other: tuple[str | None, Images] | None = None  # under another model, for an export
        self._tiles: ViewTiles | None = None
        self._coefficients: ViewCoefficients | None = None
        self._references = ViewReferences(emit, self._publish)
        self._sampled: dict[ExportRequest, float] = {}  # see CropEncoder
        self._hits = self._misses = 0

    def open(self, request: OpenPicture, check: Check) -> None:
        """Opens a picture. Raises ImageError and what `check` raises; then the picture before stays."""
        check()
        match request.source:
            case Image() as image:
                picture = Picture(image)
                self._preloader.close_file()
            case str() if request.source == DEMO:
                picture = Picture(demo())
                self._preloader.close_file()
            case path:
                if frame := self._frames.picture(path, request.page, request.orientation):
                    self._set_picture(request.number, frame, request.orientation, is_rotation=False)
                    return
                picture = self._preloader.open(
                    path, check, request.page, lambda now: self._show_conversion(request, path.name, now)
                )
        if request.orientation != orientation.UPRIGHT:
            picture = Picture(rotated(picture.image, request.orientation))
        self._set_picture(request.number, picture, request.orientation, is_rotation=False)

    def _show_conversion(self, request: OpenPicture, name: str, now: Conversion) -> None:
        """Tells how far a picture is converted. Also in another thread than the engine's, while that one waits."""
        now = now.turned(request.orientation)
        if now.preview is not None:
            self._previewed = True
        self._emit(events.PictureConverting(request.number, now.size, file_name(name), now.done, now.preview))

    def announce_again(self) -> bool:
        """Announces the picture before, if one that could not be opened was shown. Returns whether one was shown."""
        previewed, self._previewed = self._previewed, False
        if previewed and self.picture is not None:
            self._announce(self.picture, is_rotation=False)
        return previewed

    def rotate(self, request: RotatePicture) -> None:
        """Rotates the picture relative to its present orientation; its file is not read again."""
        if self.picture is not None:
            picture = Picture(rotated(self.picture.image, request.by))
            oriented = orientation.composed(self._orientation, request.by)
            self._set_picture(request.number, picture, oriented, is_rotation=True)

    def _set_picture(self, number: int, picture: Picture, oriented: int, is_rotation: bool) -> None:
        _ = picture.preview  # made first: if memory runs out, the picture before stays
        self.picture, self._orientation, self.last_view = picture, oriented, None
        self._picture_number = self._references.picture_number = number
        self._sampled = {}
        self._reset_tiles()
        self._previewed = False
        self._frames.open(animation_of(picture.image, oriented))
        self._announce(picture, is_rotation)

    def _announce(self, picture: Picture, is_rotation: bool) -> None:
        number, image = self._picture_number, picture.image
        about = image.name, image.path, image.notices, picture.preview, image.bits
        oriented = self._orientation
        self._emit(events.PictureOpened(number, picture.size, *about, oriented, is_rotation, image.pages))
        arrays = image.pixels, image.alpha
        self._emit(events.PictureSource(number, *arrays, image.file_info, image.values))

    def use_model(self, request: UseModel) -> None:
        """Loads a model and decodes with it from now on. Raises ModelError; then the model before stays."""
        self._load_model(request.model)
        self._announce_model(request.number)

    def _load_model(self, name: str) -> None:
        self._requested_model = name
        load_torch()
        from engine.checkpoints import library

        self._model = library.load(name, self.compute.device)
        self._loaded_model = name
        self._reset_tiles()

    def copy_pixels(self, request: CopyPixels) -> None:
        """Answers with the source px that a region touches."""
        if self.picture is not None:
            pixels = region_pixels(self.picture.image, request.region)
            self._emit(events.PixelsCopied(request.number, pixels))

    def reconfigure(self, request: Reconfigure) -> None:
        """Changes device, precision, threads and cache sizes. Raises DeviceError; then nothing changes."""
        resources = request.resources
        if self._compute is not None:
            from engine.compute import device, threads

            self._compute = device.choose(resources.device, resources.precision)
            threads.use_threads(resources.threads)
        self._resources = resources
        self._references.drop()
        if self._model is not None:
            self._model = self._model.on(self.compute.device)
            self._reset_tiles()
            self._announce_model(request.number)
        elif self._requested_model:
            self._load_model(self._requested_model)
            self._announce_model(request.number)
        else:
            self._reset_tiles()

    @property
    def compute(self) -> "Compute":
        """Device and precision. Raises DeviceError if the device of the settings is not there."""
        if self._compute is None:
            load_torch()
            from engine.compute import device, threads

            self._compute = device.choose(self._resources.device, self._resources.precision)
            threads.use_threads(self._resources.threads)
        return self._compute

    def _announce_model(self, number: int) -> None:
        from engine.compute import device

        assert self._model is not None
        info, net = self._model.info, self._model.net
        about = info.name, info.max_scale, device.name(self.compute), device.precision(self.compute)
        quick = is_quick(self._model)
        self._emit(events.ModelReady(number, *about, self._loaded_model, quick, net.upsampling))

    def render_view(self, request: ViewRequest, check: Check) -> None:
        """Makes the tiles of a view, those nearest its centre first. Raises what `check` raises.

        A view above scale 1 without a model, or without a picture, is made once there is one.
        """
        self.last_view = request
        tiles, view = self._tiles, request.view
        if tiles is None or (view.scale > 1 and self._decoded is None):
            return

        def publish(made: tuple[Tile, ...]) -> None:
            self._publish(request, made)

        if self._coefficients is not None and self._coefficients.can_send(request):
            self._send_coefficients(request, self._coefficients, check)
            return
        if view.scale > 1 and request.moving and tiles.quick:
            tiles.follow(view, publish, check)
            self._references.make(tiles.picture, self._compute, request, check, costly=(False, True))
            return
        total, missing = len(tiles.rects(view, Grade.EXACT)), len(tiles.missing(view, Grade.EXACT))
        self._hits, self._misses = self._hits + total - missing, self._misses + missing
        if view.scale > 1 and not tiles.quick:
            self._render_costly(request, tiles, check)
            return
        in_one_piece = view.scale > 1 and tiles.make_in_one_piece(view, publish, check)
        if not in_one_piece:
            tiles.make(view, Grade.EXACT, publish, check)
        self._settle(request)
        self._references.make(tiles.picture, self._compute, request, check, costly=(False, True))
        if in_one_piece:  # the tiles across the view's border, so that a pan has to make a strip only
            tiles.make(view, Grade.EXACT, publish, check)
        self._emit(self._stats(request.number))

    def _send_coefficients(self, request: ViewRequest, made: ViewCoefficients, check: Check) -> None:
        """Sends the polynomials of a view, which the window evaluates itself."""
        made.send(request, check)
        if not request.moving:
            self._settle(request)
        assert self.picture is not None
        self._references.make(self.picture, self._compute, request, check, costly=(False, True))
        if not request.moving:
            made.send_border(request, check)
            self._emit(self._stats(request.number))

    def _render_costly(self, request: ViewRequest, tiles: ViewTiles, check: Check) -> None:
        """Makes a costly model's view; quick references come first, since they take a moment."""
        self._references.make(tiles.picture, self._compute, request, check, costly=(False,))
        tiles.refine(request.view, request.exact, lambda made: self._publish(request, made), check)
        self._settle(request)
        self._references.make(tiles.picture, self._compute, request, check, costly=(True,))
        self._emit(self._stats(request.number))

    def _lens(self, request: LensRequest, check: Check) -> None:
        """Makes the tiles of a second view, if there is the model that it needs."""
        if self._tiles is not None and (request.view.scale <= 1 or self._decoded is not None):
            self._tiles.make_at_rest(request.view, lambda made: self._publish(request, made), check)

    def _publish(
        self, request: ViewRequest | LensRequest, tiles: tuple[Tile, ...], reference: str = ""
    ) -> None:
        cell = request.view.cell
        self._emit(events.TilesReady(request.number, self._picture_number, tiles, cell, reference))

    def _settle(self, request: ViewRequest) -> None:
        self._report_damage()
        self._emit(events.ViewSettled(request.number, (time.perf_counter() - request.requested_at) * 1e3))

    def _report_damage(self) -> None:
        """Says once that parts of a large picture, which were read by now, are damaged."""
        assert self.picture is not None
        image = self.picture.image
        notices = tuple(each for each in damage_found(image.pixels) if each not in image.notices)
        if notices and self._noticed != self._picture_number:
            self._noticed = self._picture_number
            self._emit(events.PictureNoticed(self._picture_number, notices))

    def encode_ahead(self, request: EncodeAhead, check: Check) -> None:
        """Encodes what the next views will probably show, if a model is loaded. Raises what `check` raises."""
        if self._tiles is not None and self._decoded is not None:
            self._tiles.encode_ahead(request.view, request.at, check)
            self._emit(events.EncodedAhead(request.number))

    def answer(self, request: SideRequest, check: Check) -> None:
        """Serves a side request. Raises ExportError, ModelError, and what `check` raises."""
        match request:
            case ProfileRequest():
                self._profile(request, check)
            case UncertaintyRequest():
                self._uncertainty(request, check)
            case LensRequest():
                self._lens(request, check)
            case PreviewExport():
                self._preview(request, check)

    def _profile(self, request: ProfileRequest, check: Check) -> None:
        """Answers with the colours along a line, if a model is loaded. Raises what `check` raises."""
        from engine.decoding import line_profile

        if self._decoded is None or self._sketch is None:
            return
        model, bicubic = (
            line_profile.decoded_line(source, request.line, check) for source in (self._decoded, self._sketch)
        )
        pixels = line_profile.source_line(self._decoded.picture.image.pixels, request.line)
        self._emit(events.ProfileReady(request.number, *map(read_only, (model, bicubic, pixels))))

    def _uncertainty(self, request: UncertaintyRequest, check: Check) -> None:
        """Answers with the uncertainty of a view, if a model decodes it. Raises what `check` raises."""
        from engine.decoding import uncertainty

        if self._decoded is not None and request.view.scale > 1:
            by_spread = request.kind is uncertainty.UncertaintyKind.SPREAD
            estimate = uncertainty.ensemble_deviation if by_spread else uncertainty.source_error
            values = estimate(self._decoded, request.view, check)
            if values is not None:
                values = replace(values, values=read_only(values.values))
            self._emit(events.UncertaintyReady(request.number, values))

    def export(self, request: ExportPicture, prepared: "tuple[Picture, Model] | None", check: Check) -> None:
        """Writes an image file. prepared: its picture and model, if not those of the view. Raises UnpixelError."""
        from engine.session import exporting, under_models

        check()
        where = self.compute, self._resources
        images = under_models.images(*prepared, *where) if prepared else self._export_images(request)
        exporting.export(request, *images, self._emit, check)

    def _preview(self, request: PreviewExport, check: Check) -> None:
        """Answers with what a crop of an export will look like."""
        from engine.session import exporting

        exporting.preview(request, *self._export_images(request), self._sampled, self._emit, check)

    def shown_of(self, request: ExportPicture | PreviewExport) -> "tuple[Picture | None, Model | None]":
        """Returns the picture and the model of an export, where they are those of the view."""
        is_shown, name = request.picture in (None, self._picture_number), request.export.model
        return self.picture if is_shown else None, self._model if name in (None, self._loaded_model) else None

    def _export_images(self, request: ExportPicture | PreviewExport) -> "Images":
        """Returns the shown picture under the model of an export, and under bicubic. Raises ExportError.

        A model that does not decode views is kept until another is wanted.
        """
        from engine.session import exporting, under_models

        exporting.check_open(request, self.picture, self.shown_of(request)[0], self._model)
        assert self.picture is not None and self._decoded is not None and self._sketch is not None
        name = request.export.model
        if name in (None, self._loaded_model):
            return self._decoded, self._sketch
        if self._other is None or self._other[0] != name:
            from engine.checkpoints import library

            self._other, model = None, library.load(name or "", self.compute.device)
            self._other = name, under_models.images(self.picture, model, self.compute, self._resources)
        return self._other[1]

    def free_memory(self) -> None:
        """Drops all that can be made again: tiles, latents, references and the picture's neighbours."""
        from engine.compute import allocation

        self._other = None
        self._references.drop()
        self._preloader.drop_neighbours()
        self._frames.free_memory()
        if self._tiles is not None:
            self._tiles.clear()
        for decoded in (self._decoded, self._sketch):
            if decoded is not None:
                decoded.free_memory()
        allocation.free_unused()

    def _stats(self, number: int) -> events.EngineStats:
        assert self._tiles is not None
        cached = {"tiles": self._tiles.cached_bytes, "neighbours": self._preloader.cached_bytes}
        cached["frames"] = self._frames.cached_bytes
        cached |= {} if self._decoded is None else self._decoded.cached_bytes
        cached |= self._references.cached_bytes
        return events.EngineStats(number, self._hits, self._misses, cached, self._tiles.speed)

    def _reset_tiles(self) -> None:
        """Drops all that was decoded for the picture, model or settings before."""
        self._decoded = self._sketch = self._other = self._coefficients = None
        if self.picture is None:
            self._tiles = None
            return
        if self._model is not None and self._compute is not None:
            from engine.session import under_models

            where = self._compute, self._resources
            self._decoded, self._sketch = under_models.images(self.picture, self._model, *where)
            self._coefficients = ViewCoefficients(self._decoded, self._picture_number, self._emit)
        speeds = None if self._tiles is None else self._tiles.speeds
        self._tiles = ViewTiles(self.picture, self._decoded, self._sketch, self._resources.tiles, speeds)
