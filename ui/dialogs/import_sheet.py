"""Published files read in, one after another: first what each would give, then, once agreed, what came of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.import_preview import counted, is_same, preview
from ui.parts.import_results import ImportResults
from ui.shell.overlay import Overlay
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.bars import Progress
from ui.widgets.buttons import Button
from ui.widgets.layout import Spacer, clear, column, row, wrap
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.published import BroughtIn, Looked, Published, Unexplained
from ui.workspace.published_run import FileRun, Sheets
from visitapp.domain.published.batches import Scope
from visitapp.domain.published.mapping import TableMapping

_WIDTH = 860
_LEAST_HEIGHT, _BESIDES = 160, 280
"""Of what is shown, and of all else on the sheet and around it, in px."""


class ImportSheet(Overlay):
    """Nothing is kept before "Read in" is pressed; stopped on the way, nothing of that file is."""

    rejects_wanted = Signal(object, object)
    """A proposed path, and the faults to write out."""

    def __init__(self, published: Published, scope: Callable[[], Scope], host: QWidget) -> None:
        super().__init__(host, host.tr("Read in published data"), _WIDTH)
        self._published, self._ask_scope, self._scope = published, scope, Scope()
        self._waiting: list[Path] = []
        self._count = self._number = 0
        self._path, self._sheet = Path(), ""
        self._mapping: TableMapping | None = None
        self._looked: Looked | None = None
        self._run: FileRun | None = None
        self._state = Text("", "body", "text2", wrap=True)
        self._progress = Progress(name=self.tr("How far reading has come"))
        self._results = ImportResults(published)
        self._body, self._notice = column(spacing=8), column(spacing=0)
        self.close_button = Button(self.tr("Cancel"), keys=self.tr("Esc"))
        self.skip_button = Button(self.tr("Leave this file out"), "quiet")
        self.rejects_button = Button(self.tr("Save the list of rows left out"), icon="file-output")
        self.take_button = Button(self.tr("Read in"), "primary")
        inner = wrap(column(self._body, self._results, Spacer(), spacing=10, margins=(0, 0, 8, 0)))
        self._area = Scroll(inner, self.tr("What the file would give"))
        title = Text(self.tr("Read in published data"), "title")
        buttons = row(self.rejects_button, None, self.close_button, self.skip_button, self.take_button, spacing=8)
        self.fill(column(title, self._state, self._progress, self._notice, (self._area, 1), buttons, spacing=10))
        self._connect()

    def read_in(self, paths: Sequence[Path]) -> None:
        """Open and look at these files, one after another."""
        self._waiting, self._count = list(paths), len(paths)
        self._scope = self._ask_scope()
        self.open()
        self._next()

    def first_focus(self) -> QWidget:
        """Return the button that stops or closes."""
        return self.close_button

    def close_sheet(self) -> None:
        """Stop while a file is being read; close otherwise."""
        if self._run is None:
            super().close_sheet()
            return
        self._waiting.clear()
        self._run.stop()
        self.close_button.setEnabled(False)
        self._state.set_text(self.tr("Stopping\u2026"))

    def fit_sheet(self) -> None:
        """Cover the window; what is shown takes the room there is."""
        self._area.setMinimumHeight(max(_LEAST_HEIGHT, self.window().height() - _BESIDES))
        super().fit_sheet()

    def say(self, banner: Banner) -> None:
        """Show what came of something asked for while a file is looked at, until the next step."""
        clear(self._notice)
        self._area.setMinimumHeight(_LEAST_HEIGHT)  # gives the banner its room
        self._notice.addWidget(banner)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_sheet)
        self.skip_button.clicked.connect(self._next)
        self.take_button.clicked.connect(self._bring_in)
        self.rejects_button.clicked.connect(self._want_rejects)
        self.closed.connect(self.deleteLater)
        self._published.closing.connect(self.deleteLater)

    def _next(self) -> None:
        self._mapping, self._looked, self._sheet = None, None, ""
        if not self._waiting:
            clear(self._body)
            self._rest()
            return
        self._path = self._waiting.pop(0)
        self._number += 1
        self._start(FileRun.look)

    def _start(self, begin: Callable[[FileRun], None]) -> None:
        clear(self._body)
        self._offer()
        run = self._run = FileRun(self._published, self._path, self._scope, self._mapping, self._sheet)
        self.destroyed.connect(run.stop)
        run.progressed.connect(self._on_progress)
        run.done.connect(self._on_done)
        run.refused.connect(self._on_refused)
        run.stopped.connect(self._on_stopped)
        run.unexplained.connect(self._ask)
        run.undecided.connect(self._ask)
        self._progress.set_share(0.0)
        self._progress.show()
        reading, looking = self.tr("Reading {file} in\u2026"), self.tr("Looking at {file}\u2026")
        words = reading if begin is FileRun.bring_in else looking
        self._state.set_text(self._of(words.format(file=self._path.name)))
        self.close_button.set_label(self.tr("Cancel"))
        self.close_button.setEnabled(True)
        self.close_button.setFocus()
        announce(self, self._state.text())
        begin(run)

    def _of(self, words: str) -> str:
        if self._count < 2:
            return words
        return self.tr("File {number} of {count}: {words}").format(
            number=self._number, count=self._count, words=words
        )

    def _on_progress(self, done: int, whole: int) -> None:
        share = done / whole if whole else 1.0
        words = self.tr("{done} of {whole} MB").format(done=f"{done / 2e6:.1f}", whole=f"{whole / 2e6:.1f}")
        self._progress.set_share(share, words)
        self._progress.setToolTip(words)

    def _end_run(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        self._progress.hide()
        self.close_button.setEnabled(True)

    def _on_done(self, found: Looked | BroughtIn) -> None:
        self._end_run()
        if isinstance(found, Looked):
            self._show(found)
            return
        self._results.show_read(found)
        self._next()

    def _show(self, looked: Looked) -> None:
        self._looked = looked
        before = next((one for one in self._published.batches() if is_same(one, looked)), None)
        clear(self._body)
        self._body.addLayout(preview(looked, before, everywhere=not self._scope.authorities))
        self._area.verticalScrollBar().setValue(0)
        words = self._of(self.tr("{file}: nothing is kept yet.").format(file=looked.path.name))
        self._state.set_text(words)
        self._offer(looked, again=before is not None and before.standing)
        (self.take_button if looked.tally.kept else self.close_button).setFocus()
        announce(self, f"{words} {looked.profile.title}. {counted(looked.tally)}")

    def _offer(self, looked: Looked | None = None, *, again: bool = False) -> None:
        """Show the buttons there is a use for."""
        clear(self._notice)
        self.take_button.set_label(self.tr("Read in again") if again else self.tr("Read in"))
        self.take_button.setVisible(looked is not None and looked.tally.kept > 0)
        doubted = looked is not None and any(code[0] in "EW" for code in looked.tally.faults)
        left_out = looked is not None and looked.tally.rejected
        words = self.tr("Save the list of rows left out") if left_out else self.tr("Save the list of doubts")
        self.rejects_button.set_label(words)
        self.rejects_button.setVisible(doubted)
        self.skip_button.setVisible(looked is not None and bool(self._waiting))

    def _bring_in(self) -> None:
        self._start(FileRun.bring_in)

    def _on_refused(self, sentence: str) -> None:
        self._end_run()
        self._results.show_refused(self._path.name, sentence)
        self._next()

    def _on_stopped(self) -> None:
        self._end_run()
        self._results.show_stopped(self._path.name)
        self._next()

    def _ask(self, asked: Unexplained | Sheets) -> None:
        from ui.parts.import_question import question_about

        self._end_run()
        form, why = question_about(asked, self._path.name)
        form.explained.connect(self._take_answer)
        form.left.connect(self._next)
        clear(self._body)
        self._body.addWidget(form)
        self._offer()
        self._state.set_text(self._of(why))
        form.show()  # at once, so that it can have the focus
        form.take_focus()
        announce(self, self._state.text())

    def _take_answer(self, answer: TableMapping | str) -> None:
        self._sheet, self._mapping = (answer, None) if isinstance(answer, str) else (self._sheet, answer)
        self._start(FileRun.look)

    def _rest(self) -> None:
        if self._results.is_empty:
            super().close_sheet()
            return
        self._offer()
        self._progress.hide()
        self._state.set_text("")
        self._state.hide()
        self.close_button.set_label(self.tr("Close"))
        self.close_button.setFocus()

    def _want_rejects(self) -> None:
        if self._looked is not None:
            self.rejects_wanted.emit(self._path, tuple(self._looked.tally.every))
