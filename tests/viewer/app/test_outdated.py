"""Events that answer an outdated request are dropped, all others are delivered."""

import numpy as np
import pytest

from engine.base.messages import message
from engine.session import events
from engine.session.requests import Task
from viewer.app.outdated import Outdated

NEWEST = {Task.OPEN: 10, Task.VIEW: 20, Task.PROFILE: 21, Task.COPY: 22, Task.MODEL: 23, Task.UNCERTAINTY: 8}
PIXELS = np.zeros((1, 1, 4), np.uint8)


@pytest.fixture
def outdated():
    """With the picture of request 10 open."""
    made = Outdated(lambda task: NEWEST.get(task, 0))
    assert not made(events.PictureOpened(10, (1, 1), "a", None, (), PIXELS))
    return made


def failed(number, task):
    return events.Failed(number, task, message("it failed"))


@pytest.mark.parametrize(
    "event",
    [
        events.TilesReady(20, 10, ()),
        events.TilesReady(15, 10, ()),
        events.ViewSettled(20, 1.0),
        events.ProfileReady(21, PIXELS, PIXELS, PIXELS),
        events.PixelsCopied(22, PIXELS),
        events.PictureSource(10, PIXELS, None, None),
        failed(23, Task.MODEL),
        failed(20, Task.REFERENCE),
        failed(3, Task.EXPORT),
        failed(3, Task.MODELS),
        events.Exported(3, None, (1, 1), 1.0),
        events.EngineStats(15, 0, 0, {}, 1.0),
    ],
)
def test_events_of_current_requests_are_delivered(outdated, event):
    assert not outdated(event)


@pytest.mark.parametrize(
    "event",
    [
        events.TilesReady(20, 9, ()),
        events.ViewSettled(19, 1.0),
        events.ReferencesSettled(19),
        events.ProfileReady(20, PIXELS, PIXELS, PIXELS),
        events.PixelsCopied(21, PIXELS),
        events.PictureSource(9, PIXELS, None, None),
        failed(22, Task.MODEL),
        failed(9, Task.OPEN),
        failed(19, Task.REFERENCE),
    ],
)
def test_events_of_superseded_requests_are_dropped(outdated, event):
    assert outdated(event)


def test_the_newest_answer_about_the_picture_before_is_dropped(outdated):
    assert outdated(events.UncertaintyReady(8, None))


def test_a_picture_that_the_engine_opened_is_always_shown(outdated):
    assert not outdated(events.PictureOpened(9, (1, 1), "b", None, (), PIXELS))
    assert not outdated(events.TilesReady(20, 9, ()))
