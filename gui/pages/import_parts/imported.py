"""What a project holds after an import: classes, samples, notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from engine.data import ImageSet
from engine.project import ImportRecord, SourceFinding
from engine.runtime import StopToken
from gui.jobs import Background
from gui.language import TranslatedWidget, current, number
from gui.pages.import_parts.class_table import ClassRow, ClassTable
from gui.pages.import_parts.notices import Evidence, NoticeList
from gui.theme import GAP, PAD
from gui.widgets.layout import Card, flowing, label, row, scrolled
from gui.widgets.picture_table import PictureTable

_SAMPLES = "import.samples"
_PER_CLASS = 12
_MOST_CLASSES = 60
_SIDE = 56
_SHOWN = 60
_LISTED = 10_000


@dataclass(frozen=True)
class _Sample:
    images: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.int64]


class Imported(TranslatedWidget):
    """Reads its samples in the background."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._image_set: ImageSet | None = None
        self._record: ImportRecord | None = None
        self._names: list[str] = []
        self.facts_heading = label()
        self.facts = flowing(label(wrap=True, selectable=True))
        self.source = flowing(label("muted", wrap=True, selectable=True))
        self.classes = ClassTable()
        self.samples_heading = label()
        self.samples = PictureTable()
        self.samples.set_side(_SIDE)
        self.notices_heading = label()
        self.notices = NoticeList()
        self._findings: Sequence[SourceFinding] = ()
        self._assemble()
        self.bind(self._say)

    def _assemble(self) -> None:
        left = Card(heading=self.facts_heading)
        left.body.addWidget(self.facts)
        left.body.addWidget(self.source)
        left.body.addWidget(self.classes, 1)
        samples = Card(heading=self.samples_heading)
        samples.body.addWidget(self.samples)
        notices = Card(heading=self.notices_heading)
        notices.body.addWidget(scrolled(self.notices))
        right = QSplitter(Qt.Orientation.Vertical)
        right.setChildrenCollapsible(False)
        right.setHandleWidth(GAP)
        right.addWidget(samples)
        right.addWidget(notices)
        right.setStretchFactor(0, 2)
        right.setStretchFactor(1, 3)
        whole = row(left, right, spacing=PAD)
        whole.setStretch(0, 2)
        whole.setStretch(1, 3)
        self.setLayout(whole)

    def show_images(
        self,
        image_set: ImageSet | None,
        record: ImportRecord | None,
        findings: Sequence[SourceFinding] = (),
    ) -> None:
        """Show an image set; None forgets the last one before its file is closed."""
        self._background.forget(_SAMPLES)
        self._image_set, self._record, self._findings = image_set, record, findings
        self.samples.samples.show_samples(
            np.empty((0, 1, 1, 1), np.uint8), np.empty(0, np.int64), []
        )
        self._say()
        if image_set is not None:
            self._names = image_set.class_names
            self._background.run(
                _SAMPLES, lambda token: _first_samples(image_set, token), self._show_samples
            )

    def _show_samples(self, found: _Sample) -> None:
        self.samples.samples.show_samples(found.images, found.labels, self._names)

    def _say(self) -> None:
        self.facts_heading.setText(self.tr("What the project holds"))
        self.samples_heading.setText(self.tr("Prepared pictures, the first of each class"))
        self.samples.setAccessibleName(self.tr("Prepared pictures by class"))
        self.samples.setAccessibleDescription(self.tr("A row a class."))
        self.notices_heading.setText(self.tr("What we noticed"))
        images, record = self._image_set, self._record
        if images is None:
            return
        train, test = images.counts("train").tolist(), images.counts("test").tolist()
        colour = self.tr("grey") if images.channels == 1 else self.tr("colour")
        self.facts.setText(
            self.tr(
                "{images} pictures in {classes} classes: {train} for training, {test} held out "
                "for testing · {width} × {height} px, {colour}"
            ).format(
                images=number(images.pictures),
                classes=number(len(images.class_names)),
                train=number(sum(train)),
                test=number(sum(test)),
                width=images.shape[2],
                height=images.shape[1],
                colour=colour,
            )
        )
        self.classes.show_rows(
            [ClassRow(*one) for one in zip(images.class_names, train, test, strict=True)]
        )
        if record is None:
            self.source.clear()
            self.notices.show_notices(Path(), (), ())
        else:
            self.source.setText(
                self.tr("From {folder}, which is unchanged.").format(folder=record.source)
            )
            self.notices.show_notices(
                Path(record.source),
                record.notices,
                record.refused,
                [(one, _evidence(one, images)) for one in self._findings],
            )


def _evidence(finding: SourceFinding, images: ImageSet) -> Evidence:
    def files() -> list[tuple[str, str]]:
        rows = finding.pictures[:_LISTED].tolist()
        partners = finding.partners[:_LISTED].tolist()
        partners += [-1] * (len(rows) - len(partners))
        return [
            (images.sources[at], images.sources[partner] if partner >= 0 else "")
            for at, partner in zip(rows, partners, strict=True)
            if at < len(images)
        ]

    return Evidence(
        lambda: finding.sentence(current()),
        files,
        partial(_look, finding, images),
        copies=True,
    )


def _look(
    finding: SourceFinding, images: ImageSet, token: StopToken
) -> list[tuple[str, npt.NDArray[np.uint8]]]:
    """The first pictures of a finding as prepared, each copy behind what it is a copy of."""
    rows: list[int] = []
    partners = finding.partners if len(finding.partners) else np.full(len(finding.pictures), -1)
    for place, partner in zip(finding.pictures.tolist(), partners.tolist(), strict=True):
        rows += [at for at in (partner, place) if 0 <= at < len(images) and at not in rows]
        if len(rows) >= _SHOWN:
            break
    token.raise_if_stopped()
    pixels = images.read(rows)
    return [(images.sources[at], one) for at, one in zip(rows, pixels, strict=True)]


def _first_samples(image_set: ImageSet, token: StopToken) -> _Sample:
    rows, labels = [], []
    for label_number in range(min(_MOST_CLASSES, len(image_set.class_names))):
        token.raise_if_stopped()
        first = image_set.indices("train", label_number)[:_PER_CLASS]
        rows.append(first)
        labels.append(np.full(len(first), label_number, np.int64))
    return _Sample(image_set.read(np.concatenate(rows)), np.concatenate(labels))
