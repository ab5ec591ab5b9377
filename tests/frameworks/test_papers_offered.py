"""What the installed programmes offer beside the report, and what a file may say of it."""

import json

import pytest

from visitapp.domain.framework import EVERY_PAPER
from visitapp.errors import FrameworkError
from visitapp.frameworks.freezing import freeze, thaw
from visitapp.frameworks.library import installed, load_framework
from visitapp.paths import resource

LIBRARY = installed(resource("frameworks"), resource("vocabularies"))
PAPER = '\n[[papers]]\ncode = "accuracy"\ntitle = "Check"\n'


def read(made_up_text, tmp_path, more):
    path = tmp_path / "made-up.toml"
    path.write_text(made_up_text + more, encoding="utf-8")
    return load_framework(path, resource("vocabularies"))


@pytest.fixture
def made_up_text():
    return (resource("").parent / "tests" / "files" / "made-up-framework.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("framework", LIBRARY.frameworks, ids=lambda one: one.key)
def test_every_programme_lets_the_school_check_the_draft(framework):
    assert framework.paper("accuracy").recipients
    assert {one.code for one in framework.papers} <= {one.code for one in EVERY_PAPER}


@pytest.mark.parametrize("framework", LIBRARY.frameworks, ids=lambda one: one.key)
def test_the_copy_a_visit_keeps_offers_the_same(framework):
    assert thaw(freeze(framework)).papers == framework.papers


def test_a_file_that_says_nothing_offers_every_paper(made_up_text, tmp_path):
    assert read(made_up_text, tmp_path, "").papers == EVERY_PAPER


def test_a_copy_kept_before_there_were_papers_offers_every_paper():
    table = json.loads(freeze(LIBRARY.frameworks[0]))
    del table["papers"]
    assert thaw(json.dumps(table)).papers == EVERY_PAPER


def test_a_file_offers_only_the_papers_it_names(made_up_text, tmp_path):
    assert [one.title for one in read(made_up_text, tmp_path, PAPER).papers] == ["Check"]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (PAPER.replace("accuracy", "minutes"), "papers.1.code: expected a paper that can be made; found"),
        (PAPER + 'recipients = ["nobody"]\n', "papers.1.recipients: expected codes of the distribution; found"),
        (PAPER + PAPER, "papers.2.code: expected a code no other entry of the list has; found accuracy"),
        (PAPER.replace('title = "Check"\n', ""), "papers.1.title: expected a value; the key is missing"),
    ],
)
def test_a_paper_that_cannot_be_is_refused(more, fault, made_up_text, tmp_path):
    with pytest.raises(FrameworkError) as refused:
        read(made_up_text, tmp_path, more)
    assert fault in str(refused.value)
