"""What is given as a model and is none is named for what it is, with a remedy, wherever a model is read."""

import io
import json
import pickle
import struct
import tarfile
import zipfile

import numpy as np
import PIL.Image
import pytest
import torch

import main
from engine.base.errors import ModelError
from engine.checkpoints import checkpoint, isolated, model_kinds, safetensors_file
from engine.isolation import children
from tests.engine import warm_child
from tests.engine.checkpoints.model_files import official
from tests.engine.networks import model

QUOTA = b"""\xef\xbb\xbf
<!DOCTYPE html><html><head><title>Google Drive -
 Quota exceeded</title></head><body>Too many users</body></html>"""
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 17943\n"


def picture(kind):
    stream = io.BytesIO()
    PIL.Image.fromarray(np.zeros((4, 4, 3), np.uint8)).save(stream, kind)
    return stream.getvalue()


def saved():
    stream = io.BytesIO()
    torch.save(official(), stream)
    return stream.getvalue()


def zipped(compression=zipfile.ZIP_STORED, name="model.pth", data=b"x" * 100):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


def tarred():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("model.pth"), None)
    return stream.getvalue()


def script():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in ("data.pkl", "constants.pkl", "code/__torch__.py", "version"):
            archive.writestr(f"model/{name}", b"x")
    return stream.getvalue()


def half_of_safetensors():
    data = safetensors_file.sealed({"a": torch.zeros(1000)}, "unpixel", {"format": 1})
    return data[: len(data) // 2]


KINDS = {
    "page": (lambda: QUOTA, "is a web page (Google Drive - Quota exceeded)", "browser"),
    "page without a title": (lambda: b"<html><body>404", "is a web page (HTML)", "browser"),
    "pointer": (lambda: LFS, "is a pointer of Git LFS", "git lfs pull"),
    "nothing": (lambda: b"", "is empty", "download or copy"),
    "half": (lambda: saved()[: len(saved()) // 2], "is incomplete", "download or copy"),
    "half of safetensors": (half_of_safetensors, "", "download or copy"),
    "zip": (zipped, "is an archive without a checkpoint of torch", "unpack it"),
    "compressed": (lambda: zipped(zipfile.ZIP_DEFLATED), "is an archive without", "unpack it"),
    "tar": (tarred, "is an archive, not a model", "unpack it"),
    "gzip": (lambda: b"\x1f\x8b\x08" + bytes(60), "is a compressed archive, not a model", "unpack it"),
    "PNG": (lambda: picture("PNG"), "is a picture (PNG)", "as a picture"),
    "JPEG": (lambda: picture("JPEG"), "is a picture (JPEG)", "as a picture"),
    "WEBP": (lambda: picture("WEBP"), "is a picture (WEBP)", "as a picture"),
    "text": (lambda: b"epoch 1: loss 0.3\n", "is a text, not a model", "download it again"),
    "JSON": (lambda: json.dumps({"error": "login"}).encode(), "is a text, not a model", "download"),
    "ONNX": (lambda: b"\x08\x07\x12\x07pytorch\x1a\x052.1.0:\x80\x01", "(ONNX)", "safetensors"),
    "GGUF": (lambda: b"GGUF\x03\0\0\0" + bytes(50), "(GGUF)", "safetensors"),
    "TorchScript": (script, "is a TorchScript program", "safetensors"),
    "pickle": (lambda: pickle.dumps({"a": np.zeros(3)}), "is a pickle of Python objects", "safetensors"),
    "array": (lambda: b"\x93NUMPY\x01\0" + bytes(80), "(NumPy)", "safetensors"),
    "program": (lambda: b"\x7fELF" + bytes(60), "is a program", ""),
}


@pytest.fixture(autouse=True)
def one_child(monkeypatch):
    monkeypatch.setattr(children, "run", warm_child.run)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_named_with_a_remedy(tmp_path, kind):
    make, reason, remedy = KINDS[kind]
    path = tmp_path / "model.pth"
    path.write_bytes(make())
    for load in (checkpoint.load, isolated.load):
        with pytest.raises(ModelError) as caught:
            load(path)
        assert caught.value.subject == str(path)
        assert reason in str(caught.value.reason) and remedy in str(caught.value.remedy)


def test_every_command_that_takes_a_model_names_it(tmp_path, capsys):
    page, photo = tmp_path / "quota.pth", tmp_path / "a.png"
    page.write_bytes(QUOTA)
    PIL.Image.fromarray(np.zeros((80, 80, 3), np.uint8)).save(photo)
    train = ["train", "--check", "live", f"data.root={tmp_path}", "run.out=x"]
    for command in (
        ["models", "import", str(page)],
        ["models", "info", str(page)],
        ["render", str(photo), str(tmp_path / "o.png"), "--scale", "2", "--model", str(page)],
        ["evaluate", str(tmp_path), "--model", str(page), "--scales", "2"],
        [*train, f"train.start={page}"],
        [*train, f"train.teacher={page}"],
    ):
        assert main.main(command) == 1
        [line] = capsys.readouterr().err.splitlines()
        assert line.startswith(f"{page}: is a web page (Google Drive - Quota exceeded), not a model; ")


def test_the_length_of_a_header_may_look_like_anything(tmp_path):
    """A header of 19,280 bytes begins with PK, one of 896 like a pickle: what follows tells."""
    whole = tmp_path / "m.safetensors"
    checkpoint.save_safetensors(whole, model("live"))
    data = whole.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header, tensors = data[8 : 8 + length], data[8 + length :]
    for start in (b"PK", b"\x80\x02", b"\x80\x03", b"BM", b"MZ", b"\x08\x07\x12"):
        wanted = int.from_bytes(start, "little")
        wanted += (1 << 16) * (wanted < length) if len(start) == 2 else 0
        if not length <= wanted < 4 << 20:
            continue
        path = tmp_path / f"{wanted}.safetensors"
        path.write_bytes(struct.pack("<Q", wanted) + header.ljust(wanted) + tensors)
        assert path.read_bytes().startswith(start) and not model_kinds.is_pickled(path.read_bytes())
        with pytest.raises(ModelError, match="SHA-256"):  # only the seal tells that the header was changed
            checkpoint.load(path)
