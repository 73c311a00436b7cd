"""What to say of files that are damaged or incomplete, but show a picture."""

from collections.abc import Iterable

from engine.base.messages import Message, message


def _percent(fraction: float) -> float:
    """Returns percent that never read as none or as all of it."""
    return min(max(100 * fraction, 0.1), 99.9)


def shown_transparent(missing: float) -> Message:
    """missing: the fraction of the pixels that are missing."""
    return message(
        "the file is damaged or incomplete: {percent:.1f} % of the picture is missing and shown transparent",
        percent=_percent(missing),
    )


def shown_gray(missing: float) -> Message:
    """missing: the fraction of the pixels that are missing."""
    return message(
        "the file is damaged or incomplete: {percent:.1f} % of the picture is missing and shown gray",
        percent=_percent(missing),
    )


def shown_coarse(missing: float) -> Message:
    """missing: the fraction of the pixels that their neighbours stand for, in a picture stored from coarse to fine."""
    return message(
        "the file is damaged or incomplete: {percent:.1f} % of the picture is shown in less detail",
        percent=_percent(missing),
    )


def ends_early() -> Message:
    """For a file without its end mark that has all of its pixels."""
    return message("the file ends early, but no part of the picture is missing")


def details_missing() -> Message:
    """For a picture that is stored from coarse to fine, and ends early."""
    return message("the file ends early: fine details of the picture may be missing")


def wrong_parts() -> Message:
    """For a picture without gaps whose data is not what was written."""
    return message("the file is damaged: parts of the picture may be wrong")


def part_missing() -> Message:
    """For a picture whose missing parts are not counted."""
    return message("part of the picture is missing: the file is damaged or incomplete")


LOSSES = frozenset(
    said.text
    for said in (
        shown_transparent(0.5),
        shown_gray(0.5),
        shown_coarse(0.5),
        details_missing(),
        wrong_parts(),
        part_missing(),
    )
)
"""Texts that mean that the picture is not all there."""


def is_incomplete(notices: Iterable[Message]) -> bool:
    """Whether a picture with these notices lacks a part, so that nothing should be learnt from it."""
    return any(notice.text in LOSSES for notice in notices)
