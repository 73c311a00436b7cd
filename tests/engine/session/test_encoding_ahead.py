"""What is encoded ahead: the next view needs no encoding, and every other request goes first."""

import numpy as np
import pytest

from engine.decoding import encode
from engine.geometry.viewport import centred, zoomed
from engine.images.image import from_array
from engine.models.live import Live
from engine.session import events
from tests.engine.session.recorder import recorded_regions

SIZE = 900, 600


@pytest.fixture
def encoded(monkeypatch):
    """The regions that Live encodes."""
    return recorded_regions(monkeypatch, Live)


@pytest.fixture
def shown(session, recorder):
    """A picture under Live, seen as a whole: nothing is encoded yet."""
    noise = np.random.default_rng(3).integers(0, 256, (*reversed(SIZE), 3), dtype=np.uint8)
    session.open_image(from_array(noise, "noise"))
    session.use_model("live")
    recorder.wait(events.ModelReady)
    view = centred(SIZE, 0.9, 810, 540)
    recorder.wait(events.ViewSettled, request=session.request_view(view))
    return view


def test_a_view_zoomed_in_at_the_pointer_is_decoded_without_encoding(session, recorder, shown, encoded):
    at = 300.0, 50.0
    recorder.wait(events.EncodedAhead, request=session.encode_ahead(shown, at))
    assert encoded
    encoded.clear()
    recorder.holds_at = events.ViewSettled  # tiles across the view's border follow
    recorder.gate.clear()
    recorder.wait(events.ViewSettled, request=session.request_view(zoomed(shown, 2.0, *at)))
    assert not encoded


def test_nothing_is_encoded_before_a_model_is_loaded(session, recorder):
    session.open_image(from_array(np.zeros((60, 80, 3), np.uint8), "black"))
    view = centred((80, 60), 1.0, 80, 60)
    recorder.wait(events.ViewSettled, request=session.request_view(view))
    session.encode_ahead(view, (0.0, 0.0))
    recorder.wait(events.ViewSettled, request=session.request_view(zoomed(view, 0.5, 0, 0)))
    assert not recorder.of(events.EncodedAhead)


def test_it_gives_way_to_a_view(session, recorder, shown, encoded, monkeypatch):
    encode_region, requests = encode.encode_region, []

    def request_view_meanwhile(*arguments):
        if not requests:
            requests.append(session.request_view(zoomed(shown, 0.7, 0, 0)))
        return encode_region(*arguments)

    monkeypatch.setattr(encode, "encode_region", request_view_meanwhile)
    session.encode_ahead(shown, (0.0, 0.0))
    recorder.wait_count(events.ViewSettled, 2)
    assert requests == [recorder.of(events.ViewSettled)[1].request]
    assert not recorder.of(events.EncodedAhead)
