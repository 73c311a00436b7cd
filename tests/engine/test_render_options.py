"""Options of the `render` command: sizes, the file, presets, and what its JSON says."""

import json

import numpy as np
import PIL.Image
import pytest

import main
from tests.engine.export import sources


@pytest.fixture
def photo(tmp_path, monkeypatch):
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    return sources.jpeg(tmp_path / "photo.jpg", orientation=1)


def render(capsys, photo, name, *words):
    out = photo.with_name(name)
    assert main.main(["render", str(photo), str(out), "--model", "bicubic", "--json", *words]) == 0
    return json.loads(capsys.readouterr().out), out


@pytest.mark.parametrize(
    "words, size",
    [
        (["--width", "60"], (60, 40)),
        (["--height", "32"], (48, 32)),
        (["--longest", "30"], (30, 20)),
        (["--megapixels", "0.0054"], (90, 60)),
        (["--fit", "500x40"], (60, 40)),
        (["--print", "2x3in", "--dpi", "20"], (60, 40)),
        (["--print", "25.4x1000mm", "--dpi", "32"], (48, 32)),
        (["--scale", "5/2"], (60, 40)),
        (["--size", "10x10"], (10, 10)),
        (["--width", "10", "--region", "0,0,10,16"], (10, 16)),
        (["--width", "32", "--orientation", "1"], (32, 48)),
    ],
)
def test_sizes(photo, capsys, words, size):
    result, out = render(capsys, photo, "a.png", *words)
    with PIL.Image.open(out) as picture:
        assert tuple(result["size"]) == size == picture.size


def test_fidelity_mixes_the_model_with_bicubic(photo, capsys):
    """The judge is arithmetic on the two files: of each sample a third of one and two thirds of the other."""
    noise = np.random.default_rng(5).integers(0, 256, (16, 24, 3), np.uint8)
    photo, files = photo.with_name("noise.png"), {}
    PIL.Image.fromarray(noise).save(photo)
    for name, words in (
        ("live.png", ["--model", "live"]),
        ("bicubic.png", []),
        ("mixed.png", ["--model", "live", "--fidelity", "1/3"]),
    ):
        _, out = render(capsys, photo, name, "--scale", "3", *words)
        files[name] = np.asarray(PIL.Image.open(out)).astype(float)
    expected = files["live.png"] / 3 + files["bicubic.png"] * 2 / 3
    assert np.abs(files["live.png"] - files["bicubic.png"]).max() > 3
    assert np.abs(files["mixed.png"] - expected).max() <= 1


@pytest.mark.parametrize("value", ["1.1", "-0.5", "much"])
def test_fidelity_is_a_share(photo, value):
    with pytest.raises(SystemExit) as ended:
        main.main(
            ["render", str(photo), str(photo.with_name("a.png")), "--scale", "2", f"--fidelity={value}"]
        )
    assert ended.value.code == 2


def test_the_json_says_what_was_written(photo, capsys):
    result, out = render(capsys, photo, "a.webp", "--width", "48")
    assert result["bytes"] == out.stat().st_size and result["bits"] == 8 and result["ms"] > 0
    assert result["exif"]["Make"] == "Zeiss" and result["exif"]["ExposureTime"] == "1/125"
    assert result["exif"]["GPSLatitude"] == "48, 23, 30"
    assert any("WebP holds no IPTC" in notice for notice in result["notices"])


def test_options_of_the_file(photo, capsys):
    words = (
        "--quality",
        "40",
        "--progressive",
        "--subsampling",
        "4:2:0",
        "--metadata",
        "strip",
        "--dpi",
        "150",
    )
    _, out = render(capsys, photo, "a.jpg", "--scale", "2", *words, "--profile", "display-p3")
    with PIL.Image.open(out) as file:
        assert file.info["progressive"] and file.info["dpi"] == (150, 150) and not file.getexif()
        assert "Display P3".encode("utf-16-be") in file.info["icc_profile"]
        assert file.layer[0][1:3] == (2, 2)


def test_a_print_has_its_resolution(photo, capsys):
    _, out = render(capsys, photo, "a.jpg", "--print", "1x2cm")
    with PIL.Image.open(out) as file:
        assert file.info["dpi"] == (300, 300) and file.size == (177, 118)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--width", "9", "--height", "9"],
        ["--width", "0"],
        ["--print", "10x15"],
        ["--fit", "9"],
        ["--bits", "9"],
    ],
)
def test_wrong_sizes_are_wrong_usage(photo, words):
    with pytest.raises(SystemExit) as ended:
        main.main(["render", str(photo), "out.png", *words])
    assert ended.value.code == 2


def test_a_factor_beyond_every_limit_is_refused(photo, capsys):
    out = photo.with_name("a.jpg")
    assert main.main(["render", str(photo), str(out), "--model", "bicubic", "--scale", "99999"]) == 1
    assert "exceeds the format's limit" in capsys.readouterr().err and not out.exists()


def test_presets(photo, capsys, tmp_path):
    file = tmp_path / "data" / "settings" / "export-presets.json"
    file.parent.mkdir(parents=True)
    file.write_text(
        json.dumps({"web": {"longest": 30, "quality": 50, "metadata": "strip", "progressive": True}})
    )
    result, out = render(capsys, photo, "a.jpg", "--preset", "web")
    assert result["size"] == [30, 20] and not result["exif"]
    with PIL.Image.open(out) as picture:
        assert picture.info["progressive"]
    assert render(capsys, photo, "b.jpg", "--preset", "web", "--width", "60")[0]["size"] == [60, 40]
    assert (
        render(capsys, photo, "c.jpg", "--preset", "web", "--metadata", "no-location")[0]["exif"]["Make"]
        == "Zeiss"
    )
    assert main.main(["render", str(photo), "out.jpg", "--preset", "print"]) == 1
    assert "has no preset print; choose one of: web" in capsys.readouterr().err
