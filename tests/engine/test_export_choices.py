"""Choices of an export as a preset: what the dialog stores, `render --preset` does."""

import json
from fractions import Fraction

import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

import main
from engine import export_choices, render_presets
from engine.base.errors import ExportError
from engine.export import options
from engine.export.formats import FORMATS, JPEG
from engine.export.options import FileOptions
from engine.export.output_size import OutputSize
from engine.export_choices import ExportChoices
from tests.engine.export import sources

numbers = st.fractions(Fraction(1, 1000), 10**6, max_denominator=1000)
px = st.integers(1, 10**6).map(Fraction)
sizes = st.one_of(
    st.builds(OutputSize, st.sampled_from(("scale", "megapixels")), numbers),
    st.builds(OutputSize, st.sampled_from(("width", "height", "longest")), px),
    st.builds(OutputSize, st.sampled_from(("size", "fit")), st.tuples(px, px)),
    st.builds(OutputSize, st.just("print"), st.tuples(numbers, numbers)),
)
file_options = st.builds(
    FileOptions,
    quality=st.none() | st.integers(1, 100),
    subsampling=st.none() | st.sampled_from(options.SUBSAMPLINGS),
    progressive=st.booleans(),
    lossless=st.booleans(),
    compression=st.none() | st.sampled_from((*options.PNG_COMPRESSIONS, *options.TIFF_COMPRESSIONS)),
    bits=st.sampled_from((None, 8, 16, 32)),
    strips=st.booleans(),
    pyramid=st.booleans(),
    profile=st.sampled_from(options.PROFILES),
    metadata=st.sampled_from(options.METADATA),
    dpi=st.none() | st.integers(1, 4800).map(float) | st.just(72.5),
)


@given(choices=st.builds(ExportChoices, sizes, st.sampled_from(FORMATS), file_options))
def test_choices_come_back_from_their_json(choices):
    stored = json.loads(json.dumps(export_choices.to_options(choices)))
    assert export_choices.from_options(stored) == choices


def test_a_stored_preset_is_what_render_does(tmp_path, capsys):
    photo = sources.jpeg(tmp_path / "photo.jpg", orientation=1)
    wanted = ExportChoices(
        OutputSize("longest", Fraction(30)),
        JPEG,
        FileOptions(quality=40, progressive=True, metadata="strip", dpi=240),
    )
    render_presets.save("web", export_choices.to_options(wanted))
    assert render_presets.names() == ["web"] and export_choices.preset("web") == wanted
    out = tmp_path / "out.jpg"
    assert main.main(["render", str(photo), str(out), "--model", "bicubic", "--preset", "web"]) == 0
    with PIL.Image.open(out) as picture:
        assert max(picture.size) == 30 and picture.info["progressive"] and picture.info["dpi"] == (240, 240)
        assert not picture.getexif().get(0x010F), "no maker"
    render_presets.remove("web")
    with pytest.raises(ExportError, match="has no preset web"):
        export_choices.preset("web")


@pytest.mark.parametrize(
    "content", [{"quality": "much"}, {"format": "exe"}, {"nonsense": 1}, {"scale": "-1"}]
)
def test_a_preset_that_cannot_be_used_is_an_error(content):
    render_presets.save("odd", content)
    with pytest.raises(ExportError, match="odd cannot be used"):
        export_choices.preset("odd")
