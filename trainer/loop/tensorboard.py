"""The log as TensorBoard's events, beside metrics.jsonl."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.base.errors import RecipeError
from engine.base.messages import message

SCALARS = ("loss", "rate", "images_per_s", "memory_mb", "data_share")


def writer(out: Path) -> Callable[[dict[str, Any]], None]:
    """A function that takes the log's lines. Raises RecipeError where TensorBoard is not installed."""
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError as error:
        reason = message("TensorBoard is not installed")
        remedy = message("install it with: pip install {package}", package="'unpixel[tensorboard]'")
        raise RecipeError("run.tensorboard", reason, remedy) from error
    events = SummaryWriter(str(out / "events"))

    def write(line: dict[str, Any]) -> None:
        found = {key: line[key] for key in SCALARS if key in line}
        found |= {f"psnr/{scale}": value for scale, value in line.get("psnr", {}).items()}
        for key, value in found.items():
            events.add_scalar(key, value, line["step"])
        events.flush()

    return write
