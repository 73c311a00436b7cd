"""Why the system refuses to read a file, and what to do about it, for people."""

import errno

from engine.base.messages import Message, message
from engine.base.regular_file import NotRegularError


def explained(error: OSError) -> tuple[Message, Message]:
    """Returns reason and remedy of a file that could not be opened or read."""
    why, remedy = error.strerror or str(error), message("check the name, or open another")
    match error.errno:
        case _ if isinstance(error, NotRegularError):
            reason = message("is a folder") if error.is_folder else message("is a device, not a file")
            remedy = message("open a file")
        case errno.ENOENT:
            reason = message("there is no such file")
        case errno.ENOTDIR:
            reason = message("a part of its path is no folder ({why})", why=why)
        case errno.ENAMETOOLONG:
            reason = message("its name is too long ({why})", why=why)
        case errno.EACCES | errno.EPERM:
            reason = message("cannot be read: permission denied")
            remedy = message("change its permissions, or open another")
        case errno.ELOOP:
            reason = message("is a link that leads in a circle ({why})", why=why)
            remedy = message("remove the link, or open another")
        case _:
            reason = message("cannot be read ({why})", why=why)
            remedy = message("check the disk, or open another")
    return reason, remedy
