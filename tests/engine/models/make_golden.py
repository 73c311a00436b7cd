"""Makes tests/engine/models/golden/outputs.npz, the expected outputs of small models for weights drawn from a seed.

    python -m tests.engine.models.make_golden

The expectation is not copied from the code under test. Every model is written out a second time below: numpy, float64,
one query at a time, as the papers and the authors' `query_rgb` define it. Before the file is written, the outputs of
LIIF are compared with engine/decoding/official.py, which is a third version, in float64 too.

Coordinates and cells are official ones: (y, x) in [-1, 1] over the picture. They are rounded to float32, so that the
same numbers can be given to a float32 and a float64 implementation.
"""

import zlib
from pathlib import Path

import numpy as np
import torch

from engine.decoding import official
from engine.models import registry

FILE = Path(__file__).parent / "golden" / "outputs.npz"
HEIGHT, WIDTH = 12, 17  # an even and an odd number of latents
GAIN = 0.7
QUERIES = 64

EDSR = {"name": "edsr-baseline", "args": {"no_upsampling": True, "n_resblocks": 2, "n_feats": 8}}
RCAN = {
    "name": "rcan",
    "args": {"no_upsampling": True, "n_resgroups": 2, "n_resblocks": 2, "n_feats": 8, "reduction": 2},
}
RDN = {"name": "rdn", "args": {"no_upsampling": True, "G0": 8, "RDNconfig": "A"}}
ENLARGING = {"name": "edsr-baseline", "args": {"scale": 2, "n_resblocks": 2, "n_feats": 8}}
DEEP, SHALLOW = ({"name": "mlp", "args": {"out_dim": 3, "hidden_list": [24] * n}} for n in (4, 2))

MODELS = {
    "liif-edsr": ("liif", {"encoder_spec": EDSR, "imnet_spec": DEEP}),
    "liif-edsr-c": ("liif", {"encoder_spec": EDSR, "imnet_spec": DEEP, "cell_decode": False}),
    "liif-edsr-u": ("liif", {"encoder_spec": EDSR, "imnet_spec": DEEP, "feat_unfold": False}),
    "liif-edsr-e": ("liif", {"encoder_spec": EDSR, "imnet_spec": DEEP, "local_ensemble": False}),
    "liif-edsr-d": ("liif", {"encoder_spec": EDSR, "imnet_spec": SHALLOW}),
    "liif-rcan": ("liif", {"encoder_spec": RCAN, "imnet_spec": DEEP}),
    "liif-rdn": ("liif", {"encoder_spec": RDN, "imnet_spec": DEEP}),
    "metasr-edsr": ("metasr", {"encoder_spec": EDSR}),
    "edsr-baseline-x2": ("liif", {"encoder_spec": ENLARGING, "imnet_spec": None}),
}


def draw_weights(shapes, gain):
    """Weights from the parameter names alone: each name's CRC-32 is the seed of its values. float32."""
    drawn = {}
    for key, shape in shapes:
        values = np.random.default_rng(zlib.crc32(key.encode())).standard_normal(shape)
        values = values * (np.sqrt(2 / np.prod(shape[1:])) * gain if len(shape) > 1 else 0.01)
        drawn[key] = torch.from_numpy(np.asarray(values, dtype=np.float32))
    return drawn


def build(name, args, gain=GAIN):
    """The network with drawn weights, in float32 and evaluation mode."""
    net = registry.build(name, args)
    net.load_state_dict(draw_weights([(k, tuple(v.shape)) for k, v in net.state_dict().items()], gain))
    return net.eval().requires_grad_(False)


def inputs():
    """inp (1, 3, HEIGHT, WIDTH) in [-1, 1]; coord and cell (1, QUERIES, 2). All float32."""
    random = np.random.default_rng(2021)
    inp = random.uniform(-1, 1, (1, 3, HEIGHT, WIDTH))
    coord = random.uniform(-1, 1, (1, QUERIES, 2))
    coord[0, :8] = [
        (-1, -1),  # corners of the picture
        (1, 1),
        (-1, 1),
        (0, 0),  # between two rows of latents, in the middle of a column
        (-0.5, 0.25),  # between two rows
        (1 / HEIGHT, 0),  # the centre of a latent
        (-1 + 1 / HEIGHT, -1 + 1 / WIDTH),  # the centre of the first latent
        (1 - 0.3 / HEIGHT, 0.1),  # in the outer half of the last row
    ]
    cell = 2 / np.array([HEIGHT, WIDTH]) / random.uniform(1, 30, (1, QUERIES, 1))
    return {key: value.astype(np.float32) for key, value in (("inp", inp), ("coord", coord), ("cell", cell))}


class Reference:
    """One model, written out in numpy and float64. weights: as the official checkpoints name them."""

    def __init__(self, name, args, weights):
        self.name, self.args = name, args
        self.weights = {key: value.numpy().astype(np.float64) for key, value in weights.items()}

    def conv(self, key, x):
        """A convolution that keeps the size, with zeros outside of the picture. x: (C, h, w)."""
        weight, bias = self.weights[f"{key}.weight"], self.weights[f"{key}.bias"]
        k = weight.shape[-1]
        padded = np.pad(x, ((0, 0), (k // 2, k // 2), (k // 2, k // 2)))
        windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(1, 2))
        return np.einsum("chwij,ocij->ohw", windows, weight, optimize=True) + bias[:, None, None]

    def encode(self, image):
        """(3, h, w) -> the feature map (C, h, w)."""
        spec = self.args["encoder_spec"]
        return {"edsr-baseline": self.edsr, "rcan": self.rcan, "rdn": self.rdn}[spec["name"]](image)

    def edsr(self, image):
        """EDSR (Lim et al. 2017) without mean shift; with a ×2 tail where it has one."""
        blocks = self.args["encoder_spec"]["args"]["n_resblocks"]
        head = x = self.conv("encoder.head.0", image)
        for b in range(blocks):
            inner = np.maximum(self.conv(f"encoder.body.{b}.body.0", x), 0)
            x = x + self.conv(f"encoder.body.{b}.body.2", inner)
        x = self.conv(f"encoder.body.{blocks}", x) + head
        if "scale" not in self.args["encoder_spec"]["args"]:
            return x
        x = self.conv("encoder.tail.0.0", x)  # (4 C, h, w)
        channels, h, w = len(x) // 4, *x.shape[1:]
        shuffled = x.reshape(channels, 2, 2, h, w).transpose(0, 3, 1, 4, 2).reshape(channels, 2 * h, 2 * w)
        return self.conv("encoder.tail.1", shuffled)

    def rcan(self, image):
        """RCAN (Zhang et al. 2018): residual groups of blocks with channel attention."""
        args = self.args["encoder_spec"]["args"]
        blocks = args["n_resblocks"]
        head = x = self.conv("encoder.head.0", image)
        for g in range(args["n_resgroups"]):
            start = x
            for b in range(blocks):
                key = f"encoder.body.{g}.body.{b}.body"
                inner = self.conv(f"{key}.2", np.maximum(self.conv(f"{key}.0", x), 0))
                mean = inner.mean((1, 2), keepdims=True)
                squeezed = np.maximum(self.conv(f"{key}.3.conv_du.0", mean), 0)
                x = x + inner / (1 + np.exp(-self.conv(f"{key}.3.conv_du.2", squeezed)))
            x = start + self.conv(f"encoder.body.{g}.body.{blocks}", x)
        return head + self.conv(f"encoder.body.{args['n_resgroups']}", x)

    def rdn(self, image):
        """RDN (Zhang et al. 2018), configuration A: 20 blocks of 6 layers that grow by 32 channels."""
        shallow = self.conv("encoder.SFENet1", image)
        x, levels = self.conv("encoder.SFENet2", shallow), []
        for b in range(20):
            dense = x
            for layer in range(6):
                grown = np.maximum(self.conv(f"encoder.RDBs.{b}.convs.{layer}.conv.0", dense), 0)
                dense = np.concatenate([dense, grown])
            x = x + self.conv(f"encoder.RDBs.{b}.LFF", dense)
            levels.append(x)
        return self.conv("encoder.GFF.1", self.conv("encoder.GFF.0", np.concatenate(levels))) + shallow

    def mlp(self, x):
        """Linear layers with a ReLU between them."""
        layers = sorted({int(key.split(".")[2]) for key in self.weights if key.startswith("imnet.")})
        for layer in layers:
            x = self.weights[f"imnet.layers.{layer}.weight"] @ x + self.weights[f"imnet.layers.{layer}.bias"]
            x = x if layer == layers[-1] else np.maximum(x, 0)
        return x

    def query(self, features, coord, cell):
        """One colour (3,) at coord (2,), by the model's own rule."""
        if self.name == "metasr":
            return self.metasr(features, coord, cell)
        if self.args["imnet_spec"] is None:
            i, j = (nearest(c, n) for c, n in zip(coord, features.shape[1:], strict=True))
            # the official look-up has zeros outside, and rounds the far border to there
            return features[:, i, j] if i < features.shape[1] and j < features.shape[2] else np.zeros(3)
        return self.liif(features, coord, cell)

    def liif(self, features, coord, cell):
        """LIIF (Chen et al. 2021), equations 1 to 4, with the constants of the authors' code."""
        size = np.array(features.shape[1:])
        ensemble = self.args.get("local_ensemble", True)
        predictions, areas = [], []
        for vy in (-1, 1) if ensemble else (0,):
            for vx in (-1, 1) if ensemble else (0,):
                moved = coord + np.array([vy, vx]) / size + (1e-6 if ensemble else 0)
                moved = np.clip(moved, -1 + 1e-6, 1 - 1e-6)
                i, j = (nearest(c, n) for c, n in zip(moved, size, strict=True))
                centre = -1 + (2 * np.array([i, j]) + 1) / size
                relative = (coord - centre) * size
                code = features[:, i, j]
                if self.args.get("feat_unfold", True):
                    code = unfolded(features, i, j)
                parts = [code, relative]
                if self.args.get("cell_decode", True):
                    parts.append(cell * size)
                predictions.append(self.mlp(np.concatenate(parts)))
                areas.append(abs(relative[0] * relative[1]) + 1e-9)
        if not ensemble:
            return predictions[0]
        opposite = areas[::-1]  # equation 4: the rectangle on the other side of the query
        return sum(p * a for p, a in zip(predictions, opposite, strict=True)) / sum(areas)

    def metasr(self, features, coord, cell):
        """Meta-SR (Hu et al. 2019) as LIIF's authors compare with it: a predicted filter per query."""
        size = np.array(features.shape[1:])
        start = coord - cell / 2
        moved = np.clip(start + 1e-6, -1 + 1e-6, 1 - 1e-6)
        # a latent's place is its corner here, and the look-up is the one of its centre
        i, j = (nearest(c, n) for c, n in zip(moved, size, strict=True))
        corner = -1 + 2 * np.array([i, j]) / size
        relative = (start - corner) * size / 2
        matrix = self.mlp(np.array([*relative, cell[0] * size[0] / 2])).reshape(-1, 3)
        return unfolded(features, i, j) @ matrix


def nearest(coord, size):
    """The latent that `grid_sample` looks up (align_corners false, nearest): ties go to the even index."""
    return int(np.rint(((coord + 1) * size - 1) / 2))


def unfolded(features, i, j):
    """The 3x3 latents around (i, j) with zeros outside, (9 C,): channel first, then row and column."""
    padded = np.pad(features, ((0, 0), (1, 1), (1, 1)))
    return padded[:, i : i + 3, j : j + 3].reshape(-1)


def expected(name, given):
    """The Reference's feature map (C, h, w) and colours (QUERIES, 3), float64."""
    architecture, args = MODELS[name]
    reference = Reference(architecture, args, build(architecture, args).state_dict())
    features = reference.encode(given["inp"][0].astype(np.float64))
    queries = zip(given["coord"][0].astype(np.float64), given["cell"][0].astype(np.float64), strict=True)
    return features, np.array([reference.query(features, *query) for query in queries])


def main():
    given = inputs()
    outputs = dict(given)
    for name, (architecture, args) in MODELS.items():
        features, colours = expected(name, given)
        if name.startswith("liif-"):
            net = build(architecture, args).double()
            inp, coord, cell = (torch.from_numpy(given[key]).double() for key in ("inp", "coord", "cell"))
            again = official.query(net, net.encode(inp), coord, cell)[0].numpy()
            np.testing.assert_allclose(again, colours, rtol=0, atol=1e-12 * np.abs(colours).max())
        outputs[name] = colours[None]
        outputs[f"{name}.feat_mean_std"] = np.array([features.mean(), features.std(ddof=1)])
        outputs[f"{name}.feat_sample"] = features[:4, :3, :3]
    FILE.parent.mkdir(exist_ok=True)
    np.savez_compressed(FILE, **outputs)


if __name__ == "__main__":
    main()
