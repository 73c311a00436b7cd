"""The file that is shipped of a run's model."""

import hashlib

import torch

from engine.checkpoints import checkpoint
from tests.engine import networks
from trainer import publish


def test_a_published_model_is_half_as_large_and_names_its_licence(tmp_path, capsys):
    source, target = tmp_path / "model.safetensors", tmp_path / "new-name.safetensors"
    checkpoint.save_safetensors(source, networks.model("liif"))
    arguments = [str(source), str(target), "--description", "What it is.", "--licence", "BSD-3-Clause"]
    assert publish.main(arguments) == 0
    assert capsys.readouterr().out.strip() == hashlib.sha256(target.read_bytes()).hexdigest()
    model, before = checkpoint.load(target), checkpoint.load(source)
    assert (model.info.name, model.info.description, model.info.licence) == (
        "new-name",
        "What it is.",
        "BSD-3-Clause",
    )
    assert target.stat().st_size < 0.75 * source.stat().st_size
    for name, weight in before.net.state_dict().items():
        torch.testing.assert_close(model.net.state_dict()[name], weight, atol=1e-3, rtol=1e-3)


def test_weights_that_half_precision_cannot_hold_are_refused(tmp_path, capsys):
    source, target = tmp_path / "model.safetensors", tmp_path / "new-name.safetensors"
    model = networks.model("liif")
    with torch.no_grad():
        next(model.net.parameters()).fill_(1e6)
    checkpoint.save_safetensors(source, model)
    assert publish.main([str(source), str(target), "--description", "", "--licence", ""]) == 1
    assert "not finite" in capsys.readouterr().err and not target.exists()
