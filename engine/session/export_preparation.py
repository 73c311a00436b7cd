"""Opens the picture and the model of an export that are not those of the view. In a thread of the export's own."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import ImageError
from engine.base.file_stamp import stamp_of
from engine.base.messages import message
from engine.base.resources import NICENESS
from engine.base.thread_priority import lower_priority
from engine.compute import allocation
from engine.images import isolated
from engine.images.demo import demo
from engine.images.image import Image
from engine.images.picture import Picture
from engine.images.rotation import rotated
from engine.session.request_queue import RequestQueue
from engine.session.requests import SUBJECTS, ExportOrigin, ExportPicture, Task

if TYPE_CHECKING:
    import torch

    from engine.checkpoints.model import Model

Shown = tuple[Picture | None, "Model | None"]
"""Picture and model of an export, where the session has them open."""
Prepared = tuple[Picture, "Model"]
"""The picture of an export, in its orientation, and its model."""


class ExportPreparation:
    """Prepares exports in threads, and puts them back into the queue. Views are served meanwhile.

    report_end: calls a function, and reports how the request ends if that raises.
    """

    def __init__(
        self, queue: RequestQueue, report_end: Callable[[ExportPicture, Callable[[], None]], None], name: str
    ) -> None:
        self._queue, self._report_end, self._name = queue, report_end, name
        self._done: dict[int, Prepared] = {}

    def take(self, request: ExportPicture) -> Prepared | None:
        """Returns what was prepared for an export; None if nothing was."""
        return self._done.pop(request.number, None)

    def begin(self, request: ExportPicture, shown: Shown, device: "torch.device") -> None:
        """Opens what is not open; returns at once. The request has an origin."""

        def perform() -> None:
            lower_priority(NICENESS)
            with allocation.typed_failures(message(SUBJECTS[Task.EXPORT])):
                self._done[request.number] = self._prepared(request, shown, device)
            self._queue.put_back(request)

        threading.Thread(target=self._report_end, args=(request, perform), name=self._name).start()

    def _prepared(self, request: ExportPicture, shown: Shown, device: "torch.device") -> Prepared:
        """Raises ImageError, also for a file that has changed meanwhile, ModelError and Superseded."""
        from engine.checkpoints import library

        def check() -> None:
            self._queue.check_export(request.number, take=False)

        picture, model = shown
        if picture is None:
            assert request.origin is not None
            picture = Picture(rotated(_image(request.origin, check), request.origin.orientation))
        return picture, model or library.load(request.export.model or "", device)


def _image(origin: ExportOrigin, check: Callable[[], None]) -> Image:
    match origin.source:
        case Image() as image:
            return image
        case Path() as path:
            if origin.stamp is not None and stamp_of(path) not in (origin.stamp, None):
                reason = message("has changed since the export was requested")
                raise ImageError(path, reason, message("open it again, then export"))
            return isolated.load(path, check, NICENESS, origin.page)
    return demo()
