"""Which programs a kind of file is offered, and how they are started."""

import sys

import pytest

from engine.base.errors import FileError
from viewer.filing import applications
from viewer.filing.applications import Application

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the system has no desktop entries"
)


@pytest.fixture
def entries(tmp_path, monkeypatch):
    """Writes desktop entries of the user, whose desktop has no others."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "none"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "applications"
    folder.mkdir()
    (tmp_path / "config").mkdir()

    def write(name, command="sh %f", types="image/png;", **others):
        lines = {"Type": "Application", "Name": name.title(), "Exec": command, "MimeType": types, **others}
        text = "".join(f"{key}={value}\n" for key, value in lines.items())
        (folder / f"{name}.desktop").write_text(f"[Desktop Entry]\n{text}", encoding="utf-8")

    return write


def names(*types):
    return [each.name for each in applications.listed(types, "de")]


def test_programs_of_the_kind_are_listed_with_the_users_choices_first(entries, tmp_path):
    entries("alpha")
    entries("beta", types="image/jpeg;image/png")
    entries("gamma", types="text/html;")
    entries("delta")
    chosen = (
        "[Default Applications]\nimage/png=beta.desktop\n[Removed Associations]\nimage/png=delta.desktop;\n"
    )
    (tmp_path / "config" / "mimeapps.list").write_text(chosen)
    assert names("image/png") == ["Beta", "Alpha"]


def test_what_cannot_be_used_is_not_listed(entries):
    entries("hidden", Hidden="true")
    entries("console", Terminal="true")
    entries("missing", command="no-such-program-at-all %f")
    entries("unpixel", command="/usr/bin/unpixel %F")
    entries("quote", command='sh "%f')
    entries("named", **{"Name[de]": "Benannt"})
    assert names("image/png") == ["Benannt"]


def test_a_broken_entry_does_not_hide_the_others(entries, tmp_path):
    entries("alpha")
    (tmp_path / "applications" / "broken.desktop").write_bytes(b"\xff\xfe=[\n")
    assert names("image/png") == ["Alpha"]


@pytest.mark.parametrize(
    "command, expected",
    [
        (("p", "%f"), ["p", "/tmp/a b.png"]),
        (("p", "%U", "--x"), ["p", "file:///tmp/a%20b.png", "--x"]),
        (("p", "100%%"), ["p", "100%", "/tmp/a b.png"]),
        (("p", "%i", "%c", "%F"), ["p", "P", "/tmp/a b.png"]),
    ],
)
def test_the_codes_of_a_command_are_filled(command, expected, tmp_path):
    assert Application("P", command).arguments(tmp_path.__class__("/tmp/a b.png")) == expected


def test_a_program_gets_the_file(tmp_path):
    out = tmp_path / "out"
    applications.open_with(
        Application("P", ("sh", "-c", f'printf %s "$1" > "{out}"', "sh", "%f")), tmp_path / "a"
    )
    assert out.read_text() == str(tmp_path / "a")


@pytest.mark.parametrize("command", [("no-such-program-at-all",), ("sh", "-c", "exit 3")])
def test_a_program_that_does_not_start_is_said(command, tmp_path):
    with pytest.raises(FileError, match="choose another program"):
        applications.open_with(Application("P", command), tmp_path / "a")
