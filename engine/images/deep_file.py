"""Pictures of more than 8 bits a sample out of files of which Pillow keeps 8: PNG, TIFF, AVIF, HEIC, JPEG XL, PPM.

tifffile and imagecodecs (BSD-3, by one author, several releases a year) do it: libpng with all its 16 bits, TIFF's
compressions, AVIF, JPEG XL, and Little CMS at 16 bits, which engine/images/colour.py needs, in a wheel of 26 MB. OpenCV would
be twice as large and knows no colour profiles; pypng takes ten seconds where libpng takes a third of one. HEIC is not
in that wheel: its plugin for Pillow hands out all bits when it is asked for them.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import PIL.ImageFile
import tifffile
from numpy.typing import NDArray

from engine.base.messages import Message, message
from engine.images import avif, jxl, netpbm
from engine.images.cicp import Coding
from engine.images.depth import scale_to_16_bits, to_16_bits

Deep = NDArray[np.uint16]

PNG_COLOURS = (2, 4, 6)
"""The colour types that Pillow cuts: RGB, gray with alpha, RGB with alpha."""
TIFF_COLOURS = {0: 1, 1: 1, 2: 3, 5: 4}
"""Samples a pixel, by TIFF's photometric interpretation: gray that counts from white, gray, RGB, inks."""
ASSOCIATED, STRAIGHT = 1, 2
"""TIFF's kinds of alpha; other further samples mean nothing here."""
BEYOND = 0.02
"""Of white: what a lossy file of floats may be off."""


def bits(path: Path, file: PIL.ImageFile.ImageFile) -> int | None:
    """Of a sample, where Pillow would keep fewer; else None. file: the same, opened and not yet loaded.

    A JPEG XL in which alpha is multiplied into the colours counts too: they need more bits without, and Pillow's plugin
    does not take it out.
    """
    match file.format:
        case "PNG":
            return 16 if _cut_png(path) else None
        case "TIFF":
            return 16 if _cut_tiff(file) else None
        case "AVIF":
            found = avif.head(path).bits
        case "HEIF":
            found = file.info["bit_depth"]
        case "JXL":
            return _cut_jxl(path, file)
        case "PPM":
            found = netpbm.white(file).bit_length()
        case _:
            return None
    return found if found > 8 else None


def read_samples(
    path: Path, file: PIL.ImageFile.ImageFile, notices: list[Message]
) -> tuple[Deep, Deep | None]:
    """What is in a file that Pillow would cut, as it stands there but for its white, which becomes 65535.

    Colour is (H, W, 1, 3 or 4): gray, RGB, CMYK; alpha (H, W), colour not premultiplied by it. Only JPEG XL
    and HEIC are turned upright. Raises what the decoders stumble over.
    """
    match file.format:
        case "PNG":
            return _png(path)
        case "TIFF":
            return _tiff(path)
        case "AVIF":
            return _parted(scale_to_16_bits(avif.samples(path), (1 << avif.head(path).bits) - 1))
        case "HEIF":
            return _heic(path)
        case "JXL":
            return _jxl(path, notices)
    return netpbm.samples(path, file), None


def coding(path: Path, file: PIL.ImageFile.ImageFile) -> Coding | None:
    """The numbers that tell the colours of an AVIF or HEIC, which count where it has no profile. None elsewhere."""
    if file.format == "AVIF":
        return avif.head(path).coding
    if file.format == "HEIF" and (told := file.info.get("nclx_profile")):
        return Coding(int(told["color_primaries"]), int(told["transfer_characteristics"]))
    return None


def _parted(samples: Deep, multiplied: bool = False) -> tuple[Deep, Deep | None]:
    """(H, W), or (H, W, 1 to 4) of which an even last is alpha -> colour (H, W, 1 or 3), and alpha."""
    if samples.ndim == 2:
        return samples[..., None], None
    if samples.shape[2] % 2:
        return samples, None
    colour, alpha = samples[..., :-1], samples[..., -1]
    return (_straight(colour, alpha) if multiplied else colour), alpha


def _heic(path: Path) -> tuple[Deep, Deep | None]:
    heic = import_module("pillow_heif").open_heif(path, convert_hdr_to_8bit=False, hdr_to_16bit=False)
    samples = scale_to_16_bits(np.asarray(heic), (1 << heic.info["bit_depth"]) - 1)
    return _parted(samples, heic.premultiplied_alpha)


def _cut_jxl(path: Path, file: PIL.ImageFile.ImageFile) -> int | None:
    head = jxl.head(path)
    # One channel without alpha is the plugin's to read: it keeps its bits.
    if head is None or file.mode in ("I;16", "F"):
        return None
    return head.bits if head.bits > 8 or head.multiplied else None


def _jxl(path: Path, notices: list[Message]) -> tuple[Deep, Deep | None]:
    head, samples = jxl.head(path), jxl.samples(path)
    assert head is not None  # as `bits` has seen
    if samples.dtype == np.uint16:
        return _parted(scale_to_16_bits(samples, (1 << head.bits) - 1), head.multiplied)
    if samples.dtype == np.uint8:
        return _parted(to_16_bits(samples), head.multiplied)
    return _parted(_of_float(samples.astype(np.float32, copy=False), notices), head.multiplied)


def _of_float(samples: NDArray[np.float32], notices: list[Message]) -> Deep:
    """White is 1. A lossy file may be a little beyond black and white; more than that is told."""
    if not (samples.min() >= -BEYOND and samples.max() <= 1 + BEYOND):
        notices.append(message("what is brighter than white, darker than black or no number is cut off"))
    out: Deep = np.rint(np.clip(np.nan_to_num(samples), 0, 1) * np.float32(65535)).astype(np.uint16)
    return out


def _cut_png(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(26)
    return head[24] == 16 and head[25] in PNG_COLOURS


def _png(path: Path) -> tuple[Deep, Deep | None]:
    samples: Deep = imagecodecs.png_decode(path.read_bytes())
    return _parted(samples)


def _cut_tiff(file: PIL.ImageFile.ImageFile) -> bool:
    tags: Any = getattr(file, "tag_v2", {})
    bits, kinds = tags.get(258, (1,)), tags.get(339, (1,))
    own = TIFF_COLOURS.get(tags.get(262, -1), 0)
    # Gray without alpha is Pillow's to read: it keeps its 16 bits.
    return set(bits) == {16} and set(kinds) == {1} and len(bits) >= own > 0 and len(bits) > 1


def _tiff(path: Path) -> tuple[Deep, Deep | None]:
    with tifffile.TiffFile(path) as file:
        page = file.pages.first
        samples: Deep = page.asarray()
        if page.planarconfig == tifffile.PLANARCONFIG.SEPARATE:
            samples = np.moveaxis(samples, 0, 2)
        own = TIFF_COLOURS[page.photometric]
        colour, further = samples[..., :own], tuple(page.extrasamples)
    if page.photometric == 0:
        colour = 65535 - colour
    if samples.shape[2] == own or not further or further[0] not in (ASSOCIATED, STRAIGHT):
        return colour, None
    alpha = samples[..., own]
    return (_straight(colour, alpha) if further[0] == ASSOCIATED else colour), alpha


def _straight(colour: Deep, alpha: Deep) -> Deep:
    """Colour that was premultiplied by alpha, without."""
    below = np.maximum(alpha, 1).astype(np.uint32)[..., None]
    straight = (colour.astype(np.uint32) * 65535 + below // 2) // below
    out: Deep = np.minimum(straight, 65535).astype(np.uint16)
    return out
