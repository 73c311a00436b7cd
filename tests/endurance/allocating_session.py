"""Runs requests of a session in a process whose allocator fails. Started by failing_allocations.py.

It reads one case a line, [model, action, nth, lasting], and answers each with one line: [kind of outcome, what is
wrong with it or ""].
"""

import ctypes
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import PIL.Image

from engine.base.resources import Resources
from engine.checkpoints import checkpoint
from engine.decoding.uncertainty import UncertaintyKind
from engine.export.export_request import ExportRequest
from engine.geometry.viewport import centred
from engine.images.image import Image
from engine.session import events
from engine.session.session import Session
from tests.endurance.failing_allocations import ACTIONS, FEWER
from tests.engine import networks
from tests.engine.session.recorder import PIXELS, SMOOTH, Recorder, assembled

LEAST_SIZE = 1 << 14
"""Only larger requests fail, bytes: arrays, not the interpreter's own objects."""
TOLERANCE = 1
"""Largest difference from the undisturbed result, levels of 255."""
PICTURE = Image(PIXELS[:40, :56].copy(), SMOOTH[:40, :56, 1].copy(), "noise")
VIEW = centred((56, 40), 3.0, 120, 90)

allocator = ctypes.CDLL(None)
allocator.fail_allocations.argtypes = (ctypes.c_long, ctypes.c_int, ctypes.c_size_t)
allocator.stop_failing.restype = ctypes.c_long


class Cases:
    """A session under one model, and the undisturbed result of each action."""

    def __init__(self, model: str, folder: Path) -> None:
        file = folder / f"{model}.safetensors"
        checkpoint.save_safetensors(file, networks.model(model))
        self.folder, self.recorder = folder, Recorder()
        self.session = Session(self.recorder, Resources(device="cpu", precision="fp32", threads=2))
        self.session.use_model(str(file))
        self.recorder.wait(events.ModelReady)
        self.undisturbed = {}
        for action in ACTIONS:
            self._open()
            self.undisturbed[action] = self._result(action, self._done(self._ask(action)))

    def run(self, action: str, nth: int, lasting: bool) -> tuple[str, str]:
        """Does an action while requests for memory fail, and then a view while none does."""
        self._open()
        allocator.fail_allocations(nth, lasting, LEAST_SIZE)
        done = self._done(self._ask(action))
        count = allocator.stop_failing()
        if isinstance(done, events.Failed):
            kind, wrong = "typed error", "" if "memory" in str(done.message) else str(done.message)
        else:
            kind = "right result" if count > nth else FEWER
            wrong = self._difference(action, self._result(action, done))
        after = self._done(self._ask("view"))
        if isinstance(after, events.Failed):
            return kind, wrong or f"the next view: {after.message}"
        return kind, wrong or self._difference("view", self._result("view", after))

    def _open(self) -> None:
        number = self.session.open_image(PICTURE)
        self.recorder.wait(events.PictureSource, request=number)
        self.recorder.events.clear()

    def _ask(self, action: str) -> int:
        if action == "view":
            return self.session.request_view(VIEW)
        if action == "export":
            return self.session.export(ExportRequest(self.folder / "out.png", None, (112, 80)))
        return self.session.request_uncertainty(UncertaintyKind(action), VIEW)

    def _done(self, number: int) -> events.Event:
        """Waits for the last event of a request."""
        last = (events.EngineStats, events.Exported, events.UncertaintyReady, events.Failed)

        def found() -> list[events.Event]:
            return [
                each for each in self.recorder.events if isinstance(each, last) and each.request == number
            ]

        with self.recorder.came:
            assert self.recorder.came.wait_for(found, timeout=60), "no answer"
            return found()[-1]

    def _result(self, action: str, done: events.Event) -> np.ndarray | None:
        if action == "view":
            tiles = [each for each in self.recorder.of(events.TilesReady) if each.request == done.request]
            return assembled(tiles, VIEW)
        if action == "export":
            with PIL.Image.open(self.folder / "out.png") as picture:
                return np.asarray(picture)
        return None if done.values is None else done.values.values

    def _difference(self, action: str, found: np.ndarray | None) -> str:
        expected = self.undisturbed[action]
        if found is None or expected is None:
            return "" if found is expected else f"{action}: no result"
        if found.shape != expected.shape:
            return f"{action}: {found.shape} instead of {expected.shape}"
        most = np.abs(found.astype(float) - expected).max()
        return f"{action}: off by {most} of 255" if most > TOLERANCE else ""


def main() -> None:
    """Serves cases until stdin ends."""
    cases: dict[str, Cases] = {}
    with tempfile.TemporaryDirectory() as folder:
        try:
            for line in sys.stdin:
                model, *case = json.loads(line)
                if model not in cases:
                    cases[model] = Cases(model, Path(folder))
                print(json.dumps(cases[model].run(*case)), flush=True)
        finally:  # the threads of a session keep the process alive
            for each in cases.values():
                each.session.close()


if __name__ == "__main__":
    main()
