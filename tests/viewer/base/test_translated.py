"""What the engine says, in the language that the window speaks: real failures, read where a user reads them."""

import json

import pytest
from languages import messages, ts
from PIL import Image
from waiting import WAIT

from engine import bookmarks
from engine.base import errors
from engine.base.errors import DataError
from engine.base.messages import message
from viewer.base import language
from viewer.models.panel import Models

SIZES = {"de": "1.234,5 GB", "zh": "1,234.5 GB"}
CPU = {"de": "CPU (", "zh": "CPU（"}


@pytest.fixture
def written(language_code):
    """The translations as their file has them."""
    return {each.source: each.texts[0] for each in messages(ts(language_code))}


def test_a_damaged_picture_is_told_with_its_name(language_code, written, make_window, qtbot, photo):
    file = photo.with_name("damaged.png")
    file.write_bytes(photo.read_bytes()[:400])
    window = make_window(file)
    qtbot.waitUntil(lambda: "damaged.png" in window.notices.text, timeout=WAIT)
    begin, _, _ = written["is damaged or incomplete ({why})"].partition("{why}")
    assert begin in window.notices.text
    assert window.notices.text.endswith(written["download or save the file again"])


def test_a_missing_file_is_told_without_a_word_of_english(
    language_code, written, make_window, qtbot, tmp_path
):
    window = make_window(tmp_path / "gone.png")
    qtbot.waitUntil(lambda: "gone.png" in window.notices.text, timeout=WAIT)
    reason, remedy = written["there is no such file"], written["check the name, or open another"]
    line = written["{subject}: {reason}; {remedy}"]
    told = line.format(subject=tmp_path / "gone.png", reason=reason, remedy=remedy)
    assert window.notices.text == told


def test_what_was_done_to_a_picture_is_told(language_code, written, make_window, qtbot, tmp_path):
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "two.gif", save_all=True, append_images=frames[1:])
    window = make_window(tmp_path / "two.gif")
    qtbot.waitUntil(lambda: written["first frame of an animation"] in window.notices.text, timeout=WAIT)


def test_a_model_that_is_not_there_and_the_device_of_one_that_is(
    language_code, written, make_window, qtbot, photo
):
    window = make_window(photo)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    assert CPU[language_code] in window.status.model.text()
    window.active_model.use("no-such-model")
    qtbot.waitUntil(lambda: "no-such-model" in window.notices.text, timeout=WAIT)
    assert written["no such model"] in window.notices.text


def test_a_damaged_file_of_bookmarks_is_told(language_code, written, make_window, qtbot, photo):
    window = make_window(photo)
    qtbot.waitUntil(lambda: window.windowTitle() == "a2.png", timeout=WAIT)
    bookmarks.path().parent.mkdir(parents=True)
    bookmarks.path().write_text("no list")
    window.actions_by_id["bookmark"].trigger()
    assert str(bookmarks.path()) in window.notices.text
    assert written["repair or remove the file"] in window.notices.text


def test_models_say_what_they_are(language_code, written, make_window, qtbot, photo):
    window = make_window(photo)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    window.actions_by_id["models"].trigger()
    panel = window.findChild(Models)
    about = written["interpolation without a network, for comparison"]
    qtbot.waitUntil(lambda: panel.about.text() == about, timeout=WAIT)


def test_numbers_are_those_of_the_language(language_code):
    assert language.translated(message("{size:,.1f} GB", size=1234.5)) == SIZES[language_code]


def test_an_error_within_another_is_translated_too(language_code, written):
    inner = errors.summary("b.png", message("{size} is too small", size="3x4"), message("it is skipped"))
    told = language.translated(message("{counts}, first: {first}", counts="3", first=inner))
    assert written["it is skipped"] in told and written["{size} is too small"].format(size="3x4") in told


def test_another_process_tells_its_failure_as_a_value(language_code, written):
    error = DataError("photos", message("no such folder"), message("choose a folder of images"))
    told = language.translated_failure(json.dumps(error.to_json()))
    assert written["no such folder"] in told and "folder" not in told.replace("photos", "")
    for line in ("RuntimeError: boom", "3", "{}", '{"message": 3}', "photos: gone; look elsewhere"):
        assert language.translated_failure(line) == line
