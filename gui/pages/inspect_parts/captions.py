"""What stands below and behind the gallery's pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.data import ImageSet
from gui.language import number
from gui.pages.inspect_parts.arranging import PLAIN, IssuesOf, VerdictOf
from gui.pages.inspect_parts.filter_words import WordOf, order_word, short_value, value_text
from gui.pages.inspect_parts.look import Look
from gui.pages.inspect_parts.tiles import RealPictures
from gui.pages.inspect_parts.valuing import Valuing
from gui.pages.inspect_parts.words import verdict_word
from gui.widgets.picture_list import Tile


class Captions:
    """Makes tiles; where samples are ordered by a value, it stands below each."""

    def __init__(self, valuing: Valuing, pictures: RealPictures, verdict_of: VerdictOf) -> None:
        self._valuing, self._pictures, self._verdict_of = valuing, pictures, verdict_of
        self.issues_of: IssuesOf = lambda _sample: ()
        self.issue_word: WordOf = str
        self.look: Look | None = None
        self.images: ImageSet | None = None
        self.one_class = False
        self.order = ""
        self.chosen: Callable[[], int | None] = lambda: None

    @property
    def lines_of_real(self) -> int:
        """The value below the file name needs a line of its own."""
        return 1 if self.order in ("", *PLAIN) else 2

    def synthetic(self, sample: int) -> Tile:
        """A synthetic sample: its number, and its verdict or value."""
        look = self.look
        assert look is not None
        translate = QCoreApplication.translate
        place, name = number(look.place_of(sample)), look.class_names[look.label_of(sample)]
        verdict = self._verdict_of(sample)
        word = verdict_word(verdict) if verdict else translate("Gallery", "not judged")
        kept, real = look.condensed.kept[sample], translate("Gallery", "real")
        shows_real = look.condensed.shows_real[sample]
        whole = translate("Gallery", "real, kept whole") if kept else real
        below = word if verdict else real if shows_real else ""
        tip = f"{name} {place}: {word}" + (f" ({whole})" if shows_real else "")
        issues = [self.issue_word(one) for one in self.issues_of(sample)]
        value, told = self._value(sample, real=False)
        tip = "\n".join([tip, *issues, *([told] if told else [])])
        pixels = look.condensed.images[sample]
        title = place if self.one_class else f"{name} {place}"
        return Tile(lambda: pixels, f"{title}\n{value or below}", tip, sample)

    def real(self, row: int) -> Tile:
        """A real sample: its file name, and its value."""
        source = "" if self.images is None else self.images.sources[row]
        value, told = self._value(row, real=True)
        caption = source.rpartition("/")[2] + (f"\n{value}" if value else "")
        tip = f"{source}\n{told}" if told else source
        return Tile(partial(self._pictures.get, row), caption, tip, row)

    def _value(self, key: int, *, real: bool) -> tuple[str, str]:
        """The value ordered by, short and with its name; empty where there is none."""
        order = self.order
        if order in ("", *PLAIN):
            return "", ""
        place = np.array([key])
        if real:
            value = self._valuing.real(order, place, self.chosen())[0]
        else:
            value = self._valuing.synthetic(order, place)[0]
        kind = self._valuing.kind
        told = f"{order_word(order, kind)}: {value_text(order, float(value), kind)}"
        return short_value(order, float(value), kind), told
