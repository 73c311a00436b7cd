"""Entry point of Unpixel: the window and the command line. Each subcommand imports only what it needs."""

import argparse
import io
import json
import os
import sys
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

from engine import render_arguments
from engine.base import argument_values
from engine.base.printable import file_name
from engine.base.version import VERSION

COMMANDS = ("view", "render", "thumbnail", "models", "evaluate", "train", "bench", "doctor")
EVALUATE = {
    "": (("data", "model", "scales"), ("protocol", "markdown")),
    "compare": (("image", "region", "out"), ()),
    "artifacts": (("data", "crops"), ()),
    "kinds": (("data",), ()),
}
"""Required and optional arguments of `evaluate`, by the option that selects its mode."""
BENCHES: dict[str, tuple[str, Any]] = {
    "decode": ("engine.bench.decode", lambda bench, given: bench.decode(given.model, given.image)),
    "open": ("engine.bench.open", lambda bench, given: bench.open_files(given.image)),
    "export": ("engine.bench.export", lambda bench, given: bench.export(given.image, given.megapixels)),
    "frame": ("viewer.bench.frame", lambda bench, given: bench.frame(given.image)),
    "memory": ("viewer.bench.memory", lambda bench, given: bench.memory(given.image, given.minutes)),
    "cancel": (
        "engine.bench.cancel",
        lambda bench, given: bench.cancel(tuple(filter(None, ("live", given.model)))),
    ),
    "start": ("viewer.bench.start", lambda bench, given: bench.start(given.image)),
    "train": ("trainer.bench", lambda bench, given: bench.train()),
}
"""What `bench` measures, by name: a module and its function. The module formats its rows with `table`."""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns 0 for success, 1 for a failure (one line on stderr); wrong usage exits with 2."""
    # Read by torch at its first allocation: transparent huge pages of 2 MB. Each view allocates new tensors, and faults
    # on pages of 4 kB took a third of the decoding time.
    os.environ.setdefault("THP_MEM_ALLOC_ENABLE", "1")
    # numpy's matrix products are small here; the busy-waiting threads of OpenBLAS would take the window's core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _print_anything()
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--job-child"]:  # the app itself starts this one, and nobody else: it is in no help
        from engine.isolation import serving

        return serving.main(given[1:])
    if not given or (given[0] not in COMMANDS and given[0] not in ("-h", "--help", "--version")):
        given = ["view", *given]
    options = _parsed(given)
    from engine.base.errors import UnpixelError

    try:
        return int(options.run(options))
    except UnpixelError as error:
        as_json = vars(options).get("json") in (True, "-")
        print(json.dumps(error.to_json()) if as_json else error, file=sys.stderr)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of the output has gone
    return 1


def _parsed(given: list[str]) -> argparse.Namespace:
    """Parses the command line. Overrides of a recipe may also follow options, which argparse does not expect."""
    top = parser()
    options, rest = top.parse_known_args(given)
    if rest and ("overrides" not in options or any(each.startswith("-") for each in rest)):
        top.error(f"unrecognized arguments: {' '.join(map(file_name, rest))}")
    if rest:
        options.overrides += rest
    return options


def _print_anything() -> None:
    """Lets stdout write what its encoding lacks as escapes: file names need not be text."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def parser() -> argparse.ArgumentParser:
    """Returns the parser of the command line that README documents."""
    top = argparse.ArgumentParser(prog="unpixel", description=__doc__, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"Unpixel {VERSION}")
    commands = top.add_subparsers(required=True, metavar="|".join(COMMANDS))

    _add_view(commands.add_parser("view", help="open the window"))
    _add_render(commands.add_parser("render", help="write a region of an image at any resolution"))
    _add_thumbnail(commands.add_parser("thumbnail", help="write a small PNG, for file managers"))
    _add_models(commands.add_parser("models", help="list, describe, import or download models"))
    _add_evaluate(commands.add_parser("evaluate", help="measure a model on a benchmark, or compare models"))
    _add_train(commands.add_parser("train", help="train a model from a folder of images"))
    _add_bench(commands.add_parser("bench", help="measure this machine"))
    doctor = commands.add_parser("doctor", help="report the hardware, the software and what is missing")
    doctor.add_argument(
        "--report", type=Path, metavar="OUT.zip", help="write a problem report without pictures"
    )
    doctor.add_argument("--newest", action="store_true", help="ask the package index for the newest version")
    _add_json(doctor).set_defaults(run=_doctor, json=False)
    return top


def _add_view(view: argparse.ArgumentParser) -> None:
    view.add_argument("images", nargs="*", metavar="IMAGE|FOLDER", help="files, folders, or the word demo")
    view.add_argument(
        "--new", action="store_true", help="start a new process even if Unpixel is already running"
    )
    desktop = view.add_argument_group("desktop", "menu entry, icon, Open with, and thumbnails, for this user")
    desktop.add_argument("--install-desktop", dest="desktop", action="store_const", const="install")
    desktop.add_argument("--uninstall-desktop", dest="desktop", action="store_const", const="uninstall")
    view.set_defaults(run=_view)


def _add_render(render: argparse.ArgumentParser) -> None:
    render_arguments.add(render)
    _add_compute(render)
    render.set_defaults(run=_render, parser=render)


def _add_thumbnail(thumbnail: argparse.ArgumentParser) -> None:
    thumbnail.add_argument("image", type=Path, metavar="IMAGE")
    thumbnail.add_argument("out", type=Path, metavar="OUT", help="a PNG, whatever its name")
    thumbnail.add_argument("side", type=argument_values.pixels, metavar="SIDE", help="longest side, px")
    thumbnail.set_defaults(run=_thumbnail)


def _add_models(models: argparse.ArgumentParser) -> None:
    models.add_argument("--json", action="store_true", help="print the result as JSON")
    verbs = models.add_subparsers(metavar="list|info|import|get")
    _add_json(verbs.add_parser("list", help="list the installed models"))
    info = _add_json(verbs.add_parser("info", help="describe a model"))
    info.add_argument("info", metavar="NAME|PATH")
    imported = _add_json(verbs.add_parser("import", help="copy a model file into the user's folder"))
    imported.add_argument("path", type=Path, metavar="PATH")
    imported.add_argument("--name", metavar="N", help="name of the model (default: the file's name)")
    fetched = _add_json(verbs.add_parser("get", help="download published weights"))
    fetched.add_argument("get", metavar="NAME", help="edsr-baseline-liif, by the paper's authors")
    models.set_defaults(run=_models)


def _add_bench(bench: argparse.ArgumentParser) -> None:
    bench.add_argument("what", nargs="?", choices=tuple(BENCHES), default="decode")
    bench.add_argument(
        "--model", metavar="NAME|PATH", help="decode: the LIIF to measure (default: random weights)"
    )
    bench.add_argument(
        "--image", default="demo", metavar="IMAGE", help="decode, open, frame, memory, start: the picture"
    )
    bench.add_argument(
        "--minutes", type=argument_values.positive, default=Fraction(5), help="memory: duration"
    )
    bench.add_argument(
        "--megapixels", type=argument_values.counts, default=(10, 100), metavar="10,100", help="export: sizes"
    )
    bench.add_argument("--json", nargs="?", const="-", metavar="FILE", help="write the result as JSON")
    bench.set_defaults(run=_bench)


def _add_evaluate(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "data", nargs="?", type=Path, metavar="DATA", help="HR/ and LR_bicubic/, DIV2K's folders, or images"
    )
    command.add_argument("--model", metavar="NAME|PATH|bicubic")
    command.add_argument("--scales", type=argument_values.scales, metavar="2,3,4|2-30")
    command.add_argument(
        "--protocol",
        choices=("benchmark", "div2k", "mmediting", "whole"),
        help="default: the protocol of the set",
    )
    command.add_argument("--json", nargs="?", const="-", metavar="FILE", help="write the result as JSON")
    command.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables as Markdown")
    figure = command.add_argument_group("the paper's Figure 5", "a crop by several models, side by side")
    figure.add_argument("--compare", nargs="+", metavar="NAME|PATH|nearest")
    figure.add_argument("--image", metavar="IMAGE", help="a file, or the word demo")
    figure.add_argument("--region", type=argument_values.region, metavar="X,Y,W,H", help="in source px")
    figure.add_argument(
        "--scale", type=argument_values.positive, default=Fraction(30), metavar="S", help="default: 30"
    )
    figure.add_argument("--out", type=Path, metavar="OUT", help=".png, .jpg or .tif")
    artifacts = command.add_argument_group(
        "artifacts", "artifact metrics of crops of DATA's pictures, in float32"
    )
    artifacts.add_argument("--artifacts", nargs="+", metavar="NAME|PATH|bicubic")
    artifacts.add_argument(
        "--crops", type=Path, metavar="FILE", help="a table such as tests/benchmarks/crops.tsv"
    )
    command.add_argument(
        "--kinds",
        nargs="+",
        metavar="NAME|PATH|bicubic",
        help="scores on DATA's photos, on drawn pages, and on JPEGs of both",
    )
    _add_compute(command)
    command.set_defaults(run=_evaluate, refuse=command.error)


def _add_compute(command: argparse.ArgumentParser) -> None:
    command.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    command.add_argument("--precision", choices=("auto", "fp32", "bf16", "fp16"), default="auto")


def _add_train(train: argparse.ArgumentParser) -> None:
    train.add_argument(
        "recipe", nargs="?", metavar="RECIPE", help="a name in trainer/recipes, or a TOML file"
    )
    train.add_argument("overrides", nargs="*", metavar="section.key=value")
    train.add_argument("--resume", type=Path, metavar="RUN", help="resume the run in this folder")
    train.add_argument(
        "--check", action="store_true", help="check the pictures and the recipe without training"
    )
    train.add_argument("--json", action="store_true", help="print the report of --check, and errors, as JSON")
    train.set_defaults(run=_train)


def _add_json(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print the result as JSON"
    )
    return command


def _view(options: argparse.Namespace) -> int:
    if options.desktop:
        from viewer.desktop import entry

        print("\n".join(map(file_name, getattr(entry, options.desktop)())))
        return 0
    from viewer.app import app

    return app.run(options.images, options.new)


def _thumbnail(options: argparse.Namespace) -> int:
    from engine import thumbnail

    thumbnail.write(options.image, options.out, options.side)
    return 0


def _render(options: argparse.Namespace) -> int:
    options = render_arguments.with_preset(options.parser, options)
    if options.steered:
        from engine.base import steering

        steering.start()
    if render_arguments.is_film(options):
        return _render_film(options)
    if not options.images:
        options.parser.error("the following arguments are required: IMAGE|FOLDER")
    size, region = render_arguments.output_size(options), options.region
    if options.center is not None:
        if not (options.scale and options.size) or region is not None:
            options.parser.error("--center requires --scale and --size, and excludes --region")
        from engine.geometry import viewport

        # a float, as the scale of a view is
        region = viewport.centred_on(*options.center, float(options.scale), *options.size)
    elif size is None:
        options.parser.error("give one size, such as --scale or --width, or --center with --scale and --size")
    from engine import render

    about = options.orientation, options.page, render_arguments.file_options(options)
    renderer = render.Renderer(options.model or "live", options.device, options.precision, options.steered)
    if render_arguments.is_batch(options):
        return _render_batch(
            options, renderer, lambda *each: renderer.render(*each[:2], region, size, *about, each[2])
        )
    result = renderer.render(options.images[0], options.out, region, size, *about)
    _notify(result["notices"])
    _print(
        result,
        options.json,
        f"{file_name(result['out'])}: {result['size'][0]} x {result['size'][1]} px in {result['ms']:.0f} ms",
    )
    return 0


def _render_film(options: argparse.Namespace) -> int:
    from engine.film import command

    command.check(options)
    command.end_cleanly_on_sigterm()
    result = command.run(options)
    _notify(result["notices"])
    text = f"{file_name(result['out'])}: {result['frames']} frames of {result['size'][0]} x {result['size'][1]} px"
    _print(result, options.json, f"{text}, {result['seconds']:.1f} s, in {result['ms'] / 1000:.0f} s")
    return 0


def _render_batch(options: argparse.Namespace, renderer: Any, render_one: Any) -> int:
    from engine import render_batch

    suffix = f".{(options.format or 'png').lstrip('.')}"
    sources = list(map(Path, options.images))
    batch, errors = render_batch.items(
        sources, options.out, suffix, options.name, options.types, not options.flat
    )
    result = render_batch.run(batch, renderer, render_one, options.overwrite, errors)
    for error in result["errors"]:
        print(error["error"], file=sys.stderr)
    _notify([notice for file in result["files"] for notice in file["notices"]])
    counts = (len(result[name]) for name in ("files", "skipped", "elsewhere", "errors"))
    text = "{} rendered, {} skipped, {} in work elsewhere, {} failed".format(*counts)
    _print(result, options.json, text)
    return 1 if result["errors"] else 0


def _models(options: argparse.Namespace) -> int:
    from engine.checkpoints import download, library

    if "path" in options:
        found = [library.describe(str(library.import_model(options.path, options.name)))]
    elif "get" in options:
        found = [library.describe(str(download.get(options.get)))]
    elif "info" in options:
        found = [library.describe(options.info)]
    else:
        found = [library.describe(name) for name in library.models()]
    single = {"path", "get", "info"} & set(vars(options))
    lines = [f"{m['name']:<28} {m['parameters']:>10,} parameters  {m['description']}" for m in found]
    _print(found[0] if single else found, options.json, "\n".join(lines))
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    mode = next((name for name in EVALUATE if name and vars(options)[name]), "")
    _check_evaluate(options, mode)
    if mode:
        return {"compare": _compare, "artifacts": _artifacts, "kinds": _kinds}[mode](options)
    from engine.base import text_file
    from trainer.evaluation import benchmark, evaluate, scores, tables

    compute = options.protocol, options.device, options.precision
    target = Path(options.json) if options.json not in (None, "-") else None
    found = evaluate.run(options.data, options.model, options.scales, *compute, target)
    left_out = benchmark.left_out(benchmark.find(options.data))
    _notify(scores.notices(found[1], left_out))
    if options.markdown is not None:
        text_file.write(options.markdown, tables.markdown(*found))
    _print(scores.summary(*found, left_out), options.json == "-", tables.text(*found))
    return 0


def _check_evaluate(options: argparse.Namespace, mode: str) -> None:
    """Exits with 2 if arguments of a mode of `evaluate` are missing, or belong to another mode."""
    required, optional = EVALUATE[mode]
    every = {name: None for names in EVALUATE.values() for group in names for name in group}
    foreign = [name for name in (*every, *EVALUATE) if name and name not in (*required, *optional, mode)]
    shown = {name: "DATA" if name == "data" else f"--{name}" for name in (*required, *foreign)}
    if missing := [shown[name] for name in required if vars(options)[name] is None]:
        options.refuse(f"the following arguments are required: {', '.join(missing)}")
    if unexpected := [shown[name] for name in foreign if vars(options)[name] is not None]:
        options.refuse(
            f"{', '.join(unexpected)}: not {f'with --{mode}' if mode else 'without --compare, --artifacts or --kinds'}"
        )


def _compare(options: argparse.Namespace) -> int:
    from trainer.evaluation import compare

    compute = options.device, options.precision
    crop = options.image, options.compare, options.region, options.scale
    result = compare.draw(*crop, options.out, *compute)
    _notify(result["notices"])
    summary = f"{file_name(result['out'])}: {', '.join(result['panels'])}, {result['size'][0]} x {result['size'][1]} px"
    return _output(result, options.json, summary)


def _artifacts(options: argparse.Namespace) -> int:
    if options.precision not in ("auto", "fp32"):
        options.refuse(f"--precision {options.precision}: not with --artifacts, whose differences need fp32")
    from trainer.evaluation import artifacts

    result = artifacts.run(options.data, options.artifacts, options.crops, options.device)
    _notify(result["notices"])
    return _output(result, options.json, artifacts.text(result))


def _kinds(options: argparse.Namespace) -> int:
    from trainer.evaluation import kinds

    rows = kinds.run(options.data, options.kinds, options.device, options.precision)
    return _output({"rows": rows}, options.json, kinds.text(rows))


def _train(options: argparse.Namespace) -> int:
    if options.check:
        from trainer import check

        return check.run(options.recipe, options.overrides, options.json)
    from trainer import command

    return command.run_recipe(options.recipe, options.overrides, options.resume)


def _bench(options: argparse.Namespace) -> int:
    from engine.doctor import machine

    module_name, measure = BENCHES[options.what]
    module = import_module(module_name)
    rows = measure(module, options)
    result = {"machine": machine(), "rows": rows}
    return _output(result, options.json, module.table(result))


def _doctor(options: argparse.Namespace) -> int:
    if options.newest:
        from engine import newest_version

        found = newest_version.look_up()
        verdict = f"{found['newest']} is newer" if found["newer"] else "there is no newer version"
        _print(found, options.json, f"Unpixel {found['version']}: {verdict}")
        return 0
    from engine import doctor
    from viewer.base import system_libraries

    found = doctor.examine()
    found["missing_libraries"] = [list(pair) for pair in system_libraries.missing()]
    if options.report:
        from viewer.diagnostics import report

        report.write(options.report, found)
        print(file_name(options.report))
        return 0
    _print(found, options.json, doctor.report_text(found))
    return 1 if found["missing_libraries"] else 0


def _notify(notices: list[str]) -> None:
    """Prints what was noticed about files on stderr, a line each."""
    for notice in notices:
        print(f"unpixel: {notice}", file=sys.stderr)


def _print(result: Any, as_json: bool, text: str) -> None:
    print(json.dumps(result) if as_json else text)


def _output(result: dict[str, Any], target: str | None, text: str) -> int:
    """Prints a result as text, or as JSON if `target` is "-"; a file `target` gets it as JSON as well. Returns 0."""
    print(json.dumps(result) if target == "-" else text)
    if target not in (None, "-"):
        from engine.base import text_file

        text_file.write(Path(target), json.dumps(result, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
