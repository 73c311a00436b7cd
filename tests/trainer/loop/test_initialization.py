"""A run starts from the weights of another model: fine-tuned, with a frozen encoder, or deepened."""

import pytest
import torch

from engine.base.errors import RecipeError
from engine.checkpoints import checkpoint
from tests.trainer.conftest import small
from tests.trainer.runs import recipe_to_resume, tiny
from trainer.loop import initialization, train


def test_a_run_starts_from_a_model_and_keeps_a_frozen_encoder(photos, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    model = train.train(small("liif-edsr", photos, first), lambda _: None)
    # the start's own arguments override the recipe's
    overrides = [f"train.start={model}", "train.freeze_encoder=true", "model.args.cell_decode=false"]
    tuned = train.train(small("liif-edsr", photos, second, *overrides), lambda _: None)
    before, after = (checkpoint.load(path).net.state_dict() for path in (model, tuned))
    for key, value in before.items():
        assert torch.equal(value, after[key]) == key.startswith("encoder.")
    model.unlink()  # a resumed run does not need its start
    again = recipe_to_resume(second, "train.steps=8")
    assert train.train(again, lambda _: None, resume=True) == tuned
    with pytest.raises(RecipeError, match="is liif, but the recipe trains live"):
        train.train(tiny(photos, tmp_path / "x", f"train.start={tuned}"), lambda _: None)
    with pytest.raises(RecipeError, match="no separate decoder"):
        train.train(small("rdn-x2", photos, tmp_path / "y", "train.freeze_encoder=true"), lambda _: None)


def test_a_deepened_start_has_the_same_output_as_before(photos, tmp_path):
    model = train.train(tiny(photos, tmp_path / "first"), lambda _: None)
    deepened = tiny(photos, tmp_path / "deep", f"train.start={model}", "train.deepen=2")
    resolved = initialization.resolve_model(deepened)
    before, deeper = checkpoint.load(model).net, initialization.build_network(resolved)
    assert len(deeper.body) == len(before.body) + 2 == resolved.model.args["blocks"]
    image = torch.rand(1, 3, 24, 20) * 2 - 1
    with torch.no_grad():
        torch.testing.assert_close(deeper.polynomials(image), before.polynomials(image), atol=0, rtol=0)
    trained = checkpoint.load(train.train(deepened, lambda _: None)).net
    assert all(block.second.weight.any() for block in trained.body)  # the new blocks learn, too
    with pytest.raises(RecipeError, match="the model to deepen"):
        tiny(photos, tmp_path / "x", "train.deepen=2")
    other = train.train(small("liif-edsr", photos, tmp_path / "liif"), lambda _: None)
    with pytest.raises(RecipeError, match="liif cannot be deepened"):
        initialization.resolve_model(
            small("liif-edsr", photos, tmp_path / "y", f"train.start={other}", "train.deepen=1")
        )


@pytest.mark.long
def test_the_authors_checkpoint_is_a_start(photos, tmp_path, shared):
    official = shared / "models" / "edsr-baseline-liif.pth"
    course = ["train.steps=1", f"train.start={official}", "train.freeze_encoder=true"]
    model = train.train(small("liif-edsr", photos, tmp_path / "run", *course), lambda _: None)
    before, after = (checkpoint.load(path).net.state_dict() for path in (official, model))
    moved = [key for key in before if not torch.equal(before[key], after[key])]
    assert moved and all(key.startswith("imnet.") for key in moved)
    assert all((before[key] - after[key]).abs().max() < 2e-4 for key in moved)
