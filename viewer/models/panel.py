"""The models: which there are, what each is, and how to get more. It only asks; the engine does, and tells."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from engine.base.messages import mark
from engine.session.events import (
    Event,
    Failed,
    ModelDescribed,
    ModelMeasured,
    ModelOffer,
    ModelReady,
    ModelsListed,
)
from engine.session.requests import Task
from engine.session.session import Session
from viewer.base.language import tr, translated
from viewer.models import page
from viewer.models.download import ModelDownload
from viewer.widgets.side_list import side_list

SIZE = QSize(860, 600)
LIST_WIDTH = 250
KINDS = mark("Models (*.pth *.pt *.safetensors);;All files (*)")
NAME = Qt.ItemDataRole.UserRole


class Card(QTextBrowser):
    """A model's card. It is somebody else's text: nothing that it names is loaded or opened."""

    def loadResource(self, _kind: int, _name: QUrl) -> None:
        return None


class Models(QDialog):
    """Not modal: one may see beside it what a model does. `chosen`: one to decode with from now on."""

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget, session: Session, ready: ModelReady | None, fetch: ModelDownload
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Models"))
        self._session, self._ready, self._fetch = session, ready, fetch
        self._facts: dict[str, ModelDescribed] = {}
        self._offers: dict[str, ModelOffer] = {}
        self._measuring = ""
        self._make()
        self._lay_out()
        self._connect()
        self._show()
        self.resize(SIZE.boundedTo(self.screen().availableSize()))
        session.list_models()

    def _make(self) -> None:
        self.list = side_list(tr("Models"), LIST_WIDTH)
        self.title, self.about = QLabel(), _words()
        self.title.setProperty("title", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setAccessibleName(tr("What it is"))
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(16)
        self.facts.setColumnStretch(1, 1)
        self.card = Card()
        self.card.setOpenLinks(False)
        self.card.setTabChangesFocus(True)
        self.card.setAccessibleName(tr("The model's card: training, scores, licence"))
        self.told = _words()
        self.told.setAccessibleName(tr("What happened"))
        self.busy = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.busy.setAccessibleName(tr("Being fetched"))
        self.add = _button(tr("&Add a file…"), tr("Keep the model of a file among yours"))
        self.use = _button(tr("&Use it"), tr("Decode with this model from now on"))
        self.use.setProperty("primary", True)
        self.get = _button(tr("&Get it"), tr("Fetch it from the network, check it, and keep it among yours"))
        self.get.setProperty("primary", True)
        self.stop = _button(tr("&Stop"), tr("Call the fetching off"))
        self.reveal = _button(tr("&Show the file"), tr("Open the folder that it lies in"))
        self.again = _button(tr("&Measure again"), tr("Best while the machine has nothing else to do"))
        self.remove = _button(tr("&Remove…"), tr("Delete its file"))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        buttons = QHBoxLayout()
        for button in (self.use, self.get, self.stop, self.again, self.reveal, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.title)
        right.addWidget(self.about)
        right.addLayout(self.facts)
        right.addLayout(buttons)
        right.addWidget(self.busy)
        right.addWidget(self.told)
        right.addWidget(self.card, 1)
        self._filler = QWidget()
        right.addWidget(self._filler, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 18, 18, 18)
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self.use.click())
        self.use.clicked.connect(lambda: self.chosen.emit(self.current))
        self.get.clicked.connect(lambda: self._fetch.start(self.current))
        self.stop.clicked.connect(self._fetch.call_off)
        self.add.clicked.connect(self._ask_file)
        self.reveal.clicked.connect(self._reveal)
        self.remove.clicked.connect(self._ask_remove)
        self.again.clicked.connect(self._measure_again)
        self.finished.connect(self._session.cancel_measurement)
        self._fetch.changed.connect(self._show)
        self._fetch.ended.connect(self._fetched)

    @property
    def current(self) -> str:
        """The name of the model that is looked at; nothing where there is none."""
        item = self.list.currentItem()
        return item.data(NAME) if item is not None else ""

    # What the engine tells.

    @Slot(object)
    def take(self, event: Event) -> None:
        """News of the engine's."""
        match event:
            case ModelsListed():
                self._list(event)
            case ModelDescribed():
                self._facts[event.name] = event
                if event.name == self.current:
                    self._choose()
            case ModelMeasured():
                self._measuring = ""
                self._session.describe_model(event.name)
            case ModelReady():
                self._ready = event
                self._name_items()
                self._show()
            case Failed(task=Task.MODELS):
                self._measuring = ""
                self._tell(translated(event.message))

    def _list(self, listed: ModelsListed) -> None:
        before = self.current or (self._ready.requested if self._ready else "")
        self._offers = {offer.name: offer for offer in listed.offers}
        self._facts = {name: facts for name, facts in self._facts.items() if name in listed.names}
        self.list.blockSignals(True)
        self.list.clear()
        for name in (*listed.names, *self._offers):
            item = QListWidgetItem()
            item.setData(NAME, name)
            self.list.addItem(item)
        self._name_items()
        names = [self.list.item(k).data(NAME) for k in range(self.list.count())]
        self.list.setCurrentRow(names.index(before) if before in names else 0)
        self.list.blockSignals(False)
        self._choose()

    def _name_items(self) -> None:
        for item in map(self.list.item, range(self.list.count())):
            name = item.data(NAME)
            if page.in_use(name, self._ready):
                item.setText(tr("{name} · in use").format(name=name))
            elif name in self._offers:
                item.setText(tr("{name} · can be fetched").format(name=name))
            else:
                item.setText(name)

    # What the user asks for.

    def _choose(self, *_items: object) -> None:
        """Another model is looked at: it is measured, unless that was done before."""
        facts = self._facts.get(self.current)
        wanted = facts is not None and facts.speed is None and not facts.fault
        if wanted and self._measuring != self.current:
            self._measuring = self.current
            self._session.measure_model(self.current)
        self._show()

    def _measure_again(self) -> None:
        self._measuring = self.current
        self._session.measure_model(self.current, again=True)
        self._show()

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Add a model"), "", tr(KINDS))
        if name:
            self._tell("")
            self._session.add_model(Path(name))

    def _reveal(self) -> None:
        facts = self._facts.get(self.current)
        if facts is not None and facts.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(facts.path.parent)))

    def _ask_remove(self) -> None:
        name = self.current
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Remove the model"))
        box.setText(tr("Is {name} to be removed?").format(name=name))
        box.setInformativeText(tr("Its file is deleted; nobody can bring it back from here."))
        yes = box.addButton(tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel).setIcon(QIcon())
        box.exec()
        if box.clickedButton() is yes:
            self._tell("")
            self._session.remove_model(name)

    def _fetched(self, name: str, failure: str) -> None:
        offer = self._offers.get(name)
        self._tell(f"{failure}\n{page.by_hand(offer)}" if failure and offer else failure)

    # What is shown.

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _show(self) -> None:
        name = self.current
        facts, offer, fetching = self._facts.get(name), self._offers.get(name), self._fetch.name == name != ""
        if facts is not None:
            self.about.setText(tr(facts.description))
            self._set_lines(page.lines(facts, self._measuring == name))
            self.card.setMarkdown(page.markdown(facts))
        elif offer is not None:
            self.about.setText(translated(offer.about))
            self._set_lines(page.offer_lines(offer))
        else:
            self.about.clear()
            self._set_lines([])
        self.title.setText(name if facts or offer else tr("Looking at the models…"))
        self.about.setVisible(bool(self.about.text()))
        self.card.setVisible(facts is not None and not facts.fault)
        self._filler.setVisible(self.card.isHidden())
        self.use.setVisible(facts is not None and not facts.fault)
        self.use.setEnabled(not page.in_use(name, self._ready))
        self.reveal.setVisible(facts is not None and facts.path is not None)
        self.again.setVisible(facts is not None and facts.speed is not None)
        self.again.setEnabled(self._measuring != name)
        self.remove.setVisible(facts is not None and facts.own)
        self.get.setVisible(offer is not None)
        self.get.setEnabled(not self._fetch.name)
        self.stop.setVisible(fetching)
        self.busy.setVisible(fetching)
        self.told.setVisible(bool(self.told.text()))

    def _set_lines(self, lines: list[page.FactLine]) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for row, (title, text) in enumerate(lines):
            label, words = QLabel(title), _words()
            label.setProperty("faint", True)
            words.setText(text)
            words.setAccessibleName(f"{title}: {text}")
            self.facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(words, row, 1)


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text, toolTip=tip)
    button.setAutoDefault(False)
    return button


def _words() -> QLabel:
    return QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
