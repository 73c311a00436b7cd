"""Small networks of every kind, with the same random weights in every run."""

import torch

from engine.checkpoints import checkpoint
from engine.checkpoints.model import Model
from engine.decoding import encode
from engine.models import registry
from engine.models.implicit import PreparedMap, never_cancel

EDSR = {"name": "edsr-baseline", "args": {"no_upsampling": True, "n_resblocks": 2, "n_feats": 8}}
RDN = {"name": "rdn", "args": {"no_upsampling": True, "G0": 4}}
RCAN = {
    "name": "rcan",
    "args": {"no_upsampling": True, "n_resgroups": 1, "n_resblocks": 1, "n_feats": 8, "reduction": 2},
}
ENLARGING = {"name": "edsr-baseline", "args": {"scale": 2, "n_resblocks": 1, "n_feats": 8}}
ENLARGING_8 = {"name": "edsr-baseline", "args": {"scale": 8, "n_resblocks": 1, "n_feats": 4}}
MLP = {"name": "mlp", "args": {"out_dim": 3, "hidden_list": [24, 24]}}

NAMED = {
    "liif": ("liif", {"encoder_spec": EDSR, "imnet_spec": MLP}),
    "liif -c": ("liif", {"encoder_spec": EDSR, "imnet_spec": MLP, "cell_decode": False}),
    "liif -u": ("liif", {"encoder_spec": EDSR, "imnet_spec": MLP, "feat_unfold": False}),
    "liif -e": ("liif", {"encoder_spec": EDSR, "imnet_spec": MLP, "local_ensemble": False}),
    "liif rcan": ("liif", {"encoder_spec": RCAN, "imnet_spec": MLP}),
    "metasr": ("metasr", {"encoder_spec": EDSR}),
    "fixed": ("liif", {"encoder_spec": ENLARGING, "imnet_spec": None}),
    "fixed 8": ("liif", {"encoder_spec": ENLARGING_8, "imnet_spec": None}),
    "siren": ("siren", {"hidden": 16, "layers": 3, "omega": 10.0}),
    "live": ("live", {"width": 8, "blocks": 2, "hidden": 16, "order": 6}),
    "bicubic": ("bicubic", {}),
}


def network(name):
    """The network of a NAMED entry, in evaluation mode."""
    torch.manual_seed(11)
    net = registry.build(*NAMED[name])
    if name == "live":
        torch.nn.init.normal_(net.coefficients.weight, std=0.05)
    return net.eval().requires_grad_(False)


def model(name):
    """The same network as a Model with a description."""
    return Model(checkpoint.describe(*NAMED[name], network(name), 4.0), network(name))


def encoded(net, pixels, region, compute, check=never_cancel):
    """The prepared latents of a region, computed without any cache."""
    size = pixels.shape[0] * net.upsampling, pixels.shape[1] * net.upsampling
    outer = encode.with_neighbours(region, size)
    around = encode.encode_region(net, pixels, outer, compute, check).crop(outer)
    values = encode.prepare_region(net, around, region, size, compute, check)
    return PreparedMap(values, region[0], region[1], *size)
