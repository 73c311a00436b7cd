"""The journey is made by the events of hands, and there and back it ends where it began."""

from viewer import bench


def test_a_journey_tells_of_all_its_legs(qapp, monkeypatch, photo):
    monkeypatch.setattr(bench, "SIZES", ((480, 320),))
    monkeypatch.setattr(bench, "SECONDS", 1)
    monkeypatch.setattr(bench, "STORM", 1)
    scales = []
    row_of = bench._row

    def watched(name, size, taken):
        scales.append(max(w.canvas.view.scale for w in qapp.topLevelWidgets() if hasattr(w, "canvas")))
        return row_of(name, size, taken)

    monkeypatch.setattr(bench, "_row", watched)
    rows = bench.frame(str(photo))
    assert [row["name"] for row in rows] == ["zoom in", "pan", "zoom out", "journey", "resize", "timer"]
    assert [row["frames"] for row in rows[:5]] == [60, 60, 60, 180, 60]
    assert rows[5]["p50_ms"] >= 15  # of a timer of 16 ms
    assert all(0 < row["p50_ms"] <= row["p95_ms"] <= row["p99_ms"] <= row["max_ms"] for row in rows)
    assert 0.8 * bench.DEEPEST < scales[0] < 1.25 * bench.DEEPEST
    assert scales[1] == scales[0]
    assert scales[2] < 2 and scales[4] < 2
    assert 2 <= scales[5] <= 8
    machine = {"processor": "x", "cores": 2}
    assert "480x320" in bench.table({"machine": machine, "rows": rows})
