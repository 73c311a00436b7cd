"""Muon: directions of a matrix, all alike; only the inner weights'; and a run that is interrupted knows of nothing."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from tests.trainer.conftest import small
from trainer import recipe_loading
from trainer.loop import muon, run_folder, train
from trainer.loop.muon import Muon


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 40), st.integers(1, 90), st.integers(0, 1000), st.floats(1e-6, 1e6))
def test_it_keeps_a_matrixs_directions_and_makes_them_alike(height, width, seed, size):
    random = torch.Generator().manual_seed(seed)
    left, _ = torch.linalg.qr(torch.randn(height, height, generator=random))
    right, _ = torch.linalg.qr(torch.randn(width, width, generator=random))
    few = min(height, width)
    spread = torch.linspace(1.0, 0.2, few)
    found = muon.orthogonal(size * left[:, :few] * spread @ right[:, :few].T)
    among = left[:, :few].T @ found @ right[:, :few]
    values = among.diagonal()
    assert found.shape == (height, width)
    assert ((values > 0.6) & (values < 1.3)).all()
    assert (among - torch.diag(values)).abs().max() < 1e-3


def network():
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.Conv2d(4, 6, 3), nn.Conv2d(6, 2, 1))


def test_it_moves_inner_weights_by_directions_and_all_else_as_adam_does():
    ours, theirs = network(), network()
    one, other = Muon(ours, 0.01), torch.optim.Adam(theirs.parameters(), 0.01)
    before = ours[1].weight.detach().clone()
    random = torch.Generator().manual_seed(1)
    low, wanted = (torch.randn(1, of, side, side, generator=random) for of, side in ((3, 10), (2, 6)))
    for net, optimizer in ((ours, one), (theirs, other)):
        (net(low) * wanted).mean().backward()
        optimizer.step()
    for (name, mine), adams in zip(ours.named_parameters(), theirs.parameters(), strict=True):
        assert torch.equal(mine, adams) == (name != "1.weight")
    values = torch.linalg.svdvals((ours[1].weight - before).detach().flatten(1))
    expected = 0.01 * muon.SIZE * 36**0.5  # of 6 directions in 36 numbers each
    # two colours come out, nothing bends on the way: the gradient has two directions, and both count alike
    assert values[1] > 0.6 * expected and values[0] < 1.3 * expected and values[2] < 1e-3 * expected


def test_what_does_not_learn_stays():
    net = network()
    net[1].requires_grad_(False)
    before = net[1].weight.clone()
    optimizer = Muon(net, 0.01)
    net(torch.ones(1, 3, 10, 10)).square().mean().backward()
    optimizer.step()
    assert torch.equal(net[1].weight, before)


def test_a_run_that_was_interrupted_ends_bit_equal(photos, tmp_path):
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    course = [
        "data.patch=16",
        "train.batch=2",
        "train.warmup=2",
        "train.optimizer=muon",
        "train.precision=fp32",
    ]
    train.train(small("live", photos, whole, *course), lambda _: None)

    class Killed(Exception):
        pass

    def die(line):
        if line["step"] == 4:
            raise Killed

    with pytest.raises(Killed):
        train.train(small("live", photos, parted, *course), die)
    again = recipe_loading.resumed(run_folder.recipe_of(parted), parted, "live", [])
    train.train(again, lambda _: None, resume=True)
    one, other = run_folder.newest(whole), run_folder.newest(parted)
    assert one["step"] == other["step"] == 6
    for key, value in one["net"].items():
        assert torch.equal(value, other["net"][key]), key
