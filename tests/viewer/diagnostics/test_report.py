"""The problem report tells of the program, and nothing of the user: no name of a picture, a folder or a model."""

import json
import logging
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from engine.base.errors import ExportError, ImageError
from engine.base.messages import message
from viewer.base import settings as viewer_settings
from viewer.diagnostics import crash_file, log, report
from viewer.diagnostics.redaction import PROGRAM, redacted

FOUND = {"machine": {"cores": 2}, "models": ["live", "my secret model"], "models_folder": "/home/me/models"}
NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=("Cs",)), min_size=4, max_size=30)


@pytest.fixture
def logging_to_file():
    """Has this process log as the window's process does."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    log.start()
    yield root
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def content(path):
    """All text of a report, the names of its parts too."""
    with zipfile.ZipFile(path) as archive:
        return "\n".join([*archive.namelist(), *(archive.read(name).decode() for name in archive.namelist())])


def fail(path):
    """Raises what the program raises of a file, one error from another, with notes."""
    try:
        try:
            path.open()
        except (OSError, ValueError) as error:
            error.add_note(f"while opening {path}")
            raise ImageError(
                path.name, message("is damaged ({why})", why=error), message("open another")
            ) from error
    except ImageError:
        raise KeyError(str(path))  # noqa: B904 - an error while another is handled


def log_everything_of(path):
    """Logs what goes wrong with a file in every way that the window does."""
    refused = ExportError(path, message("x"), message("y"))
    for error in (OSError(2, "No such file", str(path)), ValueError(f"{path}\n{path.name}"), refused):
        logging.getLogger("viewer.export").error("failed", exc_info=error)
    try:
        fail(path)
    except KeyError:
        logging.getLogger("engine.session").exception("%s", path)
    logging.getLogger("qt").warning("QFile::open: %s is missing", path)
    logging.getLogger("PIL.Image").warning("%s: %s", path.name, path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(NAMES, min_size=1, max_size=4))
def test_no_part_of_a_path_is_in_the_report(logging_to_file, tmp_path, names):
    out = tmp_path / "r.zip"
    log.path().write_text("")
    log_everything_of(Path("/b", "a"))
    report.write(out, FOUND)
    before = content(out)
    assume(not any(name in before for name in names))  # such as "File"
    log_everything_of(Path("/", *names))
    crash_file.last_crash().write_text(
        f'Fatal Python error: Aborted\n\n  File "/{"/".join(names)}", line 3 in load\n'
    )
    report.write(out, FOUND)
    after = content(out)
    assert "Fatal Python error: Aborted" in after and after.count("raised builtins.KeyError") == 2
    assert [name for name in names if name in after] == []


def test_the_report_tells_what_helps(logging_to_file, tmp_path):
    try:
        fail(Path("/home/me/cat.png"))
    except KeyError:
        logging.getLogger("viewer.app").exception("failed")
    try:
        divmod(1, 0)
    except ZeroDivisionError:
        logging.getLogger("viewer.app").exception("failed")
    viewer_settings.change(tiles=77)
    report.write(tmp_path / "r.zip", FOUND)
    with zipfile.ZipFile(tmp_path / "r.zip") as archive:
        assert sorted(archive.namelist()) == ["about.json", "crash.txt", "log.txt", "settings.json"]
        about, told = json.loads(archive.read("about.json")), archive.read("log.txt").decode()
        assert json.loads(archive.read("settings.json"))["tiles"] == 77
    assert about["machine"] == {"cores": 2} and about["unpixel"]
    assert "me" not in " ".join(about) and "models" not in about
    assert "ERROR viewer.app\n" in told
    assert f"  {Path(__file__).relative_to(PROGRAM).as_posix()}:" in told and " fail\n" in told
    assert "  raised engine.base.errors.ImageError\n" in told
    assert "  raised builtins.ZeroDivisionError: integer division or modulo by zero\n" in told
    assert "cat" not in told


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (
            "  raised builtins.TypeError: expected str, not 'int'",
            "  raised builtins.TypeError: expected str, not 'int'\n",
        ),
        ("  raised builtins.TypeError: no 'my cat.png'", "  raised builtins.TypeError: no …\n"),
        ("  raised builtins.TypeError: /home/me", "  raised builtins.TypeError\n"),
        ("  raised other.TypeError: cat", "  raised other.TypeError\n"),
        ("anything", ""),
        ('  File "/home/me/cat.png", line 3, in load', "  …\n"),
        (f'  File "{PROGRAM}/../secret/x.py", line 3, in load', "  …\n"),
        (f'  File "{PROGRAM}/viewer/x.py", line 3 in load', "  viewer/x.py:3 load\n"),
    ],
)
def test_lines_of_a_log(line, kept):
    assert redacted(line) == kept


def test_a_report_that_cannot_be_written_is_an_error_and_the_old_one_stays(tmp_path):
    with pytest.raises(ExportError):
        report.write(tmp_path / "no folder" / "r.zip", FOUND)
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(ExportError):
        report.write(tmp_path / "folder.zip", FOUND)


def test_the_log_rotates_and_stays_small(logging_to_file, monkeypatch):
    for _ in range(60):
        logging.getLogger("viewer").error("x" * 9000 + "\nsecond line")
    handler = next(each for each in logging_to_file.handlers if isinstance(each, log.QuietFileHandler))
    assert handler.maxBytes == log.MAX_BYTES
    sizes = [file.stat().st_size for file in log.path().parent.glob("log.txt*")]
    assert len(sizes) == 2 and max(sizes) <= log.MAX_BYTES
    assert "second line" in log.read() and "\nsecond line" not in log.read()
    assert all(line.startswith("20") for line in log.read().splitlines())


def test_a_full_disk_does_not_stop_anything(logging_to_file, capsys):
    handler = next(each for each in logging_to_file.handlers if isinstance(each, log.QuietFileHandler))
    handler.stream.close()
    with suppress(OSError), Path("/dev/full").open("w") as handler.stream:  # closing it flushes once more
        logging.getLogger("viewer").error("not stored")
        assert "Logging error" not in capsys.readouterr().err
    handler.stream = None
