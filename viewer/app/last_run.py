"""Tells at the start how the last run ended, what that lost, and offers what can be done. The window's thread."""

from collections.abc import Callable

from viewer.app.main_window import MainWindow
from viewer.app.unfinished_exports import UnfinishedExports
from viewer.base.language import tr
from viewer.diagnostics.crash_file import LastEnd
from viewer.export import records
from viewer.widgets.notice_bar import Action


def tell(window: MainWindow, last_end: LastEnd, restore_views: Callable[[], None]) -> None:
    """Shows a notice that stays, if there is something to tell. restore_views: shows again what the last run showed."""
    texts: list[str] = []
    actions: list[Action] = []
    if last_end.badly:
        texts.append(tr("The last run of Unpixel ended unexpectedly."))
    found = records.abandoned()
    if found:
        exports = UnfinishedExports(window, found)
        texts.append(exports.text)
        if exports.repeatable:
            actions.append((tr("Export again"), exports.start))
    if last_end.crashed:
        actions.append((tr("Restore the view"), restore_views))
    if last_end.badly:
        actions.append((tr("Report…"), window.problem_report.ask))
    if texts:
        window.notices.keep(" ".join(texts), *actions)
