"""What the engine says when it cannot do something: a typed error that fits one line."""


class UnpixelError(Exception):
    """Something a user can cause or mend, as one line: subject, reason, remedy."""

    def __init__(self, subject: object, reason: str, remedy: str) -> None:
        super().__init__(f"{subject}: {reason}; {remedy}".replace("\n", " "))
        self.subject = str(subject)
        self.reason = reason
        self.remedy = remedy

    def __reduce__(self) -> tuple[type, tuple[str, str, str]]:
        return type(self), (self.subject, self.reason, self.remedy)


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
