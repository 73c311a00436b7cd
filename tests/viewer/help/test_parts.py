"""The parts of Unpixel: found in installed packages, written into a bundle and read from it."""

import json
import re
import sys
import tomllib

import pytest

from viewer.help import parts
from viewer.help.parts import Part

REQUIRED = tomllib.loads((parts.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "dependencies"
]


def normalized(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_required_package_is_listed_with_a_known_licence_and_its_text():
    found = {normalized(part.name): part for part in parts.installed()}
    required = {normalized(re.match(r"[\w.-]+", each)[0]) for each in REQUIRED}
    assert required <= set(found)
    for name in required:
        part = found[name]
        assert part.version and part.licence != parts.UNKNOWN and len(part.text) > 500, part.name


def test_what_tests_need_is_no_part():
    names = {normalized(part.name) for part in parts.installed()}
    assert names.isdisjoint({"pytest", "hypothesis", "ruff", "mypy", "scikit-image", "unpixel"})


def test_an_installed_wheel_lists_its_parts_by_its_metadata(monkeypatch, tmp_path):
    monkeypatch.setattr(parts, "ROOT", tmp_path)  # without pyproject.toml
    names = {normalized(part.name) for part in parts.installed()}
    assert {"python", "numpy", "torch", "pyside6-essentials", "pillow-heif"} <= names
    assert names.isdisjoint({"pytest", "hypothesis", "mypy", "unpixel"})


def test_qt_has_the_texts_of_its_licences():
    (qt,) = [part for part in parts.installed() if normalized(part.name) == "pyside6-essentials"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text and "GNU GENERAL PUBLIC LICENSE" in qt.text


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """A folder with the program of a bundle, which seems to run."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "unpixel"))
    return tmp_path


PARTS = [
    Part("one", "1.0", "MIT", f"a text\n{'=' * 80}\nwith a line of the separator\n"),
    Part("two", "2", "BSD-3-Clause", ""),
    Part("three", "3.1+x", "LGPL-3.0-only OR GPL-2.0-only", "its text\n\n\n"),
]


def test_a_bundle_lists_what_was_written_into_it(bundle):
    parts.write(bundle, PARTS)
    assert parts.installed() == PARTS
    listed = json.loads((bundle / parts.LIST_NAME).read_text(encoding="utf-8"))
    assert [each["name"] for each in listed["packages"]] == ["one", "two", "three"]


def test_a_bundle_of_macos_has_them_in_its_resources(bundle, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(bundle / "MacOS" / "unpixel"))
    (bundle / "Resources").mkdir()
    parts.write(bundle / "Resources", PARTS)
    assert parts.installed() == PARTS


def test_files_of_two_bundles_do_not_belong_together(tmp_path):
    parts.write(tmp_path, PARTS[:1])
    texts = (tmp_path / parts.TEXTS_NAME).read_bytes()
    parts.write(tmp_path, PARTS)
    (tmp_path / parts.TEXTS_NAME).write_bytes(texts)
    with pytest.raises(ValueError, match="three"):
        parts.read(tmp_path)


def test_the_installed_parts_survive_a_bundle(tmp_path):
    found = parts.installed()
    parts.write(tmp_path, found)
    assert parts.read(tmp_path) == found


def test_the_script_of_the_bundle_uses_the_same_list(monkeypatch):
    monkeypatch.syspath_prepend(parts.ROOT / "packaging")
    import licences

    assert licences.FILES == (parts.LIST_NAME, parts.TEXTS_NAME)
    assert licences.Part is Part
