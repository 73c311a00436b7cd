"""Requests for memory fail, one by one: the right picture or a typed error, and the next view is right."""

import pytest

from tests.endurance.failing_allocations import ACTIONS, FEWER, MODELS, MOST, FailingProcess, can_run

pytestmark = pytest.mark.skipif(not can_run(), reason="needs Linux and a C compiler")


@pytest.fixture(scope="module")
def process():
    made = FailingProcess()
    yield made
    made.close()


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("action", ACTIONS)
def test_one_request_for_memory_fails_and_the_result_is_right(process, model, action):
    outcomes = []
    while len(outcomes) < MOST and FEWER not in outcomes:
        outcomes.append(process.run(model, action, len(outcomes), False))
    assert "right result" in outcomes
    assert outcomes.count("typed error") <= 2  # the writer of the file has no smaller pieces


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("action", ACTIONS)
def test_without_memory_there_is_a_typed_error_and_the_next_view_is_right(process, model, action):
    assert process.run(model, action, 1, True) == "typed error"
