"""What a register or a links file stands in the place of, in words: said before it is read in and afterwards, by the
window and on the command line."""

from PySide6.QtCore import QCoreApplication

from visitapp.domain.forms import short_date
from visitapp.domain.published.replacing import REGISTER_LINKS, Former, Replacing


def replacing_words(replacing: Replacing) -> tuple[str, str]:
    """Return what a file stands in the place of, and how the two compare: a heading, and sentences below it."""
    if not replacing.speaks:
        title = _tr("Older than {former}").format(former=_named(replacing.former))
        return title, _tr("That one goes on speaking, and this one stands behind it, until that one is taken back.")
    words = f"{_compared(replacing)} {_tr('Taken back, the one before stands again.')}"
    return replaced_words(replacing.former), words


def replaced_words(former: Former) -> str:
    """Return what is replaced, with its day and how much it holds."""
    links = _tr("{count} links").format(count=f"{former.count:,}")
    held = links if former.kind == REGISTER_LINKS else _schools(former.count)
    return _tr("Replaces {former}: {held}").format(former=_named(former), held=held)


def _compared(replacing: Replacing) -> str:
    """Return in a sentence or two how much a file has, and how that differs from the one before."""
    count, before = replacing.count, replacing.former.count
    is_links = replacing.former.kind == REGISTER_LINKS
    apart = f"{abs(count - before):,}"
    if count == before:
        differs = _tr("as many")
    elif is_links:
        differs = _tr("{count} fewer") if count < before else _tr("{count} more")
    elif abs(count - before) == 1:
        differs = _tr("1 school fewer") if count < before else _tr("1 school more")
    else:
        differs = _tr("{count} schools fewer") if count < before else _tr("{count} schools more")
    words = _tr("This file has {count}: {differs}.").format(count=f"{count:,}", differs=differs.format(count=apart))
    if replacing.missing > max(0, before - count) and not is_links:
        gone = _tr("{count} of the {before} are not in it.")
        words = f"{words} {gone.format(count=f'{replacing.missing:,}', before=f'{before:,}')}"
    return words


def less_words(replacing: Replacing) -> str:
    """Return how much of the register before is missing in the one that speaks."""
    words = _tr("{count} of the {before} schools in {former} are not in it.")
    return words.format(
        count=f"{replacing.missing:,}", before=f"{replacing.former.count:,}", former=_named(replacing.former)
    )


def _schools(count: int) -> str:
    return _tr("1 school") if count == 1 else _tr("{count} schools").format(count=f"{count:,}")


def _named(former: Former) -> str:
    if former.kind == REGISTER_LINKS:
        return _tr("the links read in on {day}").format(day=short_date(former.read_on))
    if former.period:
        return _tr("the register of {day}").format(day=former.period)
    return _tr("the register read in on {day}").format(day=short_date(former.read_on))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReplacedWords", text)
