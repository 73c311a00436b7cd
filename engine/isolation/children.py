"""The children of this process: lends them to jobs, keeps one of each priority warm, and turns their ends into errors.

All windows share them. Each running job has a child of its own, so that no window waits for another's; at rest there
is one for each niceness that was needed: the session's and the preloader's, of 25 MB each (`bench open`).
"""

import atexit
import contextlib
import signal
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

from engine.base.errors import UnpixelError
from engine.base.messages import Message, from_json, message
from engine.isolation.child import Child, ChildEndedError, ChildTimeoutError
from engine.isolation.job import Job, Result

SUPPORTED = sys.platform != "win32"
"""Windows passes open files in another way, which is not built: its callers do their jobs in this process."""


class Children:
    """Lends children to jobs. Any thread may call any method."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: dict[int, Child] = {}  # by niceness
        self._busy: set[Child] = set()
        self._ended = False

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of all processes: the idle ones, then the others."""
        with self._lock:
            return tuple(child.pid for child in (*self._idle.values(), *self._busy))

    def idle_pid(self, niceness: int) -> int | None:
        """The number of the warm process of a niceness."""
        with self._lock:
            child = self._idle.get(niceness)
            return None if child is None else child.pid

    def warm_up(self, niceness: int) -> None:
        """Starts a child in the background, unless one is idle. If it fails, the next job tells why."""
        with self._lock, contextlib.suppress(OSError):
            if SUPPORTED and not self._ended and niceness not in self._idle:
                self._idle[niceness] = Child(niceness)

    def run(self, job: Job, source: BinaryIO, check: Callable[[], None]) -> Result:
        """Runs a job on an open file in a child.

        check: called every 20 ms; if it raises an error, the child is killed and the error goes on. Raises job.error if
        the job fails, and if its process crashes, takes too long, or cannot be started.
        """
        try:
            result = self._run_once(job, source, check)
        except ChildEndedError as error:
            if error.job_begun or self._ended:
                raise _failure(job, error) from error
            # Someone killed it while it was idle: the file is not to blame.
            result = self._run_again(job, source, check)
        except ChildTimeoutError as error:
            raise _failure(job, error) from error
        if "value" not in result.answer:
            raise _refusal(job, result)
        return result

    def _run_again(self, job: Job, source: BinaryIO, check: Callable[[], None]) -> Result:
        try:
            return self._run_once(job, source, check)
        except (ChildEndedError, ChildTimeoutError) as error:
            raise _failure(job, error) from error

    def _run_once(self, job: Job, source: BinaryIO, check: Callable[[], None]) -> Result:
        try:
            child = self._take(job.niceness)
        except OSError as error:
            reason = message("no process could be started for it ({why})", why=error.strerror or error)
            raise job.error(job.subject, reason, message("close other programs and try again")) from error
        try:
            result = child.run(job, source, check)
        except BaseException:
            self._discard(child, job)
            raise
        self._give_back(child, job)
        return result

    def kill_all(self) -> None:
        """Kills all children, and waits for none. Jobs that run fail; no more are started."""
        with self._lock:
            self._ended = True
            for child in (*self._idle.values(), *self._busy):
                child.kill()  # the thread that uses a busy one ends it

    def end_all(self) -> None:
        """Ends all children as `kill_all` does, and waits for the idle ones. Called when the process ends."""
        self.kill_all()
        with self._lock:
            idle = tuple(self._idle.values())
            self._idle.clear()
        for child in idle:
            child.end()

    def _take(self, niceness: int) -> Child:
        with self._lock:
            child = self._idle.pop(niceness, None)
            if child is not None and not child.alive:  # it was killed while it was idle
                child.end()
                child = None
            if child is None:
                child = Child(niceness)
            self._busy.add(child)
            if self._ended:
                child.kill()
            return child

    def _give_back(self, child: Child, job: Job) -> None:
        with self._lock:
            self._busy.discard(child)
            if job.keep and not self._ended and job.niceness not in self._idle:
                self._idle[job.niceness] = child
                return
        child.end()

    def _discard(self, child: Child, job: Job) -> None:
        """Ends a child, and starts the next one at once, if the job's was to be kept."""
        child.end()
        with self._lock:
            self._busy.discard(child)
        if job.keep:
            self.warm_up(job.niceness)


def _failure(job: Job, error: ChildEndedError | ChildTimeoutError) -> UnpixelError:
    if isinstance(error, ChildTimeoutError):
        reason = message("takes longer than {seconds:.0f} s to read", seconds=error.seconds)
        remedy = message("try again when the computer is less busy, or convert it with another program")
    elif error.status == -signal.SIGKILL:
        reason = message("the system ended the process that reads it, mostly for lack of memory")
        remedy = message("close other programs and try again")
    else:
        reason = message("made the process that reads it crash ({why})", why=_cause(error.status))
        remedy = message("it is probably damaged: download or save it again")
    return job.error(job.subject, reason, remedy)


def _cause(status: int | None) -> str:
    if status is None:
        return "wrong answer"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return str(status)


def _refusal(job: Job, result: Result) -> UnpixelError:
    """The error that the child reports. Its texts are shown, never run."""
    reason, remedy = (from_json(result.answer.get(name)) or Message("?") for name in ("reason", "remedy"))
    return job.error(job.subject, reason, remedy)


SHARED = Children()
"""The children of this process: all windows share them."""
run, warm_up, kill_all, end_all = SHARED.run, SHARED.warm_up, SHARED.kill_all, SHARED.end_all
atexit.register(end_all)
