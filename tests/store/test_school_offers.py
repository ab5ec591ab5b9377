"""What the register offers to somebody who looks for a school."""

from dataclasses import replace

import pytest
from published_rows import reading_of

from visitapp.domain.published.batches import FileProfile
from visitapp.domain.published.offers import Offers, matched
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.domain.visit import School
from visitapp.store.published.keeping import keep
from visitapp.store.published.offering import offered

PROFILE = FileProfile("register", "Register", "r.csv", "ab" * 32, 10, "utf-8", ("URN",), period="19 April 2022")
OAK = RegisterSchool(
    "100001", "Oak Primary School", "open", "850", "Hampshire", "2001", town="Sallowfield", postcode="ZE26 3PB"
)
FAR = replace(OAK, urn="100002", name="Oak Infant School", authority_code="886", number="2002", town="", postcode="")
GONE = replace(OAK, urn="100003", name="Oak Junior School", status="closed", number="2003")
LATER = replace(OAK, urn="100004", name="Quillmoor Academy", number="4004", town="Quillmoor", postcode="")


def put(published, *items, profile=PROFILE, batch="b1"):
    with published.writing() as connection:
        keep(connection, reading_of(items, profile), batch_id=batch, now="2026-01-01T00:00:00Z")


def urns(published, text, *given, **wanted):
    with published.reading() as connection:
        return [one.school.urn for one in offered(connection, text, *given, **wanted).schools]


def test_schools_of_the_readers_authorities_come_first_then_others_then_closed_ones(published):
    put(published, GONE, FAR, OAK)
    assert urns(published, "oak", ("850",)) == ["100001", "100002", "100003"]
    assert urns(published, "oak", ("886",)) == ["100002", "100001", "100003"]


@pytest.mark.parametrize("words", ["ze26 3pb", "ZE263PB", "100001", "8502001", "850/2001", "oak sallow"])
def test_postcode_both_numbers_and_town_find_a_school(published, words):
    put(published, OAK, FAR, LATER)
    assert urns(published, words)[:1] == ["100001"]


def test_the_nearest_are_found_among_many_of_one_name(published):
    many = [replace(FAR, urn=str(200_000 + one), number=str(3000 + one)) for one in range(60)]
    put(published, *many, replace(OAK, urn="300000", name="Zeal Oak School"), replace(FAR, urn="300001", town="Mere"))
    assert urns(published, "oak", ("850",))[0] == "300000"
    assert urns(published, "oak", (), "Mere")[0] == "300001"
    assert len(urns(published, "oak")) == 20


def test_a_name_that_begins_with_the_words_comes_before_a_town_that_does(published):
    put(published, replace(OAK, name="Ash School", town="Oakmere"), replace(FAR, authority_code="850"))
    assert urns(published, "oak", ("850",)) == ["100002", "100001"]


def test_what_a_closed_school_became_stands_before_it_and_is_named(published):
    link = SchoolLink("100003", "100004", "Quillmoor Academy", "successor", "Successor")
    put(published, GONE, LATER, link)
    with published.reading() as connection:
        first, second = offered(connection, "oak").schools
    assert first.school == LATER
    assert (second.school, second.became) == (GONE, "Quillmoor Academy, 100004")


def test_of_several_schools_it_became_none_is_named(published):
    links = [SchoolLink("100003", one.urn, one.name, "successor", "Successor - split") for one in (LATER, OAK)]
    put(published, GONE, LATER, OAK, *links)
    with published.reading() as connection:
        assert [one.became for one in offered(connection, "junior").schools] == [""]


@pytest.mark.parametrize(("period", "day"), [("19 April 2022", "2022-04-19"), ("", "2022-03-01")])
def test_the_day_is_the_one_the_file_names_or_the_newest_in_it(published, period, day):
    put(published, replace(OAK, changed_on="2022-03-01"), profile=replace(PROFILE, period=period))
    with published.reading() as connection:
        assert offered(connection, "oak").day == day


def test_without_a_register_nothing_is_offered(published):
    with published.reading() as connection:
        assert offered(connection, "oak") == Offers()


def test_a_town_somebody_typed_stays_and_one_from_the_register_follows_it():
    typed = matched(School("s", "Oak", town="Elsewhere"), OAK, "2022-04-19")
    assert (typed.town, typed.urn, typed.details_on) == ("Elsewhere", "100001", "2022-04-19")
    first = matched(School("s", "Oak"), OAK, "2022-04-19")
    assert first.town == "Sallowfield"
    assert matched(first, LATER, "2022-04-19").town == "Quillmoor"
