"""Makes the tiles of the references that a view is compared with. The engine's thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.base.errors import ModelError, OutOfMemoryError
from engine.images.picture import Picture
from engine.session import events
from engine.session.events import Tile
from engine.session.requests import Task, ViewRequest
from engine.session.view_tiles import Check

if TYPE_CHECKING:
    from engine.compute.device import Compute
    from engine.session.references import References


class ViewReferences:
    """Keeps the references of the picture that was shown last. picture_number: of the picture that is shown now.

    emit: gets the events. publish: gets the tiles of a view and the name of their reference.
    """

    def __init__(
        self,
        emit: Callable[[events.Event], None],
        publish: Callable[[ViewRequest, tuple[Tile, ...], str], None],
    ) -> None:
        self._emit, self._publish = emit, publish
        self._references: References | None = None
        self.picture_number = 0

    def drop(self) -> None:
        """Forgets all references: memory is short, or what they are computed with has changed."""
        self._references = None

    @property
    def cached_bytes(self) -> dict[str, int]:
        """Bytes of cached tiles and latents, under a name for statistics; nothing without references."""
        return {} if self._references is None else {"references": self._references.cached_bytes}

    def make(
        self,
        picture: Picture,
        compute: "Compute | None",
        request: ViewRequest,
        check: Check,
        costly: tuple[bool, ...],
    ) -> None:
        """Makes the costly references of a view (True), the others (False), or both.

        compute: None before the first model is loaded; no view needs references then.
        """
        if request.references and compute is not None:
            references = self._of(picture, compute)
            for name in request.references:
                if references.costly(name) in costly:
                    self._make_one(references, name, request, check)
        if request.references and not request.moving and True in costly:
            self._emit(events.ReferencesSettled(request.number))

    def _make_one(self, references: "References", name: str, request: ViewRequest, check: Check) -> None:
        try:
            made = references.coefficients(name, self.picture_number, self._emit) if request.held else None
            if made is not None and made.can_send(request):
                made.send(request, check)
                if not request.moving:
                    made.send_border(request, check)
                return
            for tiles in references.tiles(name, request.view, request.exact, request.moving, check):
                self._publish(request, tiles, name)
        except (ModelError, OutOfMemoryError) as error:
            self._emit(events.Failed(request.number, Task.REFERENCE, error.message))

    def _of(self, picture: Picture, compute: "Compute") -> "References":
        if self._references is None or self._references.picture is not picture:
            from engine.session.references import References

            self._references = References(picture, compute)
        return self._references
