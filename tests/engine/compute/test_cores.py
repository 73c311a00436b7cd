"""Parallel work on one thread per core: every part runs once, results are in order, errors are raised."""

import pytest
import torch

from engine.base import core_count
from engine.compute import cores


@pytest.fixture(autouse=True)
def two_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("count", [0, 1, 2, 7, 8, 9, 100])
def test_every_item_runs_once_and_the_results_are_in_order(count):
    assert cores.parallel_map(lambda item: item * item, range(count)) == [
        item * item for item in range(count)
    ]


def test_an_error_is_raised_after_all_items_have_ended():
    done = []

    def work(item):
        if item == 3:
            raise ValueError(item)
        done.append(item)

    with pytest.raises(ValueError, match="3"):
        cores.parallel_map(work, range(40))
    assert {0, 39} <= set(done)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_bands_fill_every_row_once(count):
    out = torch.zeros(count, 3)

    def fill(first, last):
        out[first:last] += 1

    cores.parallel_rows(fill, out)
    assert (out == 1).all()


@pytest.mark.parametrize("available, expected", [(1, 1), (2, 1), (3, 2), (8, 2)])
def test_one_core_is_reserved_within_the_context_only(monkeypatch, available, expected):
    monkeypatch.setattr(core_count, "cores", lambda: available)
    with pytest.raises(ZeroDivisionError), cores.reserve_one_core():
        assert torch.get_num_threads() == expected
        raise ZeroDivisionError
    assert torch.get_num_threads() == 2
