"""What the official code returned, for weights that anyone can make again from the parameter names."""

import json
import zlib
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.decoding import official
from engine.geometry.axis import Axis
from engine.models import registry
from engine.models.fixed import Fixed
from engine.models.implicit import PreparedMap
from engine.models.liif import Liif

LIIF = [f"liif-{kind}" for kind in ("edsr", "edsr-c", "edsr-u", "edsr-e", "edsr-d", "rdn", "rcan")]
MODELS = [*LIIF, "metasr-edsr", "metasr-rdn", "edsr-baseline-x2", "rdn-x2"]
TOLERANCE = 1e-4  # of the largest magnitude


@pytest.fixture(scope="module")
def golden(shared):
    folder = shared / "golden"
    described = json.loads((folder / "official_state_dicts.json").read_text())
    with np.load(folder / "official_outputs.npz") as outputs:
        return described, dict(outputs)


def weights(shapes, gain):
    made = {}
    for key, shape in shapes:
        values = np.random.default_rng(zlib.crc32(key.encode())).standard_normal(shape)
        values = values * (np.sqrt(2 / np.prod(shape[1:])) * gain if len(shape) > 1 else 0.01)
        made[key] = torch.from_numpy(np.asarray(values, dtype=np.float32))
    return made


def build(described):
    net = registry.build(described["name"], described["args"])
    shapes = next(value for key, value in described.items() if key not in ("name", "args", "gain"))
    made = weights(shapes.items() if isinstance(shapes, dict) else shapes, described["gain"])
    assert list(net.state_dict()) == list(made)
    net.load_state_dict(made)
    return net.eval().requires_grad_(False)


def single(coordinate, cell, size):
    """The one sample of an official coordinate and cell."""
    step = Fraction(cell) * size / 2
    return Axis((Fraction(coordinate) + 1) * size / 2 - step / 2, step, 1)


@pytest.mark.parametrize("name", MODELS)
def test_a_model_answers_as_the_official_code_does(golden, name):
    described, outputs = golden
    net = build(described[name])
    latents = net.encode(torch.from_numpy(outputs["inp"]))
    expected, sample = outputs[name][0], outputs[f"{name}.feat_sample"]
    found = torch.stack([latents.mean(), latents.std()]).numpy()
    np.testing.assert_allclose(found, outputs[f"{name}.feat_mean_std"], rtol=1e-4, atol=1e-5)
    assert np.abs(latents[0, :4, :3, :3].numpy() - sample).max() < TOLERANCE * latents.abs().max()
    got = []
    for (y, x), (high, wide) in zip(outputs["coord"][0].tolist(), outputs["cell"][0].tolist(), strict=True):
        rows, cols = single(y, high, 13), single(x, wide, 17)
        values = net.prepare(latents)
        prepared = PreparedMap(values, 0, 0, *latents.shape[-2:])
        got.append(net.decode(prepared, rows, cols, torch.float32)[0, 0].numpy())
    inside = np.ones(len(got), dtype=bool)
    if isinstance(net, Fixed):  # the official look-up rounds the far border out of the picture, to black
        inside = (outputs["coord"][0] < 1).all(axis=1)
    assert np.abs(np.array(got) - expected)[inside].max() < TOLERANCE * np.abs(expected).max()


@pytest.mark.parametrize("name", LIIF)
def test_the_plain_procedure_answers_as_the_official_code_does(golden, name):
    described, outputs = golden
    net = build(described[name])
    assert isinstance(net, Liif)
    latents, coords, cells = (torch.from_numpy(outputs[key]) for key in ("inp", "coord", "cell"))
    got = official.query(net, net.encode(latents), coords, cells).numpy()
    assert np.abs(got - outputs[name]).max() < TOLERANCE * np.abs(outputs[name]).max()
