"""Work that never ends can be given up, and what comes late is closed."""

import threading

import pytest

from engine.base.awaited import awaited, begun, soon


class GivenUpError(Exception):
    """Of a cancellation check."""


def test_the_result_and_the_error_of_the_work_arrive():
    assert awaited(lambda: 3, lambda: None) == 3
    with pytest.raises(TimeoutError, match="of the work"):
        awaited(failing, lambda: None)
    with pytest.raises(TimeoutError, match="of the work"):
        soon(failing, None, 60)


def failing():
    raise TimeoutError("of the work")


def test_the_check_gives_up_work_that_hangs_and_a_file_that_comes_late_is_closed(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"x")
    answer, files = threading.Event(), []

    def work():
        answer.wait()
        files.append(path.open("rb"))
        return files[0]

    def check():
        raise GivenUpError

    with pytest.raises(GivenUpError):
        awaited(work, check)
    (thread,) = [each for each in threading.enumerate() if each.name == "disk"]
    answer.set()
    thread.join()
    assert files[0].closed


def test_what_does_not_come_soon_is_replaced():
    answer = threading.Event()
    assert soon(answer.wait, "otherwise", 0.01) == "otherwise"
    answer.set()
    assert soon(answer.wait, "otherwise", 60) is True
    assert begun(lambda: 4).result(60) == 4
