"""An export never replaces its own source, writes through links, and refuses what is no regular file."""

import json
import os
import subprocess
import sys
import time

import numpy as np
import PIL.Image
import pytest
from image_files import FEW

import main
from engine.base import leftovers, user_data
from engine.base.errors import ExportError
from engine.export import target_folders
from engine.export.picture_file import write

KILLED = """
import os, signal, sys
from pathlib import Path
import numpy as np
from engine.export.picture_file import write
def bands():
    yield np.zeros((1, 4, 3), np.uint8)
    os.kill(os.getpid(), signal.SIGKILL)
write(Path(sys.argv[1]), 4, 2, bands(), alpha=False)
"""


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    PIL.Image.fromarray(FEW).save(path)
    return path


def export(path, source=None):
    write(path, FEW.shape[1], FEW.shape[0], iter([FEW]), alpha=False, source=source)


def other_names(photo):
    """Other paths of the same file."""
    yield photo.parent / "." / "photo.png"
    hard = photo.with_name("hard.png")
    os.link(photo, hard)
    yield hard
    link = photo.with_name("link.png")
    link.symlink_to(photo)
    yield link
    folder = photo.with_name("folder")
    folder.symlink_to(photo.parent, target_is_directory=True)
    yield folder / "photo.png"


def test_the_source_is_never_replaced_whatever_it_is_called(photo):
    before = photo.read_bytes()
    for path in (photo, *other_names(photo)):
        with pytest.raises(ExportError, match="the file of the picture itself"):
            export(path, photo)
        with pytest.raises(ExportError, match="the file of the picture itself"):
            export(photo, path)
    assert photo.read_bytes() == before
    assert leftovers.found(photo.parent) == []


def test_render_and_the_figure_refuse_their_own_source(photo, capsys):
    before = photo.read_bytes()
    for command in (
        ["render", str(photo), str(photo), "--scale", "2", "--model", "bicubic", "--orientation", "1"],
        [
            "evaluate",
            "--compare",
            "nearest",
            "--image",
            str(photo),
            "--region",
            "0,0,1,1",
            "--out",
            str(photo),
        ],
    ):
        assert main.main(command) == 1
        assert "the file of the picture itself" in capsys.readouterr().err
    assert photo.read_bytes() == before


def test_an_export_goes_through_a_link(photo, tmp_path):
    (tmp_path / "far").mkdir()
    link = tmp_path / "link.png"
    link.symlink_to("far/out.png")
    for _ in range(2):  # a target that is missing, and one that exists
        export(link, photo)
        assert link.is_symlink()
        assert [path.name for path in (tmp_path / "far").iterdir()] == ["out.png"]
    with PIL.Image.open(tmp_path / "far" / "out.png") as written:
        np.testing.assert_array_equal(np.asarray(written), FEW)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("pipe", "is a folder or a device"),
        ("folder", "is a folder or a device"),
        ("loop", r"a link that leads in a circle \(Too many levels of symbolic links\)"),
        ("missing folder", "there is no folder .*/missing; make the folder"),
        ("below a file", "file is not a folder; choose another folder"),
        ("long name", r"the name is too long \(File name too long\); choose a shorter name"),
    ],
)
def test_what_cannot_be_written_is_refused_for_its_own_reason(tmp_path, kind, reason):
    path = tmp_path / "out.png"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "long name":
        path = tmp_path / f"{'x' * 252}.png"
    elif kind == "below a file":
        (tmp_path / "file").touch()
        path = tmp_path / "file" / "out.png"
    else:
        path = tmp_path / "missing" / "out.png"
    with pytest.raises(ExportError, match=reason) as caught:
        export(path)
    assert "disk space" not in str(caught.value)


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_refused_with_a_typed_error(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match=r"you may not write to the folder .*; change its permissions"):
            export(tmp_path / "out.png")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_the_next_start_finds_what_a_killed_export_left(tmp_path):
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "out.png")], check=False, timeout=100
    )
    assert killed.returncode < 0
    [left] = leftovers.found(tmp_path)
    other = tmp_path / ".out.0123456789abcdef.png"
    other.touch()
    assert target_folders.remove_leftovers() == [] and left.exists(), "it is too young"
    old = time.time() - 3 * leftovers.MIN_AGE_S
    for path in (left, other):
        os.utime(path, (old, old))
    assert target_folders.remove_leftovers() == [left]
    assert list(tmp_path.iterdir()) == [other]


def test_folders_without_leftovers_are_forgotten_after_two_days(tmp_path):
    file = user_data.folder() / "export-folders.json"
    old = time.time() - 3 * leftovers.MIN_AGE_S
    file.write_text(json.dumps({str(tmp_path / "done"): old}))
    target_folders.note(tmp_path)
    target_folders.remove_leftovers()
    assert list(json.loads(file.read_text())) == [str(tmp_path)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("content", ["[1]", "{", '{"/tmp": 1e999}', '{"/tmp": "x"}', None])
def test_a_hostile_list_of_folders_does_no_harm(tmp_path, capsys, content):
    file = user_data.folder() / "export-folders.json"
    if content is None:
        os.mkfifo(file)
    else:
        file.write_text(content)
    export(tmp_path / "out.png")
    assert list(json.loads(file.read_text())) == [str(tmp_path)]
    assert "it was set aside as export-folders.json.unusable-1" in capsys.readouterr().err
