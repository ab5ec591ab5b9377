"""A parted document becomes what it says: facts, answers, paragraphs, findings and actions."""

from collections.abc import Sequence

from visitapp.domain.composition import NOT_GIVEN
from visitapp.domain.framework import Section
from visitapp.domain.imported.acting import actions_in_list, actions_in_table, earlier_in_table
from visitapp.domain.imported.answering import front_said
from visitapp.domain.imported.catalogue import CHANGES, asked_in, is_same
from visitapp.domain.imported.deciding import decided, grade_risk_said
from visitapp.domain.imported.filling import filled
from visitapp.domain.imported.lines import Grid, cell_text
from visitapp.domain.imported.outline import Parted, Said, Unread
from visitapp.domain.imported.reading import ReadFinding, Reading


def interpret(parted: Parted) -> Reading:
    """Return what a parted document says; what no field takes is among the unread."""
    reading = Reading(parted.framework, unread=list(parted.unread), furniture=list(parted.furniture))
    front_said(parted, reading)
    for (code, listed), content in parted.under.items():
        section = parted.framework.section(code)
        if section is not None:
            _Section(reading, section, listed).take(content)
    outline = parted.framework.outline
    reading.found = tuple(one.code for one in parted.sections())
    reading.missing = tuple(one.heading for one in outline if one.required and one.code not in reading.found)
    return reading


class _Section:
    """Takes in what stands under one heading, or in one list under it."""

    def __init__(self, reading: Reading, section: Section, listed: str) -> None:
        self._reading = reading
        self._section = section
        self._listed = listed

    def take(self, content: Sequence[Said | Grid]) -> None:
        """Take in everything."""
        grids = [one for one in content if isinstance(one, Grid)]
        said = [one for one in content if isinstance(one, Said)]
        if len(said) == 1 and not grids and is_same(said[0].whole(), (NOT_GIVEN,)):
            self._reading.furniture.append(said[0].text)
            return
        for grid in grids:
            self._table(grid)
        if self._listed == CHANGES:
            self._unread([one.whole() for one in said])
        elif self._listed:
            self._findings(self._listed, said)
        else:
            self._plain(said)

    def _plain(self, said: list[Said]) -> None:
        section, reading = self._section, self._reading
        if section.fields:
            said = filled(asked_in(section), said, reading)
        said = grade_risk_said(section, said, reading)
        if section.decision:
            said = decided(said, reading)
        if len(section.findings) == 1 and not section.headed:
            listed = [one for one in said if one.item or one.dots] or said
            self._findings(section.findings[0], [one for one in said if not section.prose or one in listed])
            said = [one for one in said if section.prose and one not in listed]
        if section.actions:
            said = self._action_list(said)
        if section.prose or section.actions:
            for one in said:
                self._paragraphs(one)
        else:
            self._unread([one.whole() for one in said])

    def _findings(self, kind: str, said: Sequence[Said]) -> None:
        found = self._reading.framework.finding_kind(kind)
        stem = found.stem if found else ""
        for one in said:
            text = one.whole()
            if stem.strip() and (one.dots or text[:1].islower()):
                text = stem + text
            elif one.dots:
                text = f"... {text}"
            self._reading.findings.append(ReadFinding(kind, self._section.group, text))
            if one.parts:
                self._doubt("a paragraph without a bullet was kept with the point above it", one.parts[0])

    def _paragraphs(self, said: Said) -> None:
        lines = [line.strip() for part in (said.text, *said.parts) for line in part.split("\n") if line.strip()]
        for place, line in enumerate(lines):
            sign = "- " if said.item and not place else ""
            self._reading.paragraphs.append((self._section.code, sign + line))

    def _action_list(self, said: list[Said]) -> list[Said]:
        actions, rest = actions_in_list(self._reading.framework, said)
        self._reading.actions += actions
        if rest and not self._reading.actions:
            self._doubt("no list of actions was found; the paragraphs were kept as text", rest[0].text)
        return rest

    def _table(self, grid: Grid) -> None:
        framework = self._reading.framework
        read = earlier_in_table if self._listed == CHANGES else actions_in_table
        if self._section.actions or self._listed == CHANGES:
            actions, unread, header = read(framework, grid)
            self._reading.actions += actions
            self._reading.furniture += header
            self._unread(unread)
        else:
            self._unread(["\t".join(cell_text(cell) for cell in row) for row in grid.rows])

    def _unread(self, texts: Sequence[str]) -> None:
        self._reading.unread += [Unread(text, self._section.heading) for text in texts if text.strip()]

    def _doubt(self, what: str, text: str) -> None:
        first = text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + "\u2026"
        self._reading.doubts.append(f"{self._section.heading}: {what} (\u201c{first}\u201d).")
