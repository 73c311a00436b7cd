"""All tags of a file as text, read in the child process."""

import struct

import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags

from engine.base.errors import ImageError
from engine.images import isolated, tag_groups
from engine.isolation import children

XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:own="http://example.org/own/" xmp:Rating="4">
<dc:subject><rdf:Bag><rdf:li>meadow</rdf:li><rdf:li>evening</rdf:li></rdf:Bag></dc:subject>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Dandelion</rdf:li></rdf:Alt></dc:title>
<own:place><rdf:Description own:town="Jena" own:land="DE"/></own:place>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def data_set(number, text, record=2):
    return struct.pack(">BBBH", 0x1C, record, number, len(text)) + text


IPTC = data_set(25, b"meadow") + data_set(25, "Löwenzahn".encode()) + data_set(90, "Köln".encode("latin-1"))


def with_iptc(jpeg, records):
    """Puts IPTC into a JPEG behind its first marker, as Photoshop does."""
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + records + b"\0" * (len(records) % 2)
    content = b"Photoshop 3.0\0" + resource
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(content) + 2) + content + jpeg[2:]


def photo(path):
    exif = PIL.Image.Exif()
    exif[ExifTags.Base.Model] = "Camera 5"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.FNumber] = 2.8
    PIL.Image.new("RGB", (8, 6)).save(path, exif=exif, xmp=XMP, comment=b"by hand")
    path.write_bytes(with_iptc(path.read_bytes(), IPTC))
    return path


def test_all_groups_of_a_jpeg(tmp_path):
    groups = {name: dict(pairs) for name, pairs in isolated.tags(photo(tmp_path / "photo.jpg"))}
    assert groups["EXIF"] == {"Model": "Camera 5", "FNumber": "2.8"}
    assert groups["XMP"] == {
        "xmp:Rating": "4",
        "dc:subject": "meadow; evening",
        "dc:title": "Dandelion",
        "own:place/own:town": "Jena",
        "own:place/own:land": "DE",
    }
    assert groups["IPTC"] == {"Keywords": "meadow; Löwenzahn", "City": "Köln"}
    assert groups["Comment"] == {"Comment": "by hand"}


def test_a_file_without_tags_has_no_groups(tmp_path):
    PIL.Image.new("RGB", (8, 6)).save(tmp_path / "bare.png")
    assert isolated.tags(tmp_path / "bare.png") == []


def test_a_file_that_is_no_picture_says_why(tmp_path):
    (tmp_path / "note.png").write_text("no picture")
    with pytest.raises(ImageError):
        isolated.tags(tmp_path / "note.png")


def test_an_answer_that_a_child_must_not_give_is_refused(tmp_path, monkeypatch):
    path = photo(tmp_path / "photo.jpg")
    for value in ([["EXIF", [["Model", 5]]]], [["EXIF"]], 3, [["EXIF", [["a", "b", "c"]]]]):
        result = type("Answer", (), {"answer": {"value": value}})
        monkeypatch.setattr(isolated, "run", lambda *_, result=result: result)
        if children.SUPPORTED:
            with pytest.raises(ImageError):
                isolated.tags(path)


def test_entities_do_not_multiply():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9)
    )
    packet = bomb + b"]>" + XMP.replace(b"Dandelion", b"&j;").partition(b"?>")[2]
    assert sum(len(value) for _, value in tag_groups.xmp_pairs(packet)) < 10_000


@given(st.binary(max_size=200))
def test_damaged_packets_and_records_are_left_out(data):
    for parse, whole in ((tag_groups.xmp_pairs, XMP), (tag_groups.iptc_pairs, IPTC)):
        for each in (data, whole[:40] + data, whole[: len(data)], data + whole):
            for name, value in parse(each):
                assert name and value and len(value) <= tag_groups.MOST_CHARACTERS
