"""The benchmark runs and returns the rows that README documents. Its speeds are not tested."""

from types import SimpleNamespace

from tests.trainer.conftest import small
from trainer import bench


def test_train_measures_each_recipe_and_the_plain_loop(photos, tmp_path, monkeypatch):
    # small pictures and networks, so that the test is fast
    def load_small(name, places):
        return small(name, photos, tmp_path / name)

    monkeypatch.setattr(bench, "recipe_loading", SimpleNamespace(load_recipe=load_small))
    monkeypatch.setattr(bench, "STEPS", dict.fromkeys(bench.STEPS, 1))
    rows = bench.train()
    assert [(row["recipe"], row["way"]) for row in rows] == [
        ("liif-edsr", "plain"),
        ("liif-edsr", "unpixel"),
        ("live", "unpixel"),
    ]
    for row in rows:
        assert row["ms"] > 0 and row["steps_per_s"] > 0 and 0 <= row["data_share"] < 1
    assert rows[0]["ratio"] == 1.0 and rows[1]["ratio"] > 0 and rows[2]["ratio"] is None
    assert "liif-edsr" in bench.table({"machine": {"processor": "x", "device": "y"}, "rows": rows})
