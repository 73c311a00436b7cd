"""What to train, from what, and where to: the fields of a run that is to begin."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from engine.base import user_data
from engine.base.messages import mark
from viewer.base.language import tr
from viewer.training.order import Order, free_folder
from viewer.training.path_field import PathField
from viewer.training.recipes import recipes

NOTHING, FILE, RUN = mark("Nothing: new weights"), mark("A model file…"), mark("Go on with a run…")
DEVICES = {
    "auto": mark("The best there is"),
    "cpu": mark("Processor (CPU)"),
    "cuda": mark("Graphics card (CUDA)"),
}
EMPTY = mark("Drop a folder of images here, or choose one.")


class Form(QFormLayout):
    """`changed`: what is asked for is another. `asked_run`: a run's folder, to go on with instead."""

    changed = Signal()
    asked_run = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.setVerticalSpacing(4)
        self._runs = user_data.folder() / "runs"
        self._named = False  # whether the user has said where to
        self.images = PathField(tr("Images"), tr("A folder of images"), self._choose_images)
        self.verdict = _note(tr("What the check of the images found"))
        self.recipe, self._about = _combo(tr("Recipe")), _note(tr("What the recipe is for"))
        self.start = _combo(tr("Start from"))
        self.device = _combo(tr("Device"))
        self.changes = QLineEdit(placeholderText="train.steps=2000  train.batch=8")
        self.changes.setAccessibleName(tr("Changes to the recipe"))
        self.changes.setToolTip(tr("Over the recipe's values: section.key=value, with spaces between"))
        self.changes.setMinimumHeight(28)
        self.changes.setTextMargins(5, 0, 5, 0)
        self.out = PathField(tr("Output"), tr("A new folder"), self._choose_out)
        self._fill()
        self._lay_out()
        self._connect()
        self.judge(tr(EMPTY))

    def _fill(self) -> None:
        for name, about in recipes():
            self.recipe.addItem(name, tr(about))
        for device, text in DEVICES.items():
            self.device.addItem(tr(text), device)
        self.offer(())
        self._describe()

    def _lay_out(self) -> None:
        for text, field, note in (
            (tr("&Images"), self.images, self.verdict),
            (tr("&Recipe"), self.recipe, self._about),
            (tr("Start &from"), self.start, None),
            (tr("&Device"), self.device, None),
            (tr("&Changes to the recipe"), self.changes, None),
            (tr("&Output"), self.out, None),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            label.setContentsMargins(0, 9, 0, 0)  # nearer to its own field than to the one before
            self.addRow(label, field)
            if note is not None:
                self.addRow(note)

    def _connect(self) -> None:
        self.recipe.currentIndexChanged.connect(self._describe)
        self.start.activated.connect(self._choose_start)
        self.out.edited.connect(self._keep_out)
        for signal in (self.images.changed, self.out.changed, self.changes.textChanged):
            signal.connect(self.changed)
        for combo in (self.recipe, self.start, self.device):
            combo.currentIndexChanged.connect(self.changed)

    @property
    def order(self) -> Order:
        """As it stands."""
        return Order(
            self.images.path,
            self.recipe.currentText(),
            self.start.currentData() or "",
            self.device.currentData(),
            self.changes.text(),
            self.out.path,
        )

    def offer(self, models: tuple[str, ...]) -> None:
        """The models that a training may begin from; what was chosen stays so."""
        chosen = self.start.currentData()
        self.start.blockSignals(True)
        self.start.clear()
        self.start.addItem(tr(NOTHING), "")
        for name in models:
            self.start.addItem(name, name)
        self.start.insertSeparator(self.start.count())
        self.start.addItem(tr(FILE))
        self.start.addItem(tr(RUN))
        self._begin_from(chosen or "")
        self.start.blockSignals(False)

    def judge(self, text: str) -> None:
        """What there is to say about the images."""
        self.verdict.setText(text)

    def suggest_out(self) -> None:
        """A free folder, unless the user has named one that may be used."""
        if not (self._named and self.out.path):
            self._named = False
            self.out.say(str(free_folder(self._runs, self.recipe.currentText())))

    def forget_out(self) -> None:
        """The folder has a run now: the next one needs another."""
        self._named = False

    def _describe(self) -> None:
        self._about.setText(self.recipe.currentData())
        self._about.setVisible(bool(self.recipe.currentData()))
        self.suggest_out()

    def _keep_out(self) -> None:
        self._named = True

    def _begin_from(self, model: str) -> None:
        """Chooses a model, listed or not."""
        place = self.start.findData(model)
        if place < 0:
            place = 1
            self.start.insertItem(place, Path(model).name, model)
        self.start.setCurrentIndex(place)

    def _choose_start(self, place: int) -> None:
        text = self.start.itemText(place)
        if text == tr(FILE):
            kinds = tr("Models (*.pth *.pt *.safetensors);;All files (*)")
            name, _ = QFileDialog.getOpenFileName(self.parentWidget(), tr("Start from a model"), "", kinds)
            self._begin_from(name)
        elif text == tr(RUN):
            self._begin_from("")
            self.choose_run()

    def choose_run(self) -> None:
        """Asks for a run's folder."""
        folder = _folder(self.parentWidget(), tr("Open a run"), self._runs)
        if folder:
            self.asked_run.emit(folder)

    def _choose_images(self) -> str:
        return _folder(self.parentWidget(), tr("A folder of images"), self.images.path or "")

    def _choose_out(self) -> str:
        return _folder(self.parentWidget(), tr("Where the run is to be kept"), self._runs)


def _folder(parent: QWidget, title: str, near: Path | str) -> str:
    return QFileDialog.getExistingDirectory(parent, title, str(near))


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setMinimumHeight(28)
    # as wide as the form, not as its longest entry
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo


def _note(name: str) -> QLabel:
    note = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    note.setProperty("faint", True)
    note.setAccessibleName(name)
    note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return note
