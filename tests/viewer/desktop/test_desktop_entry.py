"""The files of the desktop: installed, with the command of this installation, and removed again without a trace."""

import configparser
import os
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeDatabase
from PySide6.QtGui import QImage

from engine.base.version import VERSION
from engine.images.suffixes import suffixes
from viewer.desktop import entry

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are for Linux")

GLOB = "{http://www.freedesktop.org/standards/shared-mime-info}glob"


def keys(text, group):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    return parser[group]


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "with space" / "share"))
    return tmp_path / "with space" / "share"


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_installing_writes_entries_that_start_unpixel(data, tmp_path):
    written = entry.install()
    assert {path.name for path in written} == set(entry.PLACES)
    found = keys((data / "applications/unpixel.desktop").read_text(encoding="utf-8"), "Desktop Entry")
    program = shlex.split(found["Exec"])
    assert program[-1] == "%F" and Path(found["TryExec"]) == Path(program[0])
    done = subprocess.run(
        [*program[:-1], "--version"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout == f"Unpixel {VERSION}\n"


def test_the_thumbnailer_of_an_installation_writes_a_png(data, tmp_path):
    entry.install()
    found = keys((data / "thumbnailers/unpixel.thumbnailer").read_text(encoding="utf-8"), "Thumbnailer Entry")
    picture, out = tmp_path / "a photo.png", tmp_path / "temporary.XYZ"
    QImage(300, 100, QImage.Format.Format_RGB32).save(str(picture))
    values = {"%i": str(picture), "%o": str(out), "%s": "60"}
    subprocess.run([values.get(word, word) for word in shlex.split(found["Exec"])], check=True)
    assert QImage(str(out), "PNG").size().toTuple() == (60, 20)


def test_uninstalling_leaves_nothing_of_it(data, monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")  # the databases belong to the system
    entry.install()
    entry.install()  # an upgrade
    assert len(entry.uninstall()) == len(entry.PLACES)
    assert files(data) == [] and entry.uninstall() == []


def test_a_file_in_the_place_of_a_folder_is_said(data):
    data.parent.mkdir(parents=True)
    data.write_text("")
    with pytest.raises(entry.ExportError, match="XDG_DATA_HOME"):
        entry.install()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_program_name_survives_quoting(name):
    line = entry.with_program("Exec=unpixel %F\n", [name])
    unescaped = line.removeprefix("Exec=").removesuffix(" %F\n").replace("\\\\", "\\")
    assert shlex.split(unescaped.replace("\\`", "`").replace("\\$", "$")) == [name.replace("%", "%%")]


def test_the_entry_names_the_kinds_of_all_files_that_open():
    types, thumbnails = (
        set(keys((entry.SOURCE / name).read_text(encoding="utf-8"), group)["MimeType"].split(";"))
        for name, group in (
            ("unpixel.desktop", "Desktop Entry"),
            ("unpixel.thumbnailer", "Thumbnailer Entry"),
        )
    )
    assert thumbnails == types - {"inode/directory"}
    own = {
        glob.get("pattern").removeprefix("*"): kind.get("type")
        for kind in ET.parse(entry.SOURCE / "unpixel-mime.xml").getroot()
        for glob in kind.iter(GLOB)
    }
    assert set(own.values()) <= types
    database = QMimeDatabase()
    for suffix in suffixes():
        known = {kind.name() for kind in database.mimeTypesForFileName(f"picture{suffix}")}
        assert suffix in own or known & types, f"{suffix}: {known}"


def test_the_newest_release_of_the_metadata_is_this_version():
    root = ET.parse(entry.SOURCE / "app.unpixel.Unpixel.metainfo.xml").getroot()
    assert next(root.iter("release")).get("version") == VERSION


@pytest.mark.parametrize(
    ("program", "arguments"),
    [
        ("desktop-file-validate", ["unpixel.desktop"]),
        ("appstreamcli", ["validate", "--no-net", "app.unpixel.Unpixel.metainfo.xml"]),
    ],
)
def test_the_validators_of_the_desktop_accept_the_files(program, arguments):
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command = [program, *arguments]
    done = subprocess.run(
        command, cwd=entry.SOURCE, capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
