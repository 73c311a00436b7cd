"""Unpixel finds its own command line, from any folder and from a bundle."""

import subprocess
import sys

from engine.base.own_command import own_command


def test_the_command_line_is_found_from_any_folder(tmp_path):
    done = subprocess.run(
        own_command(["--version"]), cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Unpixel ")


def test_a_bundle_is_its_own_command_line(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command(["train", "live"]) == [sys.executable, "train", "live"]
