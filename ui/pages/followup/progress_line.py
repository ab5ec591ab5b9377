"""One thing said or seen of an action: read in a line, written in its place."""

from PySide6.QtWidgets import QWidget

from ui.pages.followup.written_in_place import WrittenInPlace
from ui.parts.autosave import Autosave
from ui.parts.fact_date import short_day
from ui.parts.place_day import PlaceDay
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import TextArea
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.following import Following
from visitapp.domain.following import Progress
from visitapp.domain.places import Place

_SEEN, _TOLD = "seen", "told"


class ProgressLine(WrittenInPlace):
    """Dated words, seen by a reviewer or only told."""

    def __init__(self, desk: Desk, progress: Progress, action_name: str) -> None:
        super().__init__()
        self._desk, self._following, self._id = desk, Following(desk), progress.id
        self._name = self.tr("Progress of {action}").format(action=action_name.lower())
        self._icon = Icon("message-circle", "text2", 15, 2)
        self._words = Text("", "small", wrap=True)
        self._by = Text("", "caption", "text2", tnum=True)
        self._pen = IconButton("pencil", self.tr("Change: {name}").format(name=self._name), size=24, icon_size=14)
        self._pen.clicked.connect(self.write)
        words = column(self._words, self._by, spacing=0)
        line = wrap(row(column(self._icon, None), (words, 1), column(self._pen, None), spacing=8))
        form = self._make_form()
        self.stand(line, form, self._text.edit, self._pen, [self._saving])
        self.refresh()

    def progress(self) -> Progress | None:
        """Return what is noted, None when it is gone."""
        found = self._desk.record.find("progress", self._id)
        return found if isinstance(found, Progress) else None

    def refresh(self) -> None:
        """Show what the record holds; words being typed are left alone."""
        one = self.progress()
        if one is None:
            return
        self._icon.set_icon("eye" if one.seen else "message-circle", "strength" if one.seen else "text2")
        self._words.set_text(one.text.strip() or self.tr("(no words yet)"))
        how = self.tr("seen by a reviewer") if one.seen else self.tr("told, not seen")
        self._by.set_text("  \u00b7  ".join(part for part in (short_day(one.on), one.by.strip(), how) if part))
        self._seen.set_current(_SEEN if one.seen else _TOLD)

    def tidy(self) -> None:
        """Take away what has no words."""
        one = self.progress()
        if one is not None and not one.text.strip():
            self._following.remove(one)

    def _make_form(self) -> QWidget:
        self._text = TextArea(self._name, placeholder=self.tr("What was seen or said"), least=1, most=12)
        self._saving = Autosave(
            self._text.edit, self._desk, Place("progress", self._id, "text"), self.tr("Progress written")
        )
        by = LineEdit(self.tr("Who said or saw it, by role"), self.tr("Headteacher"))
        Autosave(by, self._desk, Place("progress", self._id, "by"), self.tr("Progress written"))
        on = PlaceDay(
            self.tr("Day"), self._desk, Place("progress", self._id, "on"), self.tr("Progress dated"), ahead=False
        )
        segments = [Segment(_SEEN, self.tr("Seen")), Segment(_TOLD, self.tr("Told"))]
        self._seen = Segmented(segments, self.tr("Seen by a reviewer, or only told"), height=26, pad=9)
        self._seen.picked.connect(self._take_seen)
        remove = IconButton("trash-2", self.tr("Take this away"), size=28, icon_size=15)
        remove.clicked.connect(self._remove)
        done = Button(self.tr("Done"), "soft", small=True, name=self.tr("Done: {name}").format(name=self._name))
        done.clicked.connect(self.close_form)
        return wrap(column(self._text, row((by, 1), on, self._seen, None, remove, done, spacing=8), spacing=6))

    def _take_seen(self, code: str) -> None:
        one = self.progress()
        if one is not None:
            self._following.set_seen(one, seen=code == _SEEN)

    def _remove(self) -> None:
        one = self.progress()
        if one is not None:
            self._following.remove(one)
            self.closed.emit()
