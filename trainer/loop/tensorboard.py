"""Writes the training log as TensorBoard events, beside metrics.jsonl."""

from collections.abc import Callable
from pathlib import Path

from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.training_log import Line, Progress, Validation


def writer(out: Path) -> Callable[[Line], None]:
    """Returns a function that takes the log's lines. Raises RecipeError if TensorBoard is not installed."""
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError as error:
        reason = message("TensorBoard is not installed")
        remedy = message("install it with: pip install {package}", package="'unpixel[tensorboard]'")
        raise RecipeError("run.tensorboard", reason, remedy) from error
    events = SummaryWriter(str(out / "events"))

    def write(line: Line) -> None:
        for name, value in scalars(line).items():
            events.add_scalar(name, value, line.step)
        events.flush()

    return write


def scalars(line: Line) -> dict[str, float]:
    """Returns the values of a log line that TensorBoard plots, by name."""
    match line:
        case Progress():
            found = {
                "rate": line.rate,
                "images_per_s": line.images_per_s,
                "memory_mb": line.memory_mb,
                "data_share": line.data_share,
            }
            return found if line.loss is None else {"loss": line.loss, **found}
        case Validation():
            return {f"psnr/{scale}": value for scale, value in line.psnr.items()}
    return {}
