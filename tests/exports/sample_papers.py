"""Every paper of every sample visit, as it would go out."""

from functools import cache, partial

from sample_records import told
from vault_desk import TODAY

from ui.workspace.sample import samples
from visitapp.domain.composition import compose_report
from visitapp.domain.naming.finding import find_names
from visitapp.domain.papers.offered import REPORT, paper_of, papers_offered
from visitapp.frameworks.name_lists import load_name_lists


def names_in(text):
    """Return what seems to be names in a text."""
    return find_names(text, load_name_lists())


def paper(code, which, status="DRAFT", record=None):
    """Return one paper of a sample visit, or of a record made from it."""
    record = record or told(code)
    report = compose_report(record, 2, status, TODAY, sample=True)
    return paper_of(record, which, report, names_in, TODAY.tzinfo)


@cache
def every_paper():
    """Return what makes each paper of each sample visit, by the visit and the paper's code."""
    codes = [(one.code, told(one.code).framework) for one in samples()]
    return {
        (code, which): partial(paper, code, which)
        for code, framework in codes
        for which in (REPORT, *(one.code for one in papers_offered(framework)))
    }
