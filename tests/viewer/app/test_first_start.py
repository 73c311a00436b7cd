"""The tour begins with the first start of the program, and not with those after it: real processes."""

import application

VISIBLE = "from viewer.app import introduction; introduction.UNSEEN = ''"
"""Code that lets the first start think that somebody sees its offscreen window."""
REPORT = """
def run_actions(window, close):
    def report():
        if window.opened is None:
            QTimer.singleShot(50, window, report)
            return
        tour = window.introduction.tour
        print("hint", None if tour is None else tour.number, flush=True)
        if tour is not None:
            tour.skip_button.click()
        close()
    report()
"""


def test_a_skipped_tour_stays_away_after_a_restart(pytestconfig, tmp_path, photo):
    def start():
        environment = {"UNPIXEL_DATA": str(tmp_path / "own")}
        return application.run(pytestconfig, photo, before=VISIBLE, actions=REPORT, environment=environment)

    told = [start() for _ in range(2)]
    assert [[line for line in out.splitlines() if line.startswith("hint")] for _, out, _ in told] == [
        ["hint 0"],
        ["hint None"],
    ], told
