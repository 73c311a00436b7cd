"""The benchmarks run and report the fields that README documents. Their speed is not tested."""

import numpy as np
import pytest
import tifffile

from engine.base.errors import ModelError
from engine.bench import cancel, decode, drawn_files, export
from engine.bench import open as opening
from engine.compute import device
from engine.images import demo

pytestmark = pytest.mark.long
DOCUMENTED_FIELDS = {
    "bench",
    "name",
    "scale",
    "size",
    "ms",
    "px_per_s",
    "ratio",
    "mean_error_255",
    "max_error_255",
}


@pytest.mark.parametrize("has_bf16", [True, False])
def test_decode_compares_each_way_with_the_official_procedure(monkeypatch, has_bf16):
    monkeypatch.setattr(device, "_has_bf16", lambda kind: has_bf16)
    monkeypatch.setattr(decode, "VIEW", (12, 40))
    monkeypatch.setattr(decode, "SCALES", (4,))
    monkeypatch.setattr(decode, "OFFICIAL_QUERIES", 200)
    rows = decode.decode(None, "demo")
    half = ["factorised bf16", "sampled bf16"] if has_bf16 else ["sampled fp32"]
    ways = ["plain", "factorised fp32", *half, "live"]
    assert [row["name"] for row in rows] == ways
    for row in rows:
        assert set(row) == DOCUMENTED_FIELDS
        assert row["size"] == [40, 12]
        assert row["px_per_s"] > 0
    plain, exact, *approximate, live = rows
    assert plain["ratio"] == 1.0
    assert exact["max_error_255"] < 0.05
    assert all(row["mean_error_255"] < 1.5 for row in approximate)
    assert live["max_error_255"] < 0.01
    assert ways[-2] in decode.table({"machine": {"processor": "x", "device": "y"}, "rows": rows})


def test_decode_refuses_a_model_that_is_no_liif():
    with pytest.raises(ModelError, match="is not a LIIF model"):
        decode.decode("bicubic", "demo")


def test_open_measures_large_files(monkeypatch):
    monkeypatch.setattr(opening, "KINDS", {})
    monkeypatch.setattr(opening, "REPEATS", 3)
    _, *rows = opening.open_files("demo", (1,))
    assert [row["name"] for row in rows] == ["large TIFF", "large JPEG", "large PNG"]
    for row in rows:
        assert 0 < row["first_ms"] <= row["whole_ms"] <= row["ready_ms"]
        assert row["peak_mb"] > 10 and row["vips_ms"] > 0 and row["vips_mb"] > 10
    assert "large PNG" in opening.table({"rows": rows})


def test_the_tiled_file_of_the_bench_is_its_photo_repeated(tmp_path):
    pixels = drawn_files.photo(demo.demo().eight_bits)
    drawn_files.write_tiled(tmp_path / "tiled.tif", pixels, 2500)
    with tifffile.TiffFile(tmp_path / "tiled.tif") as file:
        assert [page.shape[:2] for page in file.pages] == [(2500, 2500), (1250, 1250)]
        found = file.pages[0].asarray()
    np.testing.assert_array_equal(found, np.tile(pixels, (2, 2, 1))[:2500, :2500])


def test_open_compares_this_process_with_the_child(monkeypatch):
    monkeypatch.setattr(opening, "SIZE", (60, 40))
    monkeypatch.setattr(opening, "REPEATS", 3)
    restart, *rows = opening.open_files("demo")
    assert restart["name"] == "restart" and restart["child_ms"] > 0
    assert [row["name"] for row in rows] == list(opening.KINDS)
    for row in rows:
        assert row["in_process_ms"] > 0 and row["child_ms"] > 0 and row["child_mb"] > 1
    assert "JPEG" in opening.table({"rows": [restart, *rows]})


def test_cancel_measures_every_cancellation(monkeypatch):
    monkeypatch.setattr(cancel, "VIEW", (200, 100))
    monkeypatch.setattr(cancel, "REPEATS", 3)
    monkeypatch.setattr(cancel, "MAX_DELAY_S", 0.05)
    (row,) = cancel.cancel(("live",))
    assert row["count"] == 3
    assert 0 <= row["p50_ms"] <= row["p95_ms"] <= row["max_ms"]
    assert "live" in cancel.table({"rows": [row]})


def test_export_compares_the_writers_with_pillow(monkeypatch):
    monkeypatch.setattr(export, "CASES", export.CASES[:1])
    rows = export.export("demo", (1,))
    assert [row["writer"] for row in rows][:2] == ["unpixel", "pillow"]
    for row in rows:
        assert row["mp_per_s"] > 0 and row["mp_per_cpu_s"] > 0 and row["file_mb"] > 0
    assert rows[1]["peak_mb"] > 2, "Pillow holds the picture"
    assert "PNG" in export.table({"rows": rows})
