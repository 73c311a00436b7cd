"""Atomic replacement of files: mode, names, failures, and the umask of the process."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from engine.base.atomic_file import replacing

MANY_THREADS = """
import os, sys, threading
from pathlib import Path
from engine.base.atomic_file import replacing

os.umask(0o027)
change_umask = os.umask
folder, observed, done = Path(sys.argv[1]), set(), threading.Event()

def umask():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(line for line in lines if line.startswith("Umask"))

def observed_change(mask):
    before = change_umask(mask)
    observed.add(umask())  # what every other thread would now create its files with
    return before

def watch():
    while not done.is_set():
        observed.add(umask())

def write(name):
    for number in range(40):
        with replacing(folder / f"{name}.{number}") as temporary:
            temporary.write_text("text")

watcher = threading.Thread(target=watch)
writers = [threading.Thread(target=write, args=(str(number),)) for number in range(8)]
if Path("/proc/self/status").exists():
    watcher.start()
    os.umask = observed_change
for thread in writers:
    thread.start()
for thread in writers:
    thread.join()
done.set()
modes = {oct(path.stat().st_mode & 0o777) for path in folder.iterdir()}
print(sorted(observed) in ([], ["Umask:\\t0027"]), oct(change_umask(0)), sorted(modes), len(list(folder.iterdir())))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_the_umask_never_changes_while_threads_write_files(tmp_path):
    command = [sys.executable, "-c", MANY_THREADS, str(tmp_path)]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
    assert found.stdout == "True 0o27 ['0o640'] 320\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_finished_file_has_the_mode_that_the_umask_allows(tmp_path, monkeypatch, umask):
    before = os.umask(umask)
    try:
        with monkeypatch.context() as patch:
            patch.delattr(os, "umask")  # the kernel applies it; nothing in the process needs to read it
            with replacing(tmp_path / "a.txt") as temporary:
                temporary.write_text("text")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o666 & ~umask


LONG_NAMES = [
    "x" * 251 + ".png",
    "é" * 125 + ".png",
    "a." + "x" * 253,
    ".hidden",
    "a",
    "ü" * 127,
]


@pytest.mark.parametrize("name", LONG_NAMES, ids=["ascii", "two-bytes", "suffix", "hidden", "short", "bare"])
def test_every_name_that_the_file_system_allows_can_be_replaced(tmp_path, name):
    path, names = tmp_path / name, set()
    for text in ("first", "second"):
        with replacing(path) as temporary:
            assert temporary.parent == tmp_path and temporary.name.startswith(".")
            assert len(os.fsencode(temporary.name)) <= max(len(os.fsencode(name)), 64)
            names.add(temporary.name)
            temporary.write_text(text)
        assert path.read_text() == text
        assert list(tmp_path.iterdir()) == [path]
    assert len(names) == 2 and name not in names


def test_the_temporary_file_keeps_the_suffix(tmp_path):
    with replacing(tmp_path / "picture.tif") as temporary:
        assert temporary.suffix == ".tif"


def test_an_error_leaves_the_older_file_and_no_temporary_one(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(RuntimeError, match="halfway"), replacing(path) as temporary:
        temporary.write_text("new")
        raise RuntimeError("halfway")
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]


def test_a_file_that_fails_its_verification_does_not_replace_the_older_one(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def verify(temporary):
        assert temporary.read_text() == "new"
        raise ValueError("not what it should be")

    with pytest.raises(ValueError, match="not what it should be"), replacing(path, verify) as temporary:
        temporary.write_text("new")
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "missing" / "a.txt"):
        pass


def test_a_link_stays_and_its_target_is_replaced_in_the_targets_folder(tmp_path):
    folder = tmp_path / "far"
    folder.mkdir()
    target, link = folder / "real.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(Path("far") / "real.txt")
    (tmp_path / "second").symlink_to(link)
    for path in (link, tmp_path / "second"):
        with replacing(path) as temporary:
            assert temporary.parent == folder
            temporary.write_text(f"through {path.name}")
        assert path.is_symlink() and not target.is_symlink()
        assert target.read_text() == f"through {path.name}"
    assert list(folder.iterdir()) == [target]


def test_the_missing_target_of_a_link_is_created(tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to("new.txt")
    with replacing(link) as temporary:
        temporary.write_text("text")
    assert link.is_symlink() and (tmp_path / "new.txt").read_text() == "text"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["pipe", "folder", "loop", "link to a pipe", "device"])
def test_what_is_no_regular_file_is_refused_and_stays(tmp_path, kind):
    path = Path(os.devnull) if kind == "device" else tmp_path / "a.txt"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "link to a pipe":
        os.mkfifo(tmp_path / "pipe")
        path.symlink_to("pipe")
    before = path.lstat()
    with pytest.raises(OSError), replacing(path):
        pytest.fail("a temporary file was offered")
    after = path.lstat()
    assert (before.st_mode, before.st_ino) == (after.st_mode, after.st_ino)


def test_a_name_that_no_file_can_have_is_an_os_error(tmp_path):
    for name in ("a\0b.txt", "\ud800.txt", "x" * 300):
        with pytest.raises(OSError), replacing(tmp_path / name):
            pass
    assert list(tmp_path.iterdir()) == []
