"""The export dialog: what it offers, what it says, and which request it makes."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import drawn, saved
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QInputDialog, QLabel, QWidget
from pytest import approx
from screenshots import as_opened

from engine import export_choices, render_presets
from engine.base.messages import message
from engine.export import formats, preflight
from engine.export.file_crop import CropPreview
from engine.export.formats import AVIF, FORMATS, JPEG, JXL, PNG, TIFF, WEBP
from engine.export.options import FileOptions
from engine.export.output_size import OutputSize
from engine.export_choices import ExportChoices
from engine.geometry.fit import Fit
from engine.geometry.viewport import Viewport, centred, fitting, visible_region
from engine.session.events import ExportPlanned, ExportPreviewed, Failed, ModelMeasured, ModelSpeed
from engine.session.requests import Task
from viewer.export.dialog import ExportDialog
from viewer.export.fields import Choice, NumberField, SliderField
from viewer.export.file_fields import FileFields
from viewer.export.size_fields import RULES, SizeFields
from viewer.export.subject import ExportSubject

SIZE = (400, 300)
WHOLE = fitting(SIZE, 1000, 1000, Fit.LARGER)


@pytest.fixture
def make_dialog(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(view=WHOLE, alpha=False, path=None, **subject):
        opened = replace(as_opened(drawn(*SIZE, alpha)), path=path)
        models = {"model": "live", "models": ("bicubic", "live"), **subject}
        dialog = ExportDialog(parent, ExportSubject(opened, view, **models))
        dialog.wanted = []
        dialog.preview_wanted.connect(lambda export, crop: dialog.wanted.append((export, crop)))
        return dialog

    return make


@pytest.fixture
def dialog(make_dialog):
    return make_dialog()


def choose(choice, value):
    """Chooses a value as the user does."""
    choice.show_value(value)
    choice.edited.emit()


def requested(qtbot, dialog):
    """Waits until the dialog has requested the preview of its choices: earlier answers are of the choices before."""
    qtbot.waitUntil(lambda: bool(dialog.wanted) and not dialog._delay.isActive())


def planned(*notices, refusal=None, bits=8):
    return ExportPlanned(1, bits, notices, refusal, 250_000_000)


def previewed(width=40, height=30, bytes=123_456):
    pixels = np.full((height, width, 4), 255, np.uint8)
    return ExportPreviewed(1, CropPreview((0, 0, width, height), pixels, pixels, bytes, 100.0, 20.0))


def test_the_visible_region_ends_at_the_picture():
    assert visible_region(WHOLE, SIZE) == (0, 0, 400, 300)
    assert visible_region(Viewport(Fraction(-10), Fraction(290), 2.0, 100, 100), SIZE) == (0, 290, 40, 10)


# Size.


def test_a_fitted_view_exports_the_whole_picture_and_a_zoomed_one_its_visible_part(make_dialog):
    whole = make_dialog()
    assert whole.regions.whole.isChecked() and whole.size_px == (800, 600)
    close = make_dialog(centred(SIZE, 8.0, 640, 480))
    assert close.regions.visible_part.isChecked() and close.size_px == (640, 480)
    assert close.sizes.first.value() == 8.0


def test_a_size_keeps_when_its_rule_changes(dialog):
    for rule, _ in RULES:
        choose(dialog.sizes.rule, rule)
        assert dialog.sizes.size.rule == rule and dialog.size_px == (800, 600)


@pytest.mark.parametrize(
    ("rule", "numbers", "size"),
    [
        ("scale", (2.5,), (1000, 750)),
        ("width", (1200,), (1200, 900)),
        ("height", (450,), (600, 450)),
        ("longest", (100,), (100, 75)),
        ("megapixels", (0.48,), (800, 600)),
        ("fit", (1000, 90), (120, 90)),
        ("print", (101.6, 304.8), (1600, 1200)),
    ],
)
def test_each_rule_gives_its_size(dialog, rule, numbers, size):
    choose(dialog.sizes.rule, rule)
    for field, number in zip((dialog.sizes.first, dialog.sizes.second), numbers, strict=False):
        field.setValue(number)
    assert dialog.size_px == size


def test_a_print_is_of_its_unit_and_resolution(dialog):
    choose(dialog.sizes.rule, "print")
    choose(dialog.sizes.unit, "in")
    dialog.sizes.first.setValue(4)
    dialog.sizes.second.setValue(6)
    assert dialog.size_px == (1600, 1200)
    dialog.file.dpi.setValue(150)
    assert dialog.size_px == (800, 600)
    choose(dialog.sizes.unit, "cm")
    assert (dialog.sizes.first.value(), dialog.sizes.second.value()) == (10.16, 15.24)
    assert dialog.size_px == (800, 600)


@pytest.fixture(scope="module")
def fields(qapp):
    return SizeFields()


numbers = st.floats(1e-3, 1e13)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rule=st.sampled_from([rule for rule, _ in RULES]),
    values=st.tuples(numbers, numbers),
    sides=st.tuples(st.integers(1, 100_000), st.integers(1, 100_000)),
)
def test_no_number_breaks_the_ratio(fields, rule, values, sides):
    """Every side is the exact one, rounded, but at least one px."""
    width, height = map(Fraction, sides)
    fields.set_region(width, height)
    choose(fields.rule, rule)
    for field, value in zip((fields.first, fields.second), values, strict=True):
        field.setValue(value)
    across, down = fields.px()
    scale = fields.size.px(width, height)[1]
    assert across == max(1, round(width * scale)) and down == max(1, round(height * scale))


def test_a_huge_factor_is_refused_and_not_clamped(dialog):
    dialog.sizes.first.setValue(99_999)
    assert dialog.size_px == (39_999_600, 29_999_700) and dialog.save.isEnabled()
    choose(dialog.file.format, "JPEG")
    assert not dialog.save.isEnabled() and "65,500" in dialog.facts.refusal.text().replace("65500", "65,500")


def test_views_at_extreme_scales_have_sizes(make_dialog):
    dialog = make_dialog(centred(SIZE, 1e12, 640, 480))
    assert dialog.size_px == (640, 480)
    choose(dialog.sizes.rule, "width")
    dialog.sizes.first.setValue(1280)
    assert dialog.size_px == (1280, 960)
    choose(dialog.sizes.rule, "scale")
    assert dialog.sizes.first.value() == approx(2e12)


# The file.


def knobs(dialog):
    """Names of the format's options whose fields are shown."""
    fields = dialog.file
    every = ("quality", "subsampling", "compression", "bits", "progressive", "lossless", "strips", "pyramid")
    return {name for name in every if not getattr(fields, name).isHidden()}


def test_each_format_shows_exactly_its_options(dialog):
    for kind in filter(formats.is_installed, FORMATS):
        dialog.file.choose(kind)
        hidden = {"quality"} if kind is TIFF else set()
        assert knobs(dialog) == kind.options - hidden, kind.name
        assert dialog.file.options == FileOptions()
        preflight.check_options(dialog._suggested(), kind, dialog.file.options)
    dialog.file.choose(TIFF)
    choose(dialog.file.compression, "jpeg")
    assert knobs(dialog) == TIFF.options - {"bits"}
    dialog.file.choose(WEBP)
    dialog.file.lossless.click()
    assert knobs(dialog) == WEBP.options - {"quality"}


def test_every_option_reaches_the_request(dialog, tmp_path):
    fields = dialog.file
    fields.choose(JPEG)
    fields.quality.slider.setValue(40)
    choose(fields.subsampling, "4:2:0")
    fields.progressive.click()
    choose(fields.metadata, "no-location")
    choose(fields.profile, "display-p3")
    fields.dpi.setValue(240)
    choose(dialog.models.choice, "bicubic")
    dialog.set_path(tmp_path / "x.jpg")
    expected = FileOptions(
        quality=40,
        subsampling="4:2:0",
        progressive=True,
        metadata="no-location",
        profile="display-p3",
        dpi=240,
    )
    assert dialog.request.options == expected
    assert (dialog.request.model, dialog.request.fidelity) == ("bicubic", 1.0)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PNG, FileOptions(compression="9", bits=16)),
        (TIFF, FileOptions(compression="zstd", strips=True)),
        (TIFF, FileOptions(compression="jpeg", quality=50, pyramid=True)),
        (TIFF, FileOptions(bits=32)),
        (WEBP, FileOptions(lossless=True)),
        (JXL, FileOptions(quality=70, bits=8)),
        (AVIF, FileOptions(quality=33, subsampling="4:2:2")),
    ],
)
def test_the_options_of_each_format(dialog, kind, expected):
    fields = dialog.file
    fields.choose(kind)
    for name in expected.given:
        field, value = getattr(fields, name), getattr(expected, name)
        if value is True:
            field.click()
        elif name == "quality":
            field.show_value(value)
        else:
            choose(field, value)
    assert fields.options == expected
    preflight.check_options(dialog._suggested(), kind, fields.options)
    fields.choose(JPEG)
    fields.choose(kind)
    assert fields.options == expected, "a format remembers its options"


@pytest.fixture(scope="module")
def file_fields(qapp):
    return FileFields()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 200)), max_size=12))
def test_whatever_is_chosen_the_options_are_those_of_the_format_and_can_be_stored(file_fields, steps):
    """steps: which control is used, and what it is set to."""
    choices = file_fields.findChildren(Choice)
    controls = [*choices, *file_fields.findChildren(QCheckBox), file_fields.quality, file_fields.dpi]
    for control, value in steps:
        match controls[control % len(controls)]:
            case Choice() as choice if choice.count():
                choice.setCurrentIndex(value % choice.count())
                choice.edited.emit()
            case QCheckBox() as box:
                box.click()
            case SliderField() as field:
                field.show_value(value)
            case NumberField() as field:
                field.setValue(value)
    kind, options = file_fields.kind, file_fields.options
    preflight.check_options(Path(f"a{kind.suffixes[0]}"), kind, options)
    chosen = ExportChoices(OutputSize("scale", Fraction(2)), kind, options)
    assert export_choices.from_options(export_choices.to_options(chosen)) == chosen
    file_fields.show_file(kind, options)
    assert file_fields.options == options


def test_the_model_and_the_fidelity_are_those_of_the_view_and_can_be_chosen(make_dialog, tmp_path):
    dialog = make_dialog(fidelity=0.337)
    assert dialog._request(tmp_path / "x.png").fidelity == 0.337
    dialog.models.weight.box.setValue(50)
    assert dialog._request(tmp_path / "x.png").fidelity == 0.5
    of_file = make_dialog(model=str(tmp_path / "my model.pth"))
    assert of_file.models.choice.currentText() == "my model.pth"
    assert of_file._request(tmp_path / "x.png").model == str(tmp_path / "my model.pth")


# Names.


@pytest.mark.parametrize(("given", "written"), [("a.tif", "a.tif"), ("a", "a.jpg"), ("v1.2", "v1.2.jpg")])
def test_an_unknown_suffix_gets_the_suffix_of_the_format(dialog, tmp_path, given, written):
    dialog.file.choose(JPEG)
    dialog.set_path(tmp_path / given)
    assert dialog.request.path == tmp_path / written and dialog.request.region is None
    assert dialog.request.size == (800, 600)


def test_a_name_chooses_its_format(dialog, tmp_path):
    dialog.set_path(tmp_path / "b.webp")
    assert dialog.file.kind is WEBP and dialog.request.path == tmp_path / "b.webp"


def test_a_name_whose_format_holds_less_or_does_not_serve_is_said_first(make_dialog, tmp_path):
    dialog = make_dialog(alpha=True)
    dialog.set_path(tmp_path / "b.jpg")
    assert dialog.request is None and dialog.file.kind is JPEG, "a JPEG loses transparency"
    dialog.set_path(tmp_path / "b.jpg")
    assert dialog.request.path == tmp_path / "b.jpg"
    large = make_dialog()
    choose(large.sizes.rule, "width")
    large.sizes.first.setValue(20_000)
    large.set_path(tmp_path / "b.webp")
    assert large.request is None and "16383" in large.facts.refusal.text() and not large.save.isEnabled()


def test_the_file_of_the_picture_itself_is_refused_before_the_dialog_closes(make_dialog, tmp_path):
    path = saved(tmp_path / "p.png", drawn(8, 8))
    dialog = make_dialog(path=path)
    dialog.set_path(path)
    assert dialog.request is None and "is the file of the picture itself" in dialog.facts.refusal.text()
    dialog.set_path(tmp_path / "q.png")
    assert dialog.request.path == tmp_path / "q.png"


# What is said.


def test_size_and_limits_are_said_at_once(dialog):
    assert "800 × 600 px, 0.48 MP\nPNG" in dialog.facts.summary.text()
    choose(dialog.sizes.rule, "width")
    dialog.sizes.first.setValue(70_000)
    choose(dialog.file.format, "JPEG")
    assert not dialog.save.isEnabled() and "65500" in dialog.facts.refusal.text()
    choose(dialog.file.format, "TIFF")
    assert dialog.save.isEnabled() and not dialog.facts.refusal.text()


def test_bytes_time_memory_and_losses_are_said_once_they_are_known(dialog, qtbot):
    requested(qtbot, dialog)
    dialog.handle(planned(message("WebP holds no {part}: left out", part="IPTC"), bits=16))
    assert "PNG, 16 bits" in dialog.facts.summary.text() and "IPTC" in dialog.facts.losses.text()
    assert "about" not in dialog.facts.summary.text()
    dialog.handle(previewed())
    assert "about 123 kB" in dialog.facts.summary.text() and "250 MB" in dialog.facts.summary.text()
    dialog.handle(ModelMeasured(1, "live", ModelSpeed(100.0, 600_000.0)))
    # 600 s for 2.07 MP, and a little for encoding and writing
    assert "about 2 min" in dialog.facts.summary.text()
    dialog.handle(ModelMeasured(2, "other", ModelSpeed(1.0, 1.0)))
    assert "about 2 min" in dialog.facts.summary.text(), "that is another model's speed"
    choose(dialog.file.format, "JPEG")
    assert not dialog.facts.losses.text() and "about" not in dialog.facts.summary.text()


def test_a_refusal_of_the_engine_disables_saving(dialog, qtbot):
    requested(qtbot, dialog)
    dialog.handle(planned(refusal=(message("may need much"), message("free disk space"))))
    assert not dialog.save.isEnabled() and "may need much; free disk space" in dialog.facts.refusal.text()
    dialog.sizes.first.setValue(1.5)
    assert dialog.save.isEnabled()


def test_a_preview_that_fails_is_said_in_its_place(dialog):
    dialog.handle(Failed(1, Task.PREVIEW, message("no model is loaded")))
    assert "no model is loaded" in dialog.preview.message.text()


# Preview.


def test_a_change_requests_a_preview_of_what_is_chosen(dialog, qtbot):
    dialog.show()
    dialog.file.choose(JPEG)
    dialog.sizes.first.setValue(10)
    qtbot.waitUntil(lambda: (4000, 3000) in [export.size for export, _ in dialog.wanted])
    export, (x, y, width, height) = dialog.wanted[-1]
    assert export.path.suffix == ".jpg" and export.model == "live"
    assert (width, height) == dialog.preview.crop_size
    assert (x + width / 2, y + height / 2) == (approx(2000, abs=1), approx(1500, abs=1))


def test_a_drag_and_the_arrow_keys_move_the_crop_up_to_the_border(dialog, qtbot):
    dialog.show()
    dialog.sizes.first.setValue(10)
    qtbot.waitUntil(lambda: bool(dialog.wanted))
    pane = dialog.preview
    before = dialog.wanted[-1][1]
    qtbot.mousePress(pane, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    qtbot.mouseMove(pane, QPoint(30, 60))
    qtbot.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=QPoint(30, 60))
    after = dialog.wanted[-1][1]
    assert (after[0] - before[0], after[1] - before[1]) == (20, -10)
    for _ in range(100):
        qtbot.keyClick(pane, Qt.Key.Key_Left)
    assert dialog.wanted[-1][1][0] == 0
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    assert dialog.wanted[-1][1][0] == 48, "no way back over what lies beyond the border"


def test_the_preview_shows_px_for_px(dialog, qtbot):
    dialog.show()
    qtbot.waitExposed(dialog)
    pane = dialog.preview
    width, height = pane.crop_size
    pixels = np.random.default_rng(1).integers(0, 256, (height, width, 4), np.uint8)
    pixels[..., 3] = 255
    crop = CropPreview((0, 0, width, height), pixels, pixels[::-1].copy(), 1, 1.0, 1.0)
    dialog.handle(ExportPreviewed(1, crop))
    image = pane.grab().toImage().convertToFormat(pane.grab().toImage().Format.Format_RGB32)
    found = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    below = height // 2  # of the labels
    np.testing.assert_array_equal(found[below:, -width:, :3], pixels[below:, :, :3])
    np.testing.assert_array_equal(found[below:, :width, :3], pixels[::-1][below:, :, :3])


def test_a_closed_dialog_drops_its_preview(dialog, qtbot):
    dialog.show()
    with qtbot.waitSignal(dialog.preview_dropped):
        dialog.reject()
    assert not dialog._delay.isActive()


# Presets.


def test_presets_are_saved_chosen_and_removed(dialog, make_dialog, monkeypatch):
    dialog.file.choose(JPEG)
    dialog.file.quality.show_value(60)
    choose(dialog.sizes.rule, "longest")
    dialog.sizes.first.setValue(2048)
    wanted = dialog.choices
    assert wanted == ExportChoices(OutputSize("longest", Fraction(2048)), JPEG, FileOptions(quality=60))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: ("web", True))
    dialog.presets.save.click()
    assert render_presets.options("web") == {"longest": "2048", "format": "jpg", "quality": 60}
    other = make_dialog()
    assert other.choices != wanted and not other.presets.remove.isEnabled()
    choose(other.presets.choice, "web")
    assert other.choices == wanted and other.presets.remove.isEnabled()
    other.sizes.first.setValue(100)
    assert other.presets.choice.currentData() == "", "it is not the preset any more"
    choose(other.presets.choice, "web")
    other.presets.remove.click()
    assert render_presets.names() == []


def test_a_preset_that_cannot_be_used_is_said(make_dialog):
    render_presets.save("odd", {"quality": "much"})
    dialog = make_dialog()
    choose(dialog.presets.choice, "odd")
    assert "odd cannot be used" in dialog.facts.refusal.text()


def test_the_last_choices_come_back_once_they_were_accepted(make_dialog, tmp_path):
    first = make_dialog()
    first.file.choose(JPEG)
    first.file.quality.show_value(61)
    choose(first.sizes.rule, "width")
    first.sizes.first.setValue(1234)
    make_dialog().reject()
    assert make_dialog().choices != first.choices
    first.set_path(tmp_path / "a.jpg")
    assert make_dialog().choices == first.choices


@pytest.mark.parametrize("stored", ["x", 5, {"quality": "much"}, {"format": "exe"}, {"scale": "1e99999999"}])
def test_unusable_last_choices_are_the_defaults(make_dialog, stored):
    from viewer.base import state
    from viewer.export.dialog import LAST

    state.store(LAST, stored)
    assert make_dialog().choices == ExportChoices()


# The window.


def test_the_dialog_is_usable_in_a_small_window(dialog, qtbot):
    requested(qtbot, dialog)
    dialog.handle(planned(message("{format} holds no transparency: it is blended with white", format="JPEG")))
    dialog.resize(1000, 700)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.resize(400, 300)
    QApplication.processEvents()
    scroll = dialog.scroll_area
    assert dialog.size() == QSize(400, 300) and scroll.widget().width() == scroll.viewport().width()
    inside = scroll.widget().rect().adjusted(0, 0, 1, 1)
    for part in (
        dialog.sizes.rule,
        dialog.file.format,
        dialog.file.dpi,
        dialog.presets.remove,
        dialog.preview,
    ):
        place = part.rect().translated(part.mapTo(scroll.widget(), QPoint()))
        assert inside.contains(place), part
    assert dialog.save.isVisible() and dialog.rect().contains(dialog.save.geometry())
    for part in (dialog.presets.choice, dialog.models.weight.box, dialog.preview, dialog.facts.losses):
        scroll.ensureWidgetVisible(part)
        assert not part.visibleRegion().isEmpty()


def test_every_format_fits_into_a_small_window(make_dialog, qtbot, language_code):
    dialog = make_dialog(note="As in the view: 30 % Live, 70 % bicubic.")
    dialog.resize(400, 300)
    dialog.show()
    qtbot.waitExposed(dialog)
    for kind in filter(formats.is_installed, FORMATS):
        dialog.file.choose(kind)
        for rule, _ in RULES:
            choose(dialog.sizes.rule, rule)
            QApplication.processEvents()
            assert dialog.scroll_area.widget().width() <= dialog.scroll_area.viewport().width(), (
                kind.name,
                rule,
            )


def test_mnemonics_are_unique(make_dialog, language_code):
    dialog = make_dialog()
    parts = dialog.findChildren(QLabel) + dialog.findChildren(QAbstractButton)
    found = [QKeySequence.mnemonic(part.text()).toString() for part in parts]
    letters = [each for each in found if each]
    assert len(letters) > 15 and len(set(letters)) == len(letters), sorted(letters)
