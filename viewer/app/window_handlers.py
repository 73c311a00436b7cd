"""What each command does in a window: the handlers of all of its parts, by the commands' ids."""

from typing import TYPE_CHECKING

from viewer.app import background_choice, escape, handlers, screen_choice
from viewer.commands.actions import Handlers

if TYPE_CHECKING:
    from viewer.app.main_window import MainWindow


def every(window: "MainWindow") -> Handlers:
    """Returns the handlers of all commands of viewer/commands/table.py."""
    parts = {
        **handlers.files(window, window.opening, window.notices),
        **handlers.pages(window.pages),
        **handlers.zoom(window.canvas),
        **handlers.selection(window.selection, window.canvas, window.opening, window.notices),
        **handlers.rotation(window.session),
        **handlers.copies(window.copying),
        **handlers.comparison(window.compare),
        **handlers.insight(window.insight, window.docks),
        **handlers.bookmarks(window.bookmarks),
        **handlers.choices(),
        **background_choice.handlers(window),
        **screen_choice.handlers(window, window.notices),
        **window.look.handlers,
        **window.outputs.handlers,
        **window.dialogs.handlers,
        **window.introduction.handlers,
        **window.filing.handlers,
        **window.thumbnails.handlers,
        "report": window.problem_report.ask,
        "newest-version": window.newest_version.ask,
        "new-window": window.new_window_requested.emit,
        "quit": window.quit_requested.emit,
        "close": window.close,
        "open-model": window.active_model.choose_file,
        "training": window.training.toggle,
        "hud": window.frame_times.toggle,
        "slideshow": window.slideshow.toggle,
        "compare-file": window.second_file.ask,
        "escape": lambda: escape.end_one(window),
    }
    return window.pages.at_rest(parts)
