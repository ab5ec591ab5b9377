"""Reads the open visit's report once nobody has typed for a moment, off the window's thread; on this device only."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from ui.background import run_in_background
from ui.workspace.desk import Desk, News
from visitapp.domain.naming.finding import Named
from visitapp.domain.record import VisitRecord
from visitapp.domain.style import Flag, Piece, Reading, StyleReader, pieces_of
from visitapp.domain.style.repeating import marks_of
from visitapp.domain.style_checks import flags_asked, let_be
from visitapp.store.sent_reports import reports_of_others

PAUSE_MS = 700
"""For so long nothing must have been typed before the report is read again."""
_FIRST_MS = 60
_READ = frozenset({"block", "finding", "answer", "action"})


class StyleReading(QObject):
    """What a quiet reader makes of the report; `changed` tells when it was read again or something was let be."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader: StyleReader | None = None
        self._elsewhere: frozenset[str] = frozenset()
        self._whole: Reading | None = None
        self._not_now: set[str] = set()
        self._is_reading = self._is_stale = False
        self._pause = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._pause.timeout.connect(self._read)
        self._pause.start()
        desk.changed.connect(self._hear)
        desk.touched.connect(self._wait)
        desk.ask(partial(reports_of_others, school_id=desk.record.visit.school_id), self._take_reports)

    @property
    def reading(self) -> Reading | None:
        """Return what was read last, without what was let be; None until the report has been read."""
        if self._whole is None:
            return None
        return self._whole.without(let_be(self._desk.record) | self._not_now)

    def flags_in(self, section: str) -> tuple[Flag, ...]:
        """Return the flags the programme asks for in one section, in the order of its texts."""
        reading = self.reading
        found = flags_asked(self._desk.record, reading) if reading else ()
        return tuple(flag for flag in found if flag.section == section)

    def let_be(self, flag: Flag) -> None:
        """Say that this may stay as it is, for the whole visit; one act, which can be undone."""
        self._desk.answer(self.tr("\u201c{words}\u201d let be").format(words=flag.words[:40]), flag.key, True)

    def not_now(self, flag: Flag) -> None:
        """Leave this aside until the report is opened again."""
        self._not_now.add(flag.key)
        self.changed.emit()

    def _hear(self, news: News) -> None:
        if news.kinds & _READ:
            self._pause.start(PAUSE_MS)
        if "answer" in news.kinds and self._whole is not None:
            self.changed.emit()

    def _wait(self) -> None:
        if self._pause.isActive():
            self._pause.start(PAUSE_MS)

    def _take_reports(self, texts: Sequence[str]) -> None:
        app = QCoreApplication.instance()
        if texts and app is not None:
            run_in_background(app, partial(_marks, texts), self._take_marks, _do_without)

    def _take_marks(self, marks: frozenset[str]) -> None:
        self._elsewhere, self._reader = marks, None
        self._pause.start()

    def _read(self) -> None:
        app = QCoreApplication.instance()
        if app is None:
            return
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading = True
        record = self._desk.record
        work = partial(self._read_pieces, pieces_of(record), f"{record.school.name} {record.school.trust}")
        run_in_background(app, work, self._take, _do_without)

    def _read_pieces(self, pieces: tuple[Piece, ...], also_known: str) -> Reading:
        """Read off the window's thread; there is never more than one at it."""
        reader = self._reader = self._reader or self._make_reader()
        return reader.read(pieces, also_known)

    def _make_reader(self) -> StyleReader:
        from visitapp.frameworks.style_lists import load_style_lists

        aids = self._desk.aids
        return StyleReader(
            load_style_lists(),
            self._desk.record.framework,
            names=self._names if aids is not None else None,
            elsewhere=self._elsewhere,
            spelt_out=aids.shorthand if aids is not None else None,
        )

    def _names(self, text: str) -> tuple[Named, ...]:
        record: VisitRecord = self._desk.record
        return self._desk.aids.names_to_hide(text, record) if self._desk.aids is not None else ()

    def _take(self, reading: Reading) -> None:
        self._is_reading = False
        if self._is_stale:
            self._is_stale = False
            self._pause.start()
        if reading != self._whole:
            self._whole = reading
            self.changed.emit()


def _marks(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(mark for text in texts for mark in marks_of(text))


def _do_without(sentence: str) -> None:
    """Lists that cannot be read leave no aid, and nothing else is the worse for it."""
