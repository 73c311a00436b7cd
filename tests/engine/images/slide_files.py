"""Writes slides of microscopes, small ones: what OpenSlide recognises them by, and drawn pixels."""

import struct

import numpy as np
import PIL.Image
import tifffile

from tests.engine.images.large_files import halved

TILE = 128


def tiles_of(pixels, missing=()):
    """Yields the tiles of a picture row by row, filled up with 0; None for the missing ones (row, column)."""
    for top in range(0, len(pixels), TILE):
        for left in range(0, pixels.shape[1], TILE):
            part = pixels[top : top + TILE, left : left + TILE]
            tile = np.zeros((TILE, TILE, 3), np.uint8)
            tile[: part.shape[0], : part.shape[1]] = part
            yield None if (top // TILE, left // TILE) in missing else tile


def write_philips(path, pixels, levels=4, missing=(), profile=None):
    """Writes a Philips TIFF, without loss. missing: tiles of the largest level that were not scanned, (row, column)."""
    copies = [halved(pixels, times) for times in range(levels)]
    spacings = "".join(
        '<DataObject ObjectType="PixelDataRepresentation"><Attribute Name="DICOM_PIXEL_SPACING">'
        f'"{0.00025 * 2**times}" "{0.00025 * 2**times}"</Attribute></DataObject>'
        for times in range(levels)
    )
    description = (
        '<DataObject ObjectType="DPUfsImport">'
        '<Attribute Name="PIM_DP_SCANNED_IMAGES"><Array><DataObject ObjectType="DPScannedImage">'
        '<Attribute Name="PIM_DP_IMAGE_TYPE">WSI</Attribute>'
        '<Attribute Name="DICOM_PIXEL_SPACING">"0.00025" "0.00025"</Attribute>'
        '<Attribute Name="PIIM_PIXEL_DATA_REPRESENTATION_SEQUENCE">'
        f"<Array>{spacings}</Array></Attribute></DataObject></Array></Attribute></DataObject>"
    )
    with tifffile.TiffWriter(path, bigtiff=True) as file:
        for times, copy in enumerate(copies):
            gone = {(row >> times, column >> times) for row, column in missing} if times < 2 else ()
            more = {"description": description, "iccprofile": profile} if not times else {"subfiletype": 1}
            file.write(
                tiles_of(copy, gone if not times else ()),
                shape=copy.shape,
                dtype=np.uint8,
                tile=(TILE, TILE),
                photometric="rgb",
                compression="zlib",
                software="Philips DP v1.0",
                metadata=None,
                **more,
            )
    return path


def write_ventana(path, pixels, overlap=10, levels=2):
    """Writes a Ventana BIF of rows and columns of tiles that overlap, as the scanner takes them."""
    advance = TILE - overlap
    down, across = len(pixels) // advance - 1, pixels.shape[1] // advance - 1
    laid = np.zeros((down * TILE, across * TILE, 3), np.uint8)
    for row in range(down):
        for column in range(across):
            part = pixels[row * advance : row * advance + TILE, column * advance : column * advance + TILE]
            laid[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE] = part
    scan = b'<iScan Z-layers="1" Magnification="20" ScanRes="0.25"/>'
    with tifffile.TiffWriter(path, bigtiff=True) as file:
        label = np.full((64, 64, 3), 99, np.uint8)
        file.write(
            label,
            photometric="rgb",
            description="Label Image",
            metadata=None,
            extratags=[(700, "B", len(scan), scan, True)],
        )
        info = _stitching(down, across, overlap)
        for times in range(levels):
            tags = [(700, "B", len(info), info, True)] if not times else []
            file.write(
                halved(laid, times),
                tile=(TILE, TILE),
                photometric="rgb",
                description=f"level={times} mag={20 / 2**times:g} quality=90",
                metadata=None,
                extratags=tags,
                subfiletype=int(times > 0),
            )
    return path


def _stitching(down, across, overlap):
    """Returns the text that tells where the tiles of a BIF lie. They are numbered from the lowest row, to and fro."""

    def number(row, column):
        below = down - 1 - row
        return below * across + (across - 1 - column if below % 2 else column) + 1

    joints = [
        (number(r, c), number(r, c + 1), "RIGHT", overlap, 0) for r in range(down) for c in range(across - 1)
    ]
    joints += [
        (number(r, c), number(r - 1, c), "UP", 0, overlap) for r in range(1, down) for c in range(across)
    ]
    texts = "".join(
        f'<TileJointInfo Tile1="{one}" Tile2="{two}" Direction="{way}" OverlapX="{x}" OverlapY="{y}" Confidence="100"/>'
        for one, two, way, x, y in joints
    )
    image = f'<ImageInfo AOIScanned="1" AOIIndex="0" Width="{TILE}" Height="{TILE}" NumRows="{down}" NumCols="{across}"'
    return (
        f'<EncodeInfo Ver="2"><SlideStitchInfo>{image} Pos-X="0" Pos-Y="0">{texts}</ImageInfo></SlideStitchInfo>'
        '<AoiOrigin><AOI0 OriginX="0" OriginY="0"/></AoiOrigin></EncodeInfo>'
    ).encode()


VMS = """[Virtual Microscope Specimen]
NoLayers=1
NoJpegColumns=1
NoJpegRows=1
ImageFile=a.jpg
MapFile=map.jpg
MacroImage=macro.jpg
PhysicalWidth=192000
PhysicalHeight=160000
PhysicalMacroWidth=192000
PhysicalMacroHeight=160000
SourceLens=20
XOffsetFromSlideCentre=0
YOffsetFromSlideCentre=0
AuthCode=abc
"""


def write_vms(folder, pixels):
    """Writes a Hamamatsu VMS: a text and JPEGs, whose restart marks divide each row evenly."""
    whole = pixels[:640, :768]
    for name, times in (("a", 0), ("map", 2), ("macro", 3)):
        picture = PIL.Image.fromarray(halved(whole, times))
        marks = picture.width // 8 // 2
        picture.save(folder / f"{name}.jpg", quality=90, subsampling=0, restart_marker_blocks=marks)
    (folder / "a.vms").write_text(VMS)
    return folder / "a.vms"


WHOLE_SLIDE, EXPLICIT = "1.2.840.10008.5.1.4.1.1.77.1.6", "1.2.840.10008.1.2.1"
LONG_KINDS = ("OB", "OW", "SQ")


def write_dicom(folder, pixels, levels=3, profile=None):
    """Writes a whole slide as DICOM, a file for each level, in plain tiles. Returns the file of the largest."""
    for times in range(levels):
        copy = halved(pixels, times)
        (folder / f"level{times}.dcm").write_bytes(_dicom(copy, times, profile))
    return folder / "level0.dcm"


def _dicom(pixels, times, profile):
    height, width = pixels.shape[:2]
    frames = list(tiles_of(pixels))
    instance = f"1.2.3.{times + 1}"
    meta = b"".join(
        [
            _element(2, 2, "UI", WHOLE_SLIDE),
            _element(2, 3, "UI", instance),
            _element(2, 0x10, "UI", EXPLICIT),
            _element(2, 0x12, "UI", "1.2.3.99"),
        ]
    )
    kind = "ORIGINAL\\PRIMARY\\VOLUME\\NONE" if not times else "DERIVED\\PRIMARY\\VOLUME\\RESAMPLED"
    path = b"" if profile is None else _element(0x28, 0x2000, "OB", profile)
    body = [
        _element(8, 8, "CS", kind),
        _element(8, 0x16, "UI", WHOLE_SLIDE),
        _element(8, 0x18, "UI", instance),
        _element(0x20, 0xD, "UI", "1.2.3.4"),
        _element(0x20, 0xE, "UI", "1.2.3.4.5"),
        _element(0x28, 2, "US", 3),
        _element(0x28, 4, "CS", "RGB"),
        _element(0x28, 6, "US", 0),
        _element(0x28, 8, "IS", str(len(frames))),
        _element(0x28, 0x10, "US", TILE),
        _element(0x28, 0x11, "US", TILE),
        _element(0x28, 0x100, "US", 8),
        _element(0x28, 0x101, "US", 8),
        _element(0x28, 0x102, "US", 7),
        _element(0x28, 0x103, "US", 0),
        _element(0x48, 6, "UL", width),
        _element(0x48, 7, "UL", height),
        _element(0x48, 0x105, "SQ", _item(path)),
        _element(0x20, 0x9311, "CS", "TILED_FULL"),
        _element(0x7FE0, 0x10, "OW", b"".join(frame.tobytes() for frame in frames)),
    ]
    # elements ascend by their numbers
    body.sort(key=lambda each: struct.unpack_from("<HH", each))
    return bytes(128) + b"DICM" + _element(2, 0, "UL", len(meta)) + meta + b"".join(body)


def _item(content):
    return struct.pack("<HHI", 0xFFFE, 0xE000, len(content)) + content


def _element(group, number, kind, value):
    """Returns an element with its type told."""
    if isinstance(value, int):
        value = struct.pack("<H" if kind == "US" else "<I", value)
    elif isinstance(value, str):
        value = value.encode()
    if len(value) % 2:
        value += b"\0" if kind in ("UI", "OB") else b" "
    head = struct.pack("<HH2s", group, number, kind.encode())
    length = struct.pack("<HI", 0, len(value)) if kind in LONG_KINDS else struct.pack("<H", len(value))
    return head + length + value
