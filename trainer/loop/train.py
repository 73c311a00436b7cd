"""The loop: recipe in, run folder out."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from typing import Any

import psutil
import torch

from engine.base.errors import DataError, RecipeError
from engine.base.messages import Message, message
from engine.compute import device as devices
from engine.models import registry
from trainer import systems
from trainer.data import store
from trainer.data.pictures import Pictures
from trainer.evaluation import validation
from trainer.evaluation.validation import Crop
from trainer.loop import control, distributed, initialization, run_folder, samples, schedule, tensorboard
from trainer.loop.clock import Clock
from trainer.loop.control import Control
from trainer.loop.step import Objective, State, averaged, begin, restored, step, to_saved
from trainer.recipe import Recipe
from trainer.systems import System, distillation
from trainer.systems.sample_range import SampleRange

Report = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class RunContext:
    """What stays as it is while a run trains. tell: writes a line to the log, and reports it."""

    recipe: Recipe
    out: Path
    device: torch.device
    system: System
    pictures: Pictures
    checks: list[Crop]
    tell: Report
    control: Control


def train(recipe: Recipe, report: Report, resume: bool = False) -> Path | None:
    """Trains to `recipe.train.steps` and returns the trained model's file, or None if it was stopped before.

    `report` gets each line of the log. Raises UnpixelError; a run that was interrupted goes on with `resume` as if
    nothing had been.
    """
    recipe = initialization.precise(recipe)
    device = device_of(recipe)
    out = Path(recipe.run.out)
    with distributed.group(device.type), control.listening(out) as controlled:
        recipe = recipe if resume else initialization.resolved(recipe)
        net = registry.blueprint(recipe.model.name, recipe.model.args)
        system = systems.for_network(net)
        pictures = system.load(net, recipe.data, store.budget(device))
        state = _resumed(recipe, device, pictures) if resume else begin(recipe, device)
        first = distributed.rank() == 0
        checks, notices = validation.of(recipe.data, net, pictures) if first else ([], [])
        if first:
            if not resume:
                run_folder.create(out, recipe)
            controlled.clear()
        tell = _teller(recipe, report, state)
        job = RunContext(recipe, out, device, system, pictures, checks, tell, controlled)
        try:
            _tell_beginning(job, [*pictures.notices, *notices])
            prepared = _with_teacher_targets(job, state)
            if prepared is None or not _steps(prepared, state):
                controlled.clear()
                tell({"stopped": True})
                return None
            tell({"model": str(out / "model.safetensors")})
        except OSError as error:
            reason = message("cannot be written to any more ({why})", why=error.strerror)
            remedy = message("make room, then go on with --resume {run}", run=out)
            raise RecipeError(out, reason, remedy) from error
        return out / "model.safetensors"


def device_of(recipe: Recipe) -> torch.device:
    """Returns the recipe's device; of several GPUs the one that torchrun assigned to this process.

    Raises DeviceError if the machine has no such device.
    """
    device = devices.choose(recipe.train.device, "fp32").device
    if device.type == "cuda":
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
        torch.cuda.set_device(device)
    return device


def _resumed(recipe: Recipe, device: torch.device, pictures: Pictures) -> State:
    """The state as last saved. Raises DataError where the pictures are not those it was trained on."""
    out = Path(recipe.run.out)
    saved = distributed.from_first(lambda: run_folder.newest(out))
    if saved["fingerprint"] != pictures.fingerprint:
        reason = message("holds other images than the run began with")
        raise DataError(recipe.data.root, reason, message("give the folder that the run was started with"))
    if distributed.rank() == 0:
        run_folder.rewind(out, saved["step"])
    return restored(recipe, device, saved)


def _teller(recipe: Recipe, report: Report, state: State) -> Report:
    """Every line says its step. Only process 0 speaks."""
    if distributed.rank() != 0:
        return lambda line: None
    out = Path(recipe.run.out)
    write = tensorboard.writer(out) if recipe.run.tensorboard else None

    def tell(line: dict[str, Any]) -> None:
        full = {**line, "step": state.step}
        run_folder.log(out, full)
        if write is not None:
            write(full)
        report(full)

    return tell


def _tell_beginning(job: RunContext, notices: list[Message]) -> None:
    """The first line, at once, so that whoever looks at the folder finds the process; what is to be known of the
    pictures; what is to be beaten on them.
    """
    line = {"begin": True, "recipe": job.recipe.name, "out": str(job.out), "pid": os.getpid()}
    job.tell(line | {"steps": job.recipe.train.steps})
    for notice in notices:
        job.tell(_noticed(notice))
    if job.checks and 1 not in job.checks[0].low:  # at a picture's own size bicubic is the picture
        job.tell({"psnr_bicubic": validation.bicubic(job.checks)})


def _with_teacher_targets(job: RunContext, state: State) -> RunContext | None:
    """Returns the job, with its teacher targets if the recipe has a teacher; None if it was stopped meanwhile."""
    if not job.recipe.train.teacher:
        return job
    if state.step == 0:
        _save(job, state)  # making them takes a while: whatever happens, the run can be gone on with

    def tell(notice: Message) -> None:
        job.tell(_noticed(notice))

    def prepare() -> Path | None:
        return distillation.prepare_targets(
            job.recipe, job.pictures, job.device, tell, running=lambda: not job.control.stop()
        )

    file = distributed.from_first(prepare)
    if file is None:
        return None
    return replace(job, system=systems.for_distillation(distillation.load_targets(file)))


def _noticed(notice: Message) -> dict[str, Any]:
    """A line of the log: for a person, and for whom speaks another language."""
    return {"notice": str(notice), "said": notice.to_json()}


def _steps(job: RunContext, state: State) -> bool:
    """All steps that are left; False where the run was stopped before."""
    train, asked = job.recipe.train, job.recipe.run
    clock = Clock(state.step)
    inputs = clock.timed(lambda wanted: _inputs(job, state, wanted))
    computed = Objective(state.net, job.system.losses, train)
    ended = state.step >= train.steps
    while not ended:
        notice = step(state, computed, inputs, train)
        if notice is not None:
            job.tell(_noticed(notice))
        ended = state.step == train.steps
        line: dict[str, Any] = {}
        validate = ended or state.step % asked.validate == 0
        if validate and job.checks:
            with clock.halted():
                line["psnr"] = _validate(job, state)
            ended = ended or _patience_ends(job, state)
        if validate or state.step % asked.log == 0:
            job.tell(_progress(job, state, clock) | line)
            state.losses.clear()
            clock.restart(state.step)
        ended = distributed.any_of(ended, job.device)
        stopped = not ended and _interrupted(job, clock)
        if ended or stopped or state.step % asked.save == 0:
            with clock.halted():
                _save(job, state)
        if stopped:
            return False
    return True


def _inputs(job: RunContext, state: State, wanted: SampleRange) -> tuple[torch.Tensor, ...]:
    return job.system.inputs(state.net, job.pictures, job.recipe.data, wanted, job.device)


def _progress(job: RunContext, state: State, clock: Clock) -> dict[str, Any]:
    """A line of the log."""
    train = job.recipe.train
    line = {"steps": train.steps, "loss": mean(state.losses), "rate": schedule.rate(train, state.step - 1)}
    return line | clock.read(state.step, train.batch) | {"memory_mb": _memory(job.device)}


def _memory(device: torch.device) -> int:
    """MB: of a GPU what was used at most, else what the process has."""
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device) >> 20
    return int(psutil.Process().memory_info().rss) >> 20


def _interrupted(job: RunContext, clock: Clock) -> bool:
    """Whether the run shall stop; waits while it shall pause."""
    if distributed.rank() == 0 and job.control.pause():
        job.tell({"paused": True})
        with clock.halted():
            job.control.wait()
        if not job.control.stop():
            job.tell({"resumed": True})
    return distributed.any_of(job.control.stop(), job.device)


def _validate(job: RunContext, state: State) -> dict[str, float]:
    """The PSNR at each scale; the best model so far is kept, samples are drawn."""
    net = averaged(job.recipe, state)
    found = validation.psnr(net, job.checks, job.device)
    state.stale += 1
    if mean(found.values()) > state.best:
        state.best, state.stale = mean(found.values()), 0
        run_folder.deliver(job.out / "best.safetensors", net, job.recipe, state.step)
    if job.recipe.run.samples:
        path = job.out / "samples" / f"step-{state.step:08d}.png"
        samples.draw(net, job.checks[: job.recipe.run.samples], path, job.device)
        job.tell({"sample": str(path)})
    return found


def _patience_ends(job: RunContext, state: State) -> bool:
    """Whether so many validations have brought nothing that the run ends here."""
    if not job.recipe.train.patience or state.stale < job.recipe.train.patience:
        return False
    notice = message("no better after {count} validations: the run ends", count=state.stale)
    job.tell(_noticed(notice))
    return True


def _save(job: RunContext, state: State) -> None:
    """A checkpoint to go on from, and the averaged weights as models to look at."""
    if distributed.rank() != 0:
        return
    run_folder.save(job.out, to_saved(state) | {"fingerprint": job.pictures.fingerprint})
    net = averaged(job.recipe, state)
    run_folder.deliver_step(job.out, net, job.recipe, state.step)
    run_folder.deliver(job.out / "model.safetensors", net, job.recipe, state.step)
    if not job.checks:
        run_folder.deliver(job.out / "best.safetensors", net, job.recipe, state.step)
