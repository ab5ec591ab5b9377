"""Which facts of the school a remark of the school's is about."""

import pytest
from sample_records import begun, holding, library, saying

from visitapp.domain.answering import COMMENT, EDIT, Remark
from visitapp.domain.returned.figures import facts_meant
from visitapp.domain.tracing import facts
from visitapp.domain.writing import Block

SENT = "In all 61% reached the standard and 86% met the other."


@pytest.fixture
def record():
    programme = next(one for one in library().frameworks if one.code == "llpr-primary")
    known = saying(begun(programme), **{"fact__rwm-last-year": "61", "fact__phonics-last-year": "86"})
    first, second = (one.label for one in facts(known))
    return holding(known, Block("b1", "visit", "standards", 1.0, f"{SENT} [{first}] [{second}]"))


def meant(record, **fields):
    remark = Remark("r1", "visit", **{"record_id": "b1", "sent": SENT, **fields})
    return [one.code for one in facts_meant(record, remark)]


def test_it_is_the_fact_whose_figure_was_changed(record):
    assert meant(record, kind=EDIT, given=SENT.replace("86", "85")) == ["phonics-last-year"]
    assert meant(record, kind=EDIT, given=SENT.replace("61", "62")) == ["rwm-last-year"]


def test_it_is_the_fact_whose_figure_a_comment_stands_on(record):
    assert meant(record, kind=COMMENT, given="86%") == ["phonics-last-year"]


def test_where_no_figure_was_meant_it_is_all_the_text_names(record):
    both = ["rwm-last-year", "phonics-last-year"]
    assert meant(record, kind=EDIT, given=SENT.replace("reached", "met")) == both
    assert meant(record, kind=COMMENT, given=SENT) == both


def test_a_text_without_figures_or_facts_is_about_none(record):
    assert meant(record, kind=EDIT, sent="All is well.", given="All is very well.") == []
    assert meant(record, kind=EDIT, record_id="gone", given="") == []
    plain = holding(record, Block("b1", "visit", "standards", 1.0, SENT))
    assert meant(plain, kind=EDIT, given="") == []
