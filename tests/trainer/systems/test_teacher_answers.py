"""A teacher's answers for a batch equal what the engine decodes of each crop, for networks of every kind."""

import pytest
import torch

from engine.compute.device import Compute
from engine.decoding.latents import Latents
from tests.engine import networks
from tests.trainer.systems.students import CPU
from trainer.systems import teacher_answers
from trainer.systems.teacher_answers import Teacher, answers
from trainer.systems.teacher_queries import query_axis

AT_ONCE = ("liif", "liif -c", "liif -u", "liif rcan", "live")
"""The networks that answer for a batch. The others are decoded crop by crop."""
TOLERANCE = {"live": 1e-3}
"""Largest difference of a colour in [-1, 1], where it is not 1e-5. The engine keeps Live's polynomials in float16."""
SIZES = (12, 31, 48, 77, 90)


def questions():
    """Five crops (5, 3, 12, 12) of noise, in steps of 8 bits, and where a teacher is asked: no two grids are alike."""
    generator = torch.Generator().manual_seed(5)
    pixels = torch.randint(0, 256, (len(SIZES), 3, 12, 12), generator=generator, dtype=torch.uint8)
    grids = [
        (query_axis(12, 200 * n - 500, size), query_axis(12, 499 - 130 * n, size))
        for n, size in enumerate(SIZES)
    ]
    return pixels, grids


@pytest.mark.all_cases
@pytest.mark.parametrize("name", networks.NAMED)
def test_a_batch_of_answers_equals_the_engines_colours(name, monkeypatch):
    model, compute = networks.model(name), Compute(CPU, torch.float32)
    pixels, grids = questions()
    expected = [
        Latents(model, crop.permute(1, 2, 0).numpy().copy(), compute).decode(*grid).permute(2, 0, 1)
        for crop, grid in zip(pixels, grids, strict=True)
    ]
    if name in AT_ONCE:
        monkeypatch.delattr(teacher_answers, "Latents")
    found = answers(Teacher(model, compute), pixels / 127.5 - 1.0, grids)
    assert found.shape == (5, 3, 16, 16) and found.dtype == torch.float32
    assert not found.requires_grad and not found.is_inference()
    assert expected[0].std() > 0.01
    torch.testing.assert_close(found, torch.stack(expected), atol=TOLERANCE.get(name, 1e-5), rtol=0)


def test_answers_in_pieces_equal_those_at_once(monkeypatch):
    """A piece may begin and end in the middle of a crop."""
    teacher = Teacher(networks.model("liif"), Compute(CPU, torch.float32))
    pixels, grids = questions()
    found = []
    for chunk in (1, 7 * 4 * 16, 1 << 20):
        monkeypatch.setattr(teacher_answers, "CPU_CHUNK", chunk)
        found.append(answers(teacher, pixels / 127.5 - 1.0, grids))
    assert all((each - found[-1]).abs().max() < 1e-6 for each in found)
