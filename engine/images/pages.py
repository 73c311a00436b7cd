"""Which picture of a file is meant, among the pages, frames or sizes that it holds. Pages count from 0."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from engine.base.errors import ImageError
from engine.base.messages import Message, message

MOST_PAGES = 1 << 16
"""Pages that are counted. Whoever goes through a file does not reach further ones."""


class Kind(StrEnum):
    """What the pictures of a file are to each other.

    PAGES: of a document. FRAMES: of an animation. PICTURES: of an album, such as HEIC's.
    VIEWS: of one scene by a camera (MPO); the first is the photo, the others are previews or those of another lens.
    SIZES: one picture in several sizes (ICO). CHANNELS: planes of gray of one picture (TIFF).
    """

    PAGES = "pages"
    FRAMES = "frames"
    PICTURES = "pictures"
    VIEWS = "views"
    SIZES = "sizes"
    CHANNELS = "channels"


@dataclass(frozen=True)
class Pages:
    """page: which picture is shown, from 0. count: how many there are. plays: of an animation; 0 means without end."""

    page: int = 0
    count: int = 1
    kind: Kind = Kind.PAGES
    plays: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError for a page outside of the file."""
        if not 0 <= self.page < self.count <= MOST_PAGES or self.plays < 0:
            raise ValueError(f"page {self.page} of {self.count}")

    @property
    def animated(self) -> bool:
        """Whether the pictures are frames that play one after the other."""
        return self.kind is Kind.FRAMES and self.count > 1


SINGLE = Pages()
"""A file with one picture."""


def notice(pages: Pages) -> Message | None:
    """Returns what to say of a page that nobody chose: that the file has others. None if nothing is to be said."""
    if pages.count == 1:
        return None
    page, count = pages.page + 1, pages.count
    if pages.kind is Kind.PAGES:
        first = message("first of {count} pages", count=count)
        return first if page == 1 else message("page {page} of {count}, the largest", page=page, count=count)
    return {
        Kind.FRAMES: message("first frame of an animation of {count}", count=count),
        Kind.SIZES: message("the largest of {count} sizes", count=count),
        Kind.PICTURES: message("picture {page} of {count}, the main one", page=page, count=count),
        Kind.CHANNELS: message("the first of {count} channels", count=count),
    }.get(pages.kind)


class NoSuchPageError(Exception):
    """The file has no such page. page: from 0. count: of its pages."""

    def __init__(self, page: int, count: int) -> None:
        super().__init__(f"page {page} of {count}")
        self.page = page
        self.count = count


def require(page: int, count: int) -> None:
    """Raises NoSuchPageError if a file of `count` pictures has no page of that number, from 0."""
    if not 0 <= page < count:
        raise NoSuchPageError(page, count)


def missing_page(path: Path, error: NoSuchPageError) -> ImageError:
    """Returns the error about a file."""
    reason = message("has no page {page}", page=error.page + 1)
    return ImageError(path, reason, message("choose a page from 1 to {count}", count=error.count))


def refuse_missing(path: Path, page: int, count: int) -> None:
    """Raises ImageError if a file of `count` pictures has no page of that number, from 0."""
    try:
        require(page, count)
    except NoSuchPageError as error:
        raise missing_page(path, error) from error
