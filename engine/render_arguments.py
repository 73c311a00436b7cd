"""Arguments of the `render` command. Importing this loads neither torch nor Pillow."""

import argparse
from fractions import Fraction
from pathlib import Path

from engine.base import argument_values, paths
from engine.export import options as choices
from engine.export.options import FileOptions
from engine.export.output_size import RULES, OutputSize


def add(render: argparse.ArgumentParser) -> None:
    """Adds all arguments but those of the device."""
    render.add_argument("images", nargs="*", metavar="IMAGE|FOLDER", help="files, folders, or the word demo")
    render.add_argument("out", type=Path, metavar="OUT", help="a file, or a folder for many pictures")
    _add_region(render)
    render.add_argument("--model", metavar="NAME|PATH", help="default: live")
    render.add_argument(
        "--fidelity",
        type=argument_values.share,
        default=1.0,
        metavar="0-1",
        help="the model's share of each colour; bicubic has the rest",
    )
    render.add_argument("--preset", metavar="NAME", help="options of this name in export-presets.json")
    render.add_argument("--json", action="store_true", help="print the result as JSON")
    render.add_argument(
        "--steered",
        action="store_true",
        help="for programs: progress as lines of JSON on stderr; the lines pause and resume on stdin; ends with stdin",
    )
    add_preset_options(render)
    _add_batch(render)
    _add_film(render)


def is_film(options: argparse.Namespace) -> bool:
    """Returns whether OUT is a film."""
    return options.film is not None or options.resolutions is not None


def add_preset_options(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments that a preset can hold: size, format and options of the file."""
    _add_size(parser)
    _add_file(parser)


def is_batch(options: argparse.Namespace) -> bool:
    """Returns whether OUT is a folder for many pictures."""
    sources = map(Path, options.images)
    return len(options.images) > 1 or paths.is_folder(options.out) or any(map(paths.is_folder, sources))


def with_preset(render: argparse.ArgumentParser, options: argparse.Namespace) -> argparse.Namespace:
    """Returns the options with those of the preset where none is given. Raises ExportError."""
    if options.preset is None:
        return options
    from engine import render_presets

    words = argparse.ArgumentParser(prog=f"--preset {options.preset}", allow_abbrev=False)
    add_preset_options(words)
    preset = vars(words.parse_args(render_presets.words(options.preset)))
    if any(vars(options)[rule] is not None for rule in RULES):
        preset = {name: value for name, value in preset.items() if name not in RULES}
    given = {name: value for name, value in vars(options).items() if value != render.get_default(name)}
    return argparse.Namespace(**vars(options) | preset | given)


def output_size(options: argparse.Namespace) -> OutputSize | None:
    """Returns the size that is given; None if there are none or more than one."""
    given: list[OutputSize] = []
    for rule in RULES:
        value = vars(options)[rule]
        if value is not None:
            pair = isinstance(value, tuple)
            given.append(
                OutputSize(rule, (Fraction(value[0]), Fraction(value[1])) if pair else Fraction(value))
            )
    return given[0] if len(given) == 1 else None


def file_options(options: argparse.Namespace) -> FileOptions:
    """Returns the options of the file."""
    return FileOptions(
        options.quality,
        options.subsampling,
        options.progressive,
        options.lossless,
        options.compression,
        options.bits,
        options.strips,
        options.pyramid,
        options.profile,
        options.metadata,
        None if options.dpi is None else float(options.dpi),
    )


def _add_batch(render: argparse.ArgumentParser) -> None:
    batch = render.add_argument_group(
        "many pictures", "into the folder OUT; several processes may share the work"
    )
    batch.add_argument(
        "--name",
        default="{name}",
        metavar="PATTERN",
        help="of the files: {name}, {suffix}, {folder}, {number} stand for those of the source",
    )
    batch.add_argument(
        "--overwrite", action="store_true", help="render files that exist again (default: skip)"
    )
    batch.add_argument("--flat", action="store_true", help="leave out the folders below those given")
    batch.add_argument(
        "--types", type=argument_values.names, default=(), metavar="jpg,png", help="only these"
    )


def _add_film(render: argparse.ArgumentParser) -> None:
    film = render.add_argument_group(
        "film", "OUT is an .mp4, .webm, .webp or .avif, or a folder for numbered PNGs; with --size, --quality"
    )
    film.add_argument("--film", type=Path, metavar="PATHFILE", help="the views; IMAGE is another picture")
    film.add_argument(
        "--resolutions", type=argument_values.sides, metavar="32-640", help="IMAGE at so many px, growing"
    )
    film.add_argument("--rate", type=int, metavar="N", help="frames a second (default: 30)")


def _add_region(render: argparse.ArgumentParser) -> None:
    render.add_argument(
        "--center",
        type=argument_values.point,
        metavar="X,Y",
        help="centre of a view in source px, with --scale and --size",
    )
    render.add_argument(
        "--region",
        type=argument_values.region,
        metavar="X,Y,W,H",
        help="region in source px, may be fractional",
    )
    render.add_argument(
        "--orientation",
        type=int,
        choices=range(8),
        default=0,
        metavar="0-7",
        help="quarter turns clockwise; 4-7: after a horizontal flip",
    )
    render.add_argument(
        "--page", type=argument_values.page, metavar="N", help="page or frame of the file, from 1"
    )


def _add_size(render: argparse.ArgumentParser) -> None:
    size = render.add_argument_group("size", "one of these; all but --size keep the ratio of the sides")
    positive = argument_values.positive
    size.add_argument("--scale", type=positive, metavar="S", help="output px per source px")
    size.add_argument("--size", type=argument_values.size, metavar="WxH", help="output px")
    size.add_argument("--width", type=argument_values.pixels, metavar="PX")
    size.add_argument("--height", type=argument_values.pixels, metavar="PX")
    size.add_argument("--longest", type=argument_values.pixels, metavar="PX", help="the longest side")
    size.add_argument("--megapixels", type=positive, metavar="MP")
    size.add_argument("--fit", type=argument_values.size, metavar="WxH", help="at most these px a side")
    size.add_argument(
        "--print", type=argument_values.sheet, metavar="10x15cm", help="a sheet in mm, cm or in; with --dpi"
    )


def _add_file(render: argparse.ArgumentParser) -> None:
    file = render.add_argument_group("file", "each format has some of these")
    file.add_argument("--format", metavar="NAME", help="suffix of the files in a folder (default: png)")
    file.add_argument("--quality", type=int, metavar="1-100")
    file.add_argument("--subsampling", choices=choices.SUBSAMPLINGS, help="of colours (default: 4:4:4)")
    file.add_argument("--progressive", action="store_true", help="a JPEG that is shown coarse first")
    file.add_argument("--lossless", action="store_true", help="WebP, JPEG XL")
    file.add_argument(
        "--compression",
        metavar="LEVEL|NAME",
        help=f"PNG: 0 to 9; TIFF: {', '.join(choices.TIFF_COMPRESSIONS)}",
    )
    file.add_argument("--bits", type=int, choices=(8, 16, 32), help="per sample; 32 are floats in a TIFF")
    file.add_argument("--strips", action="store_true", help="a TIFF in strips instead of tiles")
    file.add_argument("--pyramid", action="store_true", help="a TIFF with its smaller copies")
    file.add_argument("--profile", choices=choices.PROFILES, default="srgb", help="of the colours")
    file.add_argument("--metadata", choices=choices.METADATA, default="keep", help="EXIF, XMP, IPTC, comment")
    file.add_argument("--dpi", type=argument_values.positive, metavar="N", help="px per inch")
