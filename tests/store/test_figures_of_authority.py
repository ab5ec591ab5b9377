"""Figures of one authority: its own, its schools', the nation's; which file speaks, and who is elsewhere."""

from dataclasses import replace

import pytest
from published_rows import reading_of

from visitapp.domain.published.batches import FileProfile
from visitapp.domain.published.figures import AUTHORITY, NATION, Figure
from visitapp.domain.published.schools import RegisterSchool
from visitapp.store.published import figures, schools
from visitapp.store.published.keeping import keep

RWM = "ks2-rwm-expected"
RESULTS = FileProfile("ks2-wide", "Results", "ks2.csv", "ab" * 32, 10, "utf-8", ("URN",))
COMPARATORS = replace(RESULTS, kind="authority-comparators", title="Comparators", sha256="cd" * 32)
REGISTER = replace(RESULTS, kind="register", title="Register", sha256="ef" * 32)
SCHOOL = Figure("school", "100001", "2019", RWM, "all", 65.0, "ok", "65%", 40)
OWN = replace(SCHOOL, about=AUTHORITY, code="850", value=68.0)
OTHER_SCHOOL, OTHER = replace(SCHOOL, code="200001"), replace(OWN, code="851")
ENGLAND = replace(OWN, about=NATION, code="england", value=64.0)


def put(published, batch, *items, profile=RESULTS):
    """Keep items as the rows of one file."""
    with published.writing() as connection:
        keep(connection, reading_of(items, replace(profile, file_name=batch)), batch_id=batch, now="2025-11-20T10:00")


def told(published, authority="850"):
    """Return code and value of every figure told of an authority, and the file it is from."""
    with published.reading() as connection:
        found = figures.figures_in(connection, (RWM,), ("all",), authority)
    return {one.code: (one.value, one.batch) for one in found}


def test_an_authority_is_told_with_its_schools_the_nation_and_the_file_each_is_from(published):
    put(published, "here", SCHOOL, OWN, ENGLAND)
    assert told(published) == {"100001": (65.0, "here"), "850": (68.0, "here"), "england": (64.0, "here")}


def test_schools_of_a_file_that_tells_only_of_another_authority_are_elsewhere(published):
    put(published, "here", SCHOOL, OWN)
    put(published, "there", OTHER_SCHOOL, OTHER)
    assert set(told(published)) == {"100001", "850"}
    assert set(told(published, "851")) == {"200001", "851"}


def test_schools_of_a_file_without_authorities_are_told(published):
    put(published, "here", OWN)
    put(published, "schools", SCHOOL)
    assert set(told(published)) == {"100001", "850"}


def test_in_a_file_of_several_authorities_the_register_says_which_schools_are_elsewhere(published):
    put(published, "all", SCHOOL, OWN, OTHER_SCHOOL, OTHER)
    assert set(told(published)) == {"100001", "200001", "850"}
    put(published, "register", RegisterSchool("200001", "A School", "open", "851", "Elsewhere"), profile=REGISTER)
    assert set(told(published)) == {"100001", "850"}


@pytest.mark.parametrize("results_first", [True, False])
def test_results_speak_before_comparators_whichever_were_read_in_first(published, results_first):
    files = [("results", (ENGLAND,), RESULTS), ("gathered", (replace(ENGLAND, value=65.0),), COMPARATORS)]
    for batch, items, profile in files if results_first else reversed(files):
        put(published, batch, *items, profile=profile)
    assert told(published) == {"england": (64.0, "results")}
    with published.reading() as connection:
        (found,) = figures.figures_of(connection, NATION, ("england",))
    assert found == ENGLAND


def test_schools_are_found_of_one_authority_and_with_figures_where_that_is_asked(published):
    names = (("100001", "850"), ("100002", "850"), ("200001", "851"))
    listed = [RegisterSchool(urn, f"Park School {urn}", "open", code, "Somewhere") for urn, code in names]
    put(published, "register", *listed, profile=REGISTER)
    put(published, "results", SCHOOL, OTHER_SCHOOL)
    with published.reading() as connection:
        found = [
            [one.urn for one in schools.find_schools(connection, "park", authority, measure)]
            for authority, measure in (("", ""), ("850", ""), ("850", RWM), ("", RWM), ("850", "phonics-y1"))
        ]
    assert found == [["100001", "100002", "200001"], ["100001", "100002"], ["100001"], ["100001", "200001"], []]
