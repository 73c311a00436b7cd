"""All drawn files, and how far a picture is from what was drawn."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from tests.engine.images.drawn import (
    bmp_files,
    dds_files,
    exr_files,
    fits_files,
    hdr_files,
    ico_files,
    jpeg2000_files,
    jpeg_files,
    modern_files,
    netpbm_files,
    pcx_files,
    png_files,
    psd_files,
    qoi_files,
    raw_files,
    refused_files,
    sgi_files,
    svg_files,
    tga_files,
    tiff_files,
    web_files,
)
from tests.engine.images.drawn.case import Case

GROUPS = (
    png_files.png_cases,
    jpeg_files.jpeg_cases,
    web_files.web_cases,
    bmp_files.bmp_cases,
    tiff_files.tiff_cases,
    modern_files.modern_cases,
    jpeg2000_files.jpeg2000_cases,
    psd_files.psd_cases,
    exr_files.exr_cases,
    hdr_files.hdr_cases,
    dds_files.dds_cases,
    qoi_files.qoi_cases,
    netpbm_files.netpbm_cases,
    tga_files.tga_cases,
    ico_files.ico_cases,
    pcx_files.pcx_cases,
    sgi_files.sgi_cases,
    svg_files.svg_cases,
    fits_files.fits_cases,
    raw_files.raw_cases,
    refused_files.refused_cases,
)


@cache
def cases() -> tuple[Case, ...]:
    """Returns every drawn file."""
    return tuple(each for group in GROUPS for each in group())


def in_8_bits(samples: NDArray) -> NDArray[np.float64]:
    """Returns samples in [0, 255] without rounding."""
    return samples.astype(np.float64) / (257 if samples.dtype == np.uint16 else 1)


def difference(colour: NDArray, alpha: NDArray | None, right: NDArray) -> float:
    """Returns the largest difference from what is right, in values of 8 bits. Colours of invisible pixels are free.

    Infinite if the shapes differ.
    """
    found, wanted = in_8_bits(colour), in_8_bits(right)
    if found.shape[:2] != wanted.shape[:2]:
        return float("inf")
    found_alpha = np.full(found.shape[:2], 255.0) if alpha is None else in_8_bits(alpha)
    wanted_alpha = wanted[..., 3] if wanted.shape[2] == 4 else np.full(found.shape[:2], 255.0)
    visible = (wanted_alpha > 0)[..., None]
    colours = np.abs(found - wanted[..., :3]) * visible
    return float(max(colours.max(), np.abs(found_alpha - wanted_alpha).max()))
