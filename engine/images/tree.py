"""The picture files of a folder and of all folders in it, through links, and what was left out."""

import os
from collections import Counter, deque
from dataclasses import dataclass, field
from pathlib import Path

from engine.base import paths
from engine.base.messages import Message, mark, message
from engine.images.suffixes import suffixes

MAX_SUFFIXES = 6
"""Suffixes that the message about other files lists, the most frequent."""


@dataclass
class Tree:
    """files: the pictures, recognised by suffix, sorted. The other fields tell what was left out.

    unreadable: folders, with the system's reason. broken: links that lead nowhere, or in a circle. again: links to
    folders that were read already. hidden: folders and pictures whose names begin with a dot. others: how many files
    with a suffix are no pictures.
    """

    files: list[Path] = field(default_factory=list)
    unreadable: list[tuple[Path, str]] = field(default_factory=list)
    broken: list[Path] = field(default_factory=list)
    again: list[Path] = field(default_factory=list)
    hidden: list[Path] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)

    @property
    def left_out(self) -> list[Message]:
        """What was left out, a message for each kind and for each folder that could not be read."""
        found = [
            message("{folder}: cannot be read ({why}); its pictures are left out", folder=path, why=why)
            for path, why in self.unreadable
        ]
        for text, files in (
            (mark("links that lead nowhere: {count}, first {file}"), self.broken),
            (
                mark("links to folders that were read already: {count}, first {file}"),
                self.again,
            ),
            (mark("hidden files and folders left out: {count}, first {file}"), self.hidden),
        ):
            if files:
                found.append(message(text, count=len(files), file=files[0]))
        if self.others:
            suffixes = ", ".join(suffix or "-" for suffix, _ in self.others.most_common(MAX_SUFFIXES))
            count = self.others.total()
            found.append(
                message("files of other kinds left out: {count} ({suffixes})", count=count, suffixes=suffixes)
            )
        return found


def read(root: Path, deep: bool = True) -> Tree:
    """Returns the tree of the folder `root`. deep: whether the folders in it are read, too.

    Links to folders are followed, after all folders that are no links, and each folder is read once: by its device and
    inode. Raises OSError if `root` itself cannot be read.
    """
    os.scandir(root).close()
    reader = _Reader(deep)
    reader.read(root)
    reader.tree.files.sort()
    return reader.tree


class _Reader:
    def __init__(self, deep: bool) -> None:
        self.tree = Tree()
        self._deep = deep
        self._known = suffixes()
        self._visited: set[tuple[int, int]] = set()
        self._folders, self._links = deque[Path](), deque[Path]()

    def read(self, root: Path) -> None:
        """Reads a folder, all below it, and then all that links in them lead to."""
        self._folders.append(root)
        while self._folders or self._links:
            path, linked = (
                (self._folders.popleft(), False) if self._folders else (self._links.popleft(), True)
            )
            try:
                if self._is_new(path):
                    self._read_folder(path)
                elif linked:
                    self.tree.again.append(path)
            except OSError as error:
                self.tree.unreadable.append((path, error.strerror or str(error)))

    def _is_new(self, path: Path) -> bool:
        """Returns whether a folder was not read before, and notes that it is."""
        status = path.stat()
        key = status.st_dev, status.st_ino
        known = key in self._visited
        self._visited.add(key)
        return not known

    def _read_folder(self, path: Path) -> None:
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            self._take(path / entry.name, entry)

    def _take(self, path: Path, entry: os.DirEntry[str]) -> None:
        """Sorts an entry of a folder in."""
        suffix, linked = path.suffix.lower(), entry.is_symlink()
        is_folder = paths.is_folder(path) if linked else entry.is_dir(follow_symlinks=False)
        if is_folder and not self._deep:
            return
        if entry.name.startswith("."):
            if is_folder or suffix in self._known:
                self.tree.hidden.append(path)
        elif is_folder:
            (self._links if linked else self._folders).append(path)
        elif linked and not paths.exists(path):
            self.tree.broken.append(path)
        elif suffix in self._known:
            self.tree.files.append(path)
        else:
            self.tree.others[suffix] += 1
