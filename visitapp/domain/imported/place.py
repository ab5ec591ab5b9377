"""Where in a report one is while reading it, and what stands there."""

from dataclasses import replace

from visitapp.domain.framework import Section
from visitapp.domain.imported import catalogue
from visitapp.domain.imported.catalogue import Heading
from visitapp.domain.imported.continuing import goes_on
from visitapp.domain.imported.likeness import number_parted, without_dots, without_number, without_sign
from visitapp.domain.imported.lines import BULLET, Grid, Line, cell_text
from visitapp.domain.imported.outline import Parted, Said, Unread

IN_FRONT = "Before the first heading"


class Place:
    """Knows the heading last opened and puts what follows under it, until another is opened."""

    def __init__(self, parted: Parted, width: int) -> None:
        self.parted = parted
        self.section: Section | None = None
        self.group = ""
        self.where = IN_FRONT
        self.is_parted = False
        """Whether a blank line stood before the next one."""
        self._list = ""
        self._part = ""
        self._standing = False
        self._width = width
        self._last_length = 0

    @property
    def is_front(self) -> bool:
        """Return whether no heading was opened yet."""
        return self.where == IN_FRONT

    def open(self, heading: Heading, title: str) -> None:
        """Go on under a heading; `title` is how it stood in the document."""
        parted, code = self.parted, heading.code
        self.where, self.is_parted, self._last_length, self._list = title.strip(), False, 0, ""
        self._standing = heading.opens == catalogue.STANDING
        self._part = code if heading.opens == catalogue.PART else ""
        if heading.opens == catalogue.KIND:
            self._open_list(code)
        elif heading.opens in (catalogue.SECTION, catalogue.CHANGES):
            self._open_section(code, found=heading.opens == catalogue.SECTION)
            self._list = "" if heading.opens == catalogue.SECTION else catalogue.CHANGES
        elif heading.opens == catalogue.AIM:
            self._list = catalogue.AIM
        else:
            self.section, self.group = None, code if heading.opens == catalogue.GROUP else ""
        if heading.opens not in (catalogue.SECTION, catalogue.STANDING):
            parted.others.add(f"{heading.opens}.{code}")

    def take(self, line: Line) -> None:
        """Put a line under the heading, as a text of its own or as more of the one before."""
        if self._part:
            line = self._numbered(line)
        section, text = self.section, line.text.strip()
        if section is None or self._list == catalogue.AIM:
            self.stray(text)
            return
        there = self.parted.under.setdefault((section.code, self._list), [])
        before = there[-1] if there and isinstance(there[-1], Said) else None
        bare, signed = without_sign(text)
        if not signed and (section.actions or section.findings) and line.item != BULLET:
            bare, signed = without_number(text)
        bare, dotted = without_dots(bare) if section.findings else (bare, False)
        said = Said(bare, bool(line.item) or signed, dotted, line.bold)
        if before is None or said.item or dotted or not self._adds(section, said, before):
            there.append(said)
        self.is_parted, self._last_length = False, len(text)

    def take_table(self, grid: Grid) -> bool:
        """Put a table under the heading and return whether there is one that may hold it."""
        if self.section is not None and self._list != catalogue.AIM:
            self.parted.under.setdefault((self.section.code, self._list), []).append(grid)
            return True
        for row in grid.rows:
            self.stray("\t".join(cell_text(cell) for cell in row))
        return False

    def stray(self, text: str) -> None:
        """Keep a text that stands under no section, as not understood unless the framework says it itself."""
        framework = self.parted.framework
        otherwise = (one.text for one in framework.wordings if one.part == "confidentiality")
        standing = (framework.confidentiality, *otherwise, *(one.label for one in framework.distribution))
        if self._standing and catalogue.is_same(without_sign(text)[0], standing):
            self.parted.furniture.append(text)
        else:
            self.unread(text)

    def unread(self, text: str) -> None:
        """Keep a text that is not understood."""
        self.parted.unread.append(Unread(text.strip(), self.where))

    def _open_section(self, code: str, *, found: bool) -> None:
        self.section = self.parted.framework.section(code)
        self.group = self.section.group if self.section else ""
        if found and code not in self.parted.found:
            self.parted.found.append(code)

    def _open_list(self, kind: str) -> None:
        if self.section is not None and self.section.headed and kind in self.section.findings:
            self._list = kind
            return
        sections = self.parted.framework.outline
        found = next((one for one in sections if one.group == self.group and kind in one.findings), None)
        if found is not None:
            self._open_section(found.code, found=True)

    def _numbered(self, line: Line) -> Line:
        """Open the section of the part whose number a line begins with, and return the line without it."""
        bare = without_sign(line.text.strip())[0]
        number = number_parted(bare)[0]
        sections = self.parted.framework.outline
        found = next((one for one in sections if number and one.part == self._part and one.number == number), None)
        if found is None:
            return line
        self._open_section(found.code, found=True)
        return replace(line, text=without_number(bare)[0], item="")

    def _adds(self, section: Section, said: Said, before: Said) -> bool:
        """Add a line to the text before it if it is more of it, and return whether it was."""
        tail = before.parts[-1] if before.parts else before.text
        first, *further = said.text.split("\n", 1)
        if goes_on(first, tail, self._last_length, self._width, parted=self.is_parted):
            longer = f"{tail} {first}"
            if before.parts:
                before.parts[-1] = longer
            else:
                before.text = longer
            before.parts += further
            return True
        if before.item and (section.findings or section.actions):
            before.parts.append(said.text)
            return True
        return False
