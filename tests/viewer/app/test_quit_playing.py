"""The process ends at once, without a word, when its window closes while an animation plays."""

import PIL.Image
from application import run

ACTIONS = """
from PySide6.QtCore import QTimer
def run_actions(window, close):
    shown = []
    window.pages._player.shown.connect(lambda: shown.append(1))
    window.actions_by_id["play"].trigger()
    def wait():
        if len(shown) > 3:
            print("playing", window.pages.playing, flush=True)
            close()
        else:
            window.pages.playing or window.actions_by_id["play"].trigger()
            QTimer.singleShot(20, wait)
    wait()
"""


def test_quitting_while_an_animation_plays(tmp_path, pytestconfig):
    frames = [PIL.Image.new("RGB", (80, 60), (40 * number, 90, 200)) for number in range(5)]
    path = tmp_path / "a.gif"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=20, loop=0)
    status, out, errors = run(
        pytestconfig, path, actions=ACTIONS, environment={"UNPIXEL_DATA": str(tmp_path / "data")}
    )
    assert status == 0 and "Traceback" not in errors and "QThread" not in errors, errors
    assert out.splitlines() == ["playing True"]
