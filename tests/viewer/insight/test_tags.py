"""How a photograph was taken, in the inspector; and the dialog with all tags."""

import PIL.Image
import pytest
from pictures import drawn
from PIL import ExifTags
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from waiting import opened, settle

from viewer.insight import shot
from viewer.insight.tags_dialog import TagsDialog

PHOTO = ExifTags.IFD.Exif
SHOT = [
    ("Camera", "Example 5"),
    ("Optics", "Lens 50/1.8"),
    ("Exposure", "1/125 s, f/2.8, ISO 100, 33 mm (like 50 mm)"),
    ("Taken", "2026-05-01 18:30:05"),
    ("Place", "50.927054, -11.589237, 143 m"),
]


@pytest.fixture
def photograph(tmp_path):
    exif = PIL.Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "EXAMPLE Corp.", "Example 5"
    exif.get_ifd(PHOTO).update(
        {
            ExifTags.Base.ExposureTime: 0.008,
            ExifTags.Base.FNumber: 2.8,
            ExifTags.Base.ISOSpeedRatings: 100,
            ExifTags.Base.FocalLength: 33.0,
            ExifTags.Base.FocalLengthIn35mmFilm: 50,
            ExifTags.Base.LensModel: "Lens 50/1.8",
            ExifTags.Base.DateTimeOriginal: "2026:05:01 18:30:05",
        }
    )
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: (50.0, 55.0, 37.396),
            ExifTags.GPS.GPSLongitudeRef: "W",
            ExifTags.GPS.GPSLongitude: (11.0, 35.0, 21.252),
            ExifTags.GPS.GPSAltitude: 143.2,
        }
    )
    path = tmp_path / "shot.jpg"
    PIL.Image.fromarray(drawn(120, 80)).save(path, exif=exif)
    return path


@pytest.fixture
def photographed(make_window, qtbot, photograph):
    window = make_window(photograph)
    settle(qtbot, window)
    return window


def test_the_inspector_says_how_a_photograph_was_taken(photographed, qtbot, photo):
    photographed.actions_by_id["inspector"].trigger()
    table = photographed.insight.inspector.shot
    qtbot.waitUntil(lambda: table.lines() == SHOT)
    photographed.opening.open(photo)
    qtbot.waitUntil(lambda: photographed.windowTitle() == "a2.png")
    qtbot.waitUntil(lambda: table.lines() == [])
    photographed.opening.open(photo.with_name("shot.jpg"))
    qtbot.waitUntil(lambda: table.lines() == SHOT)


@pytest.mark.parametrize(
    ("tags", "lines"),
    [
        ({}, []),
        ({"ExposureTime": "30"}, [("Exposure", "30 s")]),
        ({"ExposureTime": "0.5"}, [("Exposure", "0.5 s")]),
        ({"ExposureTime": "—", "FNumber": "0"}, []),
        ({"Make": "NIKON CORPORATION", "Model": "NIKON D850"}, [("Camera", "NIKON D850")]),
        ({"Make": "Apple", "Model": "iPhone 12"}, [("Camera", "Apple iPhone 12")]),
        ({"DateTime": "    :  :     :  :  "}, []),
        ({"GPSLatitude": "1, 2, 3"}, []),
        ({"GPSLatitude": "x", "GPSLongitude": "1/2, 3"}, []),
        (
            {"GPSLatitude": "33.5", "GPSLongitude": "70, 30", "GPSLatitudeRef": "S", "GPSAltitudeRef": "1"},
            [("Place", "-33.500000, 70.500000")],
        ),
    ],
)
def test_what_tags_say(tags, lines):
    assert shot.lines(tags) == lines


@pytest.fixture
def dialog(photographed, qtbot):
    photographed.actions_by_id["tags"].trigger()
    dialog = photographed.findChild(TagsDialog)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() > 0)
    return dialog


def shown(dialog):
    return [line.split("\t")[1] for line in dialog.tree.text().splitlines()]


@pytest.mark.action("tags")
def test_tags_are_searched_and_copied(dialog, qtbot):
    assert {"Make", "LensModel", "GPSLatitude"} <= set(shown(dialog))
    qtbot.keyClicks(dialog.search, "lens mod")
    assert shown(dialog) == ["LensModel"] and dialog.note.text().startswith("1 of ")
    dialog.search.setText("50/1.8")
    assert shown(dialog) == ["LensModel"]
    group = dialog.tree.topLevelItem(0)
    dialog.tree.setCurrentItem(group.child(0))
    dialog.tree.clearSelection()
    row = next(
        group.child(number)
        for group in [dialog.tree.topLevelItem(0)]
        for number in range(group.childCount())
        if not group.child(number).isHidden()
    )
    row.setSelected(True)
    qtbot.keyClick(dialog.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Lens 50/1.8"
    dialog.copy_all_button.click()
    assert QGuiApplication.clipboard().text() == "EXIF\tLensModel\tLens 50/1.8"


def test_the_dialog_follows_the_picture(dialog, photographed, qtbot, photo):
    photographed.opening.open(photo)
    qtbot.waitUntil(lambda: len(opened(photographed)) == 2)
    qtbot.waitUntil(lambda: dialog.note.text() == "The file has no tags.")
    assert not dialog.copy_all_button.isEnabled() and "a2.png" in dialog.windowTitle()
    photographed.opening.open_demo()
    qtbot.waitUntil(lambda: len(opened(photographed)) == 3)
    assert dialog.note.text() == "The file has no tags."
