"""Papers of a visit stand in the order they came."""

from itertools import permutations

from visitapp.domain.preparing import Attachment, came_order

PAPERS = (
    Attachment("3", name="Improvement plan.docx", added_at="2025-11-18T09:00:00+00:00"),
    Attachment("2", name="Inspection report.pdf", added_at="2025-11-19T09:00:00+00:00"),
    Attachment("1", name="Self-evaluation.docx", added_at="2025-11-19T09:00:00+00:00"),
)


def test_papers_stand_by_when_they_came_and_those_that_came_together_by_name():
    for papers in permutations(PAPERS):
        assert tuple(sorted(papers, key=came_order)) == PAPERS
