"""Temporary files of killed processes are removed at the next start, and nothing else ever is."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base import leftovers
from engine.base.atomic_file import folder_beside, replacing, temporary_name

KILLED = """
import os, signal, sys
from pathlib import Path
from engine.base.atomic_file import replacing
with replacing(Path(sys.argv[1])) as temporary:
    temporary.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""
OLD = time.time() - 2 * leftovers.MIN_AGE_S


def age(path):
    os.utime(path, (OLD, OLD), follow_symlinks=False)
    return path


def left_by_a_killed_process(target):
    process = subprocess.run([sys.executable, "-c", KILLED, str(target)], check=False, timeout=100)
    assert process.returncode < 0
    [path] = leftovers.found(target.parent)
    return path


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_a_killed_process_left_is_removed_after_a_day(tmp_path):
    path = left_by_a_killed_process(tmp_path / "picture.png")
    assert path.read_text() == "half"
    assert leftovers.remove([tmp_path]) == [], "it is too young"
    age(path)
    assert leftovers.remove([tmp_path, tmp_path / "missing", Path("/\0")]) == [path]
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_a_living_process_stays_however_old(tmp_path):
    with replacing(tmp_path / "a.txt") as temporary:
        age(temporary)
        assert leftovers.remove([tmp_path]) == []
        assert temporary.exists()


def test_a_process_id_that_was_given_to_another_process_is_no_owner(tmp_path):
    started = int(psutil.Process().create_time())
    path = tmp_path / f".a.unpixel-{os.getpid()}-{started - 3600}-0123abcd.txt"
    path.touch()
    assert leftovers.remove([age(path).parent]) == [path]


def test_an_abandoned_folder_is_removed_with_what_is_in_it_unless_it_is_a_link(tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    with folder_beside(tmp_path / "frames") as folder:
        assert leftovers.NAME.fullmatch(folder.name) and leftovers.remove([tmp_path]) == []
        left = folder.with_name(re.sub(r"unpixel-\d+-\d+", "unpixel-999999999-1700000000", folder.name))
    left.mkdir()
    (left / "1.png").touch()
    link = left.with_name(left.name.replace("999999999", "999999998"))
    link.symlink_to(kept, target_is_directory=True)
    for path in (left, link):
        age(path)
    assert leftovers.remove([tmp_path]) == [left] and not left.exists()
    assert link.is_symlink() and kept.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_only_regular_files_of_this_user_are_removed(tmp_path, monkeypatch):
    def named(number):
        return tmp_path / f".a.unpixel-999999999-1700000000-0000000{number}.png"

    kept = tmp_path / "kept"
    kept.touch()
    named(0).symlink_to(kept)
    named(1).mkdir()
    os.mkfifo(named(2))
    for number in range(3):
        age(named(number))
    assert leftovers.remove([tmp_path]) == []
    named(3).touch()
    age(named(3))
    with monkeypatch.context() as patch:
        patch.setattr(os, "getuid", lambda: 12345)
        assert leftovers.remove([tmp_path]) == []
    assert leftovers.remove([tmp_path]) == [named(3)]
    assert kept.exists()


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_every_name_that_is_made_is_recognised(name):
    match = leftovers.NAME.fullmatch(temporary_name(Path("/folder") / name)) if name.strip(".") else True
    assert match


PARTS = (
    ".",
    ".a",
    ".unpixel-",
    "unpixel",
    "-",
    "12",
    "0",
    "1700000000",
    "deadbeef",
    ".png",
    "DEADBEEF",
    "\n",
    " ",
)
parts = st.sampled_from(PARTS)


@given(st.one_of(st.lists(parts, max_size=9).map("".join), st.text(max_size=60)))
def test_no_other_name_is_recognised(name):
    """Another reading of the form of the name, without a regular expression."""

    def is_made(name):
        stem, marker, ending = name.rpartition(".unpixel-")
        ending, _, suffix = ending.partition(".")
        fields = ending.split("-")
        return (
            bool(marker)
            and stem.startswith(".")
            and len(fields) == 3
            and all(field.isascii() for field in fields)
            and fields[0].isdigit() and fields[0][0] != "0" and len(fields[0]) <= 10
            and fields[1].isdigit() and fields[1][0] != "0" and 9 <= len(fields[1]) <= 11
            and len(fields[2]) == 8 and set(fields[2]) <= set("0123456789abcdef")
            and "." not in suffix and (suffix != "") == ("." in name.rpartition(".unpixel-")[2])
            and "/" not in name
        )  # fmt: skip

    assert (leftovers.NAME.fullmatch(name) is not None) == is_made(name)


@given(st.integers(0, 40), st.sampled_from("x-.0g\n"))
def test_a_changed_name_is_not_removed(tmp_path_factory, place, character):
    """A made name with one character inserted, or changed, is another file: it is removed only if it is a made name."""
    name = ".picture.unpixel-999999999-1700000000-0123abcd.png"
    folder = tmp_path_factory.mktemp("names")
    changed = folder / (name[:place] + character + name[place + 1 :])
    changed.touch()
    removed = leftovers.remove([age(changed).parent])
    assert removed == ([changed] if leftovers.NAME.fullmatch(changed.name) else [])
