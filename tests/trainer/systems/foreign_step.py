"""Trains Live for a step on a device that is not there (tests/engine/compute/foreign_device.py).

Prints what is mixed with the processor. Started as a process: a device that was registered stays registered.
"""

import torch
from torch._subclasses.fake_tensor import FakeTensorMode

from engine.geometry import axis
from engine.models.live import Live
from tests.engine.compute.foreign_device import DEVICE, register
from trainer.systems import live, live_distillation
from trainer.systems.dense_operators import grid_of


def main():
    library = register()
    sizes = (16, 23, 40)
    for losses in (live.losses, live_distillation.losses):
        with FakeTensorMode():
            with torch.device(DEVICE):
                net = Live(width=8, blocks=1, hidden=16, order=4)
                low = torch.zeros(len(sizes), 3, 16, 16)
                truths = [torch.zeros(3, size, size) for size in sizes]
            grids = [grid_of(*[axis.whole(16, size)] * 2) for size in sizes]
            found = losses(net, low, *grids, *truths)
            found.sum().backward()
            weights = list(net.parameters())
            assert found.shape == (3,) and all(weight.grad.device.type == DEVICE for weight in weights)
            print(found.device.type, len(weights))
    del library


if __name__ == "__main__":
    main()
