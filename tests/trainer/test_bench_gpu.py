"""`bench gpu` runs all of its parts: here on the processor, in small sizes. Its speeds are not tested."""

import pytest
from PIL import Image

from engine.base.errors import DeviceError
from engine.bench import device_views
from trainer import bench_gpu
from trainer.loop import trial


def test_every_part_gives_its_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(device_views, "SIZES", ((160, 90),))
    monkeypatch.setattr(device_views, "SCALES", (4.0,))
    monkeypatch.setattr(device_views, "AGAIN", 2)
    monkeypatch.setattr(bench_gpu, "RECIPES", ("live",))
    monkeypatch.setattr(bench_gpu, "PRECISIONS", ("fp32",))
    monkeypatch.setattr(bench_gpu, "RESUMED_STEPS", 2)
    monkeypatch.setattr(trial, "TRIAL_STEPS", 1)
    recipe = bench_gpu._recipe
    monkeypatch.setattr(bench_gpu, "_recipe", lambda *given: recipe(*given, "train.batch=2", "data.patch=24"))
    path = tmp_path / "photo.png"
    Image.effect_noise((240, 220), 60).convert("RGB").save(path)
    rows = list(bench_gpu.rows(str(path), ("bicubic", "no-such-model"), "cpu"))
    parts = [row["part"] for row in rows]
    assert parts[:7] == ["view", *["agreement"] * 3, *["export"] * 3]
    assert "error" in parts and "no-such-model" in str(rows)  # and what follows it is measured
    assert parts[-4:] == ["step", "step", "error", "resume"]
    assert [row.get("teacher") for row in rows[-4:-2]] == [None, "bicubic"]
    assert "no-such-model" in rows[-2]["error"]
    exact = next(row for row in rows if row["part"] == "agreement" and row["precision"] == "fp32")
    assert exact["max"] == 0
    assert rows[-1]["largest_difference"] == 0
    assert "largest_difference" in bench_gpu.table({"rows": rows})


def test_without_an_accelerator_it_says_so(monkeypatch):
    monkeypatch.setattr("torch.accelerator.current_accelerator", lambda check_available: None)
    with pytest.raises(DeviceError, match="no accelerator"):
        bench_gpu.gpu("demo", ("live",))
