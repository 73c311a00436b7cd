"""A quoted text is read back by a TOML parser as it was."""

import os
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from engine.base import toml_text


@given(st.binary() | st.text().map(str.encode))
def test_any_file_name_is_read_back(name):
    text = os.fsdecode(name)
    assert tomllib.loads(f"value = {toml_text.quoted(text)}")["value"] == text
