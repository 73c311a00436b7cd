"""The parts of Unpixel by other authors: versions, licences and their texts. No Qt; packaging/licences.py uses it too.

From source and in a wheel they are read from the metadata of the installed packages, in a bundle from the files that
packaging/licences.py wrote beside the program.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "assets" / "licences"
"""Texts of licences, by their SPDX identifiers, for packages that come without: Qt's."""
LIST_NAME, TEXTS_NAME = "LICENCES.spdx.json", "LICENCES.txt"
"""The files of a bundle: names, versions and licences; the same with the texts."""
UNKNOWN = "NOASSERTION"
"""What SPDX calls a licence that is not known."""
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
LICENCE_FILE = re.compile(r"(licen[sc]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
EXTRA = re.compile(r"""extra\s*==\s*["']([\w-]+)["']""")
TEST = "test"
"""The extra whose packages are not part of Unpixel."""


@dataclass(frozen=True)
class Part:
    """licence: an SPDX expression, or UNKNOWN. text: of the licences; empty if it is nowhere."""

    name: str
    version: str
    licence: str
    text: str

    @property
    def heading(self) -> str:
        """What precedes the text in LICENCES.txt."""
        return f"{'=' * 80}\n{self.name} {self.version}: {self.licence}\n\n"


def installed() -> list[Part]:
    """Returns the parts that this process uses, Python first, the others by name."""
    bundled = _bundled()
    if bundled:
        return bundled
    packages = sorted(map(described, _needed()), key=lambda part: part.name.lower())
    return [python_itself(), *packages]


def python_itself() -> Part:
    """Returns the interpreter and its standard library."""
    folders = sys.base_prefix, f"{sys.base_prefix}/lib/python3.{sys.version_info[1]}"
    texts = [path for folder in folders if (path := Path(folder) / "LICENSE.txt").exists()]
    text = texts[0].read_text(encoding="utf-8") if texts else "See docs.python.org/3/license.html"
    return Part("Python", sys.version.split()[0], "PSF-2.0", text)


def described(package: Distribution) -> Part:
    """Returns an installed package, with the texts of all its licence files."""
    files = [
        file
        for file in package.files or []
        if LICENCE_FILE.search(str(file)) and file.suffix not in (".py", ".pyc", ".so")
    ]
    paths = [Path(str(package.locate_file(file))) for file in files]
    text = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths if path.is_file())
    licence = licence_of(package)
    return Part(package.name, package.version, licence, text or _standard_text(licence))


def _standard_text(licence: str) -> str:
    """Returns the texts of those licences of an SPDX expression that Unpixel has a file of."""
    files = [TEXTS / f"{word}.LICENSE" for word in licence.split()]
    return "\n".join(file.read_text(encoding="utf-8") for file in files if file.exists())


def licence_of(package: Distribution) -> str:
    """Returns the SPDX expression of a package's metadata, UNKNOWN if it has none that is known."""
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
    return name if re.fullmatch(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*", name) else UNKNOWN


def write(folder: Path, parts: Sequence[Part]) -> None:
    """Writes the two files of a bundle."""
    document = {
        "spdxVersion": "SPDX-2.3",
        "SPDXID": "SPDXRef-DOCUMENT",
        "dataLicense": "CC0-1.0",
        "name": "Unpixel",
        "packages": [
            {
                "SPDXID": f"SPDXRef-{re.sub('[^A-Za-z0-9.-]', '-', part.name)}",
                "name": part.name,
                "versionInfo": part.version,
                "licenseDeclared": part.licence,
                "downloadLocation": UNKNOWN,
            }
            for part in parts
        ],
    }
    (folder / LIST_NAME).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    texts = "\n".join(f"{part.heading}{part.text}\n" for part in parts)
    (folder / TEXTS_NAME).write_text(texts, encoding="utf-8")


def read(folder: Path) -> list[Part]:
    """Returns what `write` wrote. Raises OSError, or ValueError if the two files do not belong together."""
    document = json.loads((folder / LIST_NAME).read_text(encoding="utf-8"))
    rest = (folder / TEXTS_NAME).read_text(encoding="utf-8")
    found: list[Part] = []
    for entry in reversed(document["packages"]):  # the last first: what follows its heading is its text
        part = Part(entry["name"], entry["versionInfo"], entry["licenseDeclared"], "")
        rest, heading, text = rest.rpartition(part.heading)
        if not heading:
            raise ValueError(f"{TEXTS_NAME} has no text of {part.name}")
        ending = "\n\n" if found else "\n"
        found.append(Part(part.name, part.version, part.licence, text.removesuffix(ending)))
    return found[::-1]


def _bundled() -> list[Part]:
    """Returns the parts of the bundle that runs; none outside of one."""
    if not getattr(sys, "frozen", False):
        return []
    program = Path(sys.executable).parent
    folders = program, program.parent / "Resources"  # the second is that of macOS
    return next((read(folder) for folder in folders if (folder / LIST_NAME).exists()), [])


def _needed() -> list[Distribution]:
    """Returns the installed packages that Unpixel needs, and those that they need."""
    found: dict[str, Distribution] = {}
    names = list(_own_requirements())
    while names:
        try:
            package = distribution(names.pop())
        except PackageNotFoundError:
            continue  # an extra that is not installed, or for another system
        if package.name not in found:
            found[package.name] = package
            names += [_name(each) for each in package.requires or [] if not EXTRA.search(each)]
    return list(found.values())


def _own_requirements() -> Iterator[str]:
    """Yields the names of the packages that Unpixel and its extras need."""
    project = ROOT / "pyproject.toml"
    if project.exists():  # the metadata of an editable installation may be older
        settings = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
        extras = {name: each for name, each in settings["optional-dependencies"].items() if name != TEST}
        listed = [*settings["dependencies"], *(line for lines in extras.values() for line in lines)]
    else:
        every = requires("unpixel") or []
        listed = [each for each in every if not (extra := EXTRA.search(each)) or extra[1] != TEST]
    yield from map(_name, listed)


def _name(requirement: str) -> str:
    found = REQUIREMENT.match(requirement)
    assert found is not None
    return found[0]
