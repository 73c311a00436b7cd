"""Names what a file is that no decoder takes: no picture, or a picture of a kind that is not read."""

import os
from typing import BinaryIO

from engine.base.messages import Message, message

START_BYTES = 4096
"""First bytes that are looked at."""
TAR_MARK = slice(257, 262)

PICTURES = (
    (b"%!PS", message("an EPS or PostScript drawing")),
    (b"\xc5\xd0\xd3\xc6", message("an EPS or PostScript drawing")),
    (b"%PDF", message("a PDF document")),
    (b"gimp xcf", message("a GIMP drawing (XCF)")),
    (b"\xd7\xcd\xc6\x9a", message("a Windows drawing (WMF or EMF)")),
    (b"AT&TFORM", message("a DjVu document")),
    (b"II\xbc", message("a JPEG XR picture")),
    (b"\xff\xd8\xff\xf7", message("a JPEG-LS picture")),
    (b"BPG\xfb", message("a BPG picture")),
    (b"FLIF", message("a FLIF picture")),
    (b"/* XPM */", message("an X11 picture (XPM or XBM)")),
    (b"#define ", message("an X11 picture (XPM or XBM)")),
    (b"\xabKTX ", message("a KTX texture")),
    (b"icns", message("an Apple icon (ICNS)")),
    (b"SDPX", message("a film scan (DPX or Cineon)")),
    (b"XPDS", message("a film scan (DPX or Cineon)")),
    (b"\x80\x2a\x5f\xd7", message("a film scan (DPX or Cineon)")),
    (b"\x59\xa6\x6a\x95", message("a Sun raster picture")),
    (b"id=ImageMagick", message("an ImageMagick picture (MIFF)")),
    (b"\x8aMNG", message("an MNG or JNG animation")),
    (b"\x8bJNG", message("an MNG or JNG animation")),
    (b"\xab\x01", message("a Khoros picture (VIFF)")),
    (b"SIMPLE", message("a FITS file that is no array")),
)
"""Pictures and drawings by their first bytes."""
OTHERS = (
    (b"PK\x03\x04", message("a ZIP archive or an office document")),
    (b"PK\x05\x06", message("a ZIP archive or an office document")),
    (b"\x1f\x8b", message("a compressed archive")),
    (b"7z\xbc\xaf\x27\x1c", message("a compressed archive")),
    (b"Rar!", message("a compressed archive")),
    (b"\xfd7zXZ\0", message("a compressed archive")),
    (b"BZh", message("a compressed archive")),
    (b"\x28\xb5\x2f\xfd", message("a compressed archive")),
    (b"\xd0\xcf\x11\xe0", message("an office document")),
    (b"{\\rtf", message("an office document")),
    (b"\x1aE\xdf\xa3", message("a video")),
    (b"\0\0\1\xba", message("a video")),
    (b"\0\0\1\xb3", message("a video")),
    (b"FLV", message("a video")),
    (b"\x30\x26\xb2\x75", message("a video or a sound")),
    (b"OggS", message("a video or a sound")),
    (b"ID3", message("a sound")),
    (b"fLaC", message("a sound")),
    (b"\xff\xfb", message("a sound")),
    (b"\x7fELF", message("a program")),
    (b"MZ", message("a program")),
    (b"\xcf\xfa\xed\xfe", message("a program")),
    (b"SQLite format 3", message("a database")),
    (b"\x89HDF", message("a file of scientific data (HDF5)")),
    (b"\x93NUMPY", message("a NumPy array")),
    (b"\0asm", message("a program")),
    (b"version https://git-lfs", message("a Git LFS pointer: the file itself was not downloaded")),
)
"""Other files by their first bytes."""
RIFF_KINDS = {b"AVI ": message("a video"), b"WAVE": message("a sound")}
VIDEO_BRANDS = (
    b"isom",
    b"iso2",
    b"mp41",
    b"mp42",
    b"M4V ",
    b"qt  ",
    b"avc1",
    b"3gp4",
    b"3gp5",
    b"dash",
    b"M4A ",
)


def foreign_picture(start: bytes) -> Message | None:
    """Returns the name of a picture or drawing that no decoder here takes. start: the first bytes of the file."""
    if start[40:44] == b" EMF":
        return message("a Windows drawing (WMF or EMF)")
    if start[128:132] == b"DICM":
        return message("a medical picture (DICOM)")
    return next((name for signature, name in PICTURES if start.startswith(signature)), None)


def other_file(start: bytes) -> Message | None:
    """Returns the name of a file that is no picture, if its first bytes tell."""
    if start[:4] == b"RIFF":
        return RIFF_KINDS.get(start[8:12])
    if start[4:8] == b"ftyp" and start[8:12] in VIDEO_BRANDS:
        return message("a video or a sound")
    if start[4:8] in (b"moov", b"mdat"):
        return message("a video or a sound")
    if start[TAR_MARK] == b"ustar":
        return message("an archive")
    for signature, name in OTHERS:
        if start.startswith(signature):
            return name
    return _text_kind(start)


def _text_kind(start: bytes) -> Message | None:
    if not is_text(start):
        return None
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return message("an HTML page")
    return message("an XML file") if head.startswith(b"<?xml") else message("a text")


def is_text(start: bytes) -> bool:
    """Whether the bytes are readable text: UTF-8 or UTF-16, without control characters."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) and len(start) > 3:
        text = start[: len(start) // 2 * 2].decode("utf-16", "replace")
    else:
        text = start.decode("utf-8", "ignore")
        if len(text.encode()) < len(start) - 3:  # at most a character that is cut at the end
            return False
    return bool(text.strip()) and not any(
        ord(letter) < 32 and letter not in "\t\r\n\f\x1b" for letter in text
    )


def read_start(stream: BinaryIO) -> bytes:
    """Returns the first bytes of a file."""
    stream.seek(0, os.SEEK_SET)
    return stream.read(START_BYTES)
