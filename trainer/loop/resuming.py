"""The state that a resumed run continues from, and what a person should know about it."""

from pathlib import Path
from typing import NamedTuple

import torch

from engine.base.errors import DataError
from engine.base.messages import Message, message
from trainer.data.pictures import Pictures
from trainer.loop import checkpoints, distributed, run_folder, saved_state
from trainer.loop.checkpoints import Found
from trainer.loop.run_folder import StoredRecipe
from trainer.loop.step import State, initial_state
from trainer.recipe import Recipe


class Resumption(NamedTuple):
    """notices: which checkpoint is used, and why newer ones are not."""

    state: State
    notices: list[Message]


def resume(recipe: Recipe, stored: StoredRecipe, device: torch.device, pictures: Pictures) -> Resumption:
    """Returns the state of the newest checkpoint that verifies, or that of step 0 if the run ended before its first.

    The log is cut to that step. Raises RecipeError if no checkpoint verifies or fits, DataError if the run was trained
    on other pictures.
    """
    out = Path(recipe.run.out)
    found = distributed.from_first(lambda: checkpoints.newest(out, stored.table))
    if found is not None and found.saved.fingerprint != pictures.fingerprint:
        reason = message("contains other images than at the start of the run")
        raise DataError(recipe.data.root, reason, message("use the folder that the run was started with"))
    state = saved_state.to_state(recipe, device, found.saved) if found else initial_state(recipe, device)
    if distributed.rank() == 0:
        run_folder.rewind_log(out, state.step)
    return Resumption(state, [*([stored.notice] if stored.notice else []), *_notices(found)])


def _notices(found: Found | None) -> list[Message]:
    if found is None:
        return [message("no checkpoint had been saved: the run starts at step 0 with the same recipe")]
    if not found.skipped:
        return [message("continues from {name}", name=found.name)]
    return [
        message(
            "{name} is not used ({reason}); the run continues from {taken}",
            name=skipped.name,
            reason=skipped.reason,
            taken=found.name,
        )
        for skipped in found.skipped
    ]
