"""How often a file is opened, read and parsed while it is loaded."""

import builtins
import io
import os
import queue
from pathlib import Path

import imagecodecs
import numpy as np
import pytest

from engine.base import regular_file
from engine.images.decoders import avif_head, jxl_codestream
from engine.images.loading import load
from engine.session import events
from engine.session.session import Session

PIXELS = np.random.default_rng(0).integers(0, 1024, (256, 256, 3)).astype(np.uint16)


@pytest.fixture
def counts(monkeypatch):
    """Counts the opened files and the bytes that are read, of files with the names a.*."""
    counts, original = {"opened": 0, "bytes": 0}, io.open

    class Counted(regular_file._ReadOnly):
        def __init__(self, raw):
            super().__init__(raw)
            counts["opened"] += 1

        def read(self, size=-1, /):
            data = super().read(size)
            counts["bytes"] += len(data)
            return data

    def counted_open(path, mode="r", *arguments, **options):
        if isinstance(path, str | os.PathLike) and Path(path).name.startswith("a.") and mode == "rb":
            return Counted(io.FileIO(path))
        return original(path, mode, *arguments, **options)

    monkeypatch.setattr(builtins, "open", counted_open)
    monkeypatch.setattr(io, "open", counted_open)
    monkeypatch.setattr(regular_file, "_ReadOnly", Counted)
    return counts


@pytest.fixture
def parsed(monkeypatch):
    """The calls that parse the head of an AVIF or a JPEG XL."""
    calls = []

    def counted(name, original):
        def parse(*arguments):
            calls.append(name)
            return original(*arguments)

        return parse

    monkeypatch.setattr(avif_head, "_properties", counted("avif", avif_head._properties))
    monkeypatch.setattr(jxl_codestream, "_parse", counted("jxl", jxl_codestream._parse))
    return calls


def avif_file(folder):
    path = folder / "a.avif"
    path.write_bytes(imagecodecs.avif_encode(PIXELS, 100, bitspersample=10, speed=9))
    return path


def jxl_file(folder):
    pytest.importorskip("pillow_jxl")
    path = folder / "a.jxl"
    path.write_bytes(imagecodecs.jpegxl_encode(PIXELS, lossless=True, bitspersample=10, usecontainer=True))
    return path


@pytest.mark.parametrize(("kind", "file"), [("avif", avif_file), ("jxl", jxl_file)])
def test_a_deep_file_is_read_whole_by_pillow_and_by_the_decoder_only(tmp_path, counts, parsed, kind, file):
    path = file(tmp_path)
    image = load(path)
    assert image.bits == 16 and image.file_info.bits == 10
    assert parsed == [kind], "the head is parsed once"
    assert counts["opened"] <= 4
    assert 2 * path.stat().st_size <= counts["bytes"] <= 2 * path.stat().st_size + 10_000


def test_a_session_does_not_open_the_file_again(tmp_path, counts, parsed):
    path, emitted = avif_file(tmp_path), queue.Queue()
    load(path)
    once = dict(counts)
    session = Session(emitted.put)
    session.open(path)
    while not isinstance(event := emitted.get(timeout=120), events.PictureSource):
        pass
    session.close()
    assert event.file.bits == 10 and event.file.size == path.stat().st_size
    assert counts == {**once, "opened": once["opened"] + 1}, (
        "the child reads it, from the descriptor that it gets"
    )
    assert parsed == ["avif"]
