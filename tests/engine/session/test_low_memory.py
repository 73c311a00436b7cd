"""Requests for memory fail, one by one: the right picture or a typed error, and the next view is right."""

import pytest

from tests.endurance.failing_allocations import MODELS, MOST, FailingProcess, can_run

pytestmark = pytest.mark.skipif(not can_run(), reason="needs Linux and a C compiler")

ACTIONS = ("view", "export", "spread")
STRIDES = {"live": 1, "liif": 3}
"""Every how many requests one fails. LIIF is slow; the row of failing_allocations.py tries every one."""


@pytest.fixture(scope="module")
def process():
    made = FailingProcess()
    yield made
    made.close()


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("action", ACTIONS)
def test_one_request_for_memory_fails_and_the_result_is_right(process, model, action):
    outcomes = [process.run(model, action, nth, False) for nth in range(0, MOST, STRIDES[model])]
    assert "right result" in outcomes
    assert outcomes.count("typed error") <= 2  # the writer of the file has no smaller pieces


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("action", ACTIONS)
def test_without_memory_there_is_a_typed_error_and_the_next_view_is_right(process, model, action):
    assert process.run(model, action, 1, True) == "typed error"
