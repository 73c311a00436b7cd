"""EXIF is read and written without a change, in both byte orders; hostile bytes raise nothing but ValueError."""

from contextlib import suppress
from io import BytesIO

import PIL.Image
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.images import exif_tags
from engine.images.exif_tags import Entry, Exif
from tests.engine.export import sources

WORDS = st.sampled_from(sorted(exif_tags.SIZES)).flatmap(
    lambda kind: st.integers(1, 9).flatmap(
        lambda count: st.binary(
            min_size=count * exif_tags.SIZES[kind], max_size=count * exif_tags.SIZES[kind]
        ).map(lambda data: Entry(kind, data))
    )
)
TAGS = st.integers(1, 0xFFFF).filter(
    lambda tag: tag not in exif_tags.STRUCTURE and tag < exif_tags.FIRST_RAW_TAG
)
DIRECTORIES = st.dictionaries(TAGS, WORDS, max_size=6)
ALL = st.builds(Exif, st.sampled_from("<>"), DIRECTORIES, DIRECTORIES, DIRECTORIES, DIRECTORIES)


@settings(max_examples=50, deadline=None)
@given(ALL)
def test_written_exif_is_read_again(exif):
    assert exif_tags.read(BytesIO(exif_tags.to_bytes(exif))) == exif


@settings(deadline=None)
@given(st.binary(max_size=400))
@example(b"II*\0\x08\0\0\0\xff\xff")
@example(b"MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08")  # points to itself
def test_any_bytes_are_read_or_refused(data):
    for start in (b"", b"II*\0", b"MM\0*", b"II+\0\x08\0\0\0"):
        with suppress(ValueError):
            exif_tags.read(BytesIO(start + data))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_exif_gives_no_more_bytes_than_the_limit(data):
    whole = bytearray(sources.exif()[6:])
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(8, 300))] = data.draw(st.integers(0, 255))
    found = exif_tags.read(BytesIO(bytes(whole)))
    assert (
        sum(len(entry.data) for each in found.directories for entry in each.values()) <= exif_tags.MOST_BYTES
    )
    exif_tags.read(BytesIO(exif_tags.to_bytes(found)))


def test_tags_that_share_their_bytes_do_not_multiply_them():
    rows = b"".join(
        tag.to_bytes(2, "little") + b"\7\0" + (60_000).to_bytes(4, "little") + bytes(4)
        for tag in range(1, 200)
    )
    data = b"II*\0\x08\0\0\0" + (199).to_bytes(2, "little") + rows + bytes(60_000)
    found = exif_tags.read(BytesIO(data))
    assert sum(len(entry.data) for entry in found.main.values()) <= exif_tags.MOST_BYTES


@pytest.mark.parametrize("order", ["<", ">"])
def test_pillow_reads_what_is_written(order):
    entries = {
        0x010F: Entry(2, b"Zeiss\0"),
        0x8827: Entry(3, (200).to_bytes(2, "little" if order == "<" else "big")),
    }
    data = exif_tags.to_bytes(Exif(order, {0x010F: entries[0x010F]}, {0x8827: entries[0x8827]}))
    found = PIL.Image.Exif()
    found.load(data)
    assert (found[0x010F], found.get_ifd(0x8769)[0x8827]) == ("Zeiss", 200)
