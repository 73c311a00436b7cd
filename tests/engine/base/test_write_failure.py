"""Each reason why a file cannot be written has its own words and its own remedy."""

import errno
import os

import pytest

from engine.base import text_file, write_failure
from engine.base.errors import ExportError

REASONS = {
    errno.EACCES: ("you may not write to the folder", "permissions"),
    errno.EPERM: ("you may not write to the folder", "permissions"),
    errno.EROFS: ("read-only", "another folder"),
    errno.ENOSPC: ("the disk is full", "free disk space"),
    errno.EDQUOT: ("your quota", "delete files"),
    errno.ENAMETOOLONG: ("the name is too long", "shorter"),
    errno.ELOOP: ("a link that leads in a circle", "remove the link"),
    errno.EIO: ("cannot be written (Input/output error)", "check the disk"),
}


@pytest.mark.parametrize("number", REASONS, ids=errno.errorcode.get)
def test_each_failure_has_its_reason_and_its_remedy(tmp_path, number):
    reason, remedy = write_failure.explained(OSError(number, os.strerror(number)), tmp_path / "a.png")
    assert REASONS[number][0] in str(reason) and REASONS[number][1] in str(remedy)
    assert number == errno.ENOSPC or "disk space" not in str(remedy)


def test_a_missing_folder_is_named_also_behind_a_link(tmp_path):
    (tmp_path / "link.txt").symlink_to("gone/a.txt")
    for path in (tmp_path / "gone" / "a.txt", tmp_path / "link.txt"):
        with pytest.raises(ExportError, match=f"there is no folder {tmp_path}/gone; make the folder"):
            text_file.write(path, "text")
