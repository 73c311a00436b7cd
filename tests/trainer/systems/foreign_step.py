"""Trains Live for a step on a device that is not there (tests/engine/compute/foreign_device.py).

Prints what is mixed with the processor. Started as a process: a device that was registered stays registered.
"""

import sys
from dataclasses import replace

import torch
from torch._subclasses.fake_tensor import FakeTensorMode

from engine.checkpoints import checkpoint
from engine.checkpoints.model import Model
from engine.compute.device import Compute
from engine.geometry import axis
from engine.models.live import Live
from tests.engine import networks
from tests.engine.compute.foreign_device import DEVICE, register
from trainer.data import pictures as picture_loading
from trainer.data import store
from trainer.data.store import Location
from trainer.recipe import Data
from trainer.systems import live, live_distillation, live_teacher
from trainer.systems.dense_operators import grid_of
from trainer.systems.sample_range import SampleRange
from trainer.systems.teacher_answers import Teacher

CPU = torch.device("cpu")
SIZES = (16, 23, 40)


def student():
    with torch.device(DEVICE):
        return Live(width=8, blocks=1, hidden=16, order=4)


def on_the_pictures():
    """Made tensors of a step: low, grids and truths."""
    with torch.device(DEVICE):
        low = torch.zeros(len(SIZES), 3, 16, 16)
        truths = [torch.zeros(3, size, size) for size in SIZES]
    return low, *(grid_of(*[axis.whole(16, size)] * 2) for size in SIZES), *truths


def on_the_device(pixels):
    """A store whose bytes are on the device."""
    flat = torch.zeros(len(pixels.flat), dtype=torch.uint8, device=DEVICE)
    return replace(pixels, location=Location.DEVICE, flat=flat)


def from_a_teacher(name, dtype, pictures, data):
    """The tensors of a step amid which a teacher answers. Some crops are drawn pages, some uniform colours."""
    with torch.device(DEVICE):
        net = networks.network(name)
    stores = {kind: on_the_device(getattr(pictures, kind)) for kind in ("store", "pages")}
    model = Model(checkpoint.describe(*networks.NAMED[name], net, 4.0), net)
    device, samples = torch.device(DEVICE), SampleRange(1, 0, 0, 12)
    return live_teacher.inputs(
        Teacher(model, Compute(device, dtype)), replace(pictures, **stores), data, samples, device
    )


def step(name, losses, make_inputs):
    with FakeTensorMode():
        net, inputs = student(), make_inputs()
        found = losses(net, *inputs)
        found.sum().backward()
        assert found.shape == (len(inputs[0]),) and inputs[0].device.type == DEVICE
        assert all(weight.grad.device.type == DEVICE for weight in net.parameters())
        print(found.device.type, name)


def main():
    """Argument: a folder of pictures."""
    picture_loading.PAGES, live_teacher.UNIFORM_SHARE = 1, 0.5
    data = Data(root=sys.argv[1], patch=16, drawn=0.3)
    pictures = picture_loading.load(data, store.budget(CPU))
    library = register()
    step("live", live.losses, on_the_pictures)
    step("distillation", live_distillation.losses, on_the_pictures)
    for name, dtype in (("liif", torch.bfloat16), ("live", torch.float32)):
        step(
            f"teacher {name}",
            live_distillation.losses,
            lambda name=name, dtype=dtype: from_a_teacher(name, dtype, pictures, data),
        )
    del library


if __name__ == "__main__":
    main()
