"""Unpixel's front door: one program, a window and a command line. Each subcommand loads only what it needs."""

import argparse
import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

COMMANDS = ("view", "render", "models", "evaluate", "train", "bench", "doctor")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns 0 for success, 1 for a failure told in one line, 2 for wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given or (given[0] not in COMMANDS and given[0] not in ("-h", "--help", "--version")):
        given = ["view", *given]
    options = parser().parse_args(given)
    from engine.errors import UnpixelError

    try:
        return int(options.run(options))
    except UnpixelError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the results has gone; so has the wish for more
    return 1


def parser() -> argparse.ArgumentParser:
    """The command line as README documents it."""
    top = argparse.ArgumentParser(prog="unpixel", description=__doc__, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"Unpixel {_version()}")
    commands = top.add_subparsers(required=True, metavar="|".join(COMMANDS))

    view = commands.add_parser("view", help="open the window")
    view.add_argument("image", nargs="?", metavar="IMAGE|FOLDER", help="a file, a folder, or the word demo")
    view.set_defaults(run=_view)

    render = commands.add_parser("render", help="write a region of an image at any resolution")
    render.add_argument("image", metavar="IMAGE", help="a file, or the word demo")
    render.add_argument("out", type=Path, metavar="OUT", help=".png, .jpg or .tif")
    size = render.add_mutually_exclusive_group(required=True)
    size.add_argument("--scale", type=_positive, metavar="S", help="output px per source px")
    size.add_argument("--size", type=_size, metavar="WxH", help="output px")
    render.add_argument("--region", type=_region, metavar="X,Y,W,H", help="in source px, fractions allowed")
    render.add_argument("--model", default="live", metavar="NAME|PATH")
    _add_compute(render)
    render.add_argument("--json", action="store_true", help="the result as JSON")
    render.set_defaults(run=_render)

    models = commands.add_parser("models", help="list, describe or import models")
    models.add_argument("--json", action="store_true", help="the result as JSON")
    verbs = models.add_subparsers(metavar="list|info|import")
    _add_json(verbs.add_parser("list", help="the models that are there"))
    info = _add_json(verbs.add_parser("info", help="describe a model"))
    info.add_argument("info", metavar="NAME|PATH")
    imported = _add_json(verbs.add_parser("import", help="keep a model file in the user's folder"))
    imported.add_argument("path", type=Path, metavar="PATH")
    imported.add_argument("--name", metavar="N", help="what to call it; else the file's name")
    models.set_defaults(run=_models)

    evaluate = commands.add_parser("evaluate", help="measure a model on a benchmark")
    evaluate.add_argument(
        "data", type=Path, metavar="DATA", help="HR/ and LR_bicubic/, DIV2K's folders, or images"
    )
    evaluate.add_argument("--model", required=True, metavar="NAME|PATH|bicubic")
    evaluate.add_argument("--scales", type=_scales, required=True, metavar="2,3,4,6")
    evaluate.add_argument("--protocol", choices=("benchmark", "div2k", "mmediting"), default="benchmark")
    _add_compute(evaluate)
    evaluate.add_argument("--json", nargs="?", const="-", metavar="FILE", help="write the result as JSON")
    evaluate.set_defaults(run=_evaluate)

    _add_train(commands.add_parser("train", help="train a model from a folder of images"))

    bench = commands.add_parser("bench", help="measure this machine")
    bench.add_argument("what", nargs="?", choices=("decode", "frame", "cancel"), default="decode")
    bench.add_argument(
        "--model", metavar="NAME|PATH", help="decode: the LIIF to measure; else random weights"
    )
    bench.add_argument("--image", default="demo", metavar="IMAGE", help="frame: the picture to travel over")
    bench.add_argument("--json", nargs="?", const="-", metavar="FILE", help="write the result as JSON")
    bench.set_defaults(run=_bench)

    doctor = commands.add_parser("doctor", help="say what this machine has, and what is missing")
    doctor.add_argument("--json", action="store_true", help="the result as JSON")
    doctor.set_defaults(run=_doctor)
    return top


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("unpixel")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "(checkout)"


def _add_compute(command: argparse.ArgumentParser) -> None:
    command.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    command.add_argument("--precision", choices=("auto", "fp32", "bf16", "fp16"), default="auto")


def _add_train(train: argparse.ArgumentParser) -> None:
    train.add_argument(
        "recipe", nargs="?", metavar="RECIPE", help="a name in trainer/recipes, or a TOML file"
    )
    train.add_argument("overrides", nargs="*", metavar="section.key=value")
    train.add_argument("--resume", type=Path, metavar="RUN", help="go on with the run in this folder")
    train.add_argument(
        "--check", action="store_true", help="say what a training would meet, and train nothing"
    )
    train.add_argument("--json", action="store_true", help="with --check: the report as JSON")
    train.set_defaults(run=_train)


def _add_json(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="the result as JSON")
    return command


def _positive(text: str) -> Fraction:
    value = _fraction(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return value


def _fraction(text: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise argparse.ArgumentTypeError(f"{text} is no number") from None


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"{text} is not of the form 1920x1080")
    return int(width), int(height)


def _region(text: str) -> tuple[Fraction, ...]:
    parts = tuple(_fraction(part) for part in text.split(","))
    if len(parts) != 4 or parts[2] <= 0 or parts[3] <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not of the form X,Y,W,H with a W and H above 0")
    return parts


def _scales(text: str) -> list[int]:
    if not all(part.isdecimal() and int(part) >= 2 for part in text.split(",")):
        raise argparse.ArgumentTypeError(f"{text} is no list of whole scales from 2 on, such as 2,3,4")
    return [int(part) for part in text.split(",")]


def _view(options: argparse.Namespace) -> int:
    from viewer import app

    return app.run(options.image)


def _render(options: argparse.Namespace) -> int:
    from engine import render

    result = render.run(
        options.image,
        options.out,
        options.region,
        options.size or options.scale,
        options.model,
        options.device,
        options.precision,
    )
    _print(
        result,
        options.json,
        f"{result['out']}: {result['size'][0]} x {result['size'][1]} px in {result['ms']:.0f} ms",
    )
    return 0


def _models(options: argparse.Namespace) -> int:
    from engine import library

    if "path" in options:
        found = [library.describe(str(library.import_model(options.path, options.name)))]
    elif "info" in options:
        found = [library.describe(options.info)]
    else:
        found = [library.describe(name) for name in library.models()]
    lines = [f"{m['name']:<28} {m['parameters']:>10,} parameters  {m['description']}" for m in found]
    _print(
        found if "path" not in options and "info" not in options else found[0], options.json, "\n".join(lines)
    )
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from trainer import evaluate

    result = evaluate.run(
        options.data, options.model, options.scales, options.protocol, options.device, options.precision
    )
    _deliver(result, options.json, evaluate.table(result))
    return 0


def _train(options: argparse.Namespace) -> int:
    if options.check:
        from trainer import check

        return check.run(options.recipe, options.overrides, options.json)
    from trainer import command

    return command.run_recipe(options.recipe, options.overrides, options.resume)


def _bench(options: argparse.Namespace) -> int:
    from engine.doctor import machine

    if options.what == "frame":
        from viewer import bench

        rows, table = bench.frame(options.image), bench.table
    elif options.what == "cancel":
        from engine.bench import cancel

        rows, table = cancel.cancel(tuple(filter(None, ("live", options.model)))), cancel.table
    else:
        from engine.bench import decode

        rows, table = decode.decode(options.model), decode.table
    result = {"machine": machine(), "rows": rows}
    _deliver(result, options.json, table(result))
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from engine import doctor
    from viewer import system_libraries

    found = doctor.examine()
    found["missing_libraries"] = [list(pair) for pair in system_libraries.missing()]
    _print(found, options.json, doctor.letter(found))
    return 1 if found["missing_libraries"] else 0


def _print(result: Any, as_json: bool, text: str) -> None:
    print(json.dumps(result) if as_json else text)


def _deliver(result: dict[str, Any], target: str | None, text: str) -> None:
    """Results on stdout: as JSON where the target is -, else as text, and as JSON in the file `target` if given."""
    if target == "-":
        print(json.dumps(result))
        return
    print(text)
    if target is not None:
        from engine.atomic_file import replacing
        from engine.errors import ExportError

        try:
            with replacing(Path(target)) as temporary:
                temporary.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            raise ExportError(target, error.strerror or str(error), "give another --json FILE") from error


if __name__ == "__main__":
    sys.exit(main())
