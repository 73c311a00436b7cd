"""Records the events of a session, and assembles views from them."""

import itertools
import threading

import numpy as np

from engine.checkpoints import checkpoint
from engine.decoding import encode
from engine.geometry.viewport import centred
from engine.images.image import from_array
from engine.session import events
from engine.session.events import Grade
from tests.engine import networks

PIXELS = np.random.default_rng(5).integers(0, 256, (90, 120, 3), dtype=np.uint8)


SMOOTH = np.stack([np.add.outer(np.arange(90), np.arange(120)), *np.mgrid[60:150, 40:160]], axis=-1).astype(
    np.uint8
)


class Recorder:
    """Collects events. While `gate` is cleared, the engine thread waits at each event of type `holds_at`."""

    def __init__(self):
        self.events = []
        self.came = threading.Condition()
        self.gate = threading.Event()
        self.gate.set()
        self.holds_at = None

    def __call__(self, event):
        with self.came:
            self.events.append(event)
            self.came.notify_all()
        if self.holds_at is not None and isinstance(event, self.holds_at):
            assert self.gate.wait(60)

    def wait(self, kind, **fields):
        """Waits for an event of a type with these field values. Returns the first one."""

        def found():
            return [
                e
                for e in self.events
                if isinstance(e, kind) and all(getattr(e, k) == v for k, v in fields.items())
            ]

        with self.came:
            assert self.came.wait_for(found, timeout=120), f"no {kind.__name__} {fields} among {self.events}"
            return found()[0]

    def wait_count(self, kind, count):
        """Waits until `count` events of a type have come. Returns the last of them."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.of(kind)) >= count, timeout=120), self.events
            return self.of(kind)[count - 1]

    def of(self, kind):
        """Returns the events of a type so far."""
        with self.came:
            return [e for e in self.events if isinstance(e, kind)]


def view_at(scale, size=(300, 200)):
    return centred((120, 90), scale, *size)


def assembled(found, view, most=Grade.EXACT):
    """Assembles a view from its tiles in TilesReady events: grades up to `most`, the higher grade on top."""
    x, y = view.origin
    canvas = np.zeros((view.height, view.width, 4), np.uint8)
    tiles = [t for e in found for t in e.tiles if t.scale == view.scale and t.grade <= most]
    for tile in sorted(tiles, key=lambda t: t.grade):
        left, top = tile.x - x, tile.y - y
        a, b = max(left, 0), max(top, 0)
        part = tile.pixels[b - top : view.height - top, a - left : view.width - left]
        canvas[b : b + part.shape[0], a : a + part.shape[1]] = part
    return canvas


def open_with_costly_model(session, tmp_path):
    """Opens SMOOTH under a LIIF, which is too slow to follow a gesture."""
    checkpoint.save_safetensors(tmp_path / "liif.safetensors", networks.model("liif"))
    session.open_image(from_array(SMOOTH, "waves"))
    session.use_model(str(tmp_path / "liif.safetensors"))


def steps(recorder, view):
    """(scale, grade) of a view's tiles in order of arrival, without repetitions."""
    tiles = [t for event in recorder.of(events.TilesReady) if event.request == view for t in event.tiles]
    return [step for step, _ in itertools.groupby((tile.scale, tile.grade) for tile in tiles)]


def recorded_regions(monkeypatch, kind):
    """Returns a list that gets the regions that networks of a type encode from now on."""
    found, encode_region = [], encode.encode_region

    def recorded(net, pixels, region, *rest):
        if isinstance(net, kind):
            found.append(region)
        return encode_region(net, pixels, region, *rest)

    monkeypatch.setattr(encode, "encode_region", recorded)
    return found
