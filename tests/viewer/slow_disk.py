"""A file system that can stop answering, as a network drive does whose server is gone.

It is a real mount: FUSE's protocol, spoken by a process of its own. It holds copies of given files, read only. While it
hangs it takes no requests from the kernel, so each access waits; a process that waits can be killed. As with NFS, to
close a file that was read asks nothing of the disk. It needs the right
to mount (root), and Linux.
"""

import ctypes
import errno
import os
import select
import stat
import struct
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

LONGEST_HANG_S = 60
"""Seconds after which it answers in any case, so that no test hangs."""
ROOT_NODE = 1
DETACH = 2
HEAD, ANSWER = struct.Struct("<IIQQIIII"), struct.Struct("<IiQ")
LOOKUP, FORGET, GETATTR, OPEN, READ, RELEASE = 1, 2, 3, 14, 15, 18
INIT, OPENDIR, READDIR = 26, 27, 28
RELEASEDIR, ACCESS, INTERRUPT, BATCH_FORGET = 29, 34, 36, 42
UNANSWERED = FORGET, INTERRUPT, BATCH_FORGET


def why_not():
    """Why it cannot be mounted here; empty if it can."""
    if sys.platform != "linux":
        return "FUSE is tested on Linux"
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        return "no access to /dev/fuse"
    return "" if os.geteuid() == 0 else "only root mounts without fusermount"


class SlowDisk:
    """folder: where it is mounted."""

    def __init__(self, folder, process):
        self.folder, self._process = folder, process

    def hang(self):
        """From now on nothing is answered."""
        self._command("hang")

    def answer(self):
        """Answers again, also what was requested meanwhile."""
        self._command("answer")

    def _command(self, word):
        self._process.stdin.write(f"{word}\n".encode())
        self._process.stdin.flush()
        assert self._process.stdout.readline() == f"{word}\n".encode()


@contextmanager
def mounted(folder, files):
    """Mounts it at an empty folder. files: they are in its root, under their names."""
    command = [sys.executable, __file__, str(folder), *map(str, files)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert process.stdout.readline() == b"mounted\n"
        yield SlowDisk(folder, process)
    finally:
        process.stdin.close()
        process.wait(30)
        process.stdout.close()


class Server:
    """Answers requests. Node 1 is the root, the files follow."""

    def __init__(self, device, files):
        self._device = device
        self._files = {2 + number: (path.name, path.read_bytes()) for number, path in enumerate(files)}

    def answer_one(self):
        request = os.read(self._device, 1 << 20)
        _, kind, number, node, *_ = HEAD.unpack_from(request)
        if kind in UNANSWERED:
            return
        error, body = self._answer(kind, node, request[HEAD.size :])
        os.write(self._device, ANSWER.pack(ANSWER.size + len(body), -error, number) + body)

    def _answer(self, kind, node, body):
        """The error number and the data of an answer."""
        error, data = 0, b""
        if kind == INIT:
            data = struct.pack("<IIIIHHIIHHI7I", 7, 31, 1 << 16, 0, 16, 12, 1 << 16, 1, 16, 0, 0, *[0] * 7)
        elif kind == LOOKUP:
            error, data = self._lookup(os.fsdecode(body.rstrip(b"\0")))
        elif kind == GETATTR:
            data = struct.pack("<QII", 0, 0, 0) + self._attributes(node)
        elif kind in (OPEN, OPENDIR):
            data = struct.pack("<QII", 0, 0, 0)
        elif kind in (READ, READDIR):
            _, offset, size = struct.unpack_from("<QQI", body)
            data = (self._files[node][1][offset:] if kind == READ else self._entries(offset))[:size]
        elif kind not in (RELEASE, RELEASEDIR, ACCESS):
            error = errno.ENOSYS
        return error, data

    def _lookup(self, name):
        node = next((node for node, (each, _) in self._files.items() if each == name), None)
        if node is None:
            return errno.ENOENT, b""
        return 0, struct.pack("<QQQQII", node, 0, 0, 0, 0, 0) + self._attributes(node)

    def _attributes(self, node):
        size = 4096 if node == ROOT_NODE else len(self._files[node][1])
        mode = stat.S_IFDIR | 0o755 if node == ROOT_NODE else stat.S_IFREG | 0o644
        times = [1_700_000_000] * 3
        return struct.pack("<6Q10I", node, size, -(-size // 512), *times, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)

    def _entries(self, offset):
        """Directory entries after the first `offset`."""
        found = b""
        names = [(ROOT_NODE, ".", 4), *((node, name, 8) for node, (name, _) in self._files.items())]
        for position, (node, name, kind) in list(enumerate(names))[offset:]:
            encoded = os.fsencode(name)
            entry = struct.pack("<QQII", node, position + 1, len(encoded), kind) + encoded
            found += entry + bytes(-len(entry) % 8)
        return found


def serve(folder, files):
    """Mounts, and follows the commands of stdin until its end."""
    device = os.open("/dev/fuse", os.O_RDWR)
    libc = ctypes.CDLL(None, use_errno=True)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0,allow_other"
    server, hanging = Server(device, files), False
    place = os.fsencode(folder)
    if libc.mount(b"slow-disk", place, b"fuse", 0, options.encode()):
        raise OSError(ctypes.get_errno(), "cannot mount")
    print("mounted", flush=True)
    try:
        while True:
            ready, _, _ = select.select([0] if hanging else [0, device], [], [], LONGEST_HANG_S)
            if 0 in ready:
                word = os.read(0, 100).decode().strip()
                if not word:
                    return
                hanging = word == "hang"
                print(word, flush=True)
            elif device in ready:
                server.answer_one()
            else:
                hanging = False
    finally:
        libc.umount2(place, DETACH)


if __name__ == "__main__":
    serve(sys.argv[1], list(map(Path, sys.argv[2:])))
