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


def test_two_states_of_one_training_are_mixed(tmp_path):
    paths = [tmp_path / f"{name}.safetensors" for name in ("before", "after", "mix")]
    models = [networks.model("liif") for _ in range(2)]
    with torch.no_grad():
        for parameter in models[1].net.parameters():
            parameter.add_(0.5)
    for path, model in zip(paths, models, strict=False):
        checkpoint.save_safetensors(path, model)
    texts = ["--description", "d", "--licence", "l"]
    assert publish.main([str(paths[0]), str(paths[2]), "--mix", str(paths[1]), "0.25", *texts]) == 0
    before, found = (checkpoint.load(path).net.state_dict() for path in (paths[0], paths[2]))
    for name, weight in before.items():
        torch.testing.assert_close(found[name], weight + 0.125, atol=2e-3, rtol=2e-3)


def test_models_of_two_architectures_are_not_mixed(tmp_path, capsys):
    paths = [tmp_path / f"{name}.safetensors" for name in ("one", "other", "mix")]
    for path, name in zip(paths, ("liif", "metasr"), strict=False):
        checkpoint.save_safetensors(path, networks.model(name))
    texts = ["--description", "d", "--licence", "l"]
    assert publish.main([str(paths[0]), str(paths[2]), "--mix", str(paths[1]), "0.5", *texts]) == 1
    assert "another architecture" in capsys.readouterr().err and not paths[2].exists()
