"""How long a report of 1,500 words takes to be read for style, and how often the reader speaks up."""

from collections import Counter
from collections.abc import Iterable

from tests.benchmarks.figures import Figure, timed
from tests.benchmarks.names import TUNING, templates
from ui.workspace.sample import changes_of, samples
from visitapp.domain.framework import Framework
from visitapp.domain.naming.finding import find_names
from visitapp.domain.record import VisitRecord
from visitapp.domain.style import Piece, Reading, StyleReader, pieces_of
from visitapp.domain.style_checks import flags_asked
from visitapp.frameworks.library import installed
from visitapp.frameworks.name_lists import load_name_lists
from visitapp.frameworks.style_lists import load_style_lists
from visitapp.paths import resource

_RUNS = 40
_WORDS = 1500
_WANTED_MS = 30.0


def figures() -> list[Figure]:
    """Print what is pointed at in the invented reports and in notes of others, and return what reading takes."""
    records = _records()
    for record in records:
        reading = reader(record.framework).read(pieces_of(record))
        _tell(f"{record.school.name}, {record.framework.short}", reading, flags_asked(record, reading))
    framework = records[0].framework
    notes = [_piece(number, text) for number, text in enumerate(_notes())]
    reading = reader(framework).read(notes)
    _tell(f"{len(notes)} notes of the check for names, as if they were a report", reading, reading.flags)
    report = _of_length(record for record in records)
    lists = load_name_lists()
    names = [
        timed(lambda: reader(framework, names=lambda text: find_names(text, lists)).read(report)) for _ in range(9)
    ]
    again = reader(framework)
    again.read(report)
    changed = [[*report[:-1], _piece(run, f"{report[-1].text} Again {run}.")] for run in range(_RUNS)]
    return [
        Figure(
            "style: 1,500 words",
            [timed(lambda: reader(framework).read(report)) for _ in range(_RUNS)],
            most_ms=_WANTED_MS,
        ),
        Figure("style: one paragraph changed", [timed(lambda: again.read(one)) for one in changed]),  # noqa: B023
        Figure("style: 1,500 words with names", names),
    ]


def reader(framework: Framework, **more: object) -> StyleReader:
    """Return a reader that has read nothing yet."""
    return StyleReader(load_style_lists(), framework, **more)  # type: ignore[arg-type]


def _records() -> list[VisitRecord]:
    library = installed(resource("frameworks"), resource("vocabularies"))
    found = ((sample, library.find(sample.framework)) for sample in samples())
    records = (changes_of(sample, framework)[0] for sample, framework in found if framework is not None)
    return [record for record in records if any(one.kind == "block" for one in pieces_of(record))]


def _notes() -> list[str]:
    return [note for part in ("name_notes", TUNING) for note in templates(part)["none"]]


def _piece(number: int, text: str) -> Piece:
    return Piece("block", f"n{number}", "text", "", "", text)


def _of_length(records: Iterable[VisitRecord]) -> list[Piece]:
    found: list[Piece] = []
    words = 0
    for record in records:
        for piece in pieces_of(record):
            if words < _WORDS:
                found.append(piece)
                words += len(piece.text.split())
    return found


def _tell(title: str, reading: Reading, flags: Iterable[object]) -> None:
    kinds = Counter(flag.code for flag in flags)  # type: ignore[attr-defined]
    rate = 100 * sum(kinds.values()) / max(1, reading.words)
    said = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()) or "nothing"
    print(f"{title}: {reading.words} words, {rate:.2f} per 100 words: {said}")
