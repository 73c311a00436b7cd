"""Exports by the command `render` in a process of its own, such as all pictures of a folder. The window's thread."""

from pathlib import Path
from typing import Any

from engine.base.messages import from_json
from engine.base.printable import file_name
from viewer.base import formatting
from viewer.base.language import tr, translated, translated_failure
from viewer.export.queued import Phase, QueuedExport
from viewer.export.render_process import RenderProcess


class CommandExport(QueuedExport):
    """arguments: of `render`, without those that steer it. target: the folder, or the file, that it writes."""

    lane = "process"

    def __init__(self, arguments: tuple[str, ...], target: Path) -> None:
        super().__init__(target)
        self.arguments = arguments
        self.unit = "frame" if "--film" in arguments else "file"
        self._process: RenderProcess | None = None
        self._cancelled = False

    @property
    def pid(self) -> int | None:
        """Number of the process, while there is one."""
        return None if self._process is None else self._process.pid

    def _start(self) -> None:
        self._cancelled = False
        try:
            self._process = process = RenderProcess(list(self.arguments))
        except OSError as error:
            why = tr("{name}: cannot be exported ({reason}); restart Unpixel")
            self.end(Phase.FAILED, why.format(name=file_name(self.target.name), reason=error))
            return
        process.progressed.connect(self.report)
        process.finished.connect(self._finish)

    def _suspend(self) -> bool:
        assert self._process is not None
        self._process.pause()
        return True

    def _resume(self) -> None:
        assert self._process is not None
        self._process.resume()

    def _abort(self) -> None:
        self._cancelled = True
        if self._process is not None:
            self._process.cancel()

    def _forget(self) -> None:
        if self._process is not None:
            self._process.finished.disconnect(self._finish)
            self._process.progressed.disconnect(self.report)
            self._process = None

    def _finish(self, status: int, result: dict[str, Any] | None, said: str) -> None:
        self._process = None
        if result is not None and "files" in result:
            self.failures = tuple(map(_failure, result["errors"]))
            self.end(Phase.FAILED if self.failures else Phase.FINISHED, _summary(result))
        elif result is not None and status == 0:
            took = formatting.milliseconds(result.get("ms", 0))
            self.end(Phase.FINISHED, tr("in {time}").format(time=took))
        elif self._cancelled:
            self.end(Phase.CANCELLED)
        else:
            self.end(Phase.FAILED, self._failure(status, said))

    def _failure(self, status: int, said: str) -> str:
        """Returns one line: why there is no result."""
        last = said.splitlines()[-1] if said else ""
        if status == 1 and last:
            return translated_failure(last)
        why = tr("{name}: the export ended with {status}; retry it: it does what is missing")
        return why.format(name=file_name(self.target.name), status=status)


def _failure(error: dict[str, Any]) -> str:
    """Returns the line of a file that failed."""
    message = from_json(error.get("message"))
    return str(error.get("error")) if message is None else translated(message)


def _summary(result: dict[str, Any]) -> str:
    """Returns how many files were written, left out and refused."""
    numbers = {name: len(result[name]) for name in ("files", "skipped", "elsewhere", "errors")}
    texts = {
        "files": tr("{count} exported"),
        "skipped": tr("{count} skipped, they exist"),
        "elsewhere": tr("{count} in work elsewhere"),
        "errors": tr("{count} failed"),
    }
    told = [
        texts[name].format(count=formatting.count(number))
        for name, number in numbers.items()
        if number or name == "files"
    ]
    return tr(", ").join(told)
