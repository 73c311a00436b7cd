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
from engine.base import argument_values, command_output
from engine.base.printable import file_name
from engine.base.version import VERSION
from trainer.evaluation import command as evaluation

COMMANDS = ("view", "render", "thumbnail", "models", "evaluate", "train", "bench", "doctor")
BENCHES: dict[str, tuple[str, Any]] = {
    "decode": ("engine.bench.decode", lambda bench, given: bench.decode(given.model, given.image)),
    "open": ("engine.bench.open", lambda bench, given: bench.open_files(given.image, given.megapixels or ())),
    "export": (
        "engine.bench.export",
        lambda bench, given: bench.export(given.image, given.megapixels or bench.MEGAPIXELS),
    ),
    "frame": ("viewer.bench.frame", lambda bench, given: bench.frame(given.image)),
    "memory": ("viewer.bench.memory", lambda bench, given: bench.memory(given.image, given.minutes)),
    "cancel": (
        "engine.bench.cancel",
        lambda bench, given: bench.cancel(tuple(filter(None, ("live", given.model)))),
    ),
    "start": ("viewer.bench.start", lambda bench, given: bench.start(given.image)),
    "train": ("trainer.bench", lambda bench, given: bench.train()),
    "gpu": (
        "trainer.bench_gpu",
        lambda bench, given: bench.gpu(given.image, tuple(filter(None, ("live", given.model)))),
    ),
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
    if given == ["--graphics-check"]:  # likewise
        from viewer.graphics import measurement

        return measurement.main()
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
    evaluation.add(commands.add_parser("evaluate", help="measure a model on a benchmark, or compare models"))
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
    view.add_argument(
        "images", nargs="*", metavar="IMAGE|FOLDER", help="files, folders, or the word demo: a photograph"
    )
    view.add_argument(
        "--new", action="store_true", help="start a new process even if Unpixel is already running"
    )
    desktop = view.add_argument_group("desktop", "menu entry, icon, Open with, and thumbnails, for this user")
    desktop.add_argument("--install-desktop", dest="desktop", action="store_const", const="install")
    desktop.add_argument("--uninstall-desktop", dest="desktop", action="store_const", const="uninstall")
    view.set_defaults(run=_view)


def _add_render(render: argparse.ArgumentParser) -> None:
    render_arguments.add(render)
    argument_values.add_compute(render)
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
        "--megapixels",
        type=argument_values.counts,
        metavar="12,1000",
        help="export: sizes (default: 10,100); open: sizes of further files",
    )
    bench.add_argument("--json", nargs="?", const="-", metavar="FILE", help="write the result as JSON")
    bench.set_defaults(run=_bench)


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
    from engine.images import demo_photo
    from viewer.app import app

    return app.run(
        [str(demo_photo.PATH) if image == "demo" else image for image in options.images], options.new
    )


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
    model = options.model or "live", options.device, options.precision
    renderer = render.Renderer(*model, options.steered, options.fidelity)
    if render_arguments.is_batch(options):
        return _render_batch(
            options, renderer, lambda *each: renderer.render(*each[:2], region, size, *about, each[2])
        )
    shares = render.place_of(options.out)
    result = renderer.render(options.images[0], options.out, region, size, *about, place=shares)
    command_output.notify(result["notices"])
    command_output.show(result, options.json, render.summary(result))
    return 0


def _render_film(options: argparse.Namespace) -> int:
    from engine.film import command

    command.check(options)
    command.end_cleanly_on_sigterm()
    result = command.run(options)
    command_output.notify(result["notices"])
    text = f"{file_name(result['out'])}: {result['frames']} frames of {result['size'][0]} x {result['size'][1]} px"
    command_output.show(
        result, options.json, f"{text}, {result['seconds']:.1f} s, in {result['ms'] / 1000:.0f} s"
    )
    return 0


def _render_batch(options: argparse.Namespace, renderer: Any, render_one: Any) -> int:
    from engine import batch_items, render_batch

    suffix = f".{(options.format or 'png').lstrip('.')}"
    sources = list(map(Path, options.images))
    batch, errors = batch_items.items(
        sources, options.out, suffix, options.name, options.types, not options.flat
    )
    result = render_batch.run(batch, renderer, render_one, options.overwrite, errors)
    for error in result["errors"]:
        print(error["error"], file=sys.stderr)
    command_output.notify([notice for file in result["files"] for notice in file["notices"]])
    counts = (len(result[name]) for name in ("files", "skipped", "elsewhere", "errors"))
    text = "{} rendered, {} skipped, {} in work elsewhere, {} failed".format(*counts)
    command_output.show(result, options.json, text)
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
    command_output.show(found[0] if single else found, options.json, "\n".join(lines))
    return 0


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
    return command_output.write(result, options.json, module.table(result))


def _doctor(options: argparse.Namespace) -> int:
    if options.newest:
        from engine import newest_version

        found = newest_version.look_up()
        verdict = f"{found['newest']} is newer" if found["newer"] else "there is no newer version"
        command_output.show(found, options.json, f"Unpixel {found['version']}: {verdict}")
        return 0
    from engine import doctor
    from viewer.base import system_libraries
    from viewer.graphics import measurement

    found = doctor.examine()
    found["graphics"] = str(measurement.in_child())
    found["missing_libraries"] = [list(pair) for pair in system_libraries.missing()]
    if options.report:
        from viewer.diagnostics import report

        report.write(options.report, found)
        print(file_name(options.report))
        return 0
    command_output.show(found, options.json, doctor.report_text(found))
    return 1 if found["missing_libraries"] else 0


if __name__ == "__main__":
    sys.exit(main())
