"""The layout of a folder is recognized by its names."""

import pytest

from engine.base.errors import DataError
from tests.trainer.folders import saved
from trainer.data import dataset
from trainer.data.dataset import Kind, Pair, describe


def names(files):
    return [path.name for path in files]


def test_div2k_as_unpacked(tmp_path):
    for name in ("0001", "0002"):
        saved(tmp_path / "DIV2K_train_HR" / f"{name}.png", 8, 8)
        saved(tmp_path / "DIV2K_train_LR_bicubic" / "X2" / f"{name}x2.png", 4, 4)
        saved(tmp_path / "DIV2K_train_LR_bicubic" / "X4" / f"{name}x4.png", 2, 2)
    saved(tmp_path / "DIV2K_valid_HR" / "0801.png", 8, 8)
    saved(tmp_path / "DIV2K_valid_LR_bicubic" / "X2" / "0801x2.png", 4, 4)
    for root in (tmp_path, tmp_path / "DIV2K_train_HR"):
        found = describe(root)
        assert found.kind is Kind.DIV2K
        assert names(found.training) == ["0001.png", "0002.png"]
        assert names(found.validation) == ["0801.png"]
        assert [(p.high.name, p.low.name, p.scale) for p in found.pairs] == [
            ("0001.png", "0001x2.png", 2),
            ("0002.png", "0002x2.png", 2),
            ("0001.png", "0001x4.png", 4),
            ("0002.png", "0002x4.png", 4),
        ]


def test_a_benchmark_folder(tmp_path):
    high = saved(tmp_path / "HR" / "baby.png", 8, 8)
    low = saved(tmp_path / "LR_bicubic" / "X3" / "babyx3.png", 2, 2)
    found = describe(tmp_path)
    assert found.kind is Kind.BENCHMARK
    assert found.training == (high,)
    assert found.pairs == (Pair(high, low, 3),)


@pytest.mark.parametrize(("upper", "lower"), [("HR", "LR"), ("gt", "lq"), ("target", "input")])
def test_pairs_of_folders_with_usual_names(tmp_path, upper, lower):
    high = saved(tmp_path / upper / "deep" / "a.png", 8, 8)
    saved(tmp_path / upper / "alone.png", 8, 8)
    low = saved(tmp_path / lower / "deep" / "a.bmp", 4, 4)
    found = describe(tmp_path)
    assert found.kind is Kind.PAIRS
    assert names(found.training) == ["alone.png", "a.png"]
    assert found.pairs == (Pair(high, low, None),)


def test_pairs_of_given_folders(tmp_path):
    high, low = saved(tmp_path / "large" / "a.png", 8, 8), saved(tmp_path / "small" / "a.png", 4, 4)
    found = describe(tmp_path / "large", tmp_path / "small")
    assert (found.kind, found.pairs) == (Kind.PAIRS, (Pair(high, low, None),))


def test_any_two_size_folders_can_be_paired_and_hold_out_the_same_pictures(tmp_path):
    for side in (8, 16, 32):
        for index in range(40):
            saved(tmp_path / str(side) / f"{index:03}.png", side, side)
    found = describe(tmp_path)
    assert (found.kind, found.sides) == (Kind.SIZES, (8, 16, 32))
    assert names(found.validation) == ["010.png", "030.png"]
    assert len(found.training) == 38
    pairs = dataset.size_pairs(found, 8, 16)
    assert len(pairs) == 38
    assert all(p.high.name == p.low.name and p.high.parent.name == "16" for p in pairs)
    assert not {p.high.name for p in pairs} & {"010.png", "030.png"}
    with pytest.raises(DataError, match=r"no folder 64/.*8, 16, 32"):
        dataset.size_pairs(found, 8, 64)


def test_a_tree_leaves_out_hidden_files_and_reduced_copies_and_holds_out_validation_folders(tmp_path):
    saved(tmp_path / "b.png", 8, 8)
    saved(tmp_path / "summer" / "a.jpg", 8, 8)
    saved(tmp_path / ".thumbnails" / "t.png", 8, 8)
    saved(tmp_path / "summer" / "._a.png", 8, 8)
    saved(tmp_path / "Set5" / "LR_bicubic" / "X2" / "c.png", 8, 8)
    saved(tmp_path / "valid" / "v.png", 8, 8)
    (tmp_path / "notes.txt").write_text("no image")
    found = describe(tmp_path)
    assert found.kind is Kind.TREE
    assert names(found.training) == ["b.png", "a.jpg"]
    assert names(found.validation) == ["v.png"]


@pytest.mark.parametrize(
    ("count", "held_out"), [(1, 0), (4, 0), (5, 1), (12, 1), (20, 1), (39, 2), (100, 5), (400, 12)]
)
def test_a_folder_without_a_validation_set_holds_out_a_few_files(tmp_path, count, held_out):
    for index in range(count):
        (tmp_path / f"{index:03}.png").touch()  # empty: no file is opened
    found = describe(tmp_path)
    assert len(found.validation) == held_out
    assert len(found.training) == count - held_out
    assert not set(found.training) & set(found.validation)


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(DataError, match="no such folder"):
        describe(tmp_path / "none")
    with pytest.raises(DataError, match=r"none: no such folder"):
        describe(tmp_path, tmp_path / "none")
