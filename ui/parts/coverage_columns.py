"""Under which column of the coverage table a subject is counted."""

from visitapp.domain.framework import Framework

Cell = tuple[str, str]


def column_of(framework: Framework, subject: str) -> str:
    """Return the code of a subject's column: its own, else the one its group is named by, else nothing."""
    columns = framework.coverage_subjects
    if not subject or subject in columns:
        return subject
    vocabulary = framework.vocabularies.get("subjects")
    term = vocabulary.term(subject) if vocabulary else None
    return term.group if term and term.group in columns else ""
