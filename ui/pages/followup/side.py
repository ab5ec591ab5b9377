"""Beside the actions: who has the report, the governing body, versions, visits and support, what is watched."""

from ui.pages.followup.agenda import Agenda
from ui.pages.followup.recipients import Recipients, Versions
from ui.pages.followup.support import VisitsAndSupport
from ui.pages.followup.watching import WatchList
from ui.widgets.layout import column, wrap
from ui.widgets.surfaces import Panel, Scroll
from ui.workspace.desk import Desk, News

_WIDTH = 374
_OF_ANSWERS = frozenset({"answer", "visit"})


class FollowUpSide(Panel):
    """What is asked for once the report is sent, card by card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        name = self.tr("Report, meeting and support")
        self.setAccessibleName(name)
        self._recipients, self._versions = Recipients(desk), Versions(desk)
        self._agenda = Agenda(desk) if desk.record.framework.follow_up.agenda_title else None
        self._support, self._watch = VisitsAndSupport(desk), WatchList(desk)
        cards = (self._recipients, self._agenda, self._versions, self._support, self._watch)
        body = column(*(one for one in cards if one is not None), None, spacing=9, margins=(0, 14, 18, 12))
        self.setLayout(column((Scroll(wrap(body), name), 1), spacing=0))
        self.set_width(_WIDTH)

    def hear(self, news: News) -> None:
        """Show what changed."""
        if news.kinds & _OF_ANSWERS:
            self._recipients.refresh()
            self._watch.refresh()
            if self._agenda is not None:
                self._agenda.refresh()
        if "export" in news.kinds:
            self._versions.refresh()
        if news.kinds & {"answer", "visit", "support_day"}:
            self._support.refresh()

    def add_support(self) -> None:
        """Add support and write it."""
        self._support.add()

    def take_focus(self) -> None:
        """Put the focus on the first recipient."""
        self._recipients.take_focus()
