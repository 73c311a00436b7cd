"""Muon orthogonalises the updates of inner weights only, and a resumed run ends bit-equal."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from tests.trainer.conftest import small
from tests.trainer.runs import assert_same_weights, newest, recipe_to_resume
from trainer.loop import muon, train
from trainer.loop.muon import Muon


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 40), st.integers(1, 90), st.integers(0, 1000), st.floats(1e-6, 1e6))
def test_orthogonalise_keeps_singular_vectors_and_makes_singular_values_about_1(height, width, seed, size):
    random = torch.Generator().manual_seed(seed)
    left, _ = torch.linalg.qr(torch.randn(height, height, generator=random))
    right, _ = torch.linalg.qr(torch.randn(width, width, generator=random))
    count = min(height, width)
    values = torch.linspace(1.0, 0.2, count)
    found = muon.orthogonalise(size * left[:, :count] * values @ right[:, :count].T)
    product = left[:, :count].T @ found @ right[:, :count]
    found_values = product.diagonal()
    assert found.shape == (height, width)
    assert ((found_values > 0.6) & (found_values < 1.3)).all()
    assert (product - torch.diag(found_values)).abs().max() < 1e-3


def network():
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.Conv2d(4, 6, 3), nn.Conv2d(6, 2, 1))


def test_inner_weights_get_orthogonal_updates_and_all_others_adam_s():
    ours, theirs = network(), network()
    one, other = Muon(ours, 0.01), torch.optim.Adam(theirs.parameters(), 0.01)
    before = ours[1].weight.detach().clone()
    random = torch.Generator().manual_seed(1)
    low, weights = (
        torch.randn(1, channels, side, side, generator=random) for channels, side in ((3, 10), (2, 6))
    )
    for net, optimizer in ((ours, one), (theirs, other)):
        (net(low) * weights).mean().backward()
        optimizer.step()
    for (name, ours_), theirs_ in zip(ours.named_parameters(), theirs.parameters(), strict=True):
        assert torch.equal(ours_, theirs_) == (name != "1.weight")
    values = torch.linalg.svdvals((ours[1].weight - before).detach().flatten(1))
    expected = 0.01 * muon.UPDATE_RMS * 36**0.5  # a matrix of 6 x 36
    # The network is linear with two outputs, so the gradient has rank 2; both singular values become about equal.
    assert values[1] > 0.6 * expected and values[0] < 1.3 * expected and values[2] < 1e-3 * expected


def test_frozen_weights_do_not_change():
    net = network()
    net[1].requires_grad_(False)
    before = net[1].weight.clone()
    optimizer = Muon(net, 0.01)
    net(torch.ones(1, 3, 10, 10)).square().mean().backward()
    optimizer.step()
    assert torch.equal(net[1].weight, before)


def test_a_resumed_run_ends_bit_equal(photos, tmp_path):
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
        if line.step == 4:
            raise Killed

    with pytest.raises(Killed):
        train.train(small("live", photos, parted, *course), die)
    again = recipe_to_resume(parted)
    train.train(again, lambda _: None, resume=True)
    assert newest(whole).step == 6
    assert_same_weights(whole, parted)
