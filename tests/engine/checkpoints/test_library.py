"""The installed models: those shipped with Unpixel and those that the user adds."""

import pytest
import torch

from engine.base.errors import ModelError
from engine.checkpoints import checkpoint, library
from tests.engine.networks import model

CPU = torch.device("cpu")


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    """Folders of this test alone."""
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(library, "SHIPPED", tmp_path / "shipped")
    (tmp_path / "shipped").mkdir()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Small.safetensors"
    checkpoint.save_safetensors(path, model("liif"))
    return path


def test_bicubic_is_built_in():
    assert library.models() == ["bicubic"]
    assert library.find("bicubic") is None
    assert library.load("bicubic", CPU).info.parameters == 0
    assert library.describe("bicubic")["file"] is None


def test_a_model_is_imported(file, tmp_path):
    file.with_suffix(".LICENSE").write_text("BSD")
    added = library.import_model(file)
    assert added == tmp_path / "data" / "models" / "small.safetensors"
    assert library.models() == ["bicubic", "small"] and library.find("small") == added
    described = library.describe("small")
    assert (described["name"], described["licence"], described["file"]) == ("small", "BSD", str(added))
    weights = library.load("small", CPU).net.state_dict()
    for key, value in model("liif").net.state_dict().items():
        assert torch.equal(weights[key], value)
    assert library.import_model(file, "other").stem == "other"
    assert set(added.parent.iterdir()) == {added, added.with_stem("other")}


def test_an_official_file_is_imported(shared):
    library.import_model(shared / "models" / "edsr-baseline-liif.pth")
    described = library.describe("edsr-baseline-liif")
    assert described["parameters"] == 1_567_323 and "BSD" in described["licence"]


@pytest.mark.parametrize(
    "name", ["", "a", "../up", "a/b", "a\\b", "-x", ".x", "con", "nul.x", "x" * 65, "a b", "é", "x."]
)
def test_bad_names_are_refused(file, name):
    with pytest.raises(ModelError, match="cannot be a model's name"):
        library.import_model(file, name)
    assert library.models() == ["bicubic"]


def test_taken_names_are_refused(file):
    library.import_model(file, "mine")
    for name in ("mine", "Mine", "bicubic"):
        with pytest.raises(ModelError, match="with this name"):
            library.import_model(file, name)


def test_a_file_that_does_not_load_is_not_imported(tmp_path):
    (tmp_path / "bad.pth").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(ModelError):
        library.import_model(tmp_path / "bad.pth", "bad")
    assert library.models() == ["bicubic"]


def test_a_full_disk_leaves_nothing(file, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ModelError, match="No space left"):
        library.import_model(file)
    assert library.models() == ["bicubic"] and not list(library.user_folder().iterdir())


def test_a_path_can_be_used_as_a_name(file):
    assert library.find(str(file)) == file
    assert library.load(str(file), CPU).info.architecture == "liif"
    with pytest.raises(ModelError, match="no such model"):
        library.find("nothing")
