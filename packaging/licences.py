"""Writes the licences of everything that a bundle holds: LICENCES.spdx.json and LICENCES.txt, from the files' owners.

Python packages are found by the files that PyInstaller copied; libraries of the system by the Debian package that owns
them, with its copyright file.
"""

import json
import re
import subprocess
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

FILES = ("LICENCES.spdx.json", "LICENCES.txt")
CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "Python Software Foundation License": "PSF-2.0",
}
NAMES = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD 3-Clause": "BSD-3-Clause",
    "BSD-3-Clause license": "BSD-3-Clause",
    "MIT License": "MIT",
    "The MIT License (MIT)": "MIT",
}
"""SPDX identifiers of licences that packages name otherwise."""
TEXT = re.compile(r"(licen[sc]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)


def write(bundle: Path) -> int:
    """Writes the two files into the bundle. Returns the number of components.

    Raises SystemExit for a package whose licence is not known.
    """
    inside = bundle / "_internal"
    components = [python_itself(), *python_packages(inside)]
    if sys.platform == "linux":
        components += system_libraries(inside)
    unknown = [each["name"] for each in components if each["licence"] == "NOASSERTION"]
    if unknown:
        raise SystemExit(f"no licence is known of {', '.join(unknown)}: add it to packaging/licences.py")
    document = {
        "spdxVersion": "SPDX-2.3",
        "SPDXID": "SPDXRef-DOCUMENT",
        "dataLicense": "CC0-1.0",
        "name": "Unpixel",
        "packages": [
            {
                "SPDXID": f"SPDXRef-{re.sub('[^A-Za-z0-9.-]', '-', each['name'])}",
                "name": each["name"],
                "versionInfo": each["version"],
                "licenseDeclared": each["licence"],
                "downloadLocation": "NOASSERTION",
            }
            for each in components
        ],
    }
    (bundle / FILES[0]).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    parts = [
        f"{'=' * 80}\n{each['name']} {each['version']}: {each['licence']}\n\n{each['text']}\n"
        for each in components
    ]
    (bundle / FILES[1]).write_text("\n".join(parts), encoding="utf-8")
    return len(components)


def python_itself() -> dict[str, Any]:
    """The interpreter and its standard library."""
    texts = [
        Path(folder) / "LICENSE.txt"
        for folder in (sys.base_prefix, f"{sys.base_prefix}/lib/python3.{sys.version_info[1]}")
    ]
    text = next(
        (path.read_text(encoding="utf-8") for path in texts if path.exists()),
        "See docs.python.org/3/license.html",
    )
    return {"name": "Python", "version": sys.version.split()[0], "licence": "PSF-2.0", "text": text}


def python_packages(inside: Path) -> list[dict[str, Any]]:
    """The installed packages of which a module or a file is in the bundle; byte code alone counts through its name."""
    archived = _archived_modules(inside)
    return [_described(each) for each in distributions() if _is_bundled(each, inside, archived)]


def system_libraries(inside: Path) -> list[dict[str, Any]]:
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
        found.append(
            {
                "name": owner,
                "version": version.stdout,
                "licence": licence or f"LicenseRef-{owner}",
                "text": text,
            }
        )
    return found


def _library_folders() -> list[str]:
    """Returns the folders of the system's libraries, with the names before and after /lib became a link."""
    below = next(path.name for path in Path("/usr/lib").glob("*-linux-gnu"))
    return [f"/usr/lib/{below}", f"/lib/{below}"]


def licence_of(package: Distribution) -> str:
    """Returns the SPDX expression of a package's metadata, NOASSERTION if it has none that is known."""
    metadata = package.metadata
    if expression := metadata.get("License-Expression"):
        return expression
    for classifier in metadata.get_all("Classifier") or []:
        if (name := classifier.rpartition(" :: ")[2]) in CLASSIFIERS:
            return CLASSIFIERS[name]
    if marked := re.search(r"SPDX-License-Identifier: ([A-Za-z0-9.+-]+)", str(metadata.get_payload() or "")):
        return marked[1]
    name = (metadata.get("License") or "").strip()
    if name in NAMES:
        return NAMES[name]
    return name if re.fullmatch(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*", name) else "NOASSERTION"


def _described(package: Distribution) -> dict[str, Any]:
    files = [
        file
        for file in package.files or []
        if TEXT.search(str(file)) and file.suffix not in (".py", ".pyc", ".so")
    ]
    paths = [Path(str(package.locate_file(file))) for file in files]
    text = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths if path.is_file())
    return {"name": package.name, "version": package.version, "licence": licence_of(package), "text": text}


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
