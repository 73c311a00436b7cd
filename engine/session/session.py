"""The engine's interface for the viewer: it takes requests, serves them in one thread and emits events.

Importing this loads no torch.
engine/session/request_queue.py says which request is served next. A newer view cancels an older one between two pieces
of its work; an export serves more urgent requests between its own pieces. When nothing is left to do, the neighbours
of the picture are decoded (engine/session/preloader.py), and latents of the coming view are encoded.

Threads: only the engine's thread serves requests and uses the render state. The decoder runs parts of its work in pool
threads (engine/compute/cores.py) and calls the cancellation check there too. In a pool thread the check may only raise
Superseded or return: a request served there would deadlock: it waits for the pool, and the pool waits for it.
"""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base import errors
from engine.base.errors import Superseded, UnpixelError
from engine.base.messages import Message, message
from engine.base.resources import DEFAULT_RESOURCES, NICENESS, Resources
from engine.base.thread_priority import yield_to_window
from engine.compute import allocation, freed_memory
from engine.decoding.line_profile import ProfileLine
from engine.decoding.uncertainty import UncertaintyKind
from engine.export.export_request import ExportRequest
from engine.export.file_crop import Crop
from engine.geometry.viewport import Region, Viewport
from engine.images.image import Image
from engine.session import events
from engine.session.export_preparation import ExportPreparation
from engine.session.frames import Frames
from engine.session.preloader import Preloader
from engine.session.request_queue import RequestQueue
from engine.session.requests import (
    DEMO,
    SUBJECTS,
    AddModel,
    CopyPixels,
    DescribeModel,
    EncodeAhead,
    ExportOrigin,
    ExportPicture,
    Held,
    LensRequest,
    ListModels,
    MeasureModel,
    ModelRequest,
    OpenPicture,
    PreviewExport,
    ProfileRequest,
    Reconfigure,
    RemoveModel,
    Request,
    RotatePicture,
    Task,
    UncertaintyRequest,
    UseModel,
    ViewRequest,
    task_of,
)

if TYPE_CHECKING:
    from engine.compute.device import Compute
    from engine.session.render_state import RenderState

logger = logging.getLogger(__name__)
TRIM_PERIOD = 0.25
"""Least seconds between two returns of freed memory to the system."""
THREAD = "engine"
"""Name of the threads of sessions. Each ends after the other threads of its session."""


class Session:
    """Runs the engine's thread. Every method returns at once and may be called from any thread.

    Methods that make a request return its number; the events that answer it carry the number. `emit` is called with
    each event, in the engine's threads.
    """

    def __init__(
        self, emit: Callable[[events.Event], None], resources: Resources = DEFAULT_RESOURCES
    ) -> None:
        self._emit, self._resources = emit, resources
        self._queue = RequestQueue()
        self._preloader = Preloader(emit, NICENESS)
        self._frames = Frames(emit, NICENESS)
        self._preparation = ExportPreparation(self._queue, self._report_end, THREAD)
        self._thread = threading.Thread(target=self._run, name=THREAD)
        self._thread.start()

    def newest(self, task: Task) -> int:
        """Returns the number of the newest request of a task; 0 if there was none."""
        return self._queue.newest(task)

    def open(self, path: Path, orientation: int = 0, page: int | None = None) -> int:
        """Opens a file in an orientation: PictureOpened and PictureSource, or Failed, or OpenCancelled.

        A large picture that has to be converted first is shown meanwhile: PictureConverting repeatedly.
        page: which of its pictures, from 0; None for the one that it shows first. A newer opening cancels this one
        without an answer.
        """
        return self._queue.put(lambda number: OpenPicture(number, path, orientation, page))

    def open_image(self, image: Image) -> int:
        """Opens a picture that is in memory: PictureOpened and PictureSource."""
        return self._queue.put(lambda number: OpenPicture(number, image))

    def open_demo(self) -> int:
        """Draws and opens the demo picture: PictureOpened and PictureSource."""
        return self._queue.put(lambda number: OpenPicture(number, DEMO))

    def cancel_open(self) -> None:
        """Cancels the opening that runs or waits, if there is one: OpenCancelled. The picture before stays."""
        self._queue.cancel_opens()

    def preload(self, paths: tuple[Path, ...]) -> int:
        """Decodes neighbours of the picture, the likeliest first, once the engine is idle: Preloaded for each."""
        return self._queue.put_neighbours(paths)

    def play(self, picture: int, first: int) -> None:
        """Decodes frames of the open animation, from `first` on, ahead of the newest `frame`. Failed if it cannot.

        picture: PictureOpened.request.
        """
        self._frames.play(picture, first)

    def frame(self, number: int) -> events.ShownFrame | None:
        """Returns a frame of the animation that plays; None if it is not decoded yet."""
        return self._frames.frame(number)

    def stop_playing(self) -> None:
        """Decodes no more frames. Opening the one that is shown takes no time."""
        self._frames.stop()

    def rotate(self, by: int) -> int:
        """Rotates the picture by an orientation: PictureOpened once more."""
        return self._queue.put(lambda number: RotatePicture(number, by))

    def copy_pixels(self, region: Region) -> int:
        """Asks for the source px that a region touches: PixelsCopied."""
        return self._queue.put(lambda number: CopyPixels(number, region))

    def use_model(self, model: str) -> int:
        """Changes the model: ModelReady or Failed. The newest view is made again."""
        return self._queue.put(lambda number: UseModel(number, model))

    def reconfigure(self, resources: Resources) -> int:
        """Changes what the engine may use: ModelReady if there is a model, or Failed. The newest view is made again."""
        return self._queue.put(lambda number: Reconfigure(number, resources))

    def request_view(
        self,
        view: Viewport,
        exact: bool = True,
        moving: bool = False,
        references: tuple[str, ...] = (),
        held: tuple[Held, ...] = (),
    ) -> int:
        """Asks for a view and cancels the views before it.

        Answers: TilesReady for each group of tiles, then ViewSettled (a quick model's view amid a gesture has none).
        With `held`: CoefficientsReady instead of TilesReady, where the view is made of polynomials.
        With references: TilesReady of each reference, and for a view at rest ReferencesSettled.
        """
        now = time.perf_counter()
        return self._queue.put(lambda number: ViewRequest(number, view, now, exact, moving, references, held))

    def request_profile(self, line: ProfileLine) -> int:
        """Asks for the colours along a line: ProfileReady, once the view is complete.

        There is no answer if a newer view, line or picture comes first, or without a model: ask again when settled.
        """
        return self._queue.put(lambda number: ProfileRequest(number, line))

    def request_uncertainty(self, kind: UncertaintyKind, view: Viewport) -> int:
        """Asks how uncertain a view is: UncertaintyReady, under the conditions of `request_profile`."""
        return self._queue.put(lambda number: UncertaintyRequest(number, kind, view))

    def request_lens(self, view: Viewport) -> int:
        """Asks for the tiles of a second view: TilesReady for each group, under the conditions of `request_profile`."""
        return self._queue.put(lambda number: LensRequest(number, view))

    def encode_ahead(self, view: Viewport, at: tuple[float, float]) -> int:
        """Encodes what the views after this one will probably show, once the engine is idle: EncodedAhead.

        at: the pointer, device px of the view. Any other request ends it without an answer.
        """
        return self._queue.put(lambda number: EncodeAhead(number, view, at))

    def export(
        self, export: ExportRequest, picture: int | None = None, origin: ExportOrigin | None = None
    ) -> int:
        """Writes a file: ExportProgress repeatedly, then Exported, ExportCancelled or Failed.

        picture: PictureOpened.request of the picture that is meant. If another one was opened meanwhile, it is opened
        again from `origin`; without that, the export fails.
        """
        return self._queue.put(lambda number: ExportPicture(number, export, picture, origin))

    def preview_export(self, export: ExportRequest, crop: Crop, picture: int | None = None) -> int:
        """Asks what a crop of an export will look like: ExportPlanned, then ExportPreviewed, or Failed.

        A newer call replaces this one, views go first, and `cancel_preview` ends it without an answer.
        crop: x, y, width, height in px of the file. picture: as in `export`.
        """
        return self._queue.put(lambda number: PreviewExport(number, export, crop, picture))

    def cancel_preview(self) -> None:
        """Drops the preview that waits or runs."""
        self._queue.cancel_previews()

    def cancel_export(self, export: int | None = None) -> None:
        """Cancels an export, by its number: ExportCancelled. None cancels the one that runs, and those that wait."""
        if export is None:
            self._queue.cancel_exports()
        else:
            self._queue.cancel_export(export)

    def pause_export(self, export: int, paused: bool = True) -> None:
        """Pauses an export, by its number, or lets it go on. Those after it are served meanwhile, each to its end."""
        self._queue.pause_export(export, paused)

    def list_models(self) -> int:
        """Asks for the installed models: ModelsListed, then ModelDescribed for each."""
        return self._queue.put(ListModels)

    def describe_model(self, model: str) -> int:
        """Asks for the description of an installed model: ModelDescribed or Failed."""
        return self._queue.put(lambda number: DescribeModel(number, model))

    def add_model(self, path: Path) -> int:
        """Copies the model of a file to the user's models: as list_models, or Failed."""
        return self._queue.put(lambda number: AddModel(number, path))

    def remove_model(self, model: str) -> int:
        """Deletes one of the user's models: as list_models, or Failed."""
        return self._queue.put(lambda number: RemoveModel(number, model))

    def measure_model(self, model: str, again: bool = False) -> int:
        """Measures an installed model when the engine is idle: ModelMeasured or Failed.

        again: even if it was measured before. A newer call replaces an older one.
        """
        return self._queue.put(lambda number: MeasureModel(number, model, again))

    def cancel_measurement(self) -> None:
        """Cancels the measurement that waits or runs."""
        self._queue.drop_measurement()

    @property
    def measuring(self) -> bool:
        """Whether a measurement waits or runs."""
        return self._queue.measurement is not None

    def close(self) -> None:
        """Cancels all work and lets the threads end; returns at once. No request is served any more."""
        self._queue.close()
        self._preloader.close()
        self._frames.close()

    def join(self, timeout: float | None = None) -> bool:
        """Waits until the threads of a closed session have ended, for `timeout` seconds at most. Returns whether."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    # What follows runs in the engine's thread.

    def _run(self) -> None:
        from engine.session.render_state import RenderState

        yield_to_window(NICENESS)
        state = RenderState(self._emit, self._preloader, self._frames, self._resources)
        trimmed_at = time.perf_counter()
        while (request := self._queue.wait()) is not None:
            if isinstance(request, tuple):
                self._preloader.preload(*request)
                continue
            self._serve(state, request)
            # Views allocate blocks of ever other sizes, and the holes between cached blocks add up to more than the
            # caches. A view at rest can wait the few ms that returning them takes; a gesture cannot.
            moving = not isinstance(request, ViewRequest) or request.moving or self._queue.gesture_frame_waits
            if not moving and time.perf_counter() - trimmed_at > TRIM_PERIOD:
                freed_memory.return_to_system()
                trimmed_at = time.perf_counter()
        self._preloader.join()
        self._frames.join()

    def _serve(self, state: "RenderState", request: Request) -> None:
        assert threading.current_thread() is self._thread, "requests are served in the engine's thread only"
        self._report_end(request, lambda: self._perform_in_memory(state, request))

    def _report_end(self, request: Request, perform: Callable[[], None]) -> None:
        """Serves a request, and reports how that ends if it raises."""
        try:
            perform()
        except Superseded:
            if isinstance(request, ViewRequest):
                self._queue.restore_view(request)
            elif isinstance(request, PreviewExport):
                self._queue.restore_preview(request)
            elif isinstance(request, ExportPicture):
                self._emit(events.ExportCancelled(request.number))
            elif isinstance(request, OpenPicture) and self._queue.is_cancelled(request):
                self._emit(events.OpenCancelled(request.number))
        except UnpixelError as error:
            self._fail(request, error.message)
        except Exception as error:
            if self._queue.closing:  # the interpreter may be ending: the decoder's threads have ended
                return
            logger.exception("internal error")
            reason = message("internal error ({why})", why=repr(error))
            self._fail(request, _about_task(request, reason, message("please report it")))

    def _perform_in_memory(self, state: "RenderState", request: Request) -> None:
        """Serves a request; if memory runs out, once more with empty caches. Raises OutOfMemoryError.

        The decoder has divided its work into smaller pieces before (engine/decoding/smaller_pieces.py).
        """

        def perform() -> bool:
            self._perform(state, request)
            return True

        if allocation.unless_out_of_memory(perform):
            return
        state.free_memory()
        with allocation.typed_failures(message(SUBJECTS[task_of(request)])):
            self._perform(state, request)

    def _fail(self, request: Request, reason: Message) -> None:
        self._queue.drop_measurement(request)
        self._emit(events.Failed(request.number, task_of(request), reason))

    def _perform(self, state: "RenderState", request: Request) -> None:
        match request:
            case OpenPicture():
                self._open(state, request)
            case RotatePicture():
                state.rotate(request)
            case CopyPixels():
                state.copy_pixels(request)
            case UseModel():
                state.use_model(request)
                self._queue.restore_view(state.last_view)
            case Reconfigure():
                state.reconfigure(request)
                self._queue.restore_view(state.last_view)
            case ViewRequest():
                state.render_view(request, self._queue.check_view)
            case ProfileRequest() | UncertaintyRequest() | LensRequest() | PreviewExport():
                state.answer(request, lambda: self._queue.check_side_request(request))
            case EncodeAhead():
                state.encode_ahead(request, self._queue.check_ahead)
            case ListModels() | DescribeModel() | AddModel() | RemoveModel():
                self._serve_models(request, state.compute)
            case MeasureModel():
                self._measure(request, state.compute)
            case ExportPicture():
                self._export(state, request)

    def _open(self, state: "RenderState", request: OpenPicture) -> None:
        """Opens a picture. If that fails after a preview of it was shown, the picture before is announced again."""
        try:
            state.open(request, lambda: self._queue.check_open(request))
        finally:
            if not self._queue.opening_waits and state.announce_again():
                self._queue.drop_view()  # it is of the picture that was not opened

    def _serve_models(self, request: ModelRequest, compute: "Compute") -> None:
        from engine.session import model_service

        self._queue.put_descriptions(model_service.perform(request, compute, self._emit))

    def _measure(self, request: MeasureModel, compute: "Compute") -> None:
        from engine.session import model_service

        model_service.measure(request, compute, self._emit, lambda: self._queue.check_measurement(request))
        self._queue.drop_measurement(request)

    def _export(self, state: "RenderState", request: ExportPicture) -> None:
        """Exports what the view shows, or what was prepared; else begins to prepare it."""
        prepared, shown = self._preparation.take(request), state.shown_of(request)
        if prepared is None and request.origin is not None and None in shown:
            self._preparation.begin(request, shown, state.compute.device)
        else:
            state.export(request, prepared, lambda: self._check_export(state, request.number))

    def _check_export(self, state: "RenderState", number: int) -> None:
        """The cancellation check of exports; in the engine's thread it also serves what is more urgent."""
        in_engine_thread = threading.current_thread() is self._thread
        while (request := self._queue.check_export(number, take=in_engine_thread)) is not None:
            self._serve(state, request)


def _about_task(request: Request, reason: Message, remedy: Message) -> Message:
    """Returns the message of a failure that concerns no file: its subject is the task."""
    return errors.summary(message(SUBJECTS[task_of(request)]), reason, remedy)
