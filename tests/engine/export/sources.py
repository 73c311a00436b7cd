"""Picture files with everything that a file may carry, written by Pillow and tifffile."""

import struct

import numpy as np
import PIL.Image
import tifffile
from PIL.TiffImagePlugin import IFDRational

XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
xmlns:xmp="http://ns.adobe.com/xap/1.0/" tiff:Orientation="6" photoshop:City="Ulm" exif:GPSLatitude="48,23.5N">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A boat</rdf:li></rdf:Alt></dc:title>
<tiff:ImageWidth>24</tiff:ImageWidth><exif:GPSLongitude>9,59.5E</exif:GPSLongitude>
<xmp:Thumbnails><rdf:Alt><rdf:li>/9j/4AAQ</rdf:li></rdf:Alt></xmp:Thumbnails>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
MAKER_NOTE = bytes(range(256)) * 4


def records(**texts):
    """IPTC records of the application."""
    numbers = {"city": 90, "caption": 120, "byline": 80}
    return b"".join(
        b"\x1c\x02" + bytes((numbers[name],)) + struct.pack(">H", len(text)) + text.encode()
        for name, text in texts.items()
    )


IPTC = records(byline="Ada", city="Ulm", caption="A boat")


def exif(orientation=6):
    """EXIF of a camera, with a thumbnail."""
    tags = PIL.Image.Exif()
    tags[0x010F], tags[0x0110], tags[0x0112], tags[0x0131] = "Zeiss", "Ikon", orientation, "Old"
    tags[0x8298] = "Ada"
    photo = tags.get_ifd(0x8769)
    photo |= {0x829A: IFDRational(1, 125), 0x8827: 200, 0x9003: "2020:01:02 03:04:05", 0x927C: MAKER_NOTE}
    photo |= {0xA002: 24, 0xA003: 16, 0xA001: 65535, 0x9286: b"ASCII\0\0\0a boat"}
    gps = tags.get_ifd(0x8825)
    gps |= {1: "N", 2: (48.0, 23.0, 30.0), 3: "E", 4: (9.0, 59.0, 30.0)}
    return tags.tobytes()


def pixels(height=16, width=24, channels=3, bits=8):
    y, x = np.mgrid[:height, :width]
    last, low = max(width - 1, 1), max(height - 1, 1)
    planes = [x / last, y / low, (x + y) / (last + low), (1 + x) / width]
    return np.rint(np.stack(planes[:channels], -1) * (2**bits - 1)).astype(f"uint{bits}")


def jpeg(path, icc=None, orientation=6):
    """A JPEG that carries all: EXIF, XMP, IPTC, a comment, 300 dpi."""
    extra = (
        b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(IPTC)) + IPTC + b"\0" * (len(IPTC) % 2)
    )
    segment = struct.pack(">BBH", 255, 0xED, 2 + len(extra)) + extra
    about = {"exif": exif(orientation), "xmp": XMP, "comment": b"hello", "dpi": (300, 300)}
    PIL.Image.fromarray(pixels()).save(path, quality=95, extra=segment, icc_profile=icc, **about)
    return path


def png(path, data, icc=None, **about):
    PIL.Image.fromarray(data).save(path, icc_profile=icc, **about)
    return path


def tiff(path, data, icc=None):
    tifffile.imwrite(path, data, photometric="rgb", iccprofile=icc, metadata=None)
    return path
