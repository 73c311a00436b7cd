"""Fixtures of the trainer's tests: small pictures, and recipes with networks that are small enough for them."""

import numpy as np
import pytest
import torch
from PIL import Image, ImageFilter

from engine.training_log import Notice
from trainer import recipe_loading

SMALL_ENCODERS = {
    "edsr-baseline": {"n_resblocks": 1, "n_feats": 8},
    "rdn": {"RDNconfig": "A", "G0": 4},
    "rcan": {"n_resgroups": 1, "n_resblocks": 1, "n_feats": 8, "reduction": 2},
}


@pytest.fixture(autouse=True)
def one_thread():
    """Limits torch to one thread. Test tensors are small, so on a busy machine threads would mostly wait for each
    other, and some tests call code that uses all threads.
    """
    torch.set_num_threads(1)


@pytest.fixture
def photos(tmp_path):
    """A folder with two pictures of sharp blobs."""
    return sharp_photos(tmp_path)


def sharp_photos(parent):
    """Writes two pictures of sharp blobs into a new folder in `parent`, and returns it."""
    folder = parent / "photos"
    folder.mkdir()
    random = np.random.default_rng(9)
    for index in range(2):
        noise = Image.fromarray(random.integers(0, 256, (120, 120, 3), dtype=np.uint8))
        blobs = noise.filter(ImageFilter.GaussianBlur(3)).point(lambda v: 255 * (v > 127))
        blobs.save(folder / f"{index}.png")
    return folder


@pytest.fixture
def held_out(photos):
    """The same folder with a picture for validation."""
    (photos / "DIV2K_valid_HR").mkdir()
    noise = np.random.default_rng(3).integers(0, 256, (390, 390, 3), dtype=np.uint8)
    Image.fromarray(noise).filter(ImageFilter.GaussianBlur(4)).save(photos / "DIV2K_valid_HR" / "v.png")
    return photos


def small(name, photos, out, *overrides):
    """Returns a shipped recipe with its network, crops and run as small as possible."""
    root = photos / "0.png" if name == "siren" else photos
    folders = [f"data.root={root}", f"run.out={out}"]
    shipped = recipe_loading.load_recipe(name, folders)
    shape = [] if name == "siren" else ["data.patch=8"]
    if shipped.data.pixels:
        shape.append("data.pixels=60")
    args = shipped.model.args
    if "encoder_spec" in args:
        encoder = args["encoder_spec"]
        shape += [f"model.args.encoder_spec.args.{k}={v}" for k, v in SMALL_ENCODERS[encoder["name"]].items()]
    if "imnet_spec" in args:
        hidden = [12] * len(args["imnet_spec"]["args"]["hidden_list"])
        shape.append(f"model.args.imnet_spec.args.hidden_list={hidden}")
    small_args = {
        "live": {"width": 8, "blocks": 1, "hidden": 16, "order": 4},
        "live-edsr": {"hidden": 16, "order": 4},
        "siren": {"hidden": 16, "layers": 2},
    }
    shape += [f"model.args.{k}={v}" for k, v in small_args.get(name, {}).items()]
    course = ["train.steps=6", "train.batch=4", "run.save=3", "run.log=2"]
    if shipped.train.encoded_samples:
        course.append("train.encoded_samples=16")
    if shipped.data.drawn:
        course.append("data.drawn=0.0")  # drawing the pages takes longer than the run
    return recipe_loading.load_recipe(name, [*folders, *shape, *course, *overrides])


def notice_text(line):
    """Returns the English text of a notice in the log, "" for every other line."""
    return str(line.message) if isinstance(line, Notice) else ""
