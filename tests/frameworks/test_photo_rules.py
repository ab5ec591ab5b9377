"""What the installed programmes let a reviewer photograph."""

import pytest

from visitapp.frameworks.freezing import freeze, thaw
from visitapp.frameworks.library import installed
from visitapp.paths import resource

LIBRARY = installed(resource("frameworks"), resource("vocabularies"))


@pytest.mark.parametrize("framework", LIBRARY.frameworks, ids=lambda one: one.key)
def test_pupils_work_stays_off_with_a_reason_and_paper_notes_are_allowed(framework):
    assert not framework.photos.pupils_work
    assert framework.photos.paper_notes
    assert len(framework.photos.reason.split()) > 8


@pytest.mark.parametrize("framework", LIBRARY.frameworks, ids=lambda one: one.key)
def test_the_copy_a_visit_keeps_says_the_same(framework):
    assert thaw(freeze(framework)).photos == framework.photos
