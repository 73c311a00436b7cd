"""Says how far an export is, in one line. No widgets."""

from engine.base.printable import file_name
from viewer.base import formatting
from viewer.base.language import tr
from viewer.export.queued import Phase, QueuedExport

NAME_LENGTH = 60
"""Characters of the name of an exported file."""


def of_status(export: QueuedExport, others: int) -> str:
    """The line of a running export in the status line. others: exports that wait or are paused."""
    parts = [tr("Exporting {name}").format(name=file_name(export.target.name, NAME_LENGTH)), *_pace(export)]
    if others:
        parts.append(tr("{count} more").format(count=formatting.count(others)))
    return " · ".join(parts)


def of_row(export: QueuedExport) -> str:
    """The second line of an export in the list: its phase, and how far it is or how it ended."""
    phase = tr(export.phase.value)
    if export.phase is Phase.RUNNING:
        return " · ".join([*_done(export), *_pace(export)]) or phase
    if export.phase is Phase.PAUSED or (export.phase is Phase.WAITING and export.done):
        return " · ".join([phase, *_done(export)])
    return " · ".join(filter(None, (phase, export.message)))


def of_cancelled(export: QueuedExport) -> str:
    """What is left of a cancelled export."""
    if export.unit == "file":
        return tr("The export was cancelled. The files that were written before stay.")
    return tr("The export was cancelled. No file was written.")


def _done(export: QueuedExport) -> list[str]:
    if not export.total:
        return []
    if export.unit == "px":
        return [tr("{percent} %").format(percent=int(100 * export.share))]
    about = tr("{done} of {total}")
    return [about.format(done=formatting.count(int(export.done)), total=formatting.count(int(export.total)))]


def _pace(export: QueuedExport) -> list[str]:
    """Speed, and time left; nothing while they are not known."""
    left = export.seconds_left
    if left is None:
        return []
    time_left = tr("{time} left").format(time=formatting.span(left))
    if export.unit != "px":
        return [time_left]
    speed = tr("{speed}/s").format(speed=formatting.megapixels(round(export.per_second)))
    return [speed, time_left]
