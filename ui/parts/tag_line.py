"""One quiet line: this sign or this tag means nothing here, and stays in the text."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.icons import Icon
from ui.widgets.layout import row, shown_if
from ui.widgets.text import Text
from visitapp.domain.framework import Framework
from visitapp.domain.grammar import Grammar, meaning

_ALARM, _CONCERN, _LESS = "!", "safeguarding", "develop"


class TagLine(QWidget):
    """Shown while there is something to say about a sign or a tag that was not understood."""

    def __init__(self, framework: Framework, grammar: Grammar) -> None:
        super().__init__()
        self._marks = ", ".join(f"{one.prefix} {one.short}" for one in framework.markers if one.prefix)
        self._way = _way_to_warn(framework, grammar)
        self._words = Text("", "small", "text2", elide=True)
        self.setLayout(row(Icon("info", "text2", 14, 2), (self._words, 1), spacing=6))
        self.setAccessibleName(self.tr("What stays in the text"))
        self.hide()

    def say(self, sign: str, tag: str) -> str:
        """Say what stays in the text, the sign first, and return it in words; nothing hides the line."""
        words = ""
        if sign:
            words = self.tr("This programme has no mark for {sign}; it stays in the text.").format(sign=sign)
            if sign == _ALARM and self._way:
                words += self.tr(" For a concern type {way}.").format(way=self._way)
            elif self._marks:
                words += self.tr(" Its marks: {marks}.").format(marks=self._marks)
        elif tag:
            words = self.tr("{tag} is no tag and stays in the text.").format(tag=tag)
        if words != self._words.text():
            self._words.set_text(words)
        shown_if(self, bool(words))
        return words


def _way_to_warn(framework: Framework, grammar: Grammar) -> str:
    """Return what to type for a concern where no marker is for risks, such as - with #safeguarding, or nothing."""
    sign = next((one.prefix for one in framework.markers if one.tone == _LESS and one.prefix), "")
    strand = framework.strand(_CONCERN)
    if not sign or strand is None:
        return ""
    tag = _CONCERN if meaning(_CONCERN, grammar) == ("strand", _CONCERN) else strand.tag
    return QCoreApplication.translate("TagLine", "{sign} with #{tag}").format(sign=sign, tag=tag) if tag else ""
