"""What has come of each reference so far, beside the layers of the model. The window's thread."""

from engine.geometry.viewport import Viewport
from engine.session.events import TilesReady
from viewer.canvas.comparison import MODEL
from viewer.canvas.layers import Layers

BUDGET = 64 << 20
"""Bytes of tiles that are kept of each: two views of a 4K screen."""
MOST = 4
"""References of which anything is kept: as many as are seen at once, with that of the fidelity."""


class ReferenceLayers:
    """One picture's. model: its own layers."""

    def __init__(self, model: Layers) -> None:
        self._model = model
        self._by_name: dict[str, Layers] = {}

    def layers_of(self, name: str, scale: float) -> Layers:
        """What is shown of a reference, or of MODEL, at a scale: never a hole, since all begin with the same floor.

        At scales of 1 and below they are all one: nothing is made up there.
        """
        return self._model if name == MODEL or scale <= 1 else self._own(name)

    def put(self, done: TilesReady, target: Viewport) -> None:
        """Takes tiles in. target: the view that they are for."""
        layers = self._own(done.reference)
        for tile in done.tiles:
            layers.put(tile)
        layers.prune(target)

    def _own(self, name: str) -> Layers:
        layers = self._by_name.pop(name, None) or self._model.beside(BUDGET)
        self._by_name[name] = layers  # now the last to go
        while len(self._by_name) > MOST:
            self._by_name.pop(next(iter(self._by_name)))
        return layers
