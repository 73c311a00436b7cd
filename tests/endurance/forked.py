"""A process that has imported the application and forks one process for each case: a start takes no time for imports.

usage: python -m tests.endurance.forked, orders as lines of JSON on stdin: the function to run (module:function), its
arguments, its environment, and the file for its stderr. Answers are lines on stdout: the number of the new process,
and when it has ended, its exit status and the time. It ends as any process of Python does, with the interpreter's end.
"""

import faulthandler
import json
import os
import select
import subprocess
import sys
import threading
import time
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
IMPORTS = ("torch", "viewer.app.app", "viewer.app.windows", "viewer.training.tab", "engine.session.session")
IMPORTS += ("tests.endurance.monkey.walk", "engine.checkpoints.checkpoint", "viewer.export.dialog")


class Server:
    """The forking process, and the process that it forked last."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", __name__]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, bufsize=0)

    def start(self, call: str, arguments: list, environment: dict[str, str], errors: Path) -> int:
        """Forks a process that runs a function, module:function. Returns its number."""
        order = {"call": call, "arguments": arguments, "environment": environment, "errors": str(errors)}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        return self._answer()["pid"]

    def wait(self, seconds: float) -> tuple[int, float]:
        """Waits for the process. Returns its status and the time of its end. Raises TimeoutExpired."""
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            raise subprocess.TimeoutExpired("the forked process", seconds)
        answer = self._answer()
        return answer["status"], answer["ended"]

    def end(self) -> None:
        """Ends the forking process."""
        self._process.stdin.close()
        self._process.wait()

    def _answer(self) -> dict[str, Any]:
        line = self._process.stdout.readline()
        assert line, "the forking process has ended"
        return json.loads(line)


@cache
def server() -> Server:
    """Returns the forking process of this worker."""
    return Server()


def main() -> None:
    for name in IMPORTS:
        import_module(name)
    assert threading.active_count() == 1, "a process with threads must not fork"
    for line in sys.stdin.buffer:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            sys.exit(_run(order))
        _tell({"pid": pid})
        _, status = os.waitpid(pid, 0)
        _tell({"status": os.waitstatus_to_exitcode(status), "ended": time.time()})


def _tell(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


def _run(order: dict[str, Any]) -> int:
    """Runs the function of an order in this process, which was forked for it. Returns its exit status."""
    for number, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY)):
        os.dup2(os.open(os.devnull, mode), number)
    os.dup2(os.open(order["errors"], os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
    faulthandler.enable()
    os.environ.update(order["environment"])
    module, _, name = order["call"].partition(":")
    return getattr(import_module(module), name)(*order["arguments"])


if __name__ == "__main__":
    main()
