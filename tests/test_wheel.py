"""The wheel and the sdist hold what the repository holds, and their metadata pass the check of the package index."""

import os
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from engine.base.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("engine/", "trainer/", "viewer/", "assets/")
LEFT_OUT = ("assets/pictures/",)
"""Pictures of README."""
SOURCES_ONLY = (".ts",)
"""Texts that translators edit; the wheel has the .qm files made of them."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder with the sdist, and the wheel that was made from it."""
    pytest.importorskip("build", reason="needs: pip install build")
    out = tmp_path_factory.mktemp("dist")
    # setuptools writes into the folder that it builds from
    source = tmp_path_factory.mktemp("source")
    archive = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in archive.decode().split("\0"):
        if name and not name.startswith("tests/") and (ROOT / name).exists():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source)]
    done = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def tracked():
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return {name for name in done.stdout.decode().split("\0") if name and (ROOT / name).exists()}


def test_the_wheel_holds_the_packages_and_nothing_else(built):
    expected = {name for name in tracked() if name.startswith(PACKAGES) and not name.startswith(LEFT_OUT)}
    expected = {name for name in expected if not name.endswith(SOURCES_ONLY)} | {"main.py"}
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        entry_points = archive.read(f"unpixel-{VERSION}.dist-info/entry_points.txt").decode()
    assert names == expected
    assert "unpixel = main:main" in entry_points


def test_the_sdist_builds_the_same_wheel(built):
    """`build` made the wheel from the unpacked sdist, so the sdist holds all of it; it needs the licence too."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "README.md", "pyproject.toml", "engine/base/version.py"} <= names


def test_the_metadata_pass_the_check_of_the_index(built):
    pytest.importorskip("twine", reason="needs: pip install twine")
    command = [sys.executable, "-m", "twine", "check", "--strict", *map(str, built.iterdir())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_version_comes_from_one_place(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        metadata = Parser().parsestr(archive.read(f"unpixel-{VERSION}.dist-info/METADATA").decode())
    assert metadata["Version"] == VERSION
    assert {"film", "formats", "raw", "tensorboard"} <= set(metadata.get_all("Provides-Extra"))


@pytest.mark.long
def test_the_installed_wheel_passes_the_smoke_test(built, tmp_path):
    (wheel,) = built.glob("*.whl")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(tmp_path),
    ]
    subprocess.run([*command, str(wheel)], check=True)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    program = [sys.executable, "-c", "import main; print(main.__file__)"]
    where = subprocess.run(program, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert Path(where.stdout.strip()) == tmp_path / "main.py"
    command = [sys.executable, str(ROOT / "packaging" / "smoke.py"), str(tmp_path / "bin" / "unpixel")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_bundle_takes_the_files_of_the_wheel(built, monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    import own_files

    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {
            name for name in archive.namelist() if ".dist-info/" not in name and not name.endswith(".py")
        }
    assert {path.as_posix() for path in own_files.data_files()} == names
