"""What the trainer's tests share: small pictures, and recipes made small enough for them."""

import numpy as np
import pytest
import torch
from PIL import Image, ImageFilter

from trainer import recipe_loading

SMALL = {
    "edsr-baseline": {"n_resblocks": 1, "n_feats": 8},
    "rdn": {"RDNconfig": "A", "G0": 4},
    "rcan": {"n_resgroups": 1, "n_resblocks": 1, "n_feats": 8, "reduction": 2},
}


@pytest.fixture(autouse=True)
def one_thread():
    """Tensors of tests are small: on a busy machine, threads would mostly wait for each other. Some tests run
    what takes all threads.
    """
    torch.set_num_threads(1)


@pytest.fixture
def photos(tmp_path):
    """Two pictures of sharp blobs."""
    folder = tmp_path / "photos"
    folder.mkdir()
    random = np.random.default_rng(9)
    for index in range(2):
        noise = Image.fromarray(random.integers(0, 256, (120, 120, 3), dtype=np.uint8))
        blobs = noise.filter(ImageFilter.GaussianBlur(3)).point(lambda v: 255 * (v > 127))
        blobs.save(folder / f"{index}.png")
    return folder


@pytest.fixture
def held_out(photos):
    """The same folder with a picture to validate on."""
    (photos / "DIV2K_valid_HR").mkdir()
    noise = np.random.default_rng(3).integers(0, 256, (390, 390, 3), dtype=np.uint8)
    Image.fromarray(noise).filter(ImageFilter.GaussianBlur(4)).save(photos / "DIV2K_valid_HR" / "v.png")
    return photos


def small(name, photos, out, *overrides):
    """The shipped recipe, its network and its pictures as small as they can be."""
    root = photos / "0.png" if name == "siren" else photos
    places = [f"data.root={root}", f"run.out={out}"]
    shipped = recipe_loading.load_recipe(name, places)
    shape = [] if name == "siren" else ["data.patch=8"]
    if shipped.data.pixels:
        shape.append("data.pixels=60")
    args = shipped.model.args
    if "encoder_spec" in args:
        encoder = args["encoder_spec"]
        shape += [f"model.args.encoder_spec.args.{k}={v}" for k, v in SMALL[encoder["name"]].items()]
    if "imnet_spec" in args:
        hidden = [12] * len(args["imnet_spec"]["args"]["hidden_list"])
        shape.append(f"model.args.imnet_spec.args.hidden_list={hidden}")
    sizes = {
        "live": {"width": 8, "blocks": 1, "hidden": 16, "order": 4},
        "siren": {"hidden": 16, "layers": 2},
    }
    shape += [f"model.args.{k}={v}" for k, v in sizes.get(name, {}).items()]
    course = ["train.steps=6", "train.batch=4", "run.save=3", "run.log=2"]
    return recipe_loading.load_recipe(name, [*places, *shape, *course, *overrides])
