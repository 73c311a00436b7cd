"""The layers of each reference, beside those of the model. The window's thread."""

from engine.geometry.viewport import Viewport
from engine.session.events import CoefficientsReady, TilesReady
from engine.session.requests import Held
from viewer.base.display_names import FILE
from viewer.canvas.comparison import MODEL
from viewer.canvas.layers import Layers

BUDGET = 64 << 20
"""Bytes of tiles per reference: two views of a 4K screen."""
MAX_REFERENCES = 4
"""References with cached tiles: as many as are visible at once, with bicubic for the fidelity slider."""


class ReferenceLayers:
    """The layers of one picture's references. model: the layers of the model."""

    def __init__(self, model: Layers) -> None:
        self._model = model
        self._by_name: dict[str, Layers] = {}
        self._file: tuple[str, Layers] | None = None

    def set_file(self, name: str, layers: Layers) -> None:
        """Sets the layers of a second file, which no other reference drops."""
        self._file = name, layers

    def layers_of(self, name: str, scale: float) -> Layers:
        """Returns the layers of a reference or of MODEL. All share the preview, so they have no hole.

        At scales of 1 and below all but a file's are the model's, since they equal the picture there.
        """
        if name == MODEL or (scale <= 1 and not name.startswith(FILE)):
            return self._model
        return self._own(name)

    def held(self, names: tuple[str, ...]) -> tuple[Held, ...]:
        """Returns what the graphics card holds of references, for the request of a view."""
        shaded = (self._own(name).shaded for name in names)
        return tuple(held for each in shaded if each is not None for held in each.held)

    def put(self, done: TilesReady | CoefficientsReady, target: Viewport) -> None:
        """Adds tiles, or polynomials. target: the view that they belong to."""
        layers = self._own(done.reference)
        if isinstance(done, CoefficientsReady):
            if layers.shaded is not None:
                layers.shaded.put(done)
            return
        for tile in done.tiles:
            layers.put(tile)
        layers.prune(target)

    def _own(self, name: str) -> Layers:
        if self._file is not None and self._file[0] == name:
            return self._file[1]
        layers = self._by_name.pop(name, None) or self._model.empty_copy(BUDGET)
        if self._model.shaded is None:
            layers.shaded = None
        elif layers.shaded is None:
            layers.shaded = self._model.shaded.of_reference(name)
        self._by_name[name] = layers  # most recently used
        while len(self._by_name) > MAX_REFERENCES:
            self._by_name.pop(next(iter(self._by_name)))
        return layers
