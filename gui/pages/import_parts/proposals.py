"""Classes proposed for pictures without any: groups that look alike, named by the user."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from engine.runtime import Event, Progress, StopToken, UserError
from gui.jobs import Background
from gui.language import Translated, current, number
from gui.settings import proposals_folder
from gui.theme import GAP, PAD
from gui.widgets.layout import Card, button, column, holder, label, row, scrolled
from gui.widgets.number_field import WholeField
from gui.widgets.picture_list import PictureList, Tile
from gui.widgets.quiet_wheel import quiet_wheel
from importers import ImportOptions, Scan
from importers.proposing import Proposal, propose_classes, write_list

_SIDE = 56
_IN_A_ROW = 7
_MOST_GROUPS = 50
_WORK = "import.proposals"


class ProposalsDialog(Translated, QDialog):
    """Groups in the background; :attr:`list_file` is the answer once it is accepted.

    Groups that get the same name become one class; a group without a name is left out.
    """

    _counted = Signal(int, int)

    def __init__(
        self, scan: Scan, options: ImportOptions, background: Background, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(900, 640)
        self.list_file = Path()
        self._scan, self._options, self._background = scan, options, background
        self._proposals: Sequence[Proposal] = ()
        self.names: list[QLineEdit] = []
        self.sentence = label("muted", wrap=True)
        self.groups_label = QLabel()
        self.groups = WholeField()
        self.groups.setRange(1, _MOST_GROUPS)
        self.groups_label.setBuddy(self.groups)
        self.state = label("muted", wrap=True)
        self._rows = column(spacing=GAP)
        self.accept_button = button("check", primary=True)
        self.cancel = button()
        self._assemble()
        self._connect()
        self.bind(self._say)
        self._group(None)

    def _assemble(self) -> None:
        inner = QWidget()
        inner.setLayout(self._rows)
        layout = column(
            self.sentence,
            row(self.groups_label, self.groups, self.state, None),
            scrolled(inner),
            row(None, self.cancel, self.accept_button),
        )
        layout.setStretch(2, 1)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        self.setLayout(layout)
        quiet_wheel(self.groups)

    def _connect(self) -> None:
        self.groups.valueChanged.connect(self._group)
        self._counted.connect(self._say_counted)
        self.accept_button.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.reject)
        self.destroyed.connect(lambda: self._background.forget(_WORK))

    def _group(self, groups: int | None) -> None:
        scan, options = self._scan, self._options
        self.accept_button.setEnabled(False)
        self.state.setText(self.tr("Looking at the pictures…"))

        def emit(event: Event) -> None:
            if isinstance(event, Progress):
                self._counted.emit(event.done, event.total)

        def work(token: StopToken) -> list[Proposal]:
            return propose_classes(scan, options, groups=groups, emit=emit, token=token)

        self._background.run(_WORK, work, self._show, self._failed)

    def _failed(self, error: UserError) -> None:
        self.state.setText(error.sentence(current()))

    def _show(self, proposals: list[Proposal]) -> None:
        self._proposals = proposals
        self.groups.blockSignals(True)
        self.groups.setValue(len(proposals))
        self.groups.blockSignals(False)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.names = []
        for place, proposal in enumerate(proposals, 1):
            self._rows.addWidget(self._card(place, proposal))
        self._rows.addStretch(1)
        self.state.clear()
        self.accept_button.setEnabled(True)

    def _card(self, place: int, proposal: Proposal) -> QWidget:
        name = QLineEdit(self.tr("group {number}").format(number=place))
        name.setMaxLength(100)
        name.setAccessibleName(self.tr("Name of the class"))
        name.setToolTip(self.tr("The same name twice makes one class; no name leaves it out."))
        self.names.append(name)
        count = label("muted")
        count.setText(self.tr("{count} pictures").format(count=number(len(proposal.names))))
        pictures = PictureList(side=_SIDE)
        pictures.set_side(_SIDE, caption_lines=0)
        rows = 1 if len(proposal.examples) <= _IN_A_ROW else 2
        pictures.setFixedHeight(rows * (_SIDE + 16) + 8)
        pictures.show_tiles([Tile(_loader(pixels), "", "") for pixels in proposal.examples])
        pictures.setAccessibleName(self.tr("Pictures of group {number}").format(number=place))
        pictures.setAccessibleDescription(count.text())
        left = holder(column(name, count, None))
        left.setFixedWidth(220)
        card = Card()
        parts = row(left, pictures)
        parts.setStretch(1, 1)
        card.body.addLayout(parts)
        return card

    def _accept(self) -> None:
        classes = [
            (name.text().strip(), proposal.names)
            for name, proposal in zip(self.names, self._proposals, strict=True)
            if name.text().strip()
        ]
        if not classes:
            self.state.setText(self.tr("Give at least one group a name."))
            return
        own = hashlib.sha256(str(self._scan.root.absolute()).encode()).hexdigest()[:16]
        try:
            self.list_file = write_list(proposals_folder() / f"{own}.csv", classes)
        except UserError as error:
            self._failed(error)
            return
        self.accept()

    def _say_counted(self, done: int, total: int) -> None:
        self.state.setText(
            self.tr("Looking at the pictures: {done} of {total}").format(
                done=number(done), total=number(total)
            )
        )

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Propose classes"))
        self.sentence.setText(
            self.tr(
                "Pictures that look alike, in groups. Give each group the name of its class; the "
                "same name twice makes one class of two groups, no name leaves a group out."
            )
        )
        self.groups_label.setText(self.tr("Groups"))
        self.groups.setToolTip(
            self.tr("How many groups of pictures that look alike are proposed as classes.")
        )
        self.accept_button.setText(self.tr("Use these classes"))
        self.accept_button.setToolTip(self.tr("Each name becomes a class of the import."))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Closes this window without a change"))


def _loader(pixels: npt.NDArray[np.uint8]) -> Callable[[], npt.NDArray[np.uint8]]:
    return lambda: pixels[..., None]
