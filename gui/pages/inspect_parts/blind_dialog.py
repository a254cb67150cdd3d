"""The blind test: explained, taken, and what it has shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from engine.data import ImageSet
from engine.inspection.blind import PAIRS, BlindTest, Side, blind_tests_of, finish_test, keep_test
from engine.project import Run
from engine.runtime import UserError
from gui.language import Translated, current, number, say
from gui.pages.inspect_parts.blind_questions import BlindQuestions, draw_questions
from gui.pages.inspect_parts.blind_result import BlindResult
from gui.pages.inspect_parts.blind_view import BlindView
from gui.pages.inspect_parts.inspector_field import InspectorField
from gui.pages.inspect_parts.look import Look
from gui.pages.inspect_parts.words import moment_text
from gui.services import Services
from gui.theme import PAD, PAGE
from gui.widgets.layout import button, column, explain, flowing, holder, label, row, scrolled

_TASK = "inspect.blind"
_SHARE = 0.86
_SENTENCE_WIDTH, _NAME_WIDTH = 720, 220


class BlindDialog(Translated, QDialog):
    """Can be left at any time; only a test taken to its end is stored."""

    def __init__(
        self, services: Services, run: Run, look: Look, images: ImageSet, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._run, self._look, self._images = services, run, look, images
        self._questions: BlindQuestions | None = None
        self._earlier: Sequence[BlindTest] = ()
        self._failure: UserError | None = None
        self.heading = label("title")
        self.about = flowing(label(wrap=True))
        self.earlier_title = label("heading")
        self.earlier = flowing(label(wrap=True, selectable=True))
        self.state = flowing(label("bad", wrap=True))
        self.inspector = InspectorField(services.settings.remembered)
        self.inspector.setMinimumWidth(_NAME_WIDTH)
        self.inspector_title = label()
        self.inspector_title.setBuddy(self.inspector)
        self.view, self.outcome = BlindView(), BlindResult()
        self.stack = QStackedWidget()
        self.start = button("play", primary=True)
        self.leave = button("close")
        self._assemble()
        self.start.clicked.connect(self.begin)
        self.leave.clicked.connect(self.reject)
        self.view.finished.connect(self._finished)
        self.resize(parent.window().size() * _SHARE)
        self._read_earlier()
        self.bind(self._say)

    def _assemble(self) -> None:
        named = row(self.inspector_title, self.inspector, None)
        first = column(self.about, named, PAD, self.earlier_title, self.earlier, None, spacing=PAD)
        first.setContentsMargins(0, 0, PAD, 0)
        for part in (scrolled(holder(first)), self.view, self.outcome):
            self.stack.addWidget(part)
        for words in (self.about, self.earlier):
            words.setMaximumWidth(_SENTENCE_WIDTH)
        bottom = row(self.state, self.leave, self.start, spacing=PAD)
        bottom.setStretch(0, 1)
        layout = column(self.heading, self.stack, bottom, spacing=PAD)
        layout.setStretch(1, 1)
        layout.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(layout)
        self.leave.setAutoDefault(False)
        for choice in self.view.buttons.values():
            choice.setAutoDefault(False)
        self.start.setDefault(True)

    def begin(self) -> None:
        """Draw pairs and show the first."""
        self._failure = None
        self.start.setEnabled(False)
        look, images = self._look, self._images
        self._services.background.run(
            _TASK,
            lambda token: draw_questions(look.condensed, images, token),
            self._drawn,
            self._failed,
        )

    def done(self, result: int) -> None:
        """Nothing is asked any more."""
        self._services.background.forget(_TASK)
        super().done(result)

    def _read_earlier(self) -> None:
        try:
            self._earlier = blind_tests_of(self._run)
        except UserError as error:
            self._failure = error

    def _drawn(self, questions: BlindQuestions) -> None:
        self._questions = questions
        self.stack.setCurrentWidget(self.view)
        self.view.begin(questions, list(self._look.class_names))
        self.view.setFocus()
        self._say()

    def _failed(self, error: UserError) -> None:
        self._failure = error
        self.start.setEnabled(True)
        self._say()

    def _finished(self, said: Sequence[Side]) -> None:
        questions = self._questions
        assert questions is not None
        name = self._services.settings.remembered.inspector
        test = finish_test(questions.pairs, said, inspector=name, seed=questions.seed)
        self.outcome.show_test(test, questions)
        self.stack.setCurrentWidget(self.outcome)
        self.start.setEnabled(True)
        try:
            keep_test(self._run, test)
        except UserError as error:
            self._failure = error
        self._say()
        self.leave.setFocus()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        at = self.stack.currentIndex()
        self.setWindowTitle(self.tr("Blind test"))
        self.heading.setText(self.tr("Blind test"))
        self.about.setText(
            self.tr(
                "You see {count} pairs: a real picture and a synthetic sample of the same class. "
                "Say which is the synthetic one, with ← or →. The result comes at the end: how "
                "often you were right, and whether that is more than guessing. Who leaves before "
                "the end leaves nothing behind."
            ).format(count=number(PAIRS))
        )
        self.inspector_title.setText(self.tr("Inspector"))
        self.earlier_title.setText(self.tr("Earlier tests of this run"))
        self.earlier.setText(self._earlier_words())
        self.leave.setText(self.tr("Close") if at != 1 else self.tr("Leave"))
        tip = self.tr("Nothing is stored (Esc)") if at == 1 else self.tr("Closes this window")
        explain(self.leave, "", tip)
        self.start.setText(self.tr("Once more") if at == 2 else self.tr("Start"))
        self.start.setVisible(at != 1)
        self.start.setToolTip(self.tr("Shows the first of the pairs"))
        failure = self._failure
        self.state.setText("" if failure is None else say(failure.key, **failure.params))

    def _earlier_words(self) -> str:
        if not self._earlier:
            return self.tr("None yet.")
        lines = []
        for test in reversed(self._earlier):
            who = test.inspector or self.tr("no name")
            lines.append(f"{who}, {moment_text(test.time)}: {test.sentence(current())}")
        return "\n\n".join(lines)
