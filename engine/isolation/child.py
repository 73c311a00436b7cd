"""The app's side of one child process: starts it, gives it a job, and ends it."""

import contextlib
import os
import select
import socket
import subprocess
from collections.abc import Callable
from time import monotonic
from typing import BinaryIO

from engine.base.own_command import own_command
from engine.isolation import channel as channels
from engine.isolation import shared_memory
from engine.isolation.channel import PIECE, VERSION, Inbox, Json, ProtocolError
from engine.isolation.job import ARGUMENT, Job, Result

START_S = 60.0
"""Seconds that a child may take to start. It takes 0.3 s; a machine that swaps takes longer."""
END_S = 1.0
"""Seconds from the end of the channel to the end of the process."""
POLL_S = 0.02
"""Seconds between two looks at whether the job is still wanted."""
ENVIRONMENT = {
    # Threads and allocators reserve addresses, which count against the limit of the memory.
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    # Pages of 2 MB. Decoders get new memory for each picture; its pages of 4 kB took 15 ms for 12 megapixels.
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}


class ChildEndedError(Exception):
    """The process ended amid a job, or sent something that it may not send.

    status: its exit status, if it ended. job_begun: whether it had begun to read the file.
    """

    def __init__(self, status: int | None, job_begun: bool = True) -> None:
        super().__init__(status)
        self.status, self.job_begun = status, job_begun


class ChildTimeoutError(Exception):
    """The job took longer than it may. seconds: the limit."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Child:
    """A process that runs one job at a time. One thread at a time uses it; after any error of `run` it must be ended.

    It starts in the background: the first job waits for it.
    """

    def __init__(self, niceness: int) -> None:
        self._ready = self._job_begun = False
        self._inbox = Inbox()
        self._channel, theirs = socket.socketpair()
        self._channel.settimeout(START_S)
        end, self._lifeline = os.pipe()
        passed = theirs.fileno(), end
        with theirs:
            try:
                self._process = subprocess.Popen(
                    own_command([ARGUMENT, *map(str, passed), str(niceness)]),
                    pass_fds=passed,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    # Decoders print what they like, even what a file contains.
                    stderr=subprocess.DEVNULL,
                    env={**os.environ, **ENVIRONMENT},
                )
            except OSError:
                self._close()
                raise
            finally:
                os.close(end)
        self._poll = select.poll()
        self._poll.register(self._channel, select.POLLIN)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def run(self, job: Job, source: BinaryIO, check: Callable[[], None]) -> Result:
        """Runs a job on an open file. Raises what `check` raises, ChildEndedError and ChildTimeoutError."""
        output = shared_memory.create() if job.target is None else os.dup(job.target)
        self._job_begun = False
        try:
            self._wait_until_ready(check)
            with contextlib.suppress(BrokenPipeError):  # it has ended: `_receive` finds out how
                channels.send(self._channel, job.request(), (source.fileno(), output))
            answer = self._wait_for_answer(job, check, output)
            if "value" not in answer or job.target is not None:
                return Result(answer, ())
            shared_memory.seal(output)
            return Result(answer, shared_memory.arrays(output, answer.get("arrays", [])))
        except (ProtocolError, OSError) as error:
            raise ChildEndedError(None) from error
        finally:
            os.close(output)

    def kill(self) -> None:
        """Kills the process. Any thread; a thread that waits for the answer gets a ChildEndedError."""
        self._process.kill()

    def end(self) -> None:
        """Kills the process, waits until it has gone, and closes its channel."""
        self.kill()
        self._process.wait()
        self._close()

    def _close(self) -> None:
        self._channel.close()
        os.close(self._lifeline)

    def _wait_until_ready(self, check: Callable[[], None]) -> None:
        if not self._ready:
            if self._receive(monotonic() + START_S, START_S, check) != {"ready": VERSION}:
                raise ProtocolError("no greeting")
            self._ready = True

    def _wait_for_answer(self, job: Job, check: Callable[[], None], output: int) -> Json:
        began, seconds = monotonic(), job.seconds
        while True:
            answer = self._receive(began + seconds, seconds, check)
            match answer:
                case {"begun": True}:
                    self._job_begun = True
                case {"done": float() as done, "arrays": list() as described} if 0 <= done <= 1:
                    job.report(done, shared_memory.copies(output, described, job.most_bytes))
                case {"seconds": wanted} if type(wanted) in (int, float) and wanted > 0:
                    seconds = max(seconds, min(wanted, job.most_seconds))
                case {"seconds": _} | {"done": _}:
                    raise ProtocolError("no time, or no progress")
                case _:
                    return answer

    def _receive(self, deadline: float, seconds: float, check: Callable[[], None]) -> Json:
        """Returns the next message. seconds: the limit that ends at `deadline`, for the error."""
        while (message := self._inbox.take()) is None:
            check()
            left = deadline - monotonic()
            if left <= 0:
                raise ChildTimeoutError(seconds)
            if self._poll.poll(min(POLL_S, left) * 1e3):
                self._inbox.add(self._read())
        return message

    def _read(self) -> bytes:
        """Reads from the channel. Raises ChildEndedError if the child has closed its end."""
        with contextlib.suppress(ConnectionError):  # it ended before it read the request
            if piece := self._channel.recv(PIECE):
                return piece
        status = None
        with contextlib.suppress(
            subprocess.TimeoutExpired
        ):  # it lives on, though it may not close the channel
            status = self._process.wait(END_S)
        raise ChildEndedError(status, self._job_begun)
