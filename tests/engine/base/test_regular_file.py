"""What is no regular file is refused as an error of the system."""

import pytest

from engine.base.regular_file import open_regular


@pytest.mark.parametrize("name", ["\0", "a\0.png", "a\ud800.png", "a\udc80.png", "missing.png", ""])
@pytest.mark.all_cases
def test_a_path_that_names_no_file_is_an_error_of_the_system(tmp_path, name):
    with pytest.raises(OSError, match=r"\w"):
        open_regular(tmp_path / name)
