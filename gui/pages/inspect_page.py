"""The inspect page: would you trust it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from engine.data.issue_report import ISSUE_KINDS
from engine.data.recipe import Kind
from engine.project import Run
from engine.runtime import UserError
from gui.language import number, say
from gui.pages.decide_parts.export_menu import ExportButton
from gui.pages.first_words import first_words
from gui.pages.inspect_parts.bench import Bench
from gui.pages.inspect_parts.class_pane import ClassPane
from gui.pages.inspect_parts.comparison import Comparison
from gui.pages.inspect_parts.copying import copy_views
from gui.pages.inspect_parts.gallery import Gallery
from gui.pages.inspect_parts.gap_measuring import TASK as _GAPS
from gui.pages.inspect_parts.gap_measuring import GapMeasuring
from gui.pages.inspect_parts.issue_card import issue_word
from gui.pages.inspect_parts.judging_desk import JudgingDesk
from gui.pages.inspect_parts.look import Look, RunKey, class_lines, read_look
from gui.pages.inspect_parts.nothing import NothingYet
from gui.pages.inspect_parts.set_desk import SetDesk
from gui.pages.inspect_parts.studying import Studying
from gui.pages.page import Page
from gui.services import Services
from gui.theme import PAD
from gui.widgets.layout import AtLeast, column, explain, holder, scrolled, side_by_side

_LOOK = "inspect.look"
_OUTER, _INNER = (342, 696), (284, 400)
_BENCH = 440


class InspectPage(Page):
    """Shows the samples of a run beside real ones and takes verdicts on them."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._key: RunKey | None = None
        self._look: Look | None = None
        self._failure: UserError | None = None
        self._gaps = GapMeasuring(self.workspace, services.background, self)
        self._runs: list[str] = []
        self._sample: int | None = None
        self._stale = True
        self._wanted: Sequence[int] = ()
        self._awaited: int | None = None

    def making(self) -> Iterator[None]:
        """From left to right, then the other views."""
        services = self.services
        self.empty = NothingYet(services)
        self.classes = ClassPane()
        self.desk = JudgingDesk(services, self)
        self.set_desk = SetDesk(services, self.desk, self)
        yield
        self.gallery = Gallery(services.background, self.desk.verdict_of)
        yield
        self.bench = Bench()
        self.studying = Studying(services.background, self.bench, self._refusal, self._kind)
        self.verdicts = self.desk.bar
        self.export = ExportButton(services)
        yield
        self.comparison = Comparison(services, self._samples())
        yield
        self.comparison.map.use(self.gallery.real.pictures, self.desk.verdict_of)
        self.picture = copy_views(self, self.comparison, self.gallery, self.bench)
        for part in (self.comparison.switch, self.picture):
            self.head.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(side_by_side(self._left(), self.comparison, _OUTER))
        self.body.addWidget(self.stack)
        self.action_row.insertWidget(1, self.export)
        self._connect()
        self.desk.listen(self.comparison.samples)
        self.set_desk.listen(self.stack)
        self.bind(self._say)

    def _left(self) -> QWidget:
        left = column(self.classes, self.set_desk.card, spacing=PAD)
        left.setStretch(0, 1)
        return holder(left)

    def _samples(self) -> QSplitter:
        # A low window, or the queue below, must not press its parts into each other.
        right = column(scrolled(AtLeast(self.bench, _BENCH)), self.verdicts, spacing=PAD)
        right.setStretch(0, 1)
        return side_by_side(self.gallery, holder(right), _INNER, both_grow=True)

    def _connect(self) -> None:
        self.primary.clicked.connect(lambda: self.navigator.go.emit("trial"))
        self.classes.run_chosen.connect(self.workspace.select_run)
        self.classes.table.chosen.connect(self._class_chosen)
        self.gallery.chosen.connect(self._show_sample)
        self.gallery.real_chosen.connect(self._real_chosen)
        self.gallery.real.pictures.arrived.connect(self._real_arrived)
        self.studying.studied.connect(self._ask_gaps)
        self.desk.changed.connect(self._judged)
        self.desk.stepped.connect(self.step)
        self.desk.sample_asked.connect(self._look_at_sample)
        self._gaps.changed.connect(self._measured)
        self._gaps.failed.connect(self._not_measured)
        self.comparison.class_chosen.connect(self._choose_class)
        self.comparison.sample_asked.connect(self._look_at_sample)
        self.comparison.selected.connect(self._show_selection)
        self.comparison.finding.changed.connect(self._tell_issues)
        self.navigator.pictures.connect(self._show_pictures)
        self.workspace.project_changed.connect(self._other_project)
        self.workspace.images_changed.connect(self._other_pictures)
        self.workspace.run_changed.connect(self._maybe_other_run)
        self.workspace.runs_changed.connect(self._list_runs)
        self.jobs.state_changed.connect(lambda _state: self._say_action())

    # --- which run ------------------------------------------------------------------------------

    @property
    def _run(self) -> Run | None:
        """The run looked at, if it has a condensed set."""
        run = self.workspace.run
        return run if run is not None and run.condensed_path.is_file() else None

    def _other_project(self) -> None:
        self._gaps.forget()
        self.desk.forget()

    def _other_pictures(self) -> None:
        """The picture file was closed: nobody may read from it any more."""
        for name in (_LOOK, _GAPS):
            self.services.background.forget(name)
        self.studying.forget()
        self._gaps.forget()
        self.comparison.forget()
        self.gallery.show_look(None, None)
        self._key, self._look, self._stale = None, None, True
        self._load_if_shown()

    def _maybe_other_run(self) -> None:
        run = self._run
        key = None if run is None else RunKey.of(run)
        if key != self._key:
            self._stale = True
            self._load_if_shown()

    def _list_runs(self) -> None:
        runs = [one for one in self.workspace.runs() if one.condensed_path.is_file()]
        chosen = self.workspace.run.id if self.workspace.run else ""
        if [one.id for one in runs] != self._runs:
            self._runs = [one.id for one in runs]
            self.empty.show_runs(self._runs)
            self.classes.show_runs(runs, chosen)
        self.classes.mark_run(chosen)
        self._show()

    def shown(self) -> None:
        """Read what has changed while another page was shown."""
        if self._stale:
            self._load()

    def _load_if_shown(self) -> None:
        self._show()
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        """Read the run beside the window."""
        self._stale = False
        for name in (_LOOK, _GAPS):
            self.services.background.forget(name)
        self.studying.stop()
        run, image_set = self._run, self.workspace.image_set
        self._key = None if run is None else RunKey.of(run)
        self._look, self._failure, self._sample = None, None, None
        self.comparison.look_at(self._key, None)
        self.desk.use(run)
        if run is not None:
            self.services.background.run(
                _LOOK, lambda _token: read_look(run, image_set), self._looked, self._not_read
            )
        self._show()

    def _looked(self, look: Look) -> None:
        self._look = look
        self.desk.take(look)
        images = self.workspace.image_set if look.refusal is None else None
        self.studying.use(images)
        self.classes.table.choose(None)
        self.comparison.choose(None)
        self.gallery.show_look(look, images)
        self.comparison.look_at(self._key, look)
        self._show_lines()
        self._say_state()
        self._show_sample(self.gallery.samples[0] if self.gallery.samples else None)
        if len(self._wanted) and images is not None:
            self._show_selection((), self._wanted)
        self._wanted = ()

    def _not_read(self, error: UserError) -> None:
        self._failure = error
        self.gallery.show_look(None, None)
        self.classes.table.show_lines([])
        self.comparison.show_lines([])
        self._show_sample(None)
        self._say_state()

    # --- classes and gaps -----------------------------------------------------------------------

    def _measured(self) -> None:
        self._show_lines()
        self._say_state()

    def _not_measured(self, error: UserError) -> None:
        self._failure = error
        self._say_state()

    def _show_lines(self) -> None:
        if self._look is None:
            return
        lines = class_lines(self._look, self.desk.verdicts, self._gaps.of(self._key))
        self.classes.table.show_lines(lines)
        self.comparison.show_lines(lines)
        self._show_line()

    def _show_line(self) -> None:
        if self._look is not None and self._sample is not None:
            label = self._look.label_of(self._sample)
            self.bench.show_line(self.classes.table.line_of(label))
        else:
            self.bench.show_line(None)

    def _choose_class(self, label: int | None) -> None:
        """Chosen in a chart instead of in the list."""
        self.classes.table.choose(label)
        self._class_chosen(label)

    def _class_chosen(self, label: int | None) -> None:
        self.comparison.choose(label)
        self.gallery.show_class(label)
        if self._sample in self.gallery.samples:
            self.gallery.choose(self._sample)
        else:
            self._show_sample(self.gallery.samples[0] if self.gallery.samples else None)

    # --- a sample -------------------------------------------------------------------------------

    def _show_sample(self, sample: int | None) -> None:
        look = self._look
        self._sample, self._awaited = sample, None
        if look is None or sample is None:
            self.studying.show(None, None, "")
        else:
            self.gallery.choose(sample)
            self.studying.show(look, sample, self._title(sample))
        self._show_line()
        title = "" if look is None or sample is None else self._title(sample)
        self.desk.show_sample(sample, title)

    def _kind(self) -> Kind | None:
        return self.comparison.measuring.kind

    def _ask_gaps(self) -> None:
        # The sample looked at comes first.
        self._gaps.ask(self._key, self._look)

    def _real_chosen(self, row: int) -> None:
        images, pixels = self.workspace.image_set, self.gallery.pixels_of(row)
        self._awaited = row if pixels is None else None
        if images is not None and pixels is not None:
            self.bench.show_real(pixels, images.sources[row])

    def _real_arrived(self) -> None:
        """What another page asked for is read only when the gallery shows it."""
        if self._awaited is not None and self.gallery.pixels_of(self._awaited) is not None:
            self._real_chosen(self._awaited)

    def _title(self, sample: int) -> str:
        look = self._look
        assert look is not None
        name = look.class_names[look.label_of(sample)]
        return f"{name} {number(look.place_of(sample))}"

    def step(self, step: int) -> None:
        """Look at the next or the previous sample."""
        if self._sample is not None:
            order = self.desk if self.desk.second else self.gallery
            beside = order.beside(self._sample, step)
            if beside is not None:
                self._look_at_sample(beside)

    def _look_at_sample(self, sample: int) -> None:
        """Show a sample, with its class if it is of another one."""
        if self._look is None:
            return
        if sample not in self.gallery.samples:
            # The second look goes through all classes, in an order of its own.
            label = None if self.desk.second else self._look.label_of(sample)
            self.classes.table.choose(label)
            self.comparison.choose(label)
            self.gallery.show_class(label)
            self.gallery.reveal(sample)
        self.comparison.show_view("samples")
        self._show_sample(sample)

    def _show_selection(self, samples: Sequence[int], rows: Sequence[int]) -> None:
        """Show what was selected in another view, whatever its class."""
        self.classes.table.choose(None)
        self.comparison.choose(None)
        self.gallery.show_selection(samples, rows)
        self.comparison.show_view("samples")
        if self.gallery.samples:
            self._show_sample(self.gallery.samples[0])
        if len(rows):
            self._real_chosen(rows[0])

    def _show_pictures(self, rows: Sequence[int]) -> None:
        """Show real pictures another page asks for, at once or when the run has been read."""
        if self._look is None:
            self._wanted = rows
        else:
            self._show_selection((), rows)

    def _tell_issues(self) -> None:
        finding = self.comparison.finding
        kinds = ISSUE_KINDS if finding.found is not None else ()
        self.gallery.set_issues(finding.of_sample, kinds, issue_word)

    def _judged(self) -> None:
        self.gallery.repaint_verdicts()
        self._show_lines()
        self.comparison.runs.hide_verdicts(hidden=self.desk.second)

    def hideEvent(self, event: QHideEvent) -> None:
        """Other pages show how many are judged."""
        self.desk.tell_now()
        super().hideEvent(event)

    # --- words ----------------------------------------------------------------------------------

    def _show(self) -> None:
        ready = self._run is not None
        self.stack.setCurrentIndex(1 if ready else 0)
        ways = (self.primary, self.reason, self.export)
        for part in (self.comparison.switch, self.picture, *ways):
            part.setVisible(ready)
        self.empty.say()
        self._say_action()
        self._say_state()

    def _say(self) -> None:
        first = first_words("inspect")
        self.title.setText(first.title)
        self.subtitle.setText(first.about)
        self.primary.setText(self.tr("Trial-train…"))
        if self._look is not None and self._sample is not None:
            self.bench.show_title(self._title(self._sample))
        self._show()

    def _say_state(self) -> None:
        """Why there are no numbers, below the class list."""
        refusal = words = self._refusal()
        if not words and self._look is not None and not self._gaps.of(self._key):
            words = self.tr("Measuring how far the samples are from real ones…")
        self.classes.show_state(words)
        self.comparison.show_state(refusal, words or self._gaps.note(self._key))

    def _refusal(self) -> str:
        """Why the run cannot be compared with real samples; empty if it can."""
        look = self._look
        refusal = self._failure or (look.refusal if look is not None else None)
        if refusal is not None:
            return say(refusal.key, **refusal.params)
        if look is not None and self.workspace.image_set is None:
            return self.tr("The real samples cannot be read just now.")
        return ""

    def _say_action(self) -> None:
        ready = self._run is not None
        hint = self.tr("Next: train a model on it and on real samples, and compare.")
        self.set_primary_reason("", hint if ready else "")
        busy = self.tr("A job is running. Wait for it, or stop it in the line below.")
        explain(
            self.export,
            busy if self.jobs.busy else "",
            self.tr("The condensed set as a file for other programs, or as folders of pictures."),
        )
