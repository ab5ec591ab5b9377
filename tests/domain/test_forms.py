"""What stands in the fields of a form: the answer given, or a first value drawn from the visit."""

import pytest
from sample_records import begun, changed, holding, library, made_up_programme, saying, told

from visitapp.domain.forms import (
    anchor,
    field_options,
    field_text,
    field_value,
    front_key,
    long_date,
    section_key,
    short_dates,
    visit_dates,
)
from visitapp.domain.framework import Field, Option
from visitapp.domain.visit import Reviewer


@pytest.fixture
def record():
    return begun(library().find("llpr-primary@2024-25"))


def text(record, field):
    return field_text(record, field, front_key(field))


def value(record, field):
    return field_value(record, field, front_key(field))


@pytest.mark.parametrize(
    ("default", "key"),
    [("", "front.x"), ("school.name", "front.x"), ("estimate.overall", "estimate.overall"), ("fact.eal", "fact.eal")],
)
def test_a_fact_and_an_estimate_are_answered_once_wherever_they_are_asked_for(default, key):
    assert front_key(Field("x", "X", default=default)) == key


def test_a_field_of_a_section_has_a_key_of_its_own():
    section = library().find("qa-review@2026").section("excellence-lead")
    assert section_key(section, section.fields[0]) == "field.excellence-lead.name"


@pytest.mark.parametrize(
    ("default", "shown"),
    [
        ("school.name", "Sallowfield Primary School"),
        ("school.phase", "Primary"),
        ("visit.dates", "20 November 2025"),
        ("=First walk", "First walk"),
        ("", ""),
        ("visit.no_such_field", ""),
        ("weather.today", ""),
    ],
)
def test_a_first_value_is_drawn_from_the_visit(record, default, shown):
    assert text(record, Field("x", "X", default=default)) == shown


def test_the_reviewer_is_drawn_in_once_known(record):
    field = Field("x", "X", default="reviewer.name")
    assert text(record, field) == ""
    known = changed(holding(record, Reviewer("r", "R. Alder")), "visit", "visit", reviewer_id="r")
    assert text(known, field) == "R. Alder"


def test_what_was_typed_stands_even_when_it_is_nothing(record):
    field = Field("x", "X", default="school.name")
    assert text(saying(record, front__x="Sallowfield"), field) == "Sallowfield"
    assert text(saying(record, front__x=""), field) == ""


def test_a_choice_is_shown_by_its_label_and_kept_by_its_code(record):
    field = Field("x", "X", "choice", (Option("a", "Accredited"),))
    record = saying(record, front__x="a")
    assert (text(record, field), value(record, field)) == ("Accredited", "a")


def test_a_choice_nobody_offers_any_more_is_shown_as_it_is(record):
    assert text(saying(record, front__x="old"), Field("x", "X", "choice", (Option("a", "A"),))) == "old"


def test_an_estimate_is_shown_in_the_words_of_its_scale():
    record = told("quillmoor")
    field = next(one for one in record.framework.front if one.default == "estimate.overall")
    assert (text(record, field), value(record, field)) == ("Effective", "effective")
    assert [one.code for one in field_options(record, field, front_key(field))][-1] == "none"


def test_a_field_that_is_no_choice_has_no_options():
    record = told("quillmoor")
    assert field_options(record, Field("x", "X"), "front.x") == ()


def test_a_day_is_shown_in_words_and_kept_as_a_day():
    record = saying(begun(made_up_programme()), fact__opened="2024-02-09")
    field = Field("opened", "Library opened", "date", default="fact.opened")
    assert (text(record, field), value(record, field)) == ("9 February 2024", "2024-02-09")


@pytest.mark.parametrize("words", ["", "Easter 2024", "2024-02", "2024-02-30"])
def test_what_is_no_day_stays_as_it_was_typed(words):
    assert long_date(words) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-11-20", "2025-11-20", "20 November 2025"),
        ("2025-11-20", "", "20 November 2025"),
        ("2025-12-01", "2025-12-03", "1 to 3 December 2025"),
        ("2025-11-28", "2025-12-02", "28 November 2025 to 2 December 2025"),
        ("", "", ""),
    ],
)
def test_the_days_of_a_visit_in_words(record, first, last, words):
    assert visit_dates(changed(record, "visit", "visit", starts_on=first, ends_on=last)) == words


def test_an_answer_stands_in_a_report_under_the_id_of_its_record():
    record = told("sallowfield")
    assert anchor(record, "decision") == record.answer("decision").id


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_every_field_of_a_whole_visit_says_something(code):
    record = told(code)
    fields = [(field, front_key(field)) for field in record.framework.front]
    fields += [(field, section_key(one, field)) for one in record.framework.outline for field in one.fields]
    assert [field.code for field, key in fields if not field_text(record, field, key).strip()] == []


def test_the_days_of_a_visit_fit_a_narrow_header():
    assert short_dates(told("quillmoor")) == "1 to 3 Dec 2025"
    assert short_dates(told("sallowfield")) == "20 Nov 2025"
