"""Moving files to the trash and into folders, never over another one, and back."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.base.errors import FileError
from viewer.filing import moves

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A file in a folder, and a trash of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "photos" / "a.png"
    path.parent.mkdir()
    path.write_bytes(b"picture")
    return path


def test_a_file_goes_to_the_trash_and_back(file):
    moved = moves.to_trash(file)
    assert not file.exists() and moved.now.read_bytes() == b"picture"
    assert str(file) in moved.record.read_text()
    assert moves.undo(moved) == file
    assert file.read_bytes() == b"picture" and not moved.now.exists() and not moved.record.exists()


def test_what_is_brought_back_replaces_nothing(file):
    moved = moves.to_trash(file)
    file.write_bytes(b"newer")
    assert moves.undo(moved).name == "a (2).png"
    assert file.read_bytes() == b"newer"


@posix
def test_a_name_that_is_no_text_is_refused_and_no_other_file_is_touched(file):
    odd = file.rename(file.with_name(os.fsdecode(b"\xffa.png")))
    other = file.with_name("a.png")
    other.write_bytes(b"other")
    with pytest.raises(FileError, match="rename it first"):
        moves.to_trash(odd)
    assert other.exists() and odd.exists()
    assert moves.rename(odd, "b.png").now.read_bytes() == b"picture"


def test_another_file_is_never_replaced(file, tmp_path):
    other = file.with_name("b.png")
    other.write_bytes(b"other")
    with pytest.raises(FileError, match="another file"):
        moves.rename(file, "b.png")
    target = tmp_path / "target"
    target.mkdir()
    (target / "a.png").write_bytes(b"there")
    assert moves.copy(file, target).copy.name == "a (2).png"
    assert moves.move(file, target).now.name == "a (3).png"
    assert (
        other.read_bytes() == b"other" and (target / "a.png").read_bytes() == b"there" and not file.exists()
    )


def test_a_file_moves_to_another_disk(file, tmp_path, monkeypatch):
    target = tmp_path / "target"
    target.mkdir()
    real = os.rename

    def rename(source, to, *rest, **options):
        if str(source) == str(file):
            raise OSError(18, "Invalid cross-device link", str(source))
        real(source, to, *rest, **options)

    monkeypatch.setattr(os, "rename", rename)
    moved = moves.move(file, target)
    assert moved.now.read_bytes() == b"picture" and not file.exists() and len(list(target.iterdir())) == 1


@pytest.mark.parametrize("act", [moves.to_trash, lambda path: moves.rename(path, "b.png")])
def test_a_file_that_is_gone_is_said(file, act):
    file.unlink()
    with pytest.raises(FileError, match="not there any more"):
        act(file)


def test_a_folder_that_is_gone_is_said_and_the_file_stays(file, tmp_path):
    for act in (moves.copy, moves.move):
        with pytest.raises(FileError, match="there is no folder"):
            act(file, tmp_path / "gone")
    assert file.exists()


NAMES = st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=300)


@given(NAMES)
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_any_name_is_taken_or_refused_with_a_reason(file, name):
    try:
        moved = moves.rename(file, name)
    except FileError as error:
        assert ": " in str(error)
        assert file.exists()
    else:
        assert moved.now.read_bytes() == b"picture" and moves.undo(moved) == file
