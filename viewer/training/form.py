"""The fields that describe a new run: images, recipe, length, start, device, values of the recipe, output."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy

from engine.base import user_data
from engine.base.messages import mark
from engine.base.printable import file_name
from viewer.base import state
from viewer.base.language import tr
from viewer.training.check_note import CheckNote, note
from viewer.training.recipe_values import RecipeValues
from viewer.training.recipes import TITLES, recipes
from viewer.training.run_request import RunRequest, free_folder
from viewer.widgets import file_dialogs
from viewer.widgets.path_field import PathField

RECIPE, FILE, RUN = mark("As in the recipe"), mark("Model file…"), mark("Resume a run…")
LENGTHS = (
    (mark("As in the recipe"), 0),
    (mark("About 10 minutes"), 10),
    (mark("About one hour"), 60),
    (mark("Overnight: about 8 hours"), 480),
)
"""Minutes of a run, from which the trainer chooses the number of steps. 0: the recipe has it."""
DEVICES = {
    "auto": mark("Automatic"),
    "cpu": mark("Processor (CPU)"),
    "cuda": mark("Graphics card (CUDA)"),
}
LAST, KEPT = "last-training", ("images", "recipe", "minutes", "device")
"""Name of the stored values of the form, and their keys."""
EMPTY = mark("Drop a folder of images here or choose one.")


class Form(QFormLayout):
    """`changed`: a field has changed. `run_chosen`: the folder of a run to open instead."""

    changed = Signal()
    run_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.setVerticalSpacing(4)
        self._runs = user_data.folder() / "runs"
        self._start_files: dict[str, str] = {}  # by the text in the list: the item cannot hold every name
        self.taken: frozenset[Path] = frozenset()  # output folders of runs that wait
        self._out_by_user = False  # whether the user has entered the output folder
        self.images = PathField(tr("Images"), tr("Image folder"), self._choose_images)
        self.verdict = CheckNote()
        self.recipe, self._about = _combo(tr("Recipe")), note(tr("Description of the recipe"))
        self.length, self.start = _combo(tr("Length")), _combo(tr("Start from"))
        self.device = _combo(tr("Device"))
        self.values = RecipeValues()
        self._about_out = note(tr("Description of the output"))
        self.out = PathField(tr("Output"), tr("A new folder"), self._choose_out)
        self._fill()
        self._lay_out()
        self._connect()
        self.show_verdict(tr(EMPTY))

    def _fill(self) -> None:
        for entry in recipes():
            if self.recipe.count() == len(TITLES):
                self.recipe.insertSeparator(len(TITLES))
            self.recipe.addItem(tr(entry.title), (entry.name, tr(entry.about)))
        for text, minutes in LENGTHS:
            self.length.addItem(tr(text), minutes)
        for device, text in DEVICES.items():
            self.device.addItem(tr(text), device)
        self.offer(())
        self._show_description()

    def _lay_out(self) -> None:
        for text, field, below in (
            (tr("&Images"), self.images, self.verdict),
            (tr("&Recipe"), self.recipe, self._about),
            (tr("&Length"), self.length, None),
            (tr("&Start from"), self.start, None),
            (tr("&Device"), self.device, None),
            (tr("Out&put"), self.out, self._about_out),
        ):
            label = QLabel(text)
            label.setBuddy(field.focusProxy() or field)  # Qt ignores a buddy that has a proxy
            label.setContentsMargins(0, 9, 0, 0)  # closer to its own field than to the one above
            self.addRow(label, field)
            if below is not None:
                self.addRow(below)
        self.addRow(self.values)

    def _connect(self) -> None:
        self.recipe.currentIndexChanged.connect(self._show_description)
        self.start.activated.connect(self._choose_start)
        self.out.edited.connect(self._mark_out_by_user)
        self.length.currentIndexChanged.connect(lambda: self.values.leave_steps(bool(self.minutes)))
        for signal in (self.images.changed, self.out.changed, self.values.changed):
            signal.connect(self.changed)
        for combo in (self.recipe, self.length, self.start, self.device):
            combo.currentIndexChanged.connect(self.changed)

    @property
    def request(self) -> RunRequest:
        """The run that the fields describe."""
        return RunRequest(
            self.images.path,
            self.recipe_name,
            self._start_model,
            self.device.currentData(),
            tuple(self.values.overrides),
            self.out.path,
            self.minutes,
        )

    @property
    def recipe_name(self) -> str:
        """Name of the chosen recipe's file."""
        name: str = self.recipe.currentData()[0]
        return name

    def choose_recipe(self, name: str) -> None:
        """Chooses a shipped recipe by its name."""
        entries = (self.recipe.itemData(index) for index in range(self.recipe.count()))
        self.recipe.setCurrentIndex([entry and entry[0] for entry in entries].index(name))

    @property
    def minutes(self) -> int:
        """Chosen length of the run; 0 for that of the recipe."""
        return int(self.length.currentData())

    @property
    def _start_model(self) -> str:
        shown = self.start.currentData() or ""
        return self._start_files.get(shown, shown)

    def offer(self, models: tuple[str, ...]) -> None:
        """Lists the models that a run may start from. The current choice stays."""
        current = self._start_model
        self.start.blockSignals(True)
        self.start.clear()
        self.start.addItem(tr(RECIPE), "")
        for name in models:
            self.start.addItem(name, name)
        self.start.insertSeparator(self.start.count())
        self.start.addItem(tr(FILE))
        self.start.addItem(tr(RUN))
        self._select_start(current)
        self.start.blockSignals(False)
        self.values.offer(models)

    def explain_out(self, text: str) -> None:
        """Shows why the output folder is as it is; "" for no text."""
        self._about_out.setText(text)
        self._about_out.setVisible(bool(text))

    def remember(self) -> None:
        """Stores what the fields have, but for the output folder, for the next window."""
        if self.images.path:
            values = (self.images.path, self.recipe_name, self.minutes, self.device.currentData())
            state.store(LAST, dict(zip(KEPT, values, strict=True)))

    def restore(self) -> None:
        """Enters what an earlier window has stored. What is no longer offered is left out."""
        stored = state.read(LAST)
        if not isinstance(stored, dict):
            return
        images, recipe, minutes, device = map(stored.get, KEPT)
        names = [(self.recipe.itemData(index) or ("",))[0] for index in range(self.recipe.count())]
        for combo, index in (
            (self.recipe, names.index(recipe) if recipe and recipe in names else -1),
            (self.length, self.length.findData(minutes) if isinstance(minutes, int) else -1),
            (self.device, self.device.findData(device) if isinstance(device, str) else -1),
        ):
            if index >= 0:
                combo.setCurrentIndex(index)
        if isinstance(images, str):
            self.images.set_path(images)

    def show_verdict(self, text: str, details: str = "") -> None:
        """Shows the result of the check of the images."""
        self.verdict.show_result(text, details)

    def suggest_out(self) -> None:
        """Enters a free output folder, unless the user has entered one."""
        if not (self._out_by_user and self.out.path):
            self._out_by_user = False
            self.out.set_path(free_folder(self._runs, self.recipe_name, self.taken))

    def forget_out(self) -> None:
        """Forgets that the user entered the output folder: it has a run now, and the next run needs another."""
        self._out_by_user = False

    def _show_description(self) -> None:
        about = self.recipe.currentData()[1]
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.suggest_out()

    def _mark_out_by_user(self) -> None:
        self._out_by_user = True

    def _select_start(self, model: str) -> None:
        """Selects a model; one that is not in the list is added."""
        shown = file_name(model)
        self._start_files[shown] = model
        index = self.start.findData(shown)
        if index < 0:
            index = 1
            self.start.insertItem(index, file_name(Path(model).name), shown)
        self.start.setCurrentIndex(index)

    def _choose_start(self, index: int) -> None:
        text = self.start.itemText(index)
        if text == tr(FILE):
            kinds = tr("Models (*.pth *.pt *.safetensors);;All files (*)")
            path = file_dialogs.open_file(self.parentWidget(), tr("Start from a model"), kinds)
            self._select_start("" if path is None else str(path))
        elif text == tr(RUN):
            self._select_start("")
            self.choose_run()

    def choose_run(self) -> None:
        """Opens a dialog for a run's folder."""
        folder = file_dialogs.folder(self.parentWidget(), tr("Open a run"), self._runs)
        if folder is not None:
            self.run_chosen.emit(folder)

    def _choose_images(self) -> Path | None:
        start = Path(self.images.path) if self.images.path else None
        return file_dialogs.folder(self.parentWidget(), tr("Image folder"), start)

    def _choose_out(self) -> Path | None:
        return file_dialogs.folder(self.parentWidget(), tr("Output folder"), self._runs)


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setMinimumHeight(28)
    # As wide as the form, not as its longest entry.
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo
