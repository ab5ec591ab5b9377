"""What follows a visit, handed over as lists: last visit's actions judged, progress since, and support."""

from visitapp.domain.changed_report import verdict_label
from visitapp.domain.finding import Action
from visitapp.domain.followed import progress_of, support_days
from visitapp.domain.forms import long_date
from visitapp.domain.handed_lists import HandedList, Row, status_words
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import clean

_NO_WORDS = "No words yet"


def earlier_list(record: VisitRecord) -> HandedList:
    """Return every action of the visit before that was taken over, with its verdict."""
    header = ("Number", "Action", "Because of", "Who", "First step", "By", "Status", "Reply", "Reply of", "Verdict")
    rows = tuple(_earlier_row(record, number, one) for number, one in enumerate(record.earlier_actions, 1))
    return HandedList("earlier-actions", "Last visit's actions", (*header, "Why", "Carried on"), rows, (0, 1))


def progress_list(record: VisitRecord) -> HandedList:
    """Return what was said or seen of each action since it was agreed, and the school's dated reply to it."""
    rows = [row for one in (*record.actions, *record.earlier_actions) for row in _progress_rows(record, one)]
    header = ("Action", "Day", "By", "What was said or seen", "How")
    return HandedList("progress", "Since the visit", header, tuple(rows), (0, 3), 0)


def support_list(record: VisitRecord) -> HandedList:
    """Return the support planned and given."""
    header = ("Purpose", "Day", "Days", "By", "Given", "What it changed")
    rows = tuple(
        (
            clean(one.purpose).strip() or _NO_WORDS,
            long_date(one.on),
            f"{one.days:g}",
            clean(one.by),
            _yes_or_no(one.given),
            clean(one.impact),
        )
        for one in support_days(record)
    )
    return HandedList("support", "Support", header, rows)


def _earlier_row(record: VisitRecord, number: int, one: Action) -> Row:
    reply_of = ", ".join(part for part in (clean(one.replied_by).strip(), long_date(one.replied_on)) if part)
    texts = (
        one.because,
        one.owner,
        one.first_step,
        long_date(one.due),
        status_words(record, one),
        one.reply,
        reply_of,
    )
    verdict, why = verdict_label(record, one.verdict), clean(one.verdict_note)
    words = clean(one.text).strip() or _NO_WORDS
    return (number, words, *map(clean, texts), verdict, why, _yes_or_no(one.carried))


def _progress_rows(record: VisitRecord, one: Action) -> list[Row]:
    action = clean(one.text).strip() or _NO_WORDS
    return [
        (action, long_date(said.on), clean(said.by), clean(said.text).strip() or _NO_WORDS, _how(seen=said.seen))
        for said in progress_of(record, one.id)
    ]


def _how(*, seen: bool) -> str:
    return "Seen by a reviewer" if seen else "Told, not seen"


def _yes_or_no(value: bool) -> str:
    return "Yes" if value else "No"
