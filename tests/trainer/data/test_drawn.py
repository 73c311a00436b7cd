"""Drawn pages: functions of the seed and the number, with ink on every kind of panel."""

import numpy as np
import pytest
import torch

from tests.trainer.folders import saved
from trainer.data import pictures, sampler
from trainer.data.drawn import fonts, page
from trainer.data.drawn.sheet import blank
from trainer.data.store import Budget
from trainer.recipe import Data

CPU = torch.device("cpu")
PAPER, INKS = (255, 255, 255), ((0, 0, 0), (200, 0, 0))

needs_fonts = pytest.mark.skipif(not fonts.files(), reason="this machine has no outline fonts")


@pytest.mark.parametrize("motif", [motif for _, motif in page.MOTIFS], ids=lambda motif: motif.__name__)
@needs_fonts
def test_a_motif_leaves_ink_on_panels_of_any_shape(motif):
    """A motif may miss a panel by chance, but not most of them."""
    for width, height in ((60, 60), (60, 200), (200, 60)):
        inked = 0
        for seed in range(5):
            sheet = blank(width, height, PAPER, INKS, np.random.default_rng(seed))
            motif(sheet)
            inked += (np.asarray(sheet.image) != PAPER).any()
        assert inked >= 3, (width, height)


@needs_fonts
def test_a_page_depends_on_its_seed_and_number_only():
    first = page.page(1, 0)
    assert (first.shape, first.dtype) == ((3, page.SIDE, page.SIDE), np.uint8)
    assert np.array_equal(first, page.page(1, 0))
    assert not np.array_equal(first, page.page(1, 1)) and not np.array_equal(first, page.page(2, 0))


def test_the_stripes_of_an_lcd_keep_grey_areas_grey_and_shift_edges_by_a_third_of_a_px():
    sheet = blank(page.SIDE, page.SIDE, PAPER, INKS, np.random.default_rng(0))
    sheet.polygon([(0, 0), (100, 0), (100, 576), (0, 576)], (0, 0, 0), None, 0)
    reduced = page._reduce_for_lcd(sheet.image).astype(int)
    assert (reduced[:, :98] == 0).all() and (reduced[:, 102:] == 255).all()
    red, green, blue = reduced[5, 98:102].sum(
        0
    )  # of a falling edge at 100: more light where the stripe is farther right
    assert red < green < blue
    assert [green - red, blue - green] == pytest.approx([85, 85], abs=3)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A folder of one photo, mixed with drawn pages."""
    root = tmp_path_factory.mktemp("photos")
    saved(root / "a.png", 230, 220)
    data = Data(root=str(root), patch=16, drawn=0.5)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "PAGES", 2)
        return pictures.load(data, Budget(CPU, 0, 1 << 30, 0, root)), data


@needs_fonts
def test_the_share_of_drawn_samples_is_the_recipes(mixed):
    found, data = mixed
    drawn = sum(sampler.choose(found, data, 1, step, 0).drawn for step in range(400))
    assert 160 < drawn < 240  # 200 are expected; the bounds are four standard deviations away


@needs_fonts
def test_a_mixed_batch_holds_each_sample_as_if_it_were_alone(mixed):
    found, data = mixed
    batch = sampler.batch(found, data, 3, 0, 12, CPU)
    samples = [sampler.choose(found, data, 3, 0, index) for index in range(12)]
    assert {sample.drawn for sample in samples} == {False, True}
    for index, sample in enumerate(samples):
        alone = sampler.batch_of(found, [sample], CPU)
        assert torch.equal(batch.low[index], alone.low[0]) and torch.equal(batch.high[index], alone.high[0])


@needs_fonts
def test_a_mixed_batch_is_the_same_from_the_procedure_for_gpus(mixed):
    found, data = mixed
    samples = [sampler.choose(found, data, 3, 0, index) for index in range(12)]
    drawn = [sample for sample in samples if sample.drawn]
    on_cpu = sampler.batch_on_cpu(found.pages, drawn)
    on_gpu = sampler.batch_on_gpu(found.pages, drawn, CPU)
    assert torch.equal(on_cpu.low, on_gpu.low)
    assert all(torch.equal(a, b) for a, b in zip(on_cpu.high, on_gpu.high, strict=True))


def test_without_a_share_no_page_is_drawn_and_samples_stay_as_they_were(tmp_path):
    saved(tmp_path / "a.png", 230, 220)
    data = Data(root=str(tmp_path), patch=16)
    found = pictures.load(data, Budget(CPU, 0, 1 << 30, 0, tmp_path))
    assert found.pages is None
    random = np.random.default_rng((1, 0, 0))
    random.random()  # chooses the picture
    scale = random.uniform(1, 4)
    assert sampler.choose(found, data, 1, 0, 0).high.size == round(16 * scale)
