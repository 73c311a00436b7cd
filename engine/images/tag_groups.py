"""All tags of a picture file as text for people: EXIF, XMP, IPTC and the comment.

The bytes are untrusted: this runs in the limited child process (engine/images/isolated.py).
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from xml.etree import ElementTree

from engine.base.printable import one_line
from engine.images import readable_tags
from engine.images.metadata import Metadata

Pairs = list[tuple[str, str]]
"""Names and values of tags."""
MOST_PAIRS = 500
"""Of one group."""
MOST_CHARACTERS = 2000
MOST_DEPTH = 12
"""Of nested structures in XMP."""
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML = "{http://www.w3.org/XML/1998/namespace}"
PREFIXES = {
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://purl.org/dc/elements/1.1/": "dc",
}
"""Short names of the usual namespaces. Others are called by the last part of their address."""
IPTC_MARK, IPTC_RECORD = 0x1C, 2
IPTC_NAMES = {
    5: "ObjectName",
    10: "Urgency",
    15: "Category",
    20: "SupplementalCategories",
    25: "Keywords",
    40: "SpecialInstructions",
    55: "DateCreated",
    60: "TimeCreated",
    80: "By-line",
    85: "By-lineTitle",
    90: "City",
    92: "Sub-location",
    95: "Province-State",
    100: "CountryCode",
    101: "CountryName",
    103: "OriginalTransmissionReference",
    105: "Headline",
    110: "Credit",
    115: "Source",
    116: "CopyrightNotice",
    118: "Contact",
    120: "Caption-Abstract",
    122: "Writer-Editor",
}
"""Names of the data sets of IIM's application record (IPTC-NAA 4.2)."""


def groups(found: Metadata) -> list[tuple[str, Pairs]]:
    """Returns the groups that have tags: EXIF, XMP, IPTC, Comment. What is damaged is left out."""
    every = (
        ("EXIF", readable_tags.pairs(found.exif)),
        ("XMP", xmp_pairs(found.xmp or b"")),
        ("IPTC", iptc_pairs(found.iptc or b"")),
        ("Comment", [("Comment", one_line(found.comment or "", MOST_CHARACTERS))]),
    )
    return [(name, pairs) for name, pairs in every if any(value for _, value in pairs)]


def xmp_pairs(packet: bytes) -> Pairs:
    """Returns the properties of an XMP packet; those of structures are called a/b. Items of lists are joined."""
    try:
        # The child's limits bound what entities could expand to, and its expat refuses that by itself.
        root = ElementTree.parse(BytesIO(packet.strip(b"\0 \r\n\t"))).getroot()
    except (ElementTree.ParseError, ValueError, LookupError):
        return []
    values: dict[str, list[str]] = {}
    for description in root.iterfind(f".//{RDF}RDF/{RDF}Description"):
        for name, value in _properties(description, "", MOST_DEPTH):
            if value not in values.setdefault(name, []):
                values[name].append(value)
        if len(values) > MOST_PAIRS:
            break
    return _bounded((name, "; ".join(found)) for name, found in values.items())


def _properties(element: ElementTree.Element, path: str, depth: int) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if not name.startswith((RDF, XML)) and value.strip():
            yield _joined(path, name), value.strip()
    if len(element) == 0 and path and (element.text or "").strip():
        yield path, (element.text or "").strip()
    for child in element if depth else ():
        inner = path if child.tag.startswith(RDF) else _joined(path, child.tag)
        yield from _properties(child, inner, depth - 1)


def _joined(path: str, tag: str) -> str:
    """Returns the path of a property. tag: {namespace}name."""
    namespace, _, name = tag.lstrip("{").rpartition("}")
    prefix = PREFIXES.get(namespace) or namespace.rstrip("/#").rpartition("/")[2]
    name = f"{prefix}:{name}" if prefix else name
    return f"{path}/{name}" if path else name


def iptc_pairs(records: bytes) -> Pairs:
    """Returns the data sets of IIM's application record. Those of one name are joined."""
    values: dict[str, list[str]] = {}
    utf8 = b"\x1c\x01\x5a\x00\x03\x1b%G" in records
    at = 0
    while at + 5 <= len(records) and records[at] == IPTC_MARK:
        record, number, size = records[at + 1], records[at + 2], int.from_bytes(records[at + 3 : at + 5])
        data, at = records[at + 5 : at + 5 + size], at + 5 + size
        if record == IPTC_RECORD and number in IPTC_NAMES:
            values.setdefault(IPTC_NAMES[number], []).append(_text(data, utf8))
    return _bounded((name, "; ".join(found)) for name, found in values.items())


def _text(data: bytes, utf8: bool) -> str:
    """Decodes a text. Without a mark of its encoding it is UTF-8 if it can be, else Latin-1."""
    try:
        return data.decode()
    except ValueError:
        return data.decode("utf-8" if utf8 else "latin-1", "replace")


def _bounded(pairs: Iterable[tuple[str, str]]) -> Pairs:
    shown = ((one_line(name, MOST_CHARACTERS), one_line(value, MOST_CHARACTERS)) for name, value in pairs)
    return [pair for pair in islice(shown, MOST_PAIRS) if pair[1]]
