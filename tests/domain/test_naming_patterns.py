"""Numbers and addresses that point at one person are noticed, and others are left in peace."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.naming.finding import find_names, swapped, swaps
from visitapp.domain.naming.patterns import Kind, find_patterns, is_nhs_number, is_upn
from visitapp.frameworks.name_lists import load_name_lists

LISTS = load_name_lists()


def seen(text):
    return [(text[one.start : one.end], one.kind) for one in find_patterns(text, LISTS)]


def without(text, **more):
    """Return a text with every role put in."""
    for one in reversed(find_names(text, LISTS, **more)):
        text = text[: one.start] + one.role + text[one.end :]
    return text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UPN A823432111001 has no plan.", ("UPN A823432111001", Kind.UPN)),
        ("See h80120000011a.", ("h80120000011a", Kind.UPN)),
        ("His number is 943 476 5919.", ("943 476 5919", Kind.NHS)),
        ("NHS number: 9434765919", ("NHS number: 9434765919", Kind.NHS)),
        ("NI AB 12 34 56 C", ("AB 12 34 56 C", Kind.INSURANCE)),
        ("Ring 07700 900123.", ("07700 900123", Kind.PHONE)),
        ("Ring 07700900123, then wait", ("07700900123", Kind.PHONE)),
        ("Ring 020 7946 0018", ("020 7946 0018", Kind.PHONE)),
        ("Ring (01632) 960 001", ("(01632) 960 001", Kind.PHONE)),
        ("Ring 01632-960001", ("01632-960001", Kind.PHONE)),
        ("Ring 01632 96000", ("01632 96000", Kind.PHONE)),
        ("Ring +44 (0)7700 900123", ("+44 (0)7700 900123", Kind.PHONE)),
        ("Ring +353 20 915 0123", ("+353 20 915 0123", Kind.PHONE)),
        ("Write to jaden.smith@mail.example.", ("jaden.smith@mail.example", Kind.E_MAIL)),
        ("(m-ali+1@quillmoor.sch.uk)", ("m-ali+1@quillmoor.sch.uk", Kind.E_MAIL)),
        ("DOB 12/03/2015", ("DOB 12/03/2015", Kind.BIRTH)),
        ("d.o.b.: 3.4.16", ("d.o.b.: 3.4.16", Kind.BIRTH)),
        ("date of birth is 3rd May 2016", ("date of birth is 3rd May 2016", Kind.BIRTH)),
        ("One born on 12 March 2015 reads.", ("born on 12 March 2015", Kind.BIRTH)),
        ("One born March 12, 2015 reads.", ("born March 12, 2015", Kind.BIRTH)),
        ("2015-03-12 (DOB)", ("2015-03-12 (DOB)", Kind.BIRTH)),
    ],
)
def test_a_number_or_an_address_of_one_person_is_noticed(text, wanted):
    assert seen(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "URN 123456, establishment 850/1234.",
        "Visit on 12/03/2026, again 3 May 2026.",
        "Counts 0 1 2 3 4 5 6 7 8 9 10; writes 0123456789.",
        "10 20 30 40 50 60 70 80 90 100",
        "02 03 04 05 06 07, then 1000 2000 3000",
        "Childline 0800 1111; the office 0345 155 2025.",
        "Pi is 3.14159265358, and 1,234,567,890 is large.",
        "Mail office@quillmoor.sch.uk or senco.team@quillmoor.sch.uk.",
        "Shakespeare was born on 23 April 1564, Queen Victoria born 24 May 1819.",
        "Summer-born, born in August.",
        "943 476 5918 of 10",
        "KS2 2023-24, Y6 12:30-13:15, 62% to 71%.",
        "@home reading, 5 @ 3",
        "",
    ],
)
def test_other_numbers_are_left_in_peace(text):
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UPN A823432111001 has no plan.", "A Year 4 pupil has no plan."),
        ("We rang 07700 900123 twice.", "We rang a phone number twice."),
        ("Mail from p.ali@mail.example today.", "Mail from an e-mail address today."),
        ("Jaden, born 12 March 2015, reads.", "A Year 4 pupil, born on a date left out, reads."),
        ("EHCP: DOB 12/03/2015, reviewed.", "EHCP: date of birth left out, reviewed."),
    ],
)
def test_what_may_stand_there_reads_as_a_sentence(text, wanted):
    assert without(text, years=("Year 4",)) == wanted


def test_a_name_within_an_address_is_asked_about_once():
    assert [one.kind for one in find_names("We wrote to Jaden.Smith@mail.example.", LISTS)] == [Kind.E_MAIL]


def test_a_number_that_stands_twice_is_taken_out_twice():
    text = "Rang 07700 900123, then 07700 900123 again."
    found = find_names(text, LISTS)
    assert swapped(text, swaps(found, found[0])) == "Rang a phone number, then the phone number again."


def test_a_number_somebody_left_is_not_asked_about_again():
    assert find_names("Rang 07700 900123.", LISTS, kept=("07700 900123",)) == ()


def test_a_pupil_number_is_checked_by_its_first_letter():
    assert is_upn("A823432111001") is (sum(int(f) * w for w, f in enumerate("823432111001", 2)) % 23 == 0)
    assert not is_upn("I823432111001")
    assert not is_upn("A82343211100")


def test_an_nhs_number_is_checked_by_its_last_figure():
    assert is_nhs_number("9434765919")
    assert not is_nhs_number("9434765918")
    assert not is_nhs_number("1111111111")
    assert not is_nhs_number("943476591")


@given(st.text(alphabet="0123456789 +-()/.@aA", max_size=120))
def test_any_row_of_figures_gives_stretches_within_it_that_never_overlap(text):
    ends = 0
    for one in find_patterns(text, LISTS):
        assert ends <= one.start < one.end <= len(text)
        ends = one.end


@pytest.mark.parametrize("piece", ["0", "01", "1 ", "0 1", "+4", "a.", "a@", "-1", "born ", "A1"])
def test_a_long_row_of_figures_takes_no_time(piece):
    start = process_time()
    find_patterns(piece * 5000 + "1@", LISTS)
    assert process_time() - start < 0.5
