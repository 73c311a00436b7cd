"""Keys that the user has chosen: in place of the table's, and nobody's twice."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.commands import bindings
from viewer.commands.bindings import TABLE, bound, holder, normal, rebound, reset

KEYS = st.sampled_from(["F", "0", "Ctrl+0", "F11", "Ctrl+Shift+K", "+", "Alt+Left"])
IDS = st.sampled_from(["fit", "closer", "fullscreen", "demo", "previous"])


def test_without_the_users_the_tables_count():
    assert bound({}) == dict(TABLE)


def test_a_key_of_the_users_is_no_others():
    own = rebound({}, "fit", ("F11",))
    assert bound(own)["fit"] == ("F11",)
    assert bound(own)["fullscreen"] == ("Alt+Return",)
    assert holder(own, "F11", "demo") == "fit"
    assert holder({}, "F11", "fit") == "fullscreen"
    assert holder({}, "Ctrl+F11", "fit") is None


def test_a_key_that_a_newer_table_gives_to_another_stays_the_users():
    assert bound({"demo": ("Ctrl+O",)})["open"] == ()


def test_a_command_that_is_no_more_takes_no_key():
    assert bound({"gone": ("Ctrl+O",)})["open"] == ("Ctrl+O",)


def test_reset_takes_the_key_back():
    own = reset(rebound({}, "fit", ("F11",)), "fullscreen")
    assert bound(own)["fullscreen"] == TABLE["fullscreen"]
    assert bound(own)["fit"] == ()
    assert reset(own, "fit") == {}


@given(st.lists(st.tuples(IDS, st.lists(KEYS, max_size=2)), max_size=6))
def test_whatever_is_rebound_no_key_is_given_twice(steps):
    own: bindings.Keys = {}
    for id, keys in steps:
        own = rebound(own, id, tuple(keys))
        assert list(map(normal, keys)) == list(bound(own)[id]) or len(set(map(normal, keys))) < len(keys)
        given_ = [normal(key) for held in bound(own).values() for key in held]
        assert len(given_) == len(set(given_))
    for id in TABLE:
        own = reset(own, id)
    assert own == {} and bound(own) == dict(TABLE)
