"""The demo picture."""

import numpy as np

from engine.images.demo import demo


def test_it_is_the_same_each_time_and_has_high_contrast():
    first, second = demo(), demo()
    assert first.pixels.shape == (480, 640, 3)
    assert first.alpha is None
    np.testing.assert_array_equal(first.pixels, second.pixels)
    assert first.pixels.min() < 30
    assert first.pixels.max() > 240
