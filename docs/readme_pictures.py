"""Makes the pictures of the README from the photograph in assets/demo: the window, and a short film of a zoom.

    QT_QPA_PLATFORM=offscreen python docs/readme_pictures.py

writes assets/pictures/window.png and assets/pictures/zoom.webp.
"""

import json
import os
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "assets" / "pictures"
SEED = 454.5, 279.0
"""Source px of a seed in the photograph."""
FILM_SIZE, FILM_RATE, FILM_QUALITY = (720, 406), 14, 84
WINDOW_SIZE, WINDOW_SCALE = (1280, 800), 11.0


def film(out: Path) -> None:
    """Writes a film that zooms from the whole photograph to a seed."""
    import main
    from engine.images import demo_photo

    whole = {"x": "800", "y": "450", "scale": FILM_SIZE[0] / 1600, "hold": 0.6}
    seed = {"x": str(SEED[0]), "y": str(SEED[1]), "scale": 14.0, "hold": 1.0}
    key = {
        "name": "key",
        "file": str(demo_photo.PATH),
        "model": "live",
        "width": FILM_SIZE[0],
        "height": FILM_SIZE[1],
    }
    path = {
        "version": 1,
        "size": FILM_SIZE,
        "rate": FILM_RATE,
        "speed": 1.7,
        "keys": [key | whole, key | seed],
    }
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "path.json"
        file.write_text(json.dumps(path))
        status = main.main(["render", str(out), "--film", str(file), "--quality", str(FILM_QUALITY)])
    if status:
        raise SystemExit(status)


def window(out: Path) -> None:
    """Writes a picture of the window with the photograph, beside the inspector."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["UNPIXEL_DATA"] = folder
        from PySide6.QtWidgets import QApplication

        from engine.images import demo_photo
        from engine.session.events import ViewSettled
        from viewer.app.main_window import MainWindow
        from viewer.base import language, settings, theme

        application = QApplication([])
        settings.change(theme="dark")
        language.install(application, language.ENGLISH)
        theme.use(application)
        shown = MainWindow(str(demo_photo.PATH))
        shown.resize(*WINDOW_SIZE)
        shown.show()
        settled: list[int] = []
        shown.bridge.event.connect(
            lambda event: settled.append(event.request) if isinstance(event, ViewSettled) else None
        )
        while not settled or shown.active_model.ready is None:
            application.processEvents()
        shown.actions_by_id["navigator"].trigger()
        shown.canvas.navigation.jump_to(Fraction(SEED[0]), Fraction(SEED[1]), WINDOW_SCALE)
        count = len(settled)
        while len(settled) == count or not shown.canvas.is_idle:
            application.processEvents()
        shown.notices.clear()
        for _ in range(20):
            application.processEvents()
        shown.grab().save(str(out))
        shown.close()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    film(PICTURES / "zoom.webp")
    window(PICTURES / "window.png")
