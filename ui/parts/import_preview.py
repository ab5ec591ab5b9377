"""What reading a published file in would give, before anything is kept: what it is, every row, and what is wrong."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout

from ui.widgets.banner import Banner
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.published import Looked
from ui.workspace.replaced_words import replacing_words
from visitapp.domain.forms import short_date
from visitapp.domain.published.batches import Batch, Fault, Tally
from visitapp.domain.published.replacing import Replacing

_TONES = {"E": "risk", "W": "develop", "I": "text2"}


def preview(looked: Looked, before: Batch | None, *, everywhere: bool) -> QLayout:
    """Return what a person must see before they agree. `before` is the same file as it was read in already."""
    profile, tally = looked.profile, looked.tally
    name = _sheet_of(looked)
    sheet = _tr("Sheet: {name}").format(name=name) if name else ""
    about = ", ".join(part for part in (profile.period, profile.release) if part)
    pieces: list[QLayout | Card | Banner | Text] = [Text(profile.title, "heading", wrap=True)]
    pieces += [Text(one, "small", "text2", wrap=True) for one in (sheet, about, profile.attribution) if one]
    if before is not None:
        pieces.append(_read_before(before))
    if profile.replaces is not None and tally.kept:
        pieces.append(_replacing(profile.replaces))
    pieces.append(_counts(tally))
    if not tally.kept:
        pieces.append(Banner("develop", "triangle-alert", _tr("Nothing to read in"), _why_nothing(tally)))
    elif everywhere and not tally.outside:
        words = _tr("No authority is chosen in the Library, so rows of every place are kept.")
        pieces.append(Text(words, "small", "text2", wrap=True))
    groups = list(_groups(tally))
    if groups:
        pieces.append(Card(column(*groups, spacing=10), margins=(16, 12, 16, 12), name=_tr("What was noticed")))
    return column(*pieces, spacing=8)


def is_same(kept: Batch, looked: Looked) -> bool:
    """Return whether a file was read in before: its very bytes, or a workbook's same sheet, as the same kind."""
    return (kept.sha256, kept.kind) == (looked.profile.sha256, looked.profile.kind)


def counted(tally: Tally) -> str:
    """Return in one sentence what became of every row."""
    words = _tr("{read} rows read: {kept} kept, {rejected} left out, {outside} of other places.")
    return words.format(
        read=f"{tally.read:,}", kept=f"{tally.kept:,}", rejected=f"{tally.rejected:,}", outside=f"{tally.outside:,}"
    )


def _sheet_of(looked: Looked) -> str:
    return looked.profile.file_name.removeprefix(looked.path.name).removeprefix(", ")


def _why_nothing(tally: Tally) -> str:
    if not tally.read:
        return _tr("This file has column names but no row: it says nothing of any school.")
    if not tally.rejected:
        return _tr("Every row is of another place. Choose other authorities in the Library to keep them.")
    return _tr("Nothing of this file would be kept: look below why, or choose other authorities in the Library.")


def _counts(tally: Tally) -> QLayout:
    said = (
        (tally.read, _tr("rows read"), "text", ""),
        (tally.kept, _tr("to keep"), "strength", "="),
        (tally.rejected, _tr("left out"), "risk" if tally.rejected else "text", "+"),
        (tally.outside, _tr("of other places"), "text", "+"),
    )
    line = row(spacing=12)
    for count, words, colour, sign in said:
        if sign:
            line.addWidget(Text(sign, "title", "text3"))
        number = Text(f"{count:,}", "title", colour, tnum=True)
        line.addLayout(column(number, Text(words, "caption", "text2"), spacing=0))
    line.addStretch(1)
    return line


def _read_before(before: Batch) -> Banner:
    day = short_date(before.imported_at[:10])
    if before.standing:
        words = _tr(
            "The very same file was read in on {day}. For the same schools, what is read in now stands in its place."
        )
    else:
        words = _tr("The very same file was read in on {day} and taken back. It can be brought back in the Library.")
    return Banner("accent", "history", _tr("This file was read in before"), words.format(day=day))


def _replacing(replacing: Replacing) -> Banner:
    """Return what a file stands in the place of, with emphasis where much would be missing."""
    tone, icon = ("develop", "triangle-alert") if replacing.is_far_less else ("accent", "history")
    return Banner(tone, icon, *replacing_words(replacing))


def _groups(tally: Tally) -> Iterator[QLayout]:
    """Yield what was wrong by code: what refused rows first, then doubts, then what is only worth knowing."""
    for code in sorted(tally.faults, key=lambda one: ("EWI".find(one[0]), one)):
        first = tally.first[code]
        count = Text(f"{tally.faults[code]:,} \u00d7", "label", _TONES.get(code[0], "text2"), tnum=True)
        head = row(count, (Text(first[0].says, "small", wrap=True), 1), Text(code, "caption", "text3"), spacing=10)
        places = [_place(one) for one in first if one.line or one.raw]
        more = tally.faults[code] - len(first)
        if places and more > 0:
            places.append(_tr("and {count} more").format(count=f"{more:,}"))
        below = [Text("; ".join(places), "caption", "text2", wrap=True)] if places else []
        yield column(head, *below, spacing=2)


def _place(fault: Fault) -> str:
    where = _tr("line {number}").format(number=fault.line) if fault.line else ""
    what = " ".join(part for part in (where, fault.column) if part)
    raw = f"\u201c{fault.raw[:40]}\u201d" if fault.raw else ""
    return ": ".join(part for part in (what, raw) if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportPreview", text)
