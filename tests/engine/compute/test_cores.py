"""Parts of a work on threads with a core each: all of them, in order, and what fails is told."""

import pytest
import torch

from engine.compute import cores, device


@pytest.fixture(autouse=True)
def two_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("count", [0, 1, 2, 7, 8, 9, 100])
def test_each_item_is_done_once_and_the_results_are_in_order(count):
    assert cores.parallel_map(lambda item: item * item, range(count)) == [
        item * item for item in range(count)
    ]


def test_what_fails_is_told_when_all_have_ended():
    done = []

    def work(item):
        if item == 3:
            raise ValueError(item)
        done.append(item)

    with pytest.raises(ValueError, match="3"):
        cores.parallel_map(work, range(40))
    assert {0, 39} <= set(done)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_bands_fill_all_rows(count):
    out = torch.zeros(count, 3)

    def fill(first, last):
        out[first:last] += 1

    cores.parallel_rows(fill, out)
    assert (out == 1).all()


@pytest.mark.parametrize("cores_there, expected", [(1, 1), (2, 1), (3, 2), (8, 2)])
def test_a_core_is_spared_for_as_long_as_it_is_asked_and_then_no_longer(monkeypatch, cores_there, expected):
    monkeypatch.setattr(device, "cores", lambda: cores_there)
    with pytest.raises(ZeroDivisionError), cores.reserve_one_core():
        assert torch.get_num_threads() == expected
        raise ZeroDivisionError
    assert torch.get_num_threads() == 2
