"""The training loop: takes a recipe, fills a run folder."""

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from math import isfinite
from pathlib import Path
from statistics import mean

import psutil
import torch

from engine.base.errors import RecipeError
from engine.base.messages import Message, message
from engine.compute import allocation
from engine.compute import device as devices
from engine.models import registry
from engine.models.live import LiveOnEncoder
from engine.training_log import (
    BicubicBaseline,
    Finished,
    Line,
    Notice,
    Paused,
    Progress,
    Resumed,
    RunStarted,
    Sample,
    Stopped,
    Validation,
)
from trainer import recipe_rules, systems
from trainer.data import store
from trainer.data.pictures import Pictures
from trainer.evaluation import validation
from trainer.evaluation.validation import Crop
from trainer.loop import (
    checkpoints,
    control,
    distributed,
    duration,
    initialization,
    resuming,
    run_folder,
    run_lock,
    samples,
    saved_state,
    schedule,
    tensorboard,
)
from trainer.loop.clock import Clock
from trainer.loop.control import Control
from trainer.loop.run_folder import StoredRecipe
from trainer.loop.step import Objective, State, averaged_network, initial_state, step
from trainer.loop.trial import trial
from trainer.recipe import Recipe, to_table
from trainer.systems import System, encoder_features, teacher_targets
from trainer.systems.sample_range import SampleRange

Report = Callable[[Line], None]
"""Receives each line of the log."""
LOG_SECONDS = 5.0
"""Longest time between two steps of which none is logged, whatever recipe and machine; the first one is always."""


@dataclass(frozen=True)
class RunContext:
    """What does not change during a run.

    stored: the recipe as the run folder holds it, without the overrides of a resumption. crops: held out for
    validation. write: appends a line to the log.
    """

    recipe: Recipe
    stored: StoredRecipe
    out: Path
    device: torch.device
    system: System
    pictures: Pictures
    crops: list[Crop]
    write: Report
    control: Control


def train(recipe: Recipe, report: Report, resume: bool = False) -> Path | None:
    """Trains to `recipe.train.steps`. Returns the trained model's file, or None if the run was stopped before.

    report: receives each line of the log. resume: continues the run in `recipe.run.out`; the result is the same as of a
    run that was never interrupted. Raises UnpixelError, also if another process trains in the folder.
    """
    recipe = initialization.resolve_precision(recipe)
    device = device_of(recipe)
    out = Path(recipe.run.out)
    with distributed.process_group(device.type), control.listening(out) as controlled, _lock(out):
        try:
            with allocation.typed_failures(recipe.name):
                return _run(*_prepare(recipe, device, controlled, report, resume))
        except OSError as error:
            reason = message("can no longer be written ({why})", why=error.strerror)
            remedy = message("free disk space, then resume with --resume {run}", run=out)
            raise RecipeError(out, reason, remedy) from error


def _lock(out: Path) -> AbstractContextManager[None]:
    return run_lock.held(out) if distributed.rank() == 0 else nullcontext()


def device_of(recipe: Recipe) -> torch.device:
    """Returns the recipe's device; of several GPUs the one that torchrun assigned to this process.

    Raises DeviceError if the machine has no such device.
    """
    device = devices.choose(recipe.train.device, "fp32").device
    if device.type == "cuda":
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
        torch.accelerator.set_device_index(device)
    return device


def _prepare(
    recipe: Recipe, device: torch.device, controlled: Control, report: Report, resume: bool
) -> tuple[RunContext, State, Sequence[Message]]:
    """Loads the pictures and the state, and creates the run folder. Returns also notices for the log."""
    recipe = recipe if resume else initialization.resolve_model(recipe)
    out = Path(recipe.run.out)
    if recipe.train.minutes and (resume or distributed.processes() > 1):
        reason = recipe_rules.setting("train.minutes", f"{recipe.train.minutes:g}")
        remedy = message("set train.steps: the time is for new runs in one process")
        raise RecipeError(out, reason, remedy)
    net = registry.blueprint(recipe.model.name, recipe.model.args)
    system = systems.for_recipe(net, recipe.train, device)
    pictures = system.load(net, recipe.data, store.budget(device))
    if recipe.train.minutes:
        recipe = duration.with_steps(recipe, trial(recipe, pictures, device).step_s)
    stored = run_folder.stored_recipe(out) if resume else StoredRecipe(to_table(recipe), None)
    notices = [*pictures.notices]
    if resume:
        state, resumption = resuming.resume(recipe, stored, device, pictures)
        notices += resumption
    else:
        state = initial_state(recipe, device)
    crops: list[Crop] = []
    if distributed.rank() == 0:
        crops, skipped = validation.crops_for_run(recipe.data, net, pictures)
        notices += skipped
        if not resume:
            run_folder.create(out, recipe)
        controlled.clear()
    write = _log_writer(recipe, report)
    return RunContext(recipe, stored, out, device, system, pictures, crops, write, controlled), state, notices


def _log_writer(recipe: Recipe, report: Report) -> Report:
    """Returns a function that writes a line to the log, TensorBoard and `report`; only process 0 writes."""
    if distributed.rank() != 0:
        return lambda line: None
    out = Path(recipe.run.out)
    write_events = tensorboard.writer(out) if recipe.run.tensorboard else None

    def write(line: Line) -> None:
        run_folder.append_log(out, line)
        if write_events is not None:
            write_events(line)
        report(line)

    return write


def _run(context: RunContext, state: State, notices: Sequence[Message]) -> Path | None:
    """Does all steps that are left. Returns the model's file, or None if the run was stopped."""
    _write_first_lines(context, state, notices)
    if state.step and distributed.rank() == 0:
        _save_models(context, state)  # the run may have been killed between its state and its models
    prepared = _with_teacher_targets(context, state)
    if prepared is not None:
        prepared = _with_encoder_features(prepared, state)
    if prepared is None or not _train_steps(prepared, state):
        context.control.clear()
        context.write(Stopped(state.step))
        return None
    model = context.out / "model.safetensors"
    context.write(Finished(state.step, str(model)))
    return model


def _write_first_lines(context: RunContext, state: State, notices: Sequence[Message]) -> None:
    """Writes the start, the notices, and the scores of bicubic.

    The start is written at once, so that whoever reads the log finds the process.
    """
    recipe, process = context.recipe, psutil.Process()
    context.write(
        RunStarted(
            step=state.step,
            recipe=recipe.name,
            steps=recipe.train.steps,
            batch=recipe.train.batch,
            out=str(context.out),
            pid=process.pid,
            process_started=process.create_time(),
        )
    )
    for notice in notices:
        context.write(Notice(state.step, notice))
    if context.crops and 1 not in context.crops[0].low:  # at scale 1 bicubic is the picture itself
        context.write(BicubicBaseline(state.step, validation.bicubic(context.crops)))


def _with_teacher_targets(context: RunContext, state: State) -> RunContext | None:
    """Returns the context of a run on stored teacher targets, made or loaded; for any other run the same context.

    Returns None if the run was stopped while the targets were made.
    """
    if not context.recipe.train.teacher or not context.recipe.train.teacher_crops:
        return context
    if state.step == 0:
        _save(
            context, state
        )  # making the targets takes a while; after an interruption the run can be resumed

    def notify(notice: Message) -> None:
        context.write(Notice(state.step, notice))

    def proceed() -> bool:
        return not context.control.stop()

    def make() -> Path | None:
        return teacher_targets.prepare_targets(
            context.recipe, context.pictures, context.device, notify, running=proceed
        )

    file = distributed.from_first(make)
    if file is None:
        return None
    return replace(
        context, system=systems.for_distillation(teacher_targets.load_targets(file, context.device))
    )


def _with_encoder_features(context: RunContext, state: State) -> RunContext | None:
    """Returns the context of a run on known latents, computed or loaded; for any other run the same context.

    Returns None if the run was stopped while they were computed.
    """
    recipe, net = context.recipe, state.net
    if not recipe.train.encoded_samples or not isinstance(net, LiveOnEncoder):
        return context

    def make() -> Path | None:
        return encoder_features.prepare_features(
            recipe,
            net,
            lambda samples: _inputs(context, state, samples),
            context.pictures.fingerprint,
            lambda notice: context.write(Notice(state.step, notice)),
            running=lambda: not context.control.stop(),
        )

    file = distributed.from_first(make)
    if file is None:
        return None
    features = encoder_features.load_features(file)
    return replace(context, system=systems.for_features(context.system, features))


def _train_steps(context: RunContext, state: State) -> bool:
    """Does all steps that are left. Returns False if the run was stopped before."""
    train, run = context.recipe.train, context.recipe.run
    clock = Clock(state.step)
    inputs = clock.timed(lambda samples: _inputs(context, state, samples))
    objective = Objective(state.net, context.system.losses, train)
    ended, first = state.step >= train.steps, state.step + 1
    while not ended:
        notice = step(state, objective, inputs, train)
        if notice is not None:
            context.write(Notice(state.step, notice))
        ended = state.step == train.steps
        validate = ended or state.step % run.validate == 0
        due = validate or state.step % run.log == 0
        if due or state.step == first or clock.elapsed > LOG_SECONDS:
            context.write(_progress(context, state, clock))
            clock.restart(state.step)
        if due:  # lines in between change nothing, so that the others are those of any machine
            state.losses.clear()
        if validate and context.crops:
            with clock.excluding():
                _validate(context, state)
            ended = ended or _out_of_patience(context, state)
        ended = distributed.any_process(ended, context.device)
        stopped = not ended and _pause_or_stop(context, state, clock)
        if ended or stopped or state.step % run.save == 0:
            with clock.excluding():
                _save(context, state)
        if stopped:
            return False
    return True


def _inputs(context: RunContext, state: State, samples: SampleRange) -> tuple[torch.Tensor, ...]:
    return context.system.inputs(state.net, context.pictures, context.recipe.data, samples, context.device)


def _progress(context: RunContext, state: State, clock: Clock) -> Progress:
    train = context.recipe.train
    loss = mean(map(float, state.losses))  # the device has done the steps that are timed
    speed = clock.read(state.step, train.batch)
    return Progress(
        step=state.step,
        steps=train.steps,
        loss=loss,
        rate=schedule.learning_rate(train, state.step - 1),
        images_per_s=speed.images_per_s,
        data_share=speed.data_share,
        memory_mb=_memory_mb(context.device),
    )


def _memory_mb(device: torch.device) -> int:
    """Returns the peak memory of a GPU, or the current memory of the process on a CPU, in MB."""
    if device.type != "cpu":
        return torch.accelerator.max_memory_allocated(device) >> 20
    return int(psutil.Process().memory_info().rss) >> 20


def _pause_or_stop(context: RunContext, state: State, clock: Clock) -> bool:
    """Waits while the run should pause. Returns whether it should stop."""
    if distributed.rank() == 0 and context.control.pause():
        context.write(Paused(state.step))
        with clock.excluding():
            context.control.wait()
        if not context.control.stop():
            context.write(Resumed(state.step))
    return distributed.any_process(context.control.stop(), context.device)


def _validate(context: RunContext, state: State) -> None:
    """Writes the PSNR at each scale, the model if it is the best so far, and the sample pictures."""
    net = averaged_network(context.recipe, state)
    psnr = validation.psnr(net, context.crops, context.device)
    context.write(Validation(state.step, psnr))
    state.stale += 1
    if mean(psnr.values()) > state.best:
        state.best, state.stale = mean(psnr.values()), 0
        run_folder.write_model(context.out / "best.safetensors", net, context.recipe, state.step)
    if context.recipe.run.samples:
        path = context.out / "samples" / f"step-{state.step:08d}.png"
        samples.draw(net, context.crops[: context.recipe.run.samples], path, context.device)
        context.write(Sample(state.step, str(path)))


def _out_of_patience(context: RunContext, state: State) -> bool:
    """Returns whether the last `patience` validations were not better, and writes a notice then."""
    if not context.recipe.train.patience or state.stale < context.recipe.train.patience:
        return False
    notice = message("no improvement in {count} validations, the run ends", count=state.stale)
    context.write(Notice(state.step, notice))
    return True


def _save(context: RunContext, state: State) -> None:
    """Writes the state to resume from, and the averaged weights as models."""
    if distributed.rank() != 0:
        return
    data = saved_state.to_bytes(state, context.pictures.fingerprint)
    score = state.best if state.stale == 0 and isfinite(state.best) else None
    checkpoints.save(context.out, state.step, data, context.stored.table, score)
    _save_models(context, state)


def _save_models(context: RunContext, state: State) -> None:
    """Writes the averaged weights as models."""
    recipe, out = context.recipe, context.out
    net = averaged_network(recipe, state)
    run_folder.write_step_model(out, net, recipe, state.step)
    run_folder.write_model(out / "model.safetensors", net, recipe, state.step)
    if not context.crops:
        run_folder.write_model(out / "best.safetensors", net, recipe, state.step)
