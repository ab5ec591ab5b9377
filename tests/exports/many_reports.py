"""As many different reports as are asked for, the same ones every time: each paper of each programme, in many states.

Texts of the record are put in their place by wild ones, some right to left; sections are emptied, and sections with
bold words, lists, tables and charts are put in.
"""

import random
from dataclasses import replace
from itertools import count

from sample_records import changed, told
from vault_desk import TODAY

from tests.exports.sample_papers import every_paper, names_in
from tests.exports.wild_texts import wild_text
from visitapp.domain.composition import compose_report
from visitapp.domain.papers.offered import paper_of
from visitapp.domain.report import Bullet, Bullets, Chart, Paragraph, ReportSection, Table
from visitapp.domain.text import clean, one_line

_MADE_FROM_THE_REPORT = ("", "accuracy", "anonymous")
_CHANGED = (("finding", "text"), ("block", "text"), ("note", "text"), ("action", "text"), ("action", "first_step"))
_RIGHT_TO_LEFT = (
    "\u05d4\u05ea\u05dc\u05de\u05d9\u05d3\u05d9\u05dd \u05e7\u05d5\u05e8\u05d0\u05d9\u05dd 61% (Year 4).",
    "\u0627\u0644\u062a\u0644\u0627\u0645\u064a\u0630 \u064a\u0642\u0631\u0623\u0648\u0646 \u2013 Year 2\u060c 2025.",
)


def many_reports(wanted):
    """Yield so many reports, each with a name like no other: every paper of every sample visit in turn."""
    papers = list(every_paper())
    for number in range(wanted):
        code, which = papers[number % len(papers)]
        chance = random.Random(f"{number} {code} {which}")
        yield f"{number:03}-{code}-{which or 'report'}", _paper(chance, code, which)


def _paper(chance, code, which):
    record = _record(chance, told(code))
    status = chance.choice(("DRAFT", "FINAL"))
    report = compose_report(record, chance.randrange(1, 30), status, TODAY, sample=chance.random() < 0.5)
    if which in _MADE_FROM_THE_REPORT:
        report = _varied(chance, report)
    made = paper_of(record, which, report, names_in, TODAY.tzinfo)
    return made if which in _MADE_FROM_THE_REPORT else _varied(chance, made)


def _record(chance, record):
    """Return a record in which one text of six is wild, and some are gone."""
    for kind, field in _CHANGED:
        for one in record.living(kind):
            if chance.random() < 0.15:
                record = changed(record, kind, one.id, **{field: _text(chance)})
            elif chance.random() < 0.03:
                record = changed(record, kind, one.id, deleted=True)
    return record


def _varied(chance, report):
    """Return a report in which a section may be empty and one has been put in; its front may be wild too."""
    sections = list(report.sections)
    if chance.random() < 0.5:
        place = chance.randrange(len(sections))
        sections[place] = replace(sections[place], blocks=())
    place = chance.randrange(1, len(sections) + 1)
    sections.insert(place, _section(chance, chance.choice((1, sections[place - 1].level))))
    if chance.random() < 0.3:
        report = replace(report, school=one_line(_text(chance)) or report.school, author=one_line(_text(chance)))
    if chance.random() < 0.3:
        report = replace(report, front=(*report.front, ("Remark", _text(chance))), distribution=(_text(chance),))
    return replace(report, sections=tuple(sections))


def _section(chance, level):
    numbers = count(1)
    makers = (_paragraph, _paragraph, _statement, _bullets, _bullets, _table, _chart)
    blocks = tuple(
        maker(chance, f"put-in.{next(numbers)}") for maker in chance.choices(makers, k=chance.randrange(8))
    )
    return ReportSection(
        "put-in", one_line(f"Put in {_text(chance)}")[:200], level, blocks, chance.choice(("", "9.1"))
    )


def _paragraph(chance, record_id):
    text = clean(_text(chance))
    return Paragraph(record_id, text, bold=_bold(chance, text))


def _statement(chance, record_id):
    return Paragraph(record_id, _text(chance), chance.choice(("statement", "guidance")))


def _bullets(chance, record_id):
    texts = [clean(_text(chance)) for _ in range(chance.randrange(1, 5))]
    return Bullets(tuple(Bullet(f"{record_id}.{n}", text, _bold(chance, text)) for n, text in enumerate(texts)))


def _table(chance, record_id):
    columns, rows = chance.randrange(1, 5), chance.randrange(5)
    return Table(
        f"{record_id}.table",
        _text(chance),
        tuple(_text(chance)[:60] for _ in range(columns)),
        tuple(tuple(_text(chance) for _ in range(columns)) for _ in range(rows)),
        tuple(f"{record_id}.{n}" for n in range(rows)),
    )


def _chart(chance, record_id):
    bars = chance.randrange(1, 9)
    return Table(
        f"{record_id}.table",
        "Counted",
        ("What", "How many"),
        tuple((f"{n} {_text(chance)[:40]}", str(n)) for n in range(bars)),
        tuple(f"{record_id}.{n}" for n in range(bars)),
        chart=Chart(_text(chance), tuple(float(n) for n in range(bars)), "pupils", chance.choice(("", "all seen"))),
    )


def _bold(chance, text):
    """Return up to two stretches of the first paragraph of a text, apart from each other."""
    first = len(text.split("\n\n")[0])
    if first < 4 or chance.random() < 0.5:
        return ()
    one, two, three, four = sorted(chance.sample(range(first + 1), 4))
    return ((one, two), (three, four))


def _text(chance):
    kind = chance.random()
    if kind < 0.05:
        return ""
    if kind < 0.2:
        return chance.choice(_RIGHT_TO_LEFT)
    if kind < 0.4:
        return f"Pupils read **every day** [E{chance.randrange(30)}]; {chance.randrange(101)}% can say why."
    return wild_text(chance)
