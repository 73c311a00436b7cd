"""Every shipped recipe trains a network that opens and renders; factorised training is the official procedure."""

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
from tests.engine.networks import NAMED, network
from tests.trainer.conftest import small
from tests.trainer.folders import saved
from trainer import recipe_loading, systems
from trainer.data import pictures as held
from trainer.data import resize, store
from trainer.loop import train
from trainer.loop.step import begin
from trainer.recipe import Data
from trainer.systems import liif, metasr
from trainer.systems.sample_range import SampleRange, batch, pixel_indices

CPU = torch.device("cpu")
RECIPES = sorted(path.stem for path in recipe_loading.FOLDER.glob("*.toml"))


@pytest.fixture
def pictures(tmp_path):
    """Three pictures of noise; some of their pixels are black and some white."""
    for name in ("a.png", "b.png", "c.png"):
        saved(tmp_path / "noise" / name, 230, 200)
    return held.load(Data(root=str(tmp_path / "noise")), store.budget(CPU))


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_learns_and_what_it_leaves_opens_and_renders(name, photos, tmp_path):
    course = ["train.steps=8", "train.rate=5e-4"]
    if "rdn" in name:  # has no small shape
        course = ["train.steps=2", "train.rate=1e-4"]
    if name == "live":  # begins with bicubic
        course = ["train.steps=80", "train.rate=5e-3", "train.ema=0.5", "train.batch=8", "data.patch=16"]
    else:  # dark pictures: a network that knows nothing begins with grey
        for path in photos.iterdir():
            Image.open(path).point(lambda v: v // 5).save(path)
    course += ["train.warmup=0", "run.log=8", "run.save=100"]
    asked = small(name, photos, tmp_path / "run", *course)
    model = train.train(asked, lambda _: None)
    loaded = checkpoint.load(model)
    fresh = begin(asked, CPU).net
    assert type(loaded.net) is type(fresh)
    system = systems.for_network(fresh)
    seen = system.inputs(
        fresh, system.load(fresh, asked.data, store.budget(CPU)), asked.data, SampleRange(1, 0, 0, 4), CPU
    )
    with torch.inference_mode():
        before, after = (system.losses(net, *seen) for net in (fresh, loaded.net))
    assert before.shape == after.shape == (4,)
    assert after.mean() < before.mean()
    out = tmp_path / "out.png"
    region = tuple(map(Fraction, (10, 5, 9, 8)))
    told = render.run(str(photos / "0.png"), out, region, Fraction(3), str(model), "cpu", "fp32")
    assert told["size"] == [27, 24]
    with Image.open(out) as written:
        assert written.size == (27, 24)


@pytest.mark.parametrize("name", ["liif", "liif -c", "liif -u", "liif -e", "liif rcan"])
def test_liif_is_trained_by_the_official_functions_gradients(name, pictures):
    net = network(name).double().train().requires_grad_(True)
    asked, draw = Data(patch=16, pixels=200), SampleRange(3, 7, 2, 3)
    low, index, relative, cell, weight, truth = liif.inputs(net, pictures, asked, draw, CPU)
    doubled = (each.double() for each in (relative, cell, weight, truth))
    ours = liif.losses(net, low.double(), index, *doubled)
    ours.mean().backward()
    gradients = {key: value.grad.clone() for key, value in net.named_parameters() if value.grad is not None}

    net.zero_grad()
    drawn = batch(pictures, asked, draw, CPU)
    theirs = []
    for number, high in enumerate(drawn.high):
        size = high.shape[-1]
        place = torch.from_numpy(pixel_indices(draw, number, asked.pixels, size * size))
        line = (2.0 * torch.arange(size, dtype=torch.float64) + 1.0) / size - 1.0
        coords = torch.stack([line[place // size], line[place % size]], dim=-1)[None]
        codes = net.encode(drawn.low[number : number + 1].double())
        answer = official.query(net, codes, coords, torch.full_like(coords, 2.0 / size))
        wanted = high.double().flatten(1).T[place]
        theirs.append((answer[0] - wanted).abs().mean())
    theirs = torch.stack(theirs)
    theirs.mean().backward()
    # the official 1e-6 and 1e-9 that keep its areas from 0 are all that differs
    torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=1e-5)
    assert gradients
    for key, value in net.named_parameters():
        if value.grad is not None:
            torch.testing.assert_close(gradients[key], value.grad, atol=2e-5, rtol=1e-3, msg=key)


@pytest.mark.parametrize("name", ["metasr", "liif"])
def test_what_is_trained_is_what_is_decoded(name, pictures):
    net = network(name)
    asked, draw = Data(patch=12, pixels=0), SampleRange(1, 0, 0, 1)
    *seen, truth = systems.for_network(net).inputs(net, pictures, asked, draw, CPU)
    colours = (metasr if name == "metasr" else liif).colours(net, *seen)
    size = int(truth.shape[1] ** 0.5)
    prepared = net.prepare(net.encode(seen[0]))
    placed = train.validation.PreparedMap(prepared, 0, 0, 12, 12)
    decoded = net.decode(placed, axis.whole(12, size), axis.whole(12, size), torch.float32)
    torch.testing.assert_close(colours[0].view(size, size, 3), decoded, atol=1e-4, rtol=1e-4)


def test_batches_are_what_the_paper_says(pictures):
    """Section 4.1: 16 crops of 48r px, r ~ U(1, 4), reduced to 48; 48² pixels of each; [-1, 1]."""
    asked = recipe_loading.load_recipe("liif-edsr", ["data.root=x", "run.out=y"])
    assert (asked.train.batch, asked.train.steps, asked.train.rate) == (16, 1000 * 1000, 1e-4)
    net = network("liif")
    sizes = []
    for step in range(30):
        drawn = batch(pictures, asked.data, SampleRange(0, step, 0, asked.train.batch), CPU)
        assert drawn.low.shape == (16, 3, 48, 48)
        assert drawn.low.min() >= -1 and drawn.low.max() <= 1
        assert min(high.min() for high in drawn.high) == -1 and max(high.max() for high in drawn.high) == 1
        sizes += [high.shape[-1] for high in drawn.high]
    scales = np.sort(np.array(sizes) / 48)
    assert scales[0] >= 1 and scales[-1] <= 4
    # Kolmogorov and Smirnov's distance to the uniform law, below its value at a level of one in a thousand
    law = (scales - 1) / 3
    distance = np.abs(law - np.arange(len(law)) / len(law)).max()
    assert distance < 1.95 / len(law) ** 0.5

    draw = SampleRange(0, 0, 0, 2)
    _low, index, relative, cell, weight, truth = liif.inputs(net, pictures, asked.data, draw, CPU)
    assert index.shape == weight.shape == (2, 2304, 4)
    assert relative.shape == (2, 2304, 4, 2)
    assert truth.shape == (2, 2304, 3)
    torch.testing.assert_close(weight.sum(-1), torch.ones(2, 2304))
    torch.testing.assert_close(cell[:, 0], torch.tensor([96.0 / size for size in sizes[:2]]))
    for number in range(2):
        chosen = pixel_indices(draw, number, 2304, sizes[number] ** 2)
        assert len(np.unique(chosen)) == 2304
        assert chosen.max() > sizes[number] ** 2 * 0.95  # from all of it
    assert not np.array_equal(pixel_indices(draw, 0, 2304, 9999), pixel_indices(draw, 1, 2304, 9999))


def test_sizes_are_what_section_5_3_says(pictures):
    asked = recipe_loading.load_recipe("sized-liif-64-128", ["data.root=x", "run.out=y"]).data
    drawn = [batch(pictures, asked, SampleRange(0, step, 0, 16), CPU) for step in range(6)]
    assert all(each.low.shape == (16, 3, 64, 64) for each in drawn)
    sizes = np.array([high.shape[-1] for each in drawn for high in each.high])
    assert sizes.min() >= 64 and sizes.max() <= 128
    assert abs(sizes.mean() - 96) < 4 * (64 / 12**0.5) / len(sizes) ** 0.5
    # the whole of a picture, whatever the size: reduced once more it is the input, which another is not
    weights = {size: resize.matrix(size, 64) for size in set(sizes.tolist())}
    for number, high in enumerate(drawn[0].high[:6]):
        reduced = weights[high.shape[-1]] @ high @ weights[high.shape[-1]].T
        distance = (reduced - drawn[0].low[:6]).abs().mean((1, 2, 3))
        assert distance[number] == distance.min() and distance[number] < 0.05


def test_the_rival_of_section_5_3_gets_truths_of_one_size(pictures):
    asked = recipe_loading.load_recipe(
        "sized-upsampling-32-256", ["data.root=x", "run.out=y", "data.patch=16"]
    )
    net = begin(asked, CPU).net
    assert {high.shape[-1] for high in batch(pictures, asked.data, SampleRange(0, 0, 0, 9), CPU).high} == {
        16,
        72,
        128,
    }
    low, high = systems.for_network(net).inputs(net, pictures, asked.data, SampleRange(0, 0, 0, 9), CPU)
    assert (low.shape, high.shape) == ((9, 3, 16, 16), (9, 3, 128, 128))


def test_a_sample_is_the_same_whoever_draws_it(pictures):
    net, asked = network("liif"), Data(patch=16, pixels=50)
    together = liif.inputs(net, pictures, asked, SampleRange(1, 4, 0, 4), CPU)
    apart = liif.inputs(net, pictures, asked, SampleRange(1, 4, 0, 4).part(2, 4), CPU)
    for first, second in zip((together[0], *together[2:]), (apart[0], *apart[2:]), strict=True):
        assert torch.equal(first[2:], second)


def test_what_cannot_be_trained_is_refused(photos, tmp_path):
    with pytest.raises(RecipeError, match="no weights"):
        systems.for_network(network("bicubic"))
    scales = ["data.min_scale=1.0", "data.max_scale=4.0"]
    with pytest.raises(RecipeError, match="enlarges 2 times"):
        train.train(small("rdn-x2", photos, tmp_path / "a", *scales), lambda _: None)
    assert not (tmp_path / "a").exists()
    with pytest.raises(DataError, match="one picture"):
        train.train(small("siren", photos, tmp_path / "b", f"data.root={photos}"), lambda _: None)


def test_the_named_networks_have_systems():
    assert all(systems.for_network(network(name)) for name in NAMED if name != "bicubic")
