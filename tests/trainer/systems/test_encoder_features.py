"""Training on latents that were computed once: what they are, what is drawn, and when they are computed again."""

import numpy as np
import pytest
import torch

from engine.base.errors import ModelError, RecipeError
from engine.checkpoints import checkpoint
from engine.models.live import LiveOnEncoder
from tests.trainer.conftest import notice_text, small
from tests.trainer.runs import recipe_to_resume
from tests.trainer.systems.students import CPU
from trainer import systems
from trainer.data import pictures as picture_loading
from trainer.data import store
from trainer.loop import initialization, train
from trainer.systems import encoder_features, live
from trainer.systems.sample_range import SampleRange


def head_recipe(photos, out, *overrides):
    """A small run of the head alone, on latents of degraded crops."""
    course = ["data.patch=12", "train.encoded_samples=9", "train.precision=fp32", "data.degraded=0.5"]
    return small("live-edsr", photos, out, *course, *overrides)


def features_of(folder):
    (file,) = folder.glob("features-*.npy")
    return encoder_features.load_features(file)


def test_a_step_on_known_latents_has_the_loss_of_one_that_encodes(photos, tmp_path):
    recipe = head_recipe(photos, tmp_path / "run")
    train.train(recipe, lambda _: None)
    features = features_of(tmp_path / "run")
    assert features.shape == (9, 12, 12, 8)
    net = initialization.build_network(recipe)  # the frozen encoder is that of the run
    torch.nn.init.normal_(net.coefficients.weight, std=0.05)
    pictures = picture_loading.load(recipe.data, store.budget(CPU))
    plain = systems.for_network(net)
    known = systems.for_features(plain, features)
    low, latents, *rest = known.inputs(net, pictures, recipe.data, SampleRange(1, 3, 0, 20), CPU)
    with torch.no_grad():
        torch.testing.assert_close(
            known.losses(net, low, latents, *rest), live.losses(net, low, *rest), atol=1e-4, rtol=0
        )
        wrong = known.losses(net, low, latents.flip(0), *rest)
    assert (wrong - live.losses(net, low, *rest)).abs().max() > 1e-3
    originals = {
        plain.inputs(net, pictures, recipe.data, SampleRange(1, n, 0, 1), CPU)[0].numpy().tobytes()
        for n in range(9)
    }
    assert {each.numpy().tobytes() for each in low} <= originals
    assert len({each.numpy().tobytes() for each in low}) > 4


def test_the_encoder_is_another_models_and_stays_as_it_was(photos, tmp_path, liif):
    recipe = head_recipe(photos, tmp_path / "run", f"train.encoder={liif}", "train.rate=1e-2")
    model = train.train(recipe, lambda _: None)
    net, source = checkpoint.load(model).net, checkpoint.load(liif).net
    assert isinstance(net, LiveOnEncoder)
    for name, weight in source.encoder.state_dict().items():
        assert torch.equal(weight, net.encoder.state_dict()[name]), name
    assert net.coefficients.weight.abs().max() > 0


def test_the_network_has_the_shape_of_the_other_models_encoder(photos, tmp_path, liif):
    """The recipe's own encoder gives way, so that any LIIF's encoder can be named."""
    recipe = head_recipe(
        photos, tmp_path / "run", "model.args.encoder_spec.args.n_feats=24", f"train.encoder={liif}"
    )
    resolved = initialization.resolve_model(recipe)
    assert resolved.model.args["encoder_spec"]["args"]["n_feats"] == 8
    assert resolved.model.args["hidden"] == recipe.model.args["hidden"]


def test_a_model_without_a_separate_encoder_is_refused(photos, tmp_path):
    with pytest.raises(RecipeError, match="has no encoder"):
        train.train(head_recipe(photos, tmp_path / "run", "train.encoder=live"), lambda _: None)
    with pytest.raises(ModelError, match="no such model"):
        train.train(head_recipe(photos, tmp_path / "run", "train.encoder=nothing"), lambda _: None)


def test_features_are_computed_again_only_for_other_samples(photos, tmp_path):
    out, lines = tmp_path / "run", []

    def computed():
        return any("features of" in notice_text(line) for line in lines)

    train.train(head_recipe(photos, out), lines.append)
    assert computed()
    lines.clear()
    train.train(recipe_to_resume(out, "train.steps=8"), lines.append, resume=True)
    assert not computed()
    train.train(recipe_to_resume(out, "train.steps=9", "data.degraded=0.7"), lines.append, resume=True)
    assert computed() and len([*out.glob("features-*.npy")]) == 2


def test_a_run_that_is_stopped_while_features_are_computed_leaves_none(photos, tmp_path):
    out = tmp_path / "run"

    def stop(line):
        if "features of 3" in notice_text(line):
            (out / "stop").touch()

    assert train.train(head_recipe(photos, out), stop) is None
    assert not [*out.glob("*features*")]
    assert train.train(recipe_to_resume(out), lambda _: None, resume=True)
    whole = train.train(head_recipe(photos, tmp_path / "other"), lambda _: None)
    assert np.array_equal(features_of(out), features_of(tmp_path / "other"))
    one, other = (checkpoint.load(path).net.state_dict() for path in (out / "model.safetensors", whole))
    assert all(torch.equal(one[key], other[key]) for key in one)
