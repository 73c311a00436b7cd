"""Where the dialogs for files begin."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from engine.images import demo_photo
from viewer.widgets import file_dialogs

ASKS = {
    "getOpenFileNames": lambda folder: file_dialogs.open_files(None, "Open", folder, "All (*)"),
    "getExistingDirectory": lambda folder: file_dialogs.folder(None, "Folder", folder),
    "getSaveFileName": lambda folder: file_dialogs.save_file(None, "Save", folder / "a.png", "All (*)"),
}


@pytest.mark.parametrize("name", ASKS)
@pytest.mark.parametrize("pictures", [True, False], ids=["pictures", "home"])
def test_no_dialog_begins_in_a_folder_of_unpixel(qapp, monkeypatch, tmp_path, name, pictures):
    of_user = tmp_path / "Pictures"
    if pictures:
        of_user.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(of_user))
    starts = []

    def answer(_parent, _title, start, *_more, **_options):
        starts.append(Path(start))
        return "" if name == "getExistingDirectory" else ([] if name == "getOpenFileNames" else "", "")

    monkeypatch.setattr(QFileDialog, name, answer)
    ASKS[name](demo_photo.PATH.parent)
    ASKS[name](tmp_path)
    first, second = (each.parent if name == "getSaveFileName" else each for each in starts)
    assert first == (of_user if pictures else Path.home())
    assert second == tmp_path
