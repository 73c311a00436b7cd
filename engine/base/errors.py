"""Typed errors of the engine. Each has a message of one line: subject, reason, remedy."""

from pathlib import Path
from typing import Any

from engine.base.messages import Message, message


def summary(subject: object, reason: Message, remedy: Message) -> Message:
    """Returns one line: what it is about, what is wrong, what to do."""
    return message("{subject}: {reason}; {remedy}", subject=subject, reason=reason, remedy=remedy)


class UnpixelError(Exception):
    """A failure that the user can cause or repair, as one line: subject, reason, remedy.

    `str` returns the line in English. message: the same line as a value that can be translated.
    """

    def __init__(self, subject: object, reason: Message, remedy: Message) -> None:
        self.message = summary(subject, reason, remedy)
        super().__init__(str(self.message))
        self.subject = str(subject)
        self._given = subject if isinstance(subject, Path) else self.subject
        self.reason = reason
        self.remedy = remedy

    def __reduce__(self) -> tuple[type, tuple[str | Path, Message, Message]]:
        return type(self), (self._given, self.reason, self.remedy)

    def to_json(self) -> dict[str, Any]:
        """Returns JSON values: `error` is the English line, `message` is the message with its parts."""
        return {"error": str(self), "message": self.message.to_json()}


class ImageError(UnpixelError):
    """An image file cannot be read."""


class ModelError(UnpixelError):
    """A model file cannot be loaded, or it contains something that a model must not contain."""


class ExportError(UnpixelError):
    """A file cannot be written."""


class FileError(UnpixelError):
    """A file cannot be moved, copied, renamed, given to another program, or does not hold what is looked for."""


class DeviceError(UnpixelError):
    """The requested device does not exist or has too little memory."""


class OutOfMemoryError(UnpixelError):
    """Memory does not suffice, even in the smallest pieces and without caches."""


class DataError(UnpixelError):
    """A folder of images does not contain what is needed."""


class BookmarkError(UnpixelError):
    """The bookmark file cannot be read or written."""


class RecipeError(UnpixelError):
    """A training recipe contains a setting that is not understood."""


class UpdateError(UnpixelError):
    """The newest version cannot be looked up."""


class Superseded(Exception):
    """The work was cancelled, mostly because a newer request replaced it. It is not a failure."""


class SessionEnded(Superseded):
    """The work was cancelled because the program ends; it may be wanted again at the next start."""
