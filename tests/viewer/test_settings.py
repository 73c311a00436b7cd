"""What the user chose is there in the next run."""

from viewer import settings


def test_exact_at_rest_is_on_until_it_is_switched_off():
    assert settings.exact_at_rest() is True
    settings.keep_exact_at_rest(False)
    assert settings.exact_at_rest() is False
    settings.keep_exact_at_rest(True)
    assert settings.exact_at_rest() is True


def test_the_next_window_knows_and_the_engine_is_asked_so(make_window, qtbot, photo):
    make_window().actions_by_id["exact"].trigger()
    window, asked = make_window(photo), []
    assert not window.actions_by_id["exact"].isChecked()
    look = window.session.look
    window.session.look = lambda view, exact, *more: asked.append(exact) or look(view, exact, *more)
    qtbot.waitUntil(lambda: asked == [False])
    window.actions_by_id["exact"].trigger()
    qtbot.waitUntil(lambda: asked[-1] is True)
