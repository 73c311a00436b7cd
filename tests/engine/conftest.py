"""What the engine's tests share."""

import pytest
import torch


@pytest.fixture(autouse=True, scope="session")
def one_thread():
    """Tensors of tests are small: on a busy machine, threads would mostly wait for each other."""
    torch.set_num_threads(1)
