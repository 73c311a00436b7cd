"""The user's keys override the defaults, and no key belongs to two commands."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.commands import bindings
from viewer.commands.bindings import DEFAULTS, assigned, current, normal, other_owner, reset

KEYS = st.sampled_from(["F", "0", "Ctrl+0", "F11", "Ctrl+Shift+K", "+", "Alt+Left"])
IDS = st.sampled_from(["fit", "zoom-in", "fullscreen", "demo", "previous"])


def test_without_the_users_keys_the_defaults_hold():
    assert current({}) == dict(DEFAULTS)


def test_a_key_that_the_user_assigns_is_taken_from_other_commands():
    user_keys = assigned({}, "fit", ("F11",))
    assert current(user_keys)["fit"] == ("F11",)
    assert current(user_keys)["fullscreen"] == ("Alt+Return",)
    assert other_owner(user_keys, "F11", "demo") == "fit"
    assert other_owner({}, "F11", "fit") == "fullscreen"
    assert other_owner({}, "Ctrl+F11", "fit") is None


def test_a_key_of_the_user_wins_over_a_default_of_another_command():
    assert current({"demo": ("Ctrl+O",)})["open"] == ()


def test_a_removed_command_takes_no_key():
    assert current({"gone": ("Ctrl+O",)})["open"] == ("Ctrl+O",)


def test_reset_restores_the_defaults():
    user_keys = reset(assigned({}, "fit", ("F11",)), "fullscreen")
    assert current(user_keys)["fullscreen"] == DEFAULTS["fullscreen"]
    assert current(user_keys)["fit"] == ()
    assert reset(user_keys, "fit") == {}


@given(st.lists(st.tuples(IDS, st.lists(KEYS, max_size=2)), max_size=6))
def test_no_key_belongs_to_two_commands_after_any_assignments(steps):
    user_keys: bindings.Keys = {}
    for id, keys in steps:
        user_keys = assigned(user_keys, id, tuple(keys))
        assert list(map(normal, keys)) == list(current(user_keys)[id]) or len(set(map(normal, keys))) < len(
            keys
        )
        every = [normal(key) for keys in current(user_keys).values() for key in keys]
        assert len(every) == len(set(every))
    for id in DEFAULTS:
        user_keys = reset(user_keys, id)
    assert user_keys == {} and current(user_keys) == dict(DEFAULTS)
