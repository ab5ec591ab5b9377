"""The installed frameworks, a made-up one, and a way to break it."""

from pathlib import Path

import pytest

from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import School, Visit
from visitapp.frameworks.library import installed, load_framework
from visitapp.paths import resource

MADE_UP = Path(__file__).parent.parent / "files" / "made-up-framework.toml"


@pytest.fixture(scope="session")
def vocabularies():
    """Return the folder of the bundled vocabularies."""
    return resource("vocabularies")


@pytest.fixture(scope="session")
def library(vocabularies):
    """Return the bundled frameworks."""
    return installed(resource("frameworks"), vocabularies)


@pytest.fixture(scope="session")
def llpr(library):
    """Return the progress review of 2024/25."""
    return library.find("llpr-primary@2024-25")


@pytest.fixture(scope="session")
def qa(library):
    """Return the three-day peer review of 2026."""
    return library.find("qa-review@2026")


@pytest.fixture(scope="session")
def trust(library):
    """Return the review of a trust against its plan."""
    return library.find("trust-review@2026")


@pytest.fixture(scope="session")
def made_up(vocabularies):
    """Return a programme nobody runs."""
    return load_framework(MADE_UP, vocabularies)


@pytest.fixture
def load_with(tmp_path, vocabularies):
    """Return a way to load the made-up framework with some of its words replaced."""

    def load(old, new, name="walk.toml"):
        text = MADE_UP.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return load_framework(path, vocabularies)

    return load


@pytest.fixture
def blank_visit():
    """Return a way to make a visit of a framework in which nothing was written yet."""

    def make(framework):
        visit = Visit("v", school_id="s", starts_on="2025-11-20")
        school = School("s", name="Sallowfield Primary School", phase="primary", trust="Alder Trust")
        return VisitRecord(framework, "v", {"visit": {"v": visit}, "school": {"s": school}})

    return make
