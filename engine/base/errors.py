"""What the engine says when it cannot do something: a typed error that fits one line."""

from typing import Any

from engine.base.messages import Message, message


def line(subject: object, reason: Message, remedy: Message) -> Message:
    """What it is about, what is wrong with it, and what to do."""
    return message("{subject}: {reason}; {remedy}", subject=subject, reason=reason, remedy=remedy)


class UnpixelError(Exception):
    """Something a user can cause or mend, as one line: subject, reason, remedy.

    `str` has it in English; said: the same as a value, for whom speaks another language.
    """

    def __init__(self, subject: object, reason: Message, remedy: Message) -> None:
        self.message = line(subject, reason, remedy)
        super().__init__(str(self.message))
        self.subject = str(subject)
        self.reason = reason
        self.remedy = remedy

    def __reduce__(self) -> tuple[type, tuple[str, Message, Message]]:
        return type(self), (self.subject, self.reason, self.remedy)

    def plain(self) -> dict[str, Any]:
        """As JSON can have it: `error`, the line, and `said`, its parts."""
        return {"error": str(self), "said": self.message.plain()}


class ImageError(UnpixelError):
    """An image file cannot be read."""


class ModelError(UnpixelError):
    """A model file cannot be loaded, or holds something no model may hold."""


class ExportError(UnpixelError):
    """A picture cannot be written."""


class DeviceError(UnpixelError):
    """The device asked for is not there, or lacks the memory."""


class DataError(UnpixelError):
    """A folder of images does not hold what is needed."""


class BookmarkError(UnpixelError):
    """The file of bookmarks cannot be read or written."""


class RecipeError(UnpixelError):
    """A training recipe says something that is not understood."""


class Superseded(Exception):
    """The work was overtaken by newer work, or called off; nothing went wrong."""
