"""A session whose events are recorded."""

import pytest

from engine.session.session import Session
from tests.engine.session.recorder import Recorder


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def session(recorder):
    made = Session(recorder)
    yield made
    recorder.gate.set()
    made.close()
    assert made.join(60)
