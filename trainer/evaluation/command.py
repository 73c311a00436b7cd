"""The `evaluate` command: its arguments, its modes and what it prints. Imports what a mode needs only in that mode."""

import argparse
from fractions import Fraction
from pathlib import Path

from engine.base import argument_values, command_output
from engine.base.printable import file_name

MODES = {
    "": (("data", "model", "scales"), ("protocol", "markdown")),
    "compare": (("image", "region", "out"), ()),
    "artifacts": (("data", "crops"), ()),
    "kinds": (("data",), ()),
}
"""Required and optional arguments of `evaluate`, by the option that selects its mode."""


def add(command: argparse.ArgumentParser) -> None:
    """Adds the arguments of `evaluate`."""
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
    argument_values.add_compute(command)
    command.set_defaults(run=run, refuse=command.error)


def run(options: argparse.Namespace) -> int:
    """Runs the mode that the options select. Returns the exit code."""
    mode = next((name for name in MODES if name and vars(options)[name]), "")
    _check(options, mode)
    if mode:
        return {"compare": _compare, "artifacts": _artifacts, "kinds": _kinds}[mode](options)
    from engine.base import text_file
    from trainer.evaluation import benchmark, evaluate, scores, tables

    compute = options.protocol, options.device, options.precision
    target = Path(options.json) if options.json not in (None, "-") else None
    found = evaluate.run(options.data, options.model, options.scales, *compute, target)
    left_out = benchmark.left_out(benchmark.find(options.data))
    command_output.notify(scores.notices(found[1], left_out))
    if options.markdown is not None:
        text_file.write(options.markdown, tables.markdown(*found))
    command_output.show(scores.summary(*found, left_out), options.json == "-", tables.text(*found))
    return 0


def _check(options: argparse.Namespace, mode: str) -> None:
    """Exits with 2 if arguments of a mode of `evaluate` are missing, or belong to another mode."""
    required, optional = MODES[mode]
    every = {name: None for names in MODES.values() for group in names for name in group}
    foreign = [name for name in (*every, *MODES) if name and name not in (*required, *optional, mode)]
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
    command_output.notify(result["notices"])
    summary = f"{file_name(result['out'])}: {', '.join(result['panels'])}, {result['size'][0]} x {result['size'][1]} px"
    return command_output.write(result, options.json, summary)


def _artifacts(options: argparse.Namespace) -> int:
    if options.precision not in ("auto", "fp32"):
        options.refuse(f"--precision {options.precision}: not with --artifacts, whose differences need fp32")
    from trainer.evaluation import artifacts

    result = artifacts.run(options.data, options.artifacts, options.crops, options.device)
    command_output.notify(result["notices"])
    return command_output.write(result, options.json, artifacts.text(result))


def _kinds(options: argparse.Namespace) -> int:
    from trainer.evaluation import kinds

    rows = kinds.run(options.data, options.kinds, options.device, options.precision)
    return command_output.write({"rows": rows}, options.json, kinds.text(rows))
