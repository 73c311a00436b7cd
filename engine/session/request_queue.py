"""The requests that wait for the engine thread, and the order in which they are served.

Order: commands (open, model, settings), then the newest view, then side requests about it, then requests about the
installed models, then exports, then speed measurements, then encoding ahead. The preview of an export goes before an
older view: a costly model takes long for a view, and the user looks at the preview.
"""

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from engine.base.errors import SessionEnded, Superseded
from engine.session.requests import (
    Command,
    DescribeModel,
    EncodeAhead,
    ExportPicture,
    MeasureModel,
    ModelRequest,
    OpenPicture,
    PreviewExport,
    Reconfigure,
    Request,
    RotatePicture,
    SideRequest,
    Task,
    UseModel,
    ViewRequest,
    task_of,
)

AnyRequest = TypeVar("AnyRequest", bound=Request)
Neighbours = tuple[int, tuple[Path, ...]]
"""Number of the request, and the files to decode when nothing else is to be done."""


class RequestQueue:
    """Numbers and stores requests. Any thread may call any method; none but `wait` blocks."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._last_number = 0
        self._newest: dict[Task, int] = {}
        self._commands: deque[Command] = deque()
        self._view: ViewRequest | None = None
        self._side_requests: dict[type[SideRequest], SideRequest] = {}
        self._model_requests: deque[ModelRequest] = deque()
        self._exports: deque[ExportPicture] = deque()
        self._measurement: MeasureModel | None = None
        self._neighbours: Neighbours | None = None
        self._ahead: EncodeAhead | None = None
        self._cancelled_exports: set[int] = set()  # numbers of requests
        self._all_cancelled = 0  # number of the newest request when all exports were cancelled last
        self._paused_exports: set[int] = set()
        self._cancelled_opens = 0  # number of the newest request when openings were cancelled last
        self._cancelled_previews = 0  # number of the newest request when previews were cancelled last
        self._closing = False

    def newest(self, task: Task) -> int:
        """Returns the number of the newest request of a task; 0 if there was none."""
        with self._changed:
            return self._newest.get(task, 0)

    @property
    def measurement(self) -> MeasureModel | None:
        """The measurement that waits or runs."""
        with self._changed:
            return self._measurement

    def put(self, make: Callable[[int], AnyRequest]) -> int:
        """Stores the request that `make` returns for a new number. Returns the number."""
        with self._changed:
            self._last_number += 1
            request = make(self._last_number)
            self._newest[task_of(request)] = request.number
            self._store(request)
            self._changed.notify()
            return request.number

    def _store(self, request: Request) -> None:
        match request:
            case OpenPicture():
                # A picture that was never shown need not be opened or rotated, nor its view be made.
                self._commands = deque(c for c in self._commands if isinstance(c, UseModel | Reconfigure))
                self._view = None
                self._side_requests.clear()
                self._commands.append(request)
            case ViewRequest():
                self._view = request
            case ExportPicture():
                self._exports.append(request)
            case MeasureModel():
                self._measurement = request
            case EncodeAhead():
                self._ahead = request
            case _ if isinstance(request, SideRequest):
                self._side_requests[type(request)] = request
            case _ if isinstance(request, ModelRequest):
                self._model_requests.append(request)
            case _:
                self._commands.append(request)

    def put_neighbours(self, paths: tuple[Path, ...]) -> int:
        """Stores the files to decode when nothing else is to be done. Returns the request's number."""
        with self._changed:
            self._last_number += 1
            self._neighbours = self._last_number, paths
            self._changed.notify()
            return self._last_number

    def put_descriptions(self, following: list[DescribeModel]) -> None:
        """Stores requests that follow from a listing; they replace waiting ones for the same models."""
        names = {request.model for request in following}
        with self._changed:
            waiting = (
                r for r in self._model_requests if not (isinstance(r, DescribeModel) and r.model in names)
            )
            self._model_requests = deque([*waiting, *following])

    def restore_view(self, view: ViewRequest | None) -> None:
        """Stores a view again that a command interrupted or whose model changed, unless a newer one replaces it."""
        with self._changed:
            opening = any(isinstance(command, OpenPicture | RotatePicture) for command in self._commands)
            newest = view is not None and view.number == self._newest.get(Task.VIEW)
            if newest and self._view is None and not opening:
                self._view = view

    @property
    def opening_waits(self) -> bool:
        """Whether another picture is to be opened."""
        with self._changed:
            return any(isinstance(command, OpenPicture) for command in self._commands)

    def drop_view(self) -> None:
        """Drops the view that waits, if there is one."""
        with self._changed:
            self._view = None

    def cancel_exports(self) -> None:
        """Cancels the export that is running, and those that wait."""
        with self._changed:
            self._all_cancelled = self._last_number
            self._changed.notify()

    def cancel_export(self, number: int) -> None:
        """Cancels an export that runs, waits or is paused."""
        with self._changed:
            self._cancelled_exports.add(number)
            self._changed.notify()

    def pause_export(self, number: int, paused: bool) -> None:
        """Pauses an export, or lets it go on. While it is paused, the next ones are served."""
        with self._changed:
            (self._paused_exports.add if paused else self._paused_exports.discard)(number)
            self._changed.notify()

    def put_back(self, export: ExportPicture) -> None:
        """Stores an export again, before those that wait."""
        with self._changed:
            self._exports.appendleft(export)
            self._changed.notify()

    def cancel_previews(self) -> None:
        """Drops the preview of an export that waits or runs."""
        with self._changed:
            self._cancelled_previews = self._last_number
            self._side_requests.pop(PreviewExport, None)

    def restore_preview(self, preview: PreviewExport) -> None:
        """Stores a preview again that a view interrupted, unless it was cancelled or a newer one replaces it."""
        with self._changed:
            newest = preview.number == self._newest.get(Task.PREVIEW)
            if newest and preview.number > self._cancelled_previews:
                self._side_requests[PreviewExport] = preview

    def cancel_opens(self) -> None:
        """Cancels the opening that runs or waits."""
        with self._changed:
            self._cancelled_opens = self._last_number

    def is_cancelled(self, opening: OpenPicture) -> bool:
        """Whether `cancel_opens` was called after the request."""
        with self._changed:
            return opening.number <= self._cancelled_opens

    def drop_measurement(self, request: Request | None = None) -> None:
        """Drops the measurement that waits or runs; with a request, only if that is the one."""
        with self._changed:
            if request is None or self._measurement is request:
                self._measurement = None

    def close(self) -> None:
        """Ends `wait`, and makes every check raise Superseded."""
        with self._changed:
            self._closing = True
            self._changed.notify()

    @property
    def closing(self) -> bool:
        """Whether `close` was called."""
        with self._changed:
            return self._closing

    def wait(self) -> Request | Neighbours | None:
        """Waits for the next request to serve, or the neighbours to decode; None when the session closes.

        A measurement stays stored until `drop_measurement`: it gives way to other requests and begins anew.
        """
        with self._changed:
            while not self._closing:
                request: Request | None = self._take_urgent()
                if request is None and self._exports:
                    request = self._exports.popleft()
                if request is None:
                    request = self._measurement
                if request is not None:
                    return request
                if self._neighbours is not None:
                    neighbours, self._neighbours = self._neighbours, None
                    return neighbours
                if self._ahead is not None:
                    ahead, self._ahead = self._ahead, None
                    return ahead
                self._changed.wait()
            return None

    def _take_urgent(self) -> Command | ViewRequest | SideRequest | ModelRequest | None:
        """Takes the next request that goes before an export. The lock is held."""
        if self._commands:
            return self._commands.popleft()
        if self._preview_goes_first():
            return self._side_requests.pop(PreviewExport)
        view, self._view = self._view, None
        if view is not None:
            return view
        if self._side_requests:
            return self._side_requests.pop(next(iter(self._side_requests)))
        return self._model_requests.popleft() if self._model_requests else None

    def _preview_goes_first(self) -> bool:
        """Whether a preview waits that is newer than the newest view. The lock is held."""
        preview = self._side_requests.get(PreviewExport)
        return preview is not None and preview.number > self._newest.get(Task.VIEW, 0)

    @property
    def gesture_frame_waits(self) -> bool:
        """Whether the newest view is a frame of a gesture, and not served yet."""
        with self._changed:
            return self._view is not None and self._view.moving

    # Cancellation checks. Each raises Superseded if the work that it belongs to is not wanted any more.

    def check_open(self, opening: OpenPicture) -> None:
        """An opening gives way to its cancellation and to a newer one."""
        with self._changed:
            if self._closing or self.opening_waits or opening.number <= self._cancelled_opens:
                raise Superseded

    def check_view(self) -> None:
        """A view gives way to commands, to a newer view and to a newer preview."""
        with self._changed:
            if self._gives_way_to_view() or self._preview_goes_first():
                raise Superseded

    def _gives_way_to_view(self) -> bool:
        """Whether the work in hand ends for commands or the view that waits. The lock is held."""
        return self._closing or bool(self._commands) or self._view is not None

    def check_side_request(self, request: SideRequest) -> None:
        """A side request gives way to commands, to views and to a newer one of its type.

        A preview gives way to newer views only, and to its cancellation.
        """
        with self._changed:
            if isinstance(request, PreviewExport):
                newer_view = request.number < self._newest.get(Task.VIEW, 0) and self._view is not None
                ends = self._closing or bool(self._commands) or newer_view
                ends = ends or request.number <= self._cancelled_previews
            else:
                ends = self._gives_way_to_view()
            if ends or type(request) in self._side_requests:
                raise Superseded

    def check_measurement(self, measurement: MeasureModel) -> None:
        """Raises Superseded if any other request waits: a measurement gives way to all of them."""
        with self._changed:
            if self._gives_way_to_any() or self._measurement is not measurement:
                raise Superseded

    def check_ahead(self) -> None:
        """Raises Superseded if any other request waits, neighbours too: encoding ahead gives way to all of them."""
        with self._changed:
            others = self._measurement, self._neighbours, self._ahead
            if self._gives_way_to_any() or any(each is not None for each in others):
                raise Superseded

    def _gives_way_to_any(self) -> bool:
        """Whether a request waits that goes before idle work. The lock is held."""
        waiting = self._side_requests or self._model_requests or self._exports
        return self._gives_way_to_view() or bool(waiting)

    def check_export(self, number: int, take: bool) -> Request | None:
        """An export gives way to its cancellation only. take: also takes a request that is to be served meanwhile.

        With `take` it waits while the export is paused; the next export is one of the requests that are served then.
        """
        with self._changed:
            while True:
                self._raise_if_cancelled(number)
                if not take:
                    return None
                urgent = self._take_urgent()
                if urgent is not None or number not in self._paused_exports:
                    return urgent
                if self._exports:
                    return self._exports.popleft()
                self._changed.wait()

    def _raise_if_cancelled(self, number: int) -> None:
        if number in self._cancelled_exports or number <= self._all_cancelled:
            raise Superseded
        if self._closing:
            raise SessionEnded
