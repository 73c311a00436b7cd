"""The suffixes of the files that Unpixel opens. No decoder is imported: a folder is listed before one is needed."""

from functools import cache

from engine.images import plugins

SUFFIXES = {
    "RAW": ".dng .nef .nrw .cr2 .cr3 .crw .arw .srf .sr2 .raf .orf .rw2 .pef .srw .x3f .mrw .3fr .iiq .erf .kdc .dcr "
    ".mef",
    "PNG": ".png .apng",
    "JPEG": ".jpg .jpeg .jpe .jfif .mpo",
    "WEBP": ".webp",
    "TIFF": ".tif .tiff .svs",
    plugins.SLIDE: ".ndpi .scn .mrxs .vms .vmu .bif .svslide .czi .avs",
    "BMP": ".bmp .dib",
    "GIF": ".gif",
    "PPM": ".pbm .pgm .ppm .pnm .pam .pfm",
    "AVIF": ".avif .avifs",
    "HEIF": ".heic .heics .heif .heifs .hif",
    "JXL": ".jxl",
    "JPEG2000": ".jp2 .j2k .jpc .jpf .jpx .j2c",
    "PSD": ".psd .psb",
    "EXR": ".exr",
    "HDR": ".hdr .rgbe",
    "QOI": ".qoi",
    "DDS": ".dds",
    "FITS": ".fits .fit .fts",
    "SVG": ".svg",
    "SGI": ".sgi .rgb .rgba .bw",
    "ICO": ".ico .cur",
    "PCX": ".pcx",
    "TGA": ".tga .icb .vda .vst",
}
"""Of the formats in the table of decoders, by their names: lower case, with the dot, separated by blanks.

Slides in DICOM are not listed: most files of that suffix are none.
"""


@cache
def suffixes() -> tuple[str, ...]:
    """Returns the suffixes of the files that this installation can decode, sorted."""
    missing = [name for name in plugins.PLUGINS if not plugins.installed(name)]
    return tuple(sorted(each for name, of in SUFFIXES.items() if name not in missing for each in of.split()))


def patterns() -> str:
    """Returns the suffixes as file dialogs take them: "*.avif *.bmp …"."""
    return " ".join(f"*{suffix}" for suffix in suffixes())
