"""Which papers a visit can have beside its report, and how each is made."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import tzinfo

from visitapp.domain.framework import Framework, Paper
from visitapp.domain.naming.finding import Named
from visitapp.domain.papers.accuracy import accuracy_draft
from visitapp.domain.papers.actions import action_sheet
from visitapp.domain.papers.anonymous import without_personal_details
from visitapp.domain.papers.evidence import evidence_appendix
from visitapp.domain.papers.governors import governors_page
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Report

REPORT = ""
"""The code of the report itself."""


def papers_offered(framework: Framework) -> tuple[Paper, ...]:
    """Return the papers a programme offers; no action sheet where the report has no place for actions."""
    has_actions = any(section.actions for section in framework.outline)
    return tuple(one for one in framework.papers if one.code != "actions" or has_actions)


def recipients_of(framework: Framework, code: str) -> tuple[str, ...]:
    """Return the labels of those a paper, or the report itself, is meant for, in the programme's order."""
    paper = framework.paper(code)
    wanted = paper.recipients if paper else ()
    return tuple(one.label for one in framework.distribution if not wanted or one.code in wanted)


def paper_of(
    record: VisitRecord,
    code: str,
    report: Report,
    names_in: Callable[[str], Iterable[Named]],
    here: tzinfo | None = None,
) -> Report:
    """Return a paper of a visit, made from its report as it would go out; the report itself for no code.

    `names_in` finds names in a text; `here` is the zone of notes that do not say theirs. Raises KeyError when the
    programme does not offer the paper.
    """
    paper = record.framework.paper(code)
    if code == REPORT:
        return report
    if paper is None:
        raise KeyError(code)
    titled = replace(report, paper=paper.title, distribution=recipients_of(record.framework, code))
    if code == "anonymous":
        return without_personal_details(record, titled, names_in)
    if code == "accuracy":
        return accuracy_draft(titled)
    if code == "evidence":
        return evidence_appendix(record, titled, here)
    return action_sheet(record, titled) if code == "actions" else governors_page(record, titled)
