"""The photograph that comes with Unpixel; its author and licence stand beside it in CREDIT.md."""

from pathlib import Path

PATH = Path(__file__).resolve().parents[2] / "assets" / "demo" / "dandelion.jpg"
