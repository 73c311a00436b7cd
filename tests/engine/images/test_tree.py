"""A tree of pictures is read through links, each folder once, and what is left out is said."""

import os

import pytest

from engine.images import tree

posix = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


def touched(*paths):
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def names(root, found):
    return [str(path.relative_to(root)) for path in found.files]


@posix
def test_links_to_folders_are_followed(tmp_path):
    touched(tmp_path / "far" / "deep" / "a.png", tmp_path / "far" / "b.jpg", tmp_path / "data" / "c.png")
    (tmp_path / "data" / "linked").symlink_to(tmp_path / "far")
    found = tree.read(tmp_path / "data")
    assert names(tmp_path / "data", found) == ["c.png", "linked/b.jpg", "linked/deep/a.png"]
    assert found.left_out == []
    (tmp_path / "root").symlink_to(tmp_path / "data")
    assert len(tree.read(tmp_path / "root").files) == 3


@posix
def test_each_folder_is_read_once_and_loops_end(tmp_path):
    touched(tmp_path / "z" / "a.png")
    (tmp_path / "a link to z").symlink_to("z")
    (tmp_path / "z" / "up").symlink_to(tmp_path)
    (tmp_path / "z" / "self").symlink_to(tmp_path / "z" / "self")
    found = tree.read(tmp_path)
    assert names(tmp_path, found) == ["z/a.png"]
    assert {path.name for path in found.again} == {"a link to z", "up"}
    assert [path.name for path in found.broken] == ["self"]
    texts = "\n".join(map(str, found.left_out))
    assert "links to folders that were read already: 2" in texts and "links that lead nowhere: 1" in texts


@posix
def test_what_is_left_out_is_said(tmp_path):
    touched(
        tmp_path / "a.png", tmp_path / ".b.png", tmp_path / "c.txt", tmp_path / "d.txt", tmp_path / "e.mp4"
    )
    touched(tmp_path / ".DS_Store", tmp_path / ".hidden" / "f.png")
    (tmp_path / "gone.png").symlink_to("nowhere.png")
    found = tree.read(tmp_path)
    assert names(tmp_path, found) == ["a.png"]
    texts = list(map(str, found.left_out))
    assert texts == [
        f"links that lead nowhere: 1, first {tmp_path / 'gone.png'}",
        f"hidden files and folders left out: 2, first {tmp_path / '.b.png'}",
        "files of other kinds left out: 3 (.txt, .mp4)",
    ]


@posix
def test_a_folder_that_cannot_be_read_is_said_and_the_others_are_read(tmp_path, monkeypatch):
    touched(tmp_path / "closed" / "a.png", tmp_path / "open" / "b.png")
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = tree.read(tmp_path)
    assert names(tmp_path, found) == ["open/b.png"]
    [text] = map(str, found.left_out)
    assert text.startswith(f"{tmp_path / 'closed'}: cannot be read (Permission denied)")
    with pytest.raises(PermissionError):
        tree.read(tmp_path / "closed")


def test_one_folder_without_those_in_it(tmp_path):
    touched(tmp_path / "a.png", tmp_path / "in" / "b.png")
    assert names(tmp_path, tree.read(tmp_path, deep=False)) == ["a.png"]
