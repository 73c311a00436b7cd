"""Every model against expected outputs, for weights that are drawn from the parameter names.

Two sets: small models, whose outputs make_golden.py computed in float64 (in the repository), and models of full size,
whose outputs the official code returned in float32 (in the folder `shared`, where it is present).
"""

import json
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.decoding import official
from engine.geometry.axis import Axis
from engine.models import registry
from engine.models.fixed import Fixed
from engine.models.implicit import PreparedMap
from tests.engine.models import make_golden
from tests.engine.models.make_golden import MODELS, draw_weights

LIIF = [name for name in MODELS if name.startswith("liif-")]
OFFICIAL_ONLY = ["metasr-rdn", "rdn-x2"]
TOLERANCE = 2e-6
RDN_TOLERANCE = 2e-5
"""Of the largest magnitude; float32 against float64. Measured: 3.8e-7, and 2.7e-6 after the 120 layers of RDN."""
OFFICIAL_TOLERANCE = 1e-4
"""Of the largest magnitude; float32 against float32, with 16 blocks of 64 channels and 256 hidden units."""


@pytest.fixture(scope="module")
def golden():
    with np.load(make_golden.FILE) as outputs:
        return dict(outputs)


@pytest.fixture(scope="module")
def official_golden(shared):
    folder = shared / "golden"
    described = json.loads((folder / "official_state_dicts.json").read_text())
    with np.load(folder / "official_outputs.npz") as outputs:
        return described, dict(outputs)


def build_official(described):
    """The network that the official code described, with its keys in the official order."""
    net = registry.build(described["name"], described["args"])
    shapes = next(value for key, value in described.items() if key not in ("name", "args", "gain"))
    weights = draw_weights(shapes.items() if isinstance(shapes, dict) else shapes, described["gain"])
    assert list(net.state_dict()) == list(weights)
    net.load_state_dict(weights)
    return net.eval().requires_grad_(False)


def axis_of_one(coordinate, cell, size):
    """The axis with the one sample at an official coordinate and cell, over `size` source px."""
    step = Fraction(cell) * size / 2
    return Axis((Fraction(coordinate) + 1) * size / 2 - step / 2, step, 1)


def check_decoder(net, outputs, name, tolerance):
    """Compares the feature map and every query's colour with the expected ones."""
    height, width = outputs["inp"].shape[-2:]
    latents = net.encode(torch.from_numpy(outputs["inp"]))
    statistics = torch.stack([latents.mean(), latents.std()]).numpy()
    np.testing.assert_allclose(
        statistics, outputs[f"{name}.feat_mean_std"], rtol=tolerance, atol=tolerance / 10
    )
    deviation = latents[0, :4, :3, :3].numpy() - outputs[f"{name}.feat_sample"]
    assert np.abs(deviation).max() < tolerance * latents.abs().max()
    prepared = PreparedMap(net.prepare(latents), 0, 0, *latents.shape[-2:])
    colours = []
    for (y, x), (high, wide) in zip(outputs["coord"][0].tolist(), outputs["cell"][0].tolist(), strict=True):
        rows, cols = axis_of_one(y, high, height), axis_of_one(x, wide, width)
        colours.append(net.decode(prepared, rows, cols, torch.float32)[0, 0].numpy())
    inside = np.ones(len(colours), dtype=bool)
    if isinstance(net, Fixed):  # the official look-up rounds the far border out of the picture, to black
        inside = (outputs["coord"][0] < 1).all(axis=1)
    expected = outputs[name][0]
    assert np.abs(np.array(colours) - expected)[inside].max() < tolerance * np.abs(expected).max()


@pytest.mark.parametrize("name", MODELS)
def test_decoding_matches_the_procedure_of_the_paper(golden, name):
    tolerance = RDN_TOLERANCE if name == "liif-rdn" else TOLERANCE
    check_decoder(make_golden.build(*MODELS[name]), golden, name, tolerance)


@pytest.mark.parametrize("name", [*MODELS, *OFFICIAL_ONLY])
def test_decoding_matches_the_official_code(official_golden, name):
    described, outputs = official_golden
    check_decoder(build_official(described[name]), outputs, name, OFFICIAL_TOLERANCE)


@pytest.mark.parametrize("name", LIIF)
def test_the_official_procedure_matches_the_one_of_the_paper_in_float64(golden, name):
    net = make_golden.build(*MODELS[name]).double()
    inp, coord, cell = (torch.from_numpy(golden[key]).double() for key in ("inp", "coord", "cell"))
    found = official.query(net, net.encode(inp), coord, cell).numpy()
    assert np.abs(found - golden[name]).max() < 1e-12 * np.abs(golden[name]).max()


@pytest.mark.parametrize("name", LIIF)
def test_the_official_procedure_matches_the_official_code(official_golden, name):
    described, outputs = official_golden
    net = build_official(described[name])
    inp, coord, cell = (torch.from_numpy(outputs[key]) for key in ("inp", "coord", "cell"))
    found = official.query(net, net.encode(inp), coord, cell).numpy()
    assert np.abs(found - outputs[name]).max() < OFFICIAL_TOLERANCE * np.abs(outputs[name]).max()


@pytest.mark.parametrize("name", ["liif-edsr", "metasr-edsr", "edsr-baseline-x2"])
def test_the_expected_outputs_are_those_of_the_script(golden, name):
    inputs = make_golden.inputs()
    for key, value in inputs.items():
        np.testing.assert_array_equal(golden[key], value)
    _, colours = make_golden.expected(name, inputs)
    np.testing.assert_allclose(golden[name][0], colours, rtol=0, atol=1e-12 * np.abs(colours).max())
