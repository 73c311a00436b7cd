"""Writes the licences of everything that a bundle holds: LICENCES.spdx.json and LICENCES.txt, from the files' owners.

Python packages are found by the files that PyInstaller copied; libraries of the system by the Debian package that owns
them, with its copyright file.
"""

import re
import subprocess
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from viewer.help import parts
from viewer.help.parts import Part

FILES = parts.LIST_NAME, parts.TEXTS_NAME


def write(bundle: Path) -> int:
    """Writes the two files into the bundle. Returns the number of components.

    Raises SystemExit for a package whose licence is not known.
    """
    inside = bundle / "_internal"
    components = [parts.python_itself(), *python_packages(inside)]
    if sys.platform == "linux":
        components += system_libraries(inside)
    unknown = [each.name for each in components if each.licence == parts.UNKNOWN]
    if unknown:
        raise SystemExit(f"no licence is known of {', '.join(unknown)}: add it to viewer/help/parts.py")
    parts.write(bundle, components)
    return len(components)


def python_packages(inside: Path) -> list[Part]:
    """The installed packages of which a module or a file is in the bundle; byte code alone counts through its name."""
    archived = _archived_modules(inside)
    return [parts.described(each) for each in distributions() if _is_bundled(each, inside, archived)]


def system_libraries(inside: Path) -> list[Part]:
    """The Debian packages that own libraries of the bundle; none on a system without dpkg."""
    names = {path.name for path in [*inside.glob("*.so*"), *inside.glob("fallback/*.so*")]}
    # whole paths: dpkg looks for a pattern through all its lists, for a minute
    places = [f"{folder}/{name}" for folder in _library_folders() for name in sorted(names)]
    done = subprocess.run(
        ["dpkg", "-S", *places], capture_output=True, text=True, check=False
    )  # 1: some belong to no package
    owners = {line.partition(":")[0] for line in done.stdout.splitlines()}
    found = []
    for owner in sorted(owners):
        copyright_file = Path("/usr/share/doc") / owner / "copyright"
        text = copyright_file.read_text(encoding="utf-8", errors="replace") if copyright_file.exists() else ""
        licences = sorted(set(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)))
        version = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", owner], capture_output=True, text=True, check=True
        )
        licence = " AND ".join(f"LicenseRef-{re.sub('[^A-Za-z0-9.-]+', '-', name)}" for name in licences)
        found.append(Part(owner, version.stdout, licence or f"LicenseRef-{owner}", text))
    return found


def _library_folders() -> list[str]:
    """Returns the folders of the system's libraries, with the names before and after /lib became a link."""
    below = next(path.name for path in Path("/usr/lib").glob("*-linux-gnu"))
    return [f"/usr/lib/{below}", f"/lib/{below}"]


def _is_bundled(package: Distribution, inside: Path, archived: set[str]) -> bool:
    files = [
        file.parts
        for file in package.files or []
        if file.suffix in (".py", ".so", ".pyd") and ".." not in file.parts
    ]
    tops = {parts[0] for parts in files}
    names = {top.partition(".")[0] for top in tops}
    return package.name != "unpixel" and (
        any((inside / name).exists() for name in tops | names) or not names.isdisjoint(archived)
    )


def _archived_modules(inside: Path) -> set[str]:
    """Returns the top-level modules of byte code in the bundle's executable."""
    from PyInstaller.archive.readers import CArchiveReader

    program = next(
        path for path in (inside.parent / "unpixel", inside.parent / "unpixel.exe") if path.exists()
    )
    reader = CArchiveReader(str(program))
    archive = next(name for name in reader.toc if name.startswith("PYZ"))
    return {name.partition(".")[0] for name in reader.open_embedded_archive(archive).toc}
