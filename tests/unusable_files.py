"""Puts something that cannot be read in the place of a file."""

import os


def put(path, kind):
    """kind: a pipe, a folder, a loop of links, a sparse file of 1 TB; any other text becomes the file's content."""
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "loop":
            path.symlink_to(path)
        case "large":
            with path.open("wb") as file:
                file.truncate(1 << 40)
        case _:
            path.write_text(kind)
