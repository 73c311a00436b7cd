"""Messages of the engine appear translated in the window. The failures are real ones."""

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
from viewer.models.purposes import PURPOSES

SIZES = {"de": "1.234,5 GB", "zh": "1,234.5 GB"}
CPU = {"de": "CPU (", "zh": "CPU（"}


@pytest.fixture
def translations(language_code):
    """The translations of the .ts file by English text."""
    return {entry.source: entry.texts[0] for entry in messages(ts(language_code))}


def test_a_damaged_picture_is_reported_with_its_name(language_code, translations, make_window, qtbot, photo):
    file = photo.with_name("damaged.png")
    file.write_bytes(photo.read_bytes()[:400])
    window = make_window(file)
    qtbot.waitUntil(lambda: "damaged.png" in window.notices.text, timeout=WAIT)
    begin, _, _ = translations["is damaged or incomplete ({why})"].partition("{why}")
    assert begin in window.notices.text
    assert window.notices.text.endswith(translations["download or save the file again"])


def test_a_missing_file_is_reported_entirely_in_the_language(
    language_code, translations, make_window, qtbot, tmp_path
):
    window = make_window(tmp_path / "gone.png")
    qtbot.waitUntil(lambda: "gone.png" in window.notices.text, timeout=WAIT)
    reason, remedy = translations["there is no such file"], translations["check the name, or open another"]
    line = translations["{subject}: {reason}; {remedy}"]
    expected = line.format(subject=tmp_path / "gone.png", reason=reason, remedy=remedy)
    assert window.notices.text == expected


def test_a_notice_about_a_picture_is_translated(language_code, translations, make_window, qtbot, tmp_path):
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "two.gif", save_all=True, append_images=frames[1:])
    window = make_window(tmp_path / "two.gif")
    qtbot.waitUntil(
        lambda: translations["first frame of an animation of {count}"].format(count=2) in window.notices.text,
        timeout=WAIT,
    )


def test_a_missing_model_and_the_name_of_the_device_are_translated(
    language_code, translations, make_window, qtbot, photo
):
    window = make_window(photo)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    assert CPU[language_code] in window.status.model.text()
    window.active_model.use("no-such-model")
    qtbot.waitUntil(lambda: "no-such-model" in window.notices.text, timeout=WAIT)
    assert translations["no such model"] in window.notices.text


def test_bookmarks_of_a_newer_version_are_reported_in_the_language(
    language_code, translations, make_window, qtbot, photo
):
    window = make_window(photo)
    qtbot.waitUntil(lambda: window.windowTitle() == "a2.png", timeout=WAIT)
    bookmarks.path().parent.mkdir(parents=True, exist_ok=True)
    bookmarks.path().write_text('{"version": 99, "bookmarks": []}')
    window.actions_by_id["bookmark"].trigger()
    assert str(bookmarks.path()) in window.notices.text
    assert translations["update Unpixel, or remove the file"] in window.notices.text


def test_the_descriptions_of_models_are_translated(language_code, translations, make_window, qtbot, photo):
    window = make_window(photo)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    window.actions_by_id["models"].trigger()
    panel = window.findChild(Models)
    about = translations[PURPOSES["bicubic"]]
    qtbot.waitUntil(lambda: panel.about.text() == about, timeout=WAIT)


def test_numbers_in_messages_follow_the_language(language_code):
    assert language.translated(message("{size:,.1f} GB", size=1234.5)) == SIZES[language_code]


def test_an_error_inside_another_is_translated(language_code, translations):
    inner = errors.summary("b.png", message("{size} is too small", size="3x4"), message("it is skipped"))
    text = language.translated(message("{counts}, first: {first}", counts="3", first=inner))
    assert translations["it is skipped"] in text
    assert translations["{size} is too small"].format(size="3x4") in text


def test_a_failure_of_another_process_is_translated_from_json(language_code, translations):
    error = DataError("photos", message("no such folder"), message("choose a folder of images"))
    translated = language.translated_failure(json.dumps(error.to_json()))
    assert translations["no such folder"] in translated and "folder" not in translated.replace("photos", "")
    for line in ("RuntimeError: boom", "3", "{}", '{"message": 3}', "photos: gone; look elsewhere"):
        assert language.translated_failure(line) == line
