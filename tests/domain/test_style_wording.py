"""What a quiet reader would point at, in many small texts, and what it leaves alone."""

import pytest
from sample_records import library

from visitapp.domain.style import Piece, StyleReader
from visitapp.domain.style.expecting import expects_figure
from visitapp.domain.style.flag import AMERICAN, DESCRIBES, QUOTATION, REPEATED, SHORT_FORMS, VAGUE
from visitapp.domain.style.repeating import marks_of
from visitapp.frameworks.style_lists import load_style_lists

LLPR = next(one for one in library().frameworks if one.code == "llpr-primary")


def reader(**more):
    return StyleReader(load_style_lists(), LLPR, **more)


def pieces(*texts, section="teaching"):
    return [
        Piece("block", f"b{number}", "text", section, f"report:{section}", text) for number, text in enumerate(texts)
    ]


def found(code, *texts, **more):
    """Return the words pointed at for one reason."""
    return [flag.words for flag in reader(**more).read(pieces(*texts)).flags if flag.code == code]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Some pupils cannot explain.", "Some pupils"),
        ("In books, many children guess.", "many children"),
        ("A few pupils were late.", "A few pupils"),
        ("We saw several of the older pupils read.", "several of the older pupils"),
        ("In Year 4 some misconceptions persist.", "some misconceptions"),
        ("In 2026 many lessons began late.", "many lessons"),
        ("They read fluently but many cannot work out a word.", "many"),
        ("At key stage 2 a number of lessons began late.", "a number of lessons"),
        ("A small minority of parents complained.", "A small minority of parents"),
        ("Lots of lovely books are read.", "Lots of lovely books"),
    ],
)
def test_a_quantity_that_could_be_counted_is_asked_about(text, words):
    assert found(VAGUE, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Some pupils, 4 of 31, cannot explain.",
        "Many pupils, about half, were early.",
        "For some time the school has changed.",
        "To some extent this is so.",
        "How many pupils knew was not asked.",
        "Not many pupils were late.",
        "There are as many teachers as before.",
        "Most pupils can explain.",
        "Every pupil can explain.",
        "A pupil said \u201csome pupils never get a turn\u201d.",
        "In some ways it is new.",
        "Handsome pupils.",
        "",
    ],
)
def test_a_quantity_with_a_figure_or_of_another_sense_is_left_alone(text):
    assert found(VAGUE, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The color of the display.", "color"),
        ("Behavior is calm.", "Behavior"),
        ("Leaders analyze results.", "analyze"),
        ("He said \u201cthey practiced daily\u201d.", "practiced"),
        ("The learning center opened.", "center"),
        ("In math they reason.", "math"),
        ("A new program of study began.", "program"),
        ("The catalog and the dialog.", "catalog"),
        ("Pupils modeled it and traveled.", "modeled"),
        ("Writing is skillful.", "skillful"),
        ("Enrollment rose.", "Enrollment"),
        ("They fulfill their duty.", "fulfill"),
        ("A gray wall.", "gray"),
        ("Self-defense is taught.", "defense"),
        ("Archeology is taught.", "Archeology"),
        ("They have gotten better.", "gotten"),
    ],
)
def test_american_spelling_is_pointed_at(text, words):
    assert words in found(AMERICAN, text)


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the centre, and behaviour.",
        "They recognize and organise.",
        "Pupils write a program in Scratch.",
        "A computer program sorts them.",
        "Programming, programmer, programmed.",
        "The visit to Center Parcs.",
        "Labor Day and Pearl Harbor.",
        "Ms Gray teaches Year 3.",
        "Write to office@center.org or see color.example.org.",
        "The parking meter; a licence to practise; a practice.",
        "Mathematics and maths.",
        "Rigorous, vigorous, humorous, glamorous, laborious, honorary.",
        "The judgment and the inquiry.",
        "Colorado.",
    ],
)
def test_british_spelling_names_and_addresses_are_left_alone(text):
    assert found(AMERICAN, text) == []


def test_every_american_word_differs_from_the_british_and_none_is_both():
    american = load_style_lists().american
    assert len(american) > 400
    assert [word for word, british in american.items() if word == british or british in american] == []


def test_the_british_word_is_given_with_the_capital_it_needs():
    (flag,) = (one for one in reader().read(pieces("Colors matter.")).flags if one.code == AMERICAN)
    assert flag.says == "\u201cColors\u201d is American; here it is \u201cColours\u201d."


@pytest.mark.parametrize(
    "text",
    [
        "Every classroom has a working wall for mathematics.",
        "There are displays in each corridor.",
        "Teachers use worksheets in the afternoon.",
        "Knowledge organisers are in place.",
        "The school has a new reading scheme.",
    ],
)
def test_description_without_impact_is_pointed_at(text):
    assert found(DESCRIBES, text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Every classroom has a working wall, so pupils find the words they need.",
        "Working walls help pupils remember.",
        "Displays are weak.",
        "The policy is not known to staff.",
        "Teachers use the same plan and pupils explain more.",
        "Pupils are happy.",
        "Working walls.",
        "Has walls.",
        "Teachers use scaffolds because they were trained to.",
    ],
)
def test_impact_or_judgement_is_left_alone(text):
    assert found(DESCRIBES, text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Pupils said \u201cit is hard.", 12),
        ("Pupils said it is hard\u201d.", 22),
        ('They said "no.', 10),
        ("They call it \u2018rehearsal.", 13),
        ("They call it 'rehearsal.", 13),
        ("\u201cOne\u201d and \u201ctwo.", 10),
        ("\u201cOne \u201ctwo\u201d.", 0),
    ],
)
def test_a_quotation_mark_without_its_partner_is_pointed_at(text, place):
    flags = [
        flag for flag in reader().read(pieces(text)).flags if flag.code == QUOTATION and "rest of" not in flag.says
    ]
    assert [flag.start for flag in flags] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "\u201cYes,\u201d they said.",
        '"Yes", they said.',
        "The pupils\u2019 books and the school\u2019s plan.",
        "The pupils' books and the school's plan.",
        "They call it \u2018rehearsal\u2019.",
        "Rock \u2019n\u2019 roll in the \u201990s.",
        'A 12" ruler.',
        "Don't, can\u2019t, it's.".replace("\u2019", "'"),
        "\u201cThe pupils\u2019 \u2018own\u2019 words.\u201d",
    ],
)
def test_marks_in_pairs_and_apostrophes_are_left_alone(text):
    assert found(QUOTATION, text) == []


def test_a_quotation_may_go_on_in_the_next_paragraph():
    assert found(QUOTATION, "\u201cFirst one thing.", "\u201cThen another.\u201d") == []


def test_straight_marks_among_curly_ones_are_pointed_at_once_a_paragraph():
    texts = ("The school\u2019s plan and the pupils\u2019 books.", "It's the head's plan.", "\u201cYes.\u201d")
    assert found(QUOTATION, *texts) == ["'"]
    flags = reader().read(pieces(*texts)).flags
    assert [flag.record_id for flag in flags if flag.code == QUOTATION] == ["b1"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SEND is well led.", ["SEND"]),
        ("Progress in KS2 is slow.", ["KS2"]),
        ("TAs help. TAs stay.", ["TAs"]),
        ("The SENCo and the XQZ.", ["SENCo", "XQZ"]),
        ("Pupils with EHCPs.", ["EHCPs"]),
        ("In Y4 and in Y4.", ["Y4"]),
    ],
)
def test_an_abbreviation_is_pointed_at_where_it_is_first_used(text, words):
    assert found(SHORT_FORMS, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Special educational needs and disabilities (SEND) are met.",
        "SEND (special educational needs and disabilities) is met.",
        "Special educational needs and disabilities come first. SEND is met.",
        "PE, RE and the NHS.",
        "This is NOT so.",
        "ALL IN CAPITALS WITH SEND.",
        "World War II and Henry VIII.",
        "Evidence [E12] and [D3].",
        "A pupil said \u201cwe do SPAG\u201d.",
        "The LLPR looked at this.",
    ],
)
def test_an_abbreviation_written_out_or_known_to_all_is_left_alone(text):
    assert found(SHORT_FORMS, text) == []


def test_an_abbreviation_written_out_in_an_earlier_paragraph_stays():
    assert found(SHORT_FORMS, "A teaching assistant helps.", "TAs stay.") == []


def test_abbreviations_that_are_spelt_out_on_the_way_out_are_left_alone():
    assert found(SHORT_FORMS, "The HT and SEND.", spelt_out={"ht": "headteacher"}) == ["SEND"]


def test_a_sentence_of_another_schools_report_is_known_whatever_its_signs():
    other = frozenset(marks_of("Leaders know the school very well, and they act early. Short one."))
    text = "It begins. LEADERS  know the school very well and they act early [E2]! Short one."
    assert found(REPEATED, text, elsewhere=other) == ["LEADERS  know the school very well and they act early [E2]!"]
    assert found(REPEATED, "Leaders know the school well.", elsewhere=other) == []


@pytest.mark.parametrize("text", ["63% combined is expected in 2026.", "Forecast: RWM 61 per cent."])
def test_what_is_expected_has_a_figure(text):
    assert expects_figure(text, ("combined", "RWM"))


@pytest.mark.parametrize(
    "text", ["Combined is expected to rise in 2026.", "In Year 6 combined is expected.", "61% combined."]
)
def test_a_year_is_no_expected_figure(text):
    assert not expects_figure(text, ("combined",))
