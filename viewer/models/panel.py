"""The dialog of models: lists, describes, adds, removes and downloads them. The engine does the work."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
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
    PictureSource,
)
from engine.session.requests import Task
from engine.session.session import Session
from viewer.base import local_files
from viewer.base.display_names import title
from viewer.base.language import tr, translated
from viewer.models import card_scores, description
from viewer.models.download import ModelDownload
from viewer.models.open_picture import OpenPicture
from viewer.models.purposes import PURPOSES, SUITS
from viewer.models.score_bars import ScoreBars
from viewer.widgets import file_dialogs
from viewer.widgets.markdown_view import MarkdownView
from viewer.widgets.qt_items import append_item
from viewer.widgets.scroll_column import ScrollColumn
from viewer.widgets.side_list import side_list

SIZE = QSize(860, 600)
"""Preferred size of the dialog, in logical px."""
LIST_WIDTH = 250
"""Logical px."""
LEAST_LIST_WIDTH = 110
"""Logical px, in a small dialog."""
FILE_FILTER = mark("Models (*.pth *.pt *.safetensors);;All files (*)")
FEW = 2
"""Facts of a model that are always shown."""
NAME_ROLE = Qt.ItemDataRole.UserRole


class Models(QDialog):
    """Non-modal, so that the effect of a model stays visible beside it. `chosen`: name of the model to decode with.

    descriptions: what the engine has reported about each installed model, by name. picture: has had each event of the
    engine before this dialog has.
    """

    chosen = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        ready: ModelReady | None,
        download: ModelDownload,
        picture: OpenPicture,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Models"))
        self._session, self._ready, self._download, self._picture = session, ready, download, picture
        self.descriptions: dict[str, ModelDescribed] = {}
        self._offers: dict[str, ModelOffer] = {}
        self._measuring = ""
        self._adding, self._added = False, ""  # whether a file is being added; the model that it became
        self._make_contents()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show()
        self.resize(SIZE.boundedTo(self.screen().availableSize()))
        session.list_models()

    def _make_contents(self) -> None:
        self.list = side_list(tr("Models"), LIST_WIDTH)
        self.list.setMinimumWidth(LEAST_LIST_WIDTH)
        self.title, self.about = QLabel(), _text_label()
        self.title.setProperty("title", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setAccessibleName(tr("Description"))
        self._fact_grid = QGridLayout()
        self._fact_grid.setHorizontalSpacing(16)
        self._fact_grid.setColumnStretch(1, 1)
        self.scores, self.suitable = ScoreBars(), _text_label()
        self.card = MarkdownView(tr("Model card: training, scores, licence"))
        self.outcome = _text_label()
        self.outcome.setAccessibleName(tr("Status"))
        self.busy = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.busy.setAccessibleName(tr("Downloading"))

    def _make_buttons(self) -> None:
        self.add = _button(tr("&Add file…"), tr("Install a model from a file"))
        self.use = _button(tr("&Use"), tr("Decode with this model"))
        self.use.setProperty("primary", True)
        self.get = _button(tr("&Download"), tr("Download, verify and install the model"))
        self.get.setProperty("primary", True)
        self.stop = _button(tr("&Stop"), tr("Cancel the download"))
        self.reveal = _button(tr("&Show file"), tr("Open the folder that contains the file"))
        self.again = _button(tr("&Measure again"), tr("Most accurate while the computer is idle"))
        self.remove = _button(tr("&Remove…"), tr("Delete the model file"))
        self.quit = _button(tr("Close"), tr("Close this window"))
        self.more = _button(tr("More"), tr("Parameters, licence, file, training and scores"))
        self.more.setCheckable(True)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        buttons = QHBoxLayout()
        for button in (self.use, self.get, self.stop, self.again, self.reveal, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        about = QWidget()
        right = QVBoxLayout(about)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        right.addWidget(self.title)
        right.addWidget(self.about)
        right.addLayout(self._fact_grid)
        right.addWidget(self.scores)
        right.addWidget(self.suitable)
        right.addLayout(buttons)
        right.addWidget(self.busy)
        right.addWidget(self.outcome)
        right.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.card, 1)
        self._filler = QWidget()
        right.addWidget(self._filler, 1)
        right.addWidget(self.quit, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 18, 18, 18)
        row.setSpacing(20)
        row.addLayout(left)
        row.addWidget(ScrollColumn(about, SIZE.width() - LIST_WIDTH), 1)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._select)
        self.list.itemActivated.connect(lambda _item: self.use.click())
        self.use.clicked.connect(lambda: self.chosen.emit(self.current))
        self.get.clicked.connect(lambda: self._download.start(self.current))
        self.stop.clicked.connect(self._download.cancel)
        self.add.clicked.connect(self._ask_file)
        self.reveal.clicked.connect(self._reveal)
        self.remove.clicked.connect(self._ask_remove)
        self.again.clicked.connect(self._measure_again)
        self.more.toggled.connect(self._show)
        self.quit.clicked.connect(self.reject)
        self.finished.connect(self._session.cancel_measurement)
        self._download.changed.connect(self._show)
        self._download.ended.connect(self.show_download_result)

    @property
    def current(self) -> str:
        """Name of the selected model; empty if there is none."""
        item = self.list.currentItem()
        return item.data(NAME_ROLE) if item is not None else ""

    # Events of the engine.

    @Slot(object)
    def handle(self, event: Event) -> None:
        """Handles an event of the engine."""
        match event:
            case ModelsListed():
                self._list(event)
            case ModelDescribed():
                self.descriptions[event.name] = event
                if event.name == self.current:
                    self._select()
            case ModelMeasured():
                self._measuring = ""
                self._session.describe_model(event.name)
            case ModelReady():
                self._ready = event
                self._name_items()
                self._show()
                if event.requested == self._added:
                    self._added = ""
                    self._show_result(
                        tr("{name} was added and is in use.").format(name=title(event.requested))
                    )
            case PictureSource():
                self._show_suitable()
            case Failed(task=Task.MODELS):
                self._measuring = ""
                self._adding = False
                self._show_result(translated(event.message))

    def _list(self, listed: ModelsListed) -> None:
        """Fills the list with the installed and the downloadable models; the selection stays where possible."""
        known = [self.list.item(k).data(NAME_ROLE) for k in range(self.list.count())]
        added = next((name for name in listed.names if name not in known), "") if self._adding else ""
        selected = added or self.current or (self._ready.requested if self._ready else "")
        self._offers = {offer.name: offer for offer in listed.offers}
        self.descriptions = {name: facts for name, facts in self.descriptions.items() if name in listed.names}
        self.list.blockSignals(True)
        self.list.clear()
        for name in (*listed.names, *self._offers):
            append_item(self.list, name).setData(NAME_ROLE, name)
        self._name_items()
        names = [self.list.item(k).data(NAME_ROLE) for k in range(self.list.count())]
        self.list.setCurrentRow(names.index(selected) if selected in names else 0)
        self.list.blockSignals(False)
        self._select()
        if added:
            self._adding, self._added = False, added
            self._show_result(tr("{name} was added.").format(name=added))
            self.chosen.emit(added)

    def _name_items(self) -> None:
        for item in map(self.list.item, range(self.list.count())):
            name = item.data(NAME_ROLE)
            if description.in_use(name, self._ready):
                item.setText(tr("{name} · in use").format(name=title(name)))
            elif name in self._offers:
                item.setText(tr("{name} · downloadable").format(name=title(name)))
            else:
                item.setText(title(name))

    # Actions of the user.

    def _select(self, *_items: object) -> None:
        """Shows the selected model. Measures its speed unless that is already known."""
        facts = self.descriptions.get(self.current)
        unmeasured = facts is not None and facts.speed is None and not facts.fault
        if unmeasured and self._measuring != self.current:
            self._measuring = self.current
            self._session.measure_model(self.current)
        self._show()

    def _measure_again(self) -> None:
        self._measuring = self.current
        self._session.measure_model(self.current, again=True)
        self._show()

    def _ask_file(self) -> None:
        path = file_dialogs.open_file(self, tr("Add model"), tr(FILE_FILTER))
        if path is not None:
            self._show_result("")
            self._adding = True
            self._session.add_model(path)

    def _reveal(self) -> None:
        facts = self.descriptions.get(self.current)
        if facts is not None and facts.path is not None:
            QDesktopServices.openUrl(local_files.url_of(facts.path.parent))

    def _ask_remove(self) -> None:
        name = self.current
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Remove model"))
        box.setText(tr("Remove {name}?").format(name=name))
        box.setInformativeText(tr("The model file will be deleted permanently."))
        confirm = box.addButton(tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel).setIcon(QIcon())
        box.exec()
        if box.clickedButton() is confirm:
            self._show_result("")
            self._session.remove_model(name)

    def show_download_result(self, name: str, failure: str) -> None:
        """Shows how a download ended. failure: the error message; empty after a success."""
        offer = self._offers.get(name)
        self._show_result(f"{failure}\n{description.manual_steps(offer)}" if failure and offer else failure)

    # Display.

    def _show_result(self, text: str) -> None:
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))

    def _show(self) -> None:
        """Updates everything that depends on the selected model."""
        name = self.current
        facts, offer = self.descriptions.get(name), self._offers.get(name)
        self._show_texts(facts, offer)
        self._show_scores(facts)
        self._show_suitable()
        self._show_buttons(facts, offer)
        self.busy.setVisible(self._downloading(name))
        self.outcome.setVisible(bool(self.outcome.text()))

    def _downloading(self, name: str) -> bool:
        return self._download.name == name != ""

    def _show_texts(self, facts: ModelDescribed | None, offer: ModelOffer | None) -> None:
        name = self.current
        if facts is not None:
            about = PURPOSES.get(name, facts.description)
            self.about.setText(tr(about))
            lines = description.fact_lines(facts, self._measuring == name)
            self._show_facts(lines if self.more.isChecked() else lines[:FEW])
            self.card.setMarkdown(description.markdown(facts))
        elif offer is not None:
            self.about.setText(translated(offer.about))
            self._show_facts(description.offer_lines(offer))
        else:
            self.about.clear()
            self._show_facts([])
        self.title.setText(title(name) if facts or offer else tr("Loading the models…"))
        self.about.setVisible(bool(self.about.text()))
        self.more.setVisible(facts is not None and not facts.fault)
        self.more.setText(tr("Less") if self.more.isChecked() else tr("More"))
        self.card.setVisible(not self.more.isHidden() and self.more.isChecked())
        self._filler.setVisible(self.card.isHidden())

    def _show_scores(self, facts: ModelDescribed | None) -> None:
        """Shows the scores that the model's card states, compared with those of the other installed models."""
        every = [card_scores.gains(each.card) for each in self.descriptions.values()]
        best = {kind: max((each.get(kind, 0.0) for each in every), default=0.0) for kind in card_scores.KINDS}
        self.scores.show_gains(card_scores.gains(facts.card) if facts is not None else {}, best)

    def _show_suitable(self) -> None:
        """Says which installed model suits the open picture best, by the scores that the cards state."""
        kind = self._picture.kind
        cards = {name: facts.card for name, facts in self.descriptions.items()}
        best = None if kind is None else card_scores.best_model(cards, kind)
        if kind is not None and best is not None:
            self.suitable.setText(tr(SUITS[kind]).format(model=title(best)))
        self.suitable.setVisible(best is not None)

    def _show_buttons(self, facts: ModelDescribed | None, offer: ModelOffer | None) -> None:
        name = self.current
        self.use.setVisible(facts is not None and not facts.fault)
        self.use.setEnabled(not description.in_use(name, self._ready))
        self.reveal.setVisible(facts is not None and facts.path is not None)
        self.again.setVisible(facts is not None and facts.speed is not None)
        self.again.setEnabled(self._measuring != name)
        self.remove.setVisible(facts is not None and facts.own)
        self.get.setVisible(offer is not None)
        self.get.setEnabled(not self._download.name)
        self.stop.setVisible(self._downloading(name))

    def _show_facts(self, lines: list[description.FactLine]) -> None:
        while (item := self._fact_grid.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for row, (name, text) in enumerate(lines):
            label, value = QLabel(name), _text_label()
            label.setProperty("faint", True)
            value.setText(text)
            value.setAccessibleName(f"{name}: {text}")
            self._fact_grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._fact_grid.addWidget(value, row, 1)


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text, toolTip=tip)
    button.setAutoDefault(False)
    return button


def _text_label() -> QLabel:
    return QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
