"""MMEditing's checkpoints: other parameter names, the same network."""

import json
import re

import numpy as np
import pytest
import torch

from engine.base.errors import ModelError
from engine.checkpoints import checkpoint, mmediting
from engine.models import registry
from tests.engine.models.make_golden import draw_weights
from tests.engine.networks import EDSR, MLP, RDN, network

NAMES = [
    (r"encoder\.head\.0\.", "conv_first."),
    (r"encoder\.body\.(\d+)\.body\.0\.", r"body.\1.conv1."),
    (r"encoder\.body\.(\d+)\.body\.2\.", r"body.\1.conv2."),
    (r"encoder\.body\.\d+\.(?=weight|bias)", "conv_after_body."),
    (r"encoder\.SFENet(\d)\.", r"sfe\1."),
    (r"encoder\.RDBs\.(\d+)\.convs\.(\d+)\.conv\.0\.", r"rdbs.\1.layers.\2.conv."),
    (r"encoder\.RDBs\.(\d+)\.LFF\.", r"rdbs.\1.lff."),
    (r"encoder\.GFF\.(\d)\.", r"gff.\1."),
]


def renamed(official):
    """Official weights under MMEditing's names. MMEditing has no mean shift."""
    converted = {}
    for key, value in official.items():
        if "_mean." in key:
            continue
        for pattern, name in NAMES:
            key = re.sub(f"^{pattern}", name, key)  # noqa: PLW2901
        converted[f"generator.{key}"] = value
    return converted


def saved(state):
    return {"meta": {"mmedit_version": "0.8.0", "iter": 1000000}, "state_dict": state}


@pytest.mark.parametrize(
    ("encoder", "zipped"), [(EDSR, True), (EDSR, False), (RDN, True)], ids=["edsr", "edsr-older", "rdn"]
)
def test_a_file_of_mmediting_loads_as_the_official_network(tmp_path, encoder, zipped):
    torch.manual_seed(3)
    net = registry.build("liif", {"encoder_spec": encoder, "imnet_spec": MLP}).eval().requires_grad_(False)
    path = tmp_path / "mmediting.pth"
    torch.save(saved(renamed(net.state_dict())), path, _use_new_zipfile_serialization=zipped)
    loaded = checkpoint.load(path)
    assert (loaded.info.architecture, loaded.info.max_scale) == ("liif", 4.0)
    assert "MMEditing" in loaded.info.description
    picture = torch.rand(1, 3, 9, 8)
    assert torch.equal(loaded.net.encode(picture), net.encode(picture))
    for key, value in net.state_dict().items():
        if "_mean." not in key:
            assert torch.equal(loaded.net.state_dict()[key], value), key


@pytest.mark.parametrize("name", ["liif-edsr", "liif-rdn"])
def test_the_published_sizes_are_recognised(shared, name):
    described = json.loads((shared / "golden" / "official_state_dicts.json").read_text())[name]
    shapes = next(value for key, value in described.items() if key not in ("name", "args", "gain"))
    official = draw_weights(dict(shapes).items(), described["gain"])
    found = mmediting.spec(renamed(official))
    net = registry.build(found["name"], found["args"])
    net.load_state_dict(found["sd"])
    expected = registry.build(described["name"], described["args"])
    expected.load_state_dict(official)
    with np.load(shared / "golden" / "official_outputs.npz") as outputs:
        picture = torch.from_numpy(outputs["inp"])
        sample = outputs[f"{name}.feat_sample"]
    with torch.inference_mode():
        latents = net.encode(picture)
        assert torch.equal(latents, expected.encode(picture))
        assert torch.equal(net.prepare(latents), expected.prepare(latents))
    assert np.abs(latents[0, :4, :3, :3].numpy() - sample).max() < 1e-4 * latents.abs().max()


@pytest.mark.parametrize(
    "change",
    [
        {"generator.surprise.weight": torch.ones(1)},
        {"generator.body.2.conv1.weight": torch.ones(1)},
        {"generator.conv_first.weight": torch.tensor(1.0)},
        {"generator.conv_first.weight": "weights"},
        {"generator.imnet.layers.0.weight": torch.ones(24, 3)},
        {"generator.conv_after_body.bias": torch.full((8,), float("nan"))},
        {"step_counter": torch.ones(1)},
        {f"generator.imnet.layers.{'9' * 5000}.weight": torch.ones(1)},
    ],
)
def test_weights_that_do_not_fit_are_refused(tmp_path, change):
    path = tmp_path / "mmediting.pth"
    torch.save(saved(renamed(network("liif").state_dict()) | change), path)
    with pytest.raises(ModelError) as caught:
        checkpoint.load(path)
    assert caught.value.subject == str(path) and "\n" not in str(caught.value)


def test_another_network_of_mmediting_is_refused(tmp_path):
    path = tmp_path / "mmediting.pth"
    torch.save(saved({"generator.upsample.weight": torch.ones(2)}), path)
    with pytest.raises(ModelError, match="no model description"):
        checkpoint.load(path)
