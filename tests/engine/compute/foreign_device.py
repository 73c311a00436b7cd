"""Runs every kind of network on a device that is not there. Prints a line for each that mixes it with the processor.

The device has shapes and types but no values (torch's FakeTensorMode). Each operation whose tensors lie on two devices
fails. Started as a process: a device that was registered stays registered.
"""

import traceback
from itertools import cycle

import numpy as np
import torch
from torch._subclasses import fake_tensor
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.utils import backend_registration

from engine.compute.device import Compute
from engine.geometry.viewport import lattice_axis
from engine.models.implicit import Ensemble, PerLatent
from tests.engine import networks

DEVICE = "foreign"
DTYPES = (torch.float32, torch.bfloat16)
PIXELS = np.random.default_rng(0).integers(0, 256, (40, 50, 3), dtype=np.uint8)


def register():
    """Registers the device. Half precision changes no device, so autocast does nothing on it."""
    backend_registration._setup_privateuseone_for_python_backend(DEVICE)
    module = getattr(torch, DEVICE)
    type(module).get_amp_supported_dtype = lambda _self: list(DTYPES)
    library = torch.library.Library("_", "IMPL")
    library.fallback(torch.library.fallthrough_kernel, "AutocastPrivateUse1")
    fake_tensor.CONSTANT_NUMEL_LIMIT = 0  # else single numbers would be computed on the device
    torch._C._set_only_lift_cpu_tensors(True)  # the same of torch.tensor([...])
    return library


def decode(name, dtype):
    """Encodes a picture and decodes a view, as the engine does. Raises what torch raises for two devices."""
    with FakeTensorMode():
        with torch.device(DEVICE):
            net = networks.network(name)
        compute = Compute(torch.device(DEVICE), dtype)
        height, width = (side * net.upsampling for side in PIXELS.shape[:2])
        prepared = networks.encoded(net, PIXELS, (0, 0, height, width), compute)
        rows, cols = lattice_axis(10, 60, 3.3), lattice_axis(20, 70, 3.3)
        results = [prepared.values, net.decode(prepared, rows, cols, dtype)]
        assert results[1].shape == (60, 70, 3)
        if isinstance(net, Ensemble) and net.local_ensemble:
            results.append(net.deviation(prepared, rows, cols, dtype))
        if isinstance(net, PerLatent):
            index = torch.arange(5, device=DEVICE)
            results.append(net.predict(prepared, index, torch.zeros(4, 2, device=DEVICE), (0.3, 0.3), dtype))
        for result in results:
            assert result.device.type == DEVICE


def main():
    library = register()
    for name, dtype in zip(networks.NAMED, cycle(DTYPES)):
        try:
            decode(name, dtype)
        except (RuntimeError, AssertionError) as error:  # torch's own are of the first type
            frames = traceback.extract_tb(error.__traceback__)
            place = [each for each in frames if "site-packages" not in each.filename][-1]
            print(name, dtype, place.filename, place.lineno, error)
    del library


if __name__ == "__main__":
    main()
