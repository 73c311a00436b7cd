"""Why a picture does not open: its kind is not supported, or the file is damaged.

Decoders raise these about the file that they read; engine/images/image_file.py makes an ImageError of them, with the
path and the remedy.
"""

from engine.base.messages import Message


class UnsupportedError(Exception):
    """The file is sound, but no decoder here can read it. feature: which part of it is not supported."""

    def __init__(self, feature: Message) -> None:
        super().__init__(str(feature))
        self.feature = feature


class DamagedError(Exception):
    """The file contradicts its format, or ends too early. why: what is wrong; text, if a library says it."""

    def __init__(self, why: Message | str) -> None:
        super().__init__(str(why))
        self.why = why
