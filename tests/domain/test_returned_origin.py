"""A returned file says which report it answers before anything in it is compared."""

import pytest

from visitapp.domain.marks import report_name, revision_named
from visitapp.domain.returned.origin import LATEST, NOT_SENT, OLDER, OTHER, UNMARKED, origin_of
from visitapp.domain.returned.reading import ReadFile, ReadParagraph, Segment
from visitapp.domain.writing import Export

VISIT = "0199b7c4-1d2e-7a3b-8c4d-000000000384"
ELSEWHERE = "0199b7c4-1d2e-7a3b-8c4d-000000000999"
SENT = (Export("first", VISIT, 1, at="2025-11-21"), Export("second", VISIT, 2, at="2025-11-25"))


def file(report_id="", revision=None, *names):
    return ReadFile((ReadParagraph((Segment("Title"),), names),), (), report_id, revision)


@pytest.mark.parametrize(
    ("read", "kind", "export"),
    [
        (file(VISIT, 2, report_name(VISIT, 2)), LATEST, "second"),
        (file(VISIT, 2), LATEST, "second"),
        (file("", None, report_name(VISIT, 2)), LATEST, "second"),
        (file(VISIT, None, report_name(VISIT, 1)), OLDER, "first"),
        (file(VISIT, 1), OLDER, "first"),
        (file(VISIT, 7), NOT_SENT, None),
        (file(ELSEWHERE, 2), OTHER, None),
        (file("", None, report_name(ELSEWHERE, 2)), OTHER, None),
        (file("", None, report_name(ELSEWHERE, 2), report_name(VISIT, 2)), LATEST, "second"),
        (file(), UNMARKED, "second"),
        (file(VISIT, None), UNMARKED, "second"),
    ],
)
def test_a_file_is_known_by_its_marks(read, kind, export):
    origin = origin_of(read, VISIT, SENT)
    assert (origin.kind, origin.export and origin.export.id, origin.newest) == (kind, export, 2)
    assert origin.is_ours == (export is not None)


def test_of_a_version_with_two_files_the_one_for_word_is_answered():
    sent = (
        *SENT,
        Export("word", VISIT, 3, at="2025-11-26", frame=("Title",)),
        Export("pdf", VISIT, 3, at="2025-11-27"),
    )
    for read in (file(VISIT, 3), file()):
        assert origin_of(read, VISIT, sent).export is sent[2]


def test_nothing_was_sent_yet():
    assert origin_of(file(VISIT, 1), VISIT, ()).kind == NOT_SENT
    assert not origin_of(file(), VISIT, ()).is_ours


@pytest.mark.parametrize("revision", [0, 1, 12, 99])
def test_the_name_of_a_report_tells_its_revision(revision):
    assert revision_named(report_name(VISIT, revision), VISIT) == revision
    assert revision_named(report_name(VISIT, revision), ELSEWHERE) is None


@pytest.mark.parametrize("name", ["", "rvR_", "rvR_x", "_r2", "rvR_0199b7c4_r2", "rvR_x_r99999999999"])
def test_other_names_tell_nothing(name):
    assert revision_named(name, VISIT) is None
