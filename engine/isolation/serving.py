"""The child's side: takes one job after another from the app, runs it and answers.

The child ends with the app: its lifeline, a pipe that only the app holds open, then sends it SIGIO, which ends a
process in any state. A thread that reads the pipe would not do: a decoder that hangs may hold the interpreter.
"""

import fcntl
import os
import select
import signal
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from numpy.typing import NDArray

from engine.base.errors import UnpixelError
from engine.base.messages import Message, message
from engine.isolation import channel as channels
from engine.isolation import limits
from engine.isolation.channel import BEGUN, PIECE, VERSION, Inbox, Json
from engine.isolation.shared_memory import Output

JOBS = {
    "picture": "engine.images.picture_job:decode",
    "pyramid": "engine.images.picture_job:pyramid",
    "preview": "engine.images.picture_job:preview",
    "regions": "engine.images.picture_job:regions",
    "frames": "engine.images.picture_job:frames",
    "picture-size": "engine.images.picture_job:size",
    "picture-metadata": "engine.images.picture_job:metadata",
    "picture-tags": "engine.images.picture_job:tags",
    "thumbnail": "engine.images.thumbnail_job:thumbnail",
    "model": "engine.checkpoints.model_job:convert",
}
"""The functions that a child may run, by name: module:function. Each takes a Task and returns its answer: JSON
values, and descriptions of arrays (Output.describe): {"value": …, "arrays": […]}."""
WARM = ("engine.images.picture_job",)
"""Modules that are imported before the first job comes."""


@dataclass(frozen=True)
class Task:
    """A job as its function sees it.

    arguments: from the app. source: the untrusted file.
    output: memory for arrays, which the app reads in the end, or the file that the job writes.
    """

    arguments: Json
    source: BinaryIO
    output: Output
    _channel: socket.socket

    def request_seconds(self, seconds: float) -> None:
        """Asks the app for more time, counted from the start of the job. It grants no more than its own limit."""
        channels.send(self._channel, {"seconds": seconds})

    def report(self, done: float, arrays: Iterable[NDArray[Any]] = ()) -> None:
        """Tells the app how much is done, 0 to 1. arrays: of `output`, not finished; the app copies them."""
        described = [self.output.describe(array) for array in arrays]
        channels.send(self._channel, {"done": done, "arrays": described})


def main(arguments: list[str]) -> int:
    """Runs the child until the app closes its end. arguments: descriptors of channel and lifeline, and the niceness."""
    channel_number, lifeline, niceness = map(int, arguments)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the app
    limits.limit_for_life()
    _end_with(lifeline)
    for name in WARM:
        import_module(name)
    limits.lower_priority(niceness)  # not before: the first picture waits for these imports
    with socket.socket(fileno=channel_number) as channel:
        channels.send(channel, {"ready": VERSION})
        while (request := _receive(channel)) is not None:
            channels.send(channel, _answer(channel, *request))
    return 0


def _end_with(lifeline: int) -> None:
    """Lets the end of the app end this process.

    macOS ignores SIGIO (not tried): there a job of an app that was killed ends by its limit of processor time.
    """
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    poll = select.poll()
    poll.register(lifeline, select.POLLHUP)
    if poll.poll(0):  # it ended before
        os._exit(0)


def _receive(channel: socket.socket) -> tuple[Json, list[int]] | None:
    """Waits for a request and its two descriptors; None if the app has closed its end."""
    inbox, descriptors = Inbox(), list[int]()
    while (request := inbox.take()) is None:
        piece, received, _, _ = socket.recv_fds(channel, PIECE, 2)
        if not piece:
            return None
        inbox.add(piece)
        descriptors += received
    return request, descriptors


def _answer(channel: socket.socket, request: Json, descriptors: list[int]) -> Json:
    """Runs a job and returns the answer. When this returns, the memory of its arrays is given up."""
    source, output = os.fdopen(descriptors[0], "rb"), Output(descriptors[1])
    channels.send(channel, BEGUN)
    with source:
        try:
            limits.limit_job(request["cpu_seconds"], request["most_bytes"])
            answer: Json = _function(request["job"])(Task(request["arguments"], source, output, channel))
            return answer
        except UnpixelError as error:
            return _refusal(error.reason, error.remedy)
        except MemoryError:
            return _refusal(
                message("does not fit into memory"), message("close other programs, or use a smaller file")
            )
        except Exception as error:  # noqa: BLE001 - the process's boundary: whatever fails is reported, and the next job runs
            return _refusal(
                message("cannot be read ({why})", why=repr(error)), message("please report it with the file")
            )
        finally:
            output.close()


def _function(job: str) -> Any:
    module, _, name = JOBS[job].partition(":")
    return getattr(import_module(module), name)


def _refusal(reason: Message, remedy: Message) -> Json:
    return {"reason": reason.to_json(), "remedy": remedy.to_json()}
