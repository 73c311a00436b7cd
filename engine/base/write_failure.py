"""Why the system refuses to write a file, and what to do about it, for people."""

import errno
import os
from pathlib import Path

from engine.base import paths
from engine.base.messages import Message, message
from engine.base.regular_file import NotRegularError

FULL = (errno.ENOSPC, errno.EFBIG)


def explained(error: OSError, path: Path) -> tuple[Message, Message]:
    """Returns reason and remedy of a file that could not be written, or of a folder that could not be made.

    path: as the user gave it; a link in it is followed.
    """
    folder, why = _folder(path), error.strerror or str(error)
    another = message("choose another folder")
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR if not paths.is_folder(folder):
            reason, remedy = _without_folder(folder)
        case errno.EEXIST:
            taken = Path(error.filename or path)
            reason, remedy = message("{folder} is not a folder", folder=taken), another
        case errno.EACCES | errno.EPERM:
            reason = message("you may not write to the folder {folder}", folder=folder)
            remedy = message("change its permissions, or choose another folder")
        case errno.EROFS:
            reason, remedy = message("the disk of the folder {folder} is read-only", folder=folder), another
        case errno.ENOSPC | errno.EFBIG:
            reason = message("the disk is full ({why})", why=why)
            remedy = message("free disk space, or use another disk")
        case errno.EDQUOT:
            reason = message("your quota of the disk is used up ({why})", why=why)
            remedy = message("delete files of yours there, or use another disk")
        case errno.ENAMETOOLONG:
            reason, remedy = (
                message("the name is too long ({why})", why=why),
                message("choose a shorter name"),
            )
        case errno.ELOOP:
            reason = message("is a link that leads in a circle ({why})", why=why)
            remedy = message("remove the link, or choose another name")
        case _ if isinstance(error, NotRegularError):
            reason = message("is a folder or a device, not a file")
            remedy = message("choose another name")
        case _:
            reason = message("cannot be written ({why})", why=why)
            remedy = message("check the disk, or choose another folder")
    return reason, remedy


def _folder(path: Path) -> Path:
    """Returns the folder that the file would be in."""
    try:
        return Path(os.path.realpath(path)).parent
    except (OSError, ValueError):
        return path.parent


def _without_folder(folder: Path) -> tuple[Message, Message]:
    above = next((each for each in (folder, *folder.parents) if paths.exists(each)), folder)
    if paths.exists(above) and not paths.is_folder(above):
        return message("{folder} is not a folder", folder=above), message("choose another folder")
    reason = message("there is no folder {folder}", folder=folder)
    return reason, message("make the folder, or choose another")
