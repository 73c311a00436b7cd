"""Drawn files: kinds of pictures that no decoder here takes, with the reason that must be said."""

import numpy as np

from tests.engine.images.drawn.case import HEIGHT, WIDTH, Case, gray, plain
from tests.engine.images.drawn.dds_files import dds
from tests.engine.images.drawn.exr_files import exr
from tests.engine.images.drawn.fits_files import card
from tests.engine.images.drawn.jpeg2000_files import jp2, space
from tests.engine.images.drawn.psd_files import planes_of, psd, resource


def layers_only():
    return psd(planes_of(plain()), 3, 8, resources=resource(1057, b"\0\0\0\1\0" + bytes(12)))


def five_channels():
    head = f"P7\nWIDTH {WIDTH}\nHEIGHT {HEIGHT}\nDEPTH 5\nMAXVAL 255\nTUPLTYPE X\nENDHDR\n"
    return head.encode() + bytes(5 * WIDTH * HEIGHT)


def tiled_fits():
    empty = card("SIMPLE", f"{'T':>20}") + card("BITPIX", 8) + card("NAXIS", 0) + b"END".ljust(80)
    table = card("XTENSION", "'BINTABLE'") + card("BITPIX", 8) + card("NAXIS", 2) + card("NAXIS1", 8)
    table += card("NAXIS2", 1) + card("ZIMAGE", f"{'T':>20}") + b"END".ljust(80)
    return empty.ljust(2880) + table.ljust(2880) + bytes(2880)


def luminance_chroma():
    light = gray().astype(np.float32) / 255
    return exr({"Y": light, "RY": light, "BY": light})


def refused_cases():
    yield Case("PPM", "five channels", {"model": "5 channels"}, five_channels, None, notice="5 channels")
    yield Case(
        "PSD", "layers only", {"storage": "layers only"}, layers_only, None, notice="no flattened picture"
    )
    multichannel = psd(planes_of(gray()), 7, 8)
    yield Case("PSD", "several inks", {"model": "multichannel"}, lambda: multichannel, None, notice="mode 7")
    ycc_422 = dds(4, letters=b"YUY2", data=bytes(2 * WIDTH * HEIGHT))
    yield Case("DDS", "YCC 4:2:2", {"storage": "YUY2"}, lambda: ycc_422, None, notice="kind YUY2")
    yield Case(
        "JPEG2000", "Lab", {"model": "Lab"}, lambda: jp2(plain(), space(14)), None, notice="Lab colours"
    )
    yield Case("FITS", "tiles", {"storage": "tiles"}, tiled_fits, None, notice="compression by tiles")
    yield Case(
        "EXR",
        "luminance and chroma",
        {"model": "luminance and chroma"},
        luminance_chroma,
        None,
        notice="channels of fewer samples",
    )
