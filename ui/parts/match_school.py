"""Finding the school of a visit in the national register."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.parts.register_search import RegisterSearch, no_register
from ui.shell.overlay import Overlay
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.gathering import Gathering
from ui.workspace.offering import SchoolOffers, Twin, ask_for_twins, make_one
from ui.workspace.published import Published
from visitapp.domain.published.offers import Offers
from visitapp.domain.published.schools import RegisterSchool

_WIDTH = 680
Done = Callable[[tuple[RegisterSchool, ...]], None]


class MatchSheet(Overlay):
    """A sheet for one use; choosing a school matches the visit's own to it, and Undo takes that back.

    A number that another school of the vault bears already is said, and the two are made one only when somebody
    asks for it.
    """

    def __init__(self, host: QWidget, desk: Desk, gathering: Gathering, published: Published | None) -> None:
        super().__init__(host, host.tr("Match to the register"), _WIDTH)
        self._desk, self._gathering = desk, gathering
        self._offers = self._make_offers(published)
        self._twins: tuple[Twin, ...] = ()
        self._meant: RegisterSchool | None = None
        terms = desk.record.framework.vocabularies.get("phases")
        self.search = RegisterSearch(self._find, {one.code: one.label for one in terms.terms} if terms else {})
        self.asked = Text("", "body", wrap=True)
        self._has_register = published is not None and published.has_register()
        self.nothing = no_register(published.trouble.says if published is not None and published.trouble else "")
        self._make_buttons()
        about = self.tr(
            "The school keeps its name here, and a town you typed. Number, phase, authority and trust come from the "
            "register."
        )
        head = column(
            Text(self.tr("Match to the register"), "title"), Text(about, "small", "text2", wrap=True), spacing=2
        )
        foot = row(self.let_go, None, self.cancel, self.another, self.one_button, self.take_button, spacing=8)
        self.fill(column(head, self.search, self.asked, (self.nothing, 1), foot, spacing=10))
        self.search.chosen.connect(self._match)
        self.search.pointed.connect(self.take_button.setEnabled)
        self.closed.connect(self.deleteLater)
        if published is not None:
            published.closing.connect(self.close_sheet)
        self.let_go.setVisible(bool(desk.record.school.details))
        self._show_question("")
        if self._has_register:
            self.search.begin(desk.record.school.name)

    def first_focus(self) -> QWidget:
        """Return the search field, or the way out while there is nothing to search."""
        return self.cancel if self.search.isHidden() else self.search.field

    def fit_sheet(self) -> None:
        """Be as tall whatever is found, so that nothing moves while somebody types."""
        self.search.fit_height(self._host.height())
        super().fit_sheet()

    def _make_offers(self, published: Published | None) -> SchoolOffers | None:
        person = self._desk.person() if self._desk.person is not None else None
        authorities = person.authorities if person is not None else ()
        return SchoolOffers(published, authorities, parent=self) if published is not None else None

    def _make_buttons(self) -> None:
        self.let_go = Button(self.tr("Let the match go"), "quiet")
        self.cancel = Button(self.tr("Cancel"), keys=self.tr("Esc"))
        self.another = Button(self.tr("Choose another"))
        self.one_button = Button(self.tr("Make them one school"), "primary")
        self.take_button = Button(self.tr("Match"), "primary")
        self.take_button.setEnabled(False)
        self.let_go.clicked.connect(self._unmatch)
        self.cancel.clicked.connect(self.close_sheet)
        self.another.clicked.connect(self._search_again)
        self.one_button.clicked.connect(self._make_one)
        self.take_button.clicked.connect(self.search.take)

    def _find(self, text: str, done: Done) -> None:
        if self._offers is not None:
            self._offers.find(text, partial(self._hand_over, done), self._desk.record.school.town)

    def _hand_over(self, done: Done, offers: Offers) -> None:
        done(tuple(one.school for one in offers.schools))

    def _match(self, school: RegisterSchool) -> None:
        self._meant = school
        ask_for_twins(self._desk, school.urn, partial(self._settle, school))

    def _settle(self, school: RegisterSchool, twins: tuple[Twin, ...]) -> None:
        """Match at once, or ask first where another school of the vault bears the number; an answer about a school
        that is not meant any more is let go."""
        if self.isHidden() or school is not self._meant or self._offers is None:
            return
        self._twins = twins
        if twins:
            self._show_question(self._question(school, twins))
            self.another.setFocus()
            announce(self, self.asked.text(), urgent=True)
            return
        self._gathering.match(school, self._offers.day)
        self.close_sheet()

    def _question(self, found: RegisterSchool, twins: Sequence[Twin]) -> str:
        named = self.tr(" and ").join(
            f"\u201c{one.school.name}\u201d" + (f" ({one.school.town})" if one.school.town else "") for one in twins
        )
        count = sum(len(one.visits) for one in twins)
        visits = self.tr("1 visit") if count == 1 else self.tr("{count} visits").format(count=count)
        words = self.tr(
            "{named} is already in your visits with URN {urn}, and has {visits}. If it is the same school, make them "
            "one: all visits then stand under \u201c{own}\u201d, and Undo parts them again. If it is not, choose "
            "another."
        )
        return words.format(named=named, urn=found.urn, visits=visits, own=self._desk.record.school.name)

    def _show_question(self, words: str) -> None:
        self.asked.set_text(words)
        for one in (self.asked, self.another, self.one_button):
            one.setVisible(bool(words))
        self.search.setVisible(self._has_register and not words)
        self.take_button.setVisible(self._has_register and not words)
        self.nothing.setHidden(self._has_register)
        if self.isVisible():
            self.fit_sheet()

    def _search_again(self) -> None:
        self._show_question("")
        self.search.field.setFocus()

    def _make_one(self) -> None:
        if self._meant is not None and self._offers is not None:
            make_one(self._desk, self._meant, self._offers.day, self._twins)
        self.close_sheet()

    def _unmatch(self) -> None:
        self._gathering.unmatch()
        self.close_sheet()
