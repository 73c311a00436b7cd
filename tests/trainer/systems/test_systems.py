"""Every shipped recipe trains a network that opens and renders. Factorised training equals the official procedure."""

from fractions import Fraction

import numpy as np
import pytest
import torch
from PIL import Image

from engine import render
from engine.base.errors import DataError, RecipeError
from engine.checkpoints import checkpoint
from engine.decoding import official
from engine.geometry import axis
from engine.models import registry
from tests.engine.networks import NAMED, network
from tests.trainer.conftest import small
from tests.trainer.folders import saved
from trainer import recipe_loading, systems
from trainer.data import pictures as picture_loading
from trainer.data import resize, store
from trainer.loop import train
from trainer.loop.step import initial_state
from trainer.recipe import Data
from trainer.systems import liif, metasr
from trainer.systems.sample_range import SampleRange, batch, pixel_indices

CPU = torch.device("cpu")
RECIPES = sorted(path.stem for path in recipe_loading.FOLDER.glob("*.toml"))


@pytest.fixture
def pictures(tmp_path):
    """Three pictures of noise. Some of their pixels are black and some white."""
    for name in ("a.png", "b.png", "c.png"):
        saved(tmp_path / "noise" / name, 230, 200)
    return picture_loading.load(Data(root=str(tmp_path / "noise")), store.budget(CPU))


@pytest.fixture
def small_rdn(monkeypatch):
    """The smaller RDN has two blocks of two layers."""
    monkeypatch.setitem(registry.RDN_CONFIGS, "A", (2, 2, 8))


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_lowers_the_loss_and_its_model_opens_and_renders(name, photos, tmp_path, small_rdn):
    course = ["train.steps=8", "train.rate=5e-4"]
    if name.startswith("live"):  # starts at the quality of bicubic, so it needs more steps
        course = ["train.steps=40", "train.rate=5e-3", "train.ema=0.5", "train.batch=8", "data.patch=16"]
    else:  # the pictures are made dark: an untrained network outputs grey
        for path in photos.iterdir():
            Image.open(path).point(lambda v: v // 5).save(path)
    course += ["train.warmup=0", "run.log=8", "run.save=100"]
    recipe = small(name, photos, tmp_path / "run", *course)
    model = train.train(recipe, lambda _: None)
    loaded = checkpoint.load(model)
    fresh = initial_state(recipe, CPU).net
    assert type(loaded.net) is type(fresh)
    system = systems.for_network(fresh)
    loaded_pictures = system.load(fresh, recipe.data, store.budget(CPU))
    inputs = system.inputs(fresh, loaded_pictures, recipe.data, SampleRange(1, 0, 0, 4), CPU)
    with torch.inference_mode():
        before, after = (system.losses(net, *inputs) for net in (fresh, loaded.net))
    assert before.shape == after.shape == (4,)
    assert after.mean() < before.mean()
    out = tmp_path / "out.png"
    region = tuple(map(Fraction, (10, 5, 9, 8)))
    result = render.run(str(photos / "0.png"), out, region, Fraction(3), str(model), "cpu", "fp32")
    assert result["size"] == [27, 24]
    with Image.open(out) as written:
        assert written.size == (27, 24)


@pytest.mark.parametrize("name", ["liif", "liif -c", "liif -u", "liif -e", "liif rcan"])
def test_liif_has_the_gradients_of_the_official_procedure(name, pictures):
    net = network(name).double().train().requires_grad_(True)
    data, samples = Data(patch=16, pixels=200), SampleRange(3, 7, 2, 3)
    low, index, relative, cell, weight, truth = liif.inputs(net, pictures, data, samples, CPU)
    doubled = (each.double() for each in (relative, cell, weight, truth))
    ours = liif.losses(net, low.double(), index, *doubled)
    ours.mean().backward()
    gradients = {key: value.grad.clone() for key, value in net.named_parameters() if value.grad is not None}

    net.zero_grad()
    crops = batch(pictures, data, samples, CPU)
    theirs = []
    for number, high in enumerate(crops.high):
        size = high.shape[-1]
        pixels = torch.from_numpy(pixel_indices(samples, number, data.pixels, size * size))
        line = (2.0 * torch.arange(size, dtype=torch.float64) + 1.0) / size - 1.0
        coords = torch.stack([line[pixels // size], line[pixels % size]], dim=-1)[None]
        codes = net.encode(crops.low[number : number + 1].double())
        answer = official.query(net, codes, coords, torch.full_like(coords, 2.0 / size))
        truth = high.double().flatten(1).T[pixels]
        theirs.append((answer[0] - truth).abs().mean())
    theirs = torch.stack(theirs)
    theirs.mean().backward()
    # they differ only by the 1e-6 and 1e-9 with which the official code keeps areas above 0
    torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=1e-5)
    assert gradients
    for key, value in net.named_parameters():
        if value.grad is not None:
            torch.testing.assert_close(gradients[key], value.grad, atol=2e-5, rtol=1e-3, msg=key)


@pytest.mark.parametrize("name", ["metasr", "liif"])
def test_training_and_decoding_compute_the_same_colours(name, pictures):
    net = network(name)
    data, samples = Data(patch=12, pixels=0), SampleRange(1, 0, 0, 1)
    *inputs, truth = systems.for_network(net).inputs(net, pictures, data, samples, CPU)
    colours = (metasr if name == "metasr" else liif).colours(net, *inputs)
    size = int(truth.shape[1] ** 0.5)
    prepared = net.prepare(net.encode(inputs[0]))
    prepared_map = train.validation.PreparedMap(prepared, 0, 0, 12, 12)
    decoded = net.decode(prepared_map, axis.whole(12, size), axis.whole(12, size), torch.float32)
    torch.testing.assert_close(colours[0].view(size, size, 3), decoded, atol=1e-4, rtol=1e-4)


def test_batches_match_the_paper(pictures):
    """Section 4.1: 16 crops of 48r px, r ~ U(1, 4), reduced to 48; 48² pixels of each; [-1, 1]."""
    recipe = recipe_loading.load_recipe("liif-edsr", ["data.root=x", "run.out=y"])
    assert (recipe.train.batch, recipe.train.steps, recipe.train.rate) == (16, 1000 * 1000, 1e-4)
    net = network("liif")
    sizes = []
    for step in range(30):
        crops = batch(pictures, recipe.data, SampleRange(0, step, 0, recipe.train.batch), CPU)
        assert crops.low.shape == (16, 3, 48, 48)
        assert crops.low.min() >= -1 and crops.low.max() <= 1
        assert min(high.min() for high in crops.high) == -1 and max(high.max() for high in crops.high) == 1
        sizes += [high.shape[-1] for high in crops.high]
    scales = np.sort(np.array(sizes) / 48)
    assert scales[0] >= 1 and scales[-1] <= 4
    # Kolmogorov-Smirnov distance to the uniform distribution, below the critical value for p = 0.001
    uniform = (scales - 1) / 3
    distance = np.abs(uniform - np.arange(len(uniform)) / len(uniform)).max()
    assert distance < 1.95 / len(uniform) ** 0.5

    samples = SampleRange(0, 0, 0, 2)
    _low, index, relative, cell, weight, truth = liif.inputs(net, pictures, recipe.data, samples, CPU)
    assert index.shape == weight.shape == (2, 2304, 4)
    assert relative.shape == (2, 2304, 4, 2)
    assert truth.shape == (2, 2304, 3)
    torch.testing.assert_close(weight.sum(-1), torch.ones(2, 2304))
    torch.testing.assert_close(cell[:, 0], torch.tensor([96.0 / size for size in sizes[:2]]))
    for number in range(2):
        pixels = pixel_indices(samples, number, 2304, sizes[number] ** 2)
        assert len(np.unique(pixels)) == 2304
        assert pixels.max() > sizes[number] ** 2 * 0.95  # they cover the whole ground truth
    assert not np.array_equal(pixel_indices(samples, 0, 2304, 9999), pixel_indices(samples, 1, 2304, 9999))


def test_sizes_match_section_5_3(pictures):
    data = recipe_loading.load_recipe("sized-liif-64-128", ["data.root=x", "run.out=y"]).data
    batches = [batch(pictures, data, SampleRange(0, step, 0, 16), CPU) for step in range(6)]
    assert all(each.low.shape == (16, 3, 64, 64) for each in batches)
    sizes = np.array([high.shape[-1] for each in batches for high in each.high])
    assert sizes.min() >= 64 and sizes.max() <= 128
    assert abs(sizes.mean() - 96) < 4 * (64 / 12**0.5) / len(sizes) ** 0.5
    # every ground truth shows the whole picture: reduced again, it is closest to its own input
    weights = {size: resize.matrix(size, 64) for size in set(sizes.tolist())}
    for number, high in enumerate(batches[0].high[:6]):
        reduced = weights[high.shape[-1]] @ high @ weights[high.shape[-1]].T
        distance = (reduced - batches[0].low[:6]).abs().mean((1, 2, 3))
        assert distance[number] == distance.min() and distance[number] < 0.05


def test_the_baseline_of_section_5_3_gets_ground_truths_of_one_size(pictures):
    recipe = recipe_loading.load_recipe(
        "sized-upsampling-32-256", ["data.root=x", "run.out=y", "data.patch=16"]
    )
    net = initial_state(recipe, CPU).net
    assert {high.shape[-1] for high in batch(pictures, recipe.data, SampleRange(0, 0, 0, 9), CPU).high} == {
        16,
        72,
        128,
    }
    low, high = systems.for_network(net).inputs(net, pictures, recipe.data, SampleRange(0, 0, 0, 9), CPU)
    assert (low.shape, high.shape) == ((9, 3, 16, 16), (9, 3, 128, 128))


def test_a_sample_is_the_same_in_a_batch_and_in_a_part_of_it(pictures):
    net, data = network("liif"), Data(patch=16, pixels=50)
    whole = liif.inputs(net, pictures, data, SampleRange(1, 4, 0, 4), CPU)
    part = liif.inputs(net, pictures, data, SampleRange(1, 4, 0, 4).part(2, 4), CPU)
    # the second tensor holds positions in the batch, which differ
    for in_whole, in_part in zip((whole[0], *whole[2:]), (part[0], *part[2:]), strict=True):
        assert torch.equal(in_whole[2:], in_part)


def test_networks_without_weights_wrong_scales_and_folders_for_siren_are_refused(photos, tmp_path):
    with pytest.raises(RecipeError, match="no weights"):
        systems.for_network(network("bicubic"))
    scales = ["data.min_scale=1.0", "data.max_scale=4.0"]
    with pytest.raises(RecipeError, match="supports only scale 2"):
        train.train(small("rdn-x2", photos, tmp_path / "a", *scales), lambda _: None)
    assert not (tmp_path / "a").exists()
    with pytest.raises(DataError, match="one picture"):
        train.train(small("siren", photos, tmp_path / "b", f"data.root={photos}"), lambda _: None)


def test_every_network_with_weights_has_a_system():
    assert all(systems.for_network(network(name)) for name in NAMED if name != "bicubic")
