"""A note that seems to name somebody is noticed, and the right role is offered."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from visitapp.domain.naming.finding import find_names, swapped, swaps
from visitapp.domain.naming.lists import key
from visitapp.frameworks.name_lists import load_name_lists

LISTS = load_name_lists()
YEAR_4 = ("Year 4",)
PIECES = st.sampled_from(
    [
        "Jaden",
        "jaden",
        "Mrs",
        "Ali",
        "SENDCo",
        "the ",
        "Mark",
        " ",
        "\n",
        ".",
        ", ",
        "(",
        ")",
        "’s",
        "é",
        "\u0301",
        "#y4",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES).map("".join))


def names(text, **more):
    return [one.words for one in find_names(text, LISTS, **more)]


def role(text, **more):
    (found,) = find_names(text, LISTS, **{"years": YEAR_4, **more})
    return found.role


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jaden explained why the whole stays the same.", ["Jaden"]),
        ("Later Oluwaseun and Zanele compared methods.", ["Oluwaseun", "Zanele"]),
        ("Zbigniew’s book is neat.", ["Zbigniew"]),
        ("Then Quvenzhané pointed to the bar.", ["Quvenzhané"]),
        ("Mrs Ali models well.", ["Mrs Ali"]),
        ("Miss O. reads aloud.", ["Miss O"]),
        ("mr patel was clear", ["mr patel"]),
        ("Spoke to Tom Baker.", ["Tom Baker"]),
        ("Will was unsure; Grace could not recall.", ["Will", "Grace"]),
        ("May explained it to Hope.", ["May", "Hope"]),
        ("jayden explained it well", ["jayden"]),
        ("Łukasz wrote two pages.", ["Łukasz"]),
        ("Asked Mary-Jane to explain.", ["Mary-Jane"]),
        ("Spoke to Siân O’Neill.", ["Siân O’Neill"]),
        ("Teacher moved Mark to the front.", ["Mark"]),
        ("Rose rushes, then rubs out.", ["Rose"]),
        ("Poppy (new to English) copies.", ["Poppy"]),
        ("Will, Priya and Daisy share a table.", ["Will", "Priya", "Daisy"]),
        ("Georgia, who joined in spring, has settled.", ["Georgia"]),
        ("Case file of June Webster has gaps.", ["June Webster"]),
        ("Mr Hall’s room is loud; Mrs West helps.", ["Mr Hall", "Mrs West"]),
        ("Then Blessing told me why; asked Kenya too.", ["Blessing", "Kenya"]),
        ("The TA reads to Jo, and Bo waits.", ["Jo", "Bo"]),
        ("Fred wrote to Milly.", ["Fred", "Milly"]),
    ],
)
def test_a_name_is_noticed(text, wanted):
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Mark books weekly. Will pupils recall?",
        "In May results fell; in Autumn they rose.",
        "Holly class read The Tempest.",
        "Pupils with SEND use White Rose Maths in Year 4.",
        "Florence Nightingale and Mary Seacole compared.",
        "Miss Honey is kind. In Matilda, words matter.",
        "St Katherine's hall is cold.",
        "ECTs met DfE staff and HTs.",
        "Displays celebrate. Handwriting is weak.",
        "Readers, 9 of 12, self-corrected. “It helps me,” one said.",
        "",
        "#y4 #send + - ! ?",
        "Hope, respect and courage are the school’s words.",
        "Grace before lunch. Joy in singing. Rose from 62% to 71%.",
        "Penny coins mixed up. Frank talk with the chair. Lily pads painted.",
        "Values: Courage, Hope and Respect.",
        "Yr 4 maths, Wk 3. Ok so far.",
        "Miss Phonics to attend an intervention.",
        "Asked Site Manager about the gate; told Governors.",
        "Eco Council meets on Fridays.",
        "Trip to York in June. Kenya is a country far away.",
        "Continuous provision outdoors. Provision is calm. Phonics is daily.",
        "Adaptive teaching seen. Collaborative work helps. Wraparound is full. Cloakroom noisy.",
        "Digraphs are known. Decodables match. Subitising is quick. EBI is noted.",
    ],
)
def test_words_that_are_no_names_are_left_in_peace(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We heard Jaden read.", "a Year 4 pupil"),
        ("Jaden reads.", "A Year 4 pupil"),
        ("- Jaden reads.", "A Year 4 pupil"),
        ("Mr Patel asks.", "A teacher"),
        ("Mrs Ali, the SENDCo, asks.", "The SENDCo"),
        ("We met the SENDCo, Mrs Ali, twice.", "the SENDCo"),
        ("We met Mrs Ali (maths lead) twice.", "the mathematics lead"),
        ("Headteacher Mrs Ali asks.", "The headteacher"),
        ("Met Dr Okafor.", "an adult"),
        ("Jaden's mum asks.", "A parent"),
    ],
)
def test_the_role_is_as_near_as_the_note_says(text, wanted):
    assert role(text) == wanted


@pytest.mark.parametrize(
    ("years", "text", "wanted"),
    [
        ((), "We heard Jaden read.", "a pupil"),
        (("Year 3", "Year 4"), "We heard Jaden read.", "a pupil"),
        ((), "Y5: we heard Jaden read.", "a Year 5 pupil"),
        (("Reception",), "We heard Jaden read.", "a Reception pupil"),
    ],
)
def test_the_year_comes_from_the_tag_or_the_words(years, text, wanted):
    assert role(text, years=years) == wanted


def test_a_swap_takes_the_name_out_everywhere_and_tells_it_is_the_same_pupil():
    text = "Jaden drew a bar. Then Jaden’s partner asked Jaden why."
    found = find_names(text, LISTS, years=YEAR_4)
    wanted = "A Year 4 pupil drew a bar. Then the Year 4 pupil’s partner asked the Year 4 pupil why."
    assert swapped(text, swaps(found, found[0])) == wanted


def test_a_role_said_beside_a_name_is_not_said_twice():
    text = "We met the SENDCo, Mrs Ali, twice."
    found = find_names(text, LISTS)
    assert swapped(text, swaps(found, found[0])) == "We met the SENDCo twice."


def test_a_name_found_before_is_known_in_small_letters_too():
    assert names("then xiu drew", known=()) == []
    assert names("then xiu drew", known=("xiu",)) == ["xiu"]


@pytest.mark.parametrize("written", ["oluwasuen", "oluwseun", "oluwaseuna", "Oluwasean", "oluwaseun's"])
def test_a_name_found_before_is_known_with_one_letter_wrong(written):
    assert names(f"then {written} drew", known=("oluwaseun",)) == [written.removesuffix("'s")]


@pytest.mark.parametrize("text", ["then marine life", "the first draft", "then oluwas drew", "a jadee", "OLUWASEUM"])
def test_another_word_is_no_misspelt_name(text):
    assert names(text, known=("marie", "furst", "oluwaseun", "jade")) == []


def test_what_somebody_said_is_no_name_is_not_asked_about_again():
    assert names("Then Jaden drew.", kept=("jaden",)) == []


def test_the_name_of_the_school_visited_is_nobody():
    text = "Pupils at Wexcombe Vale enjoy it; Wexcombe is small."
    assert names(text) != []
    lists = LISTS.hiding(["Wexcombe Vale", "Wexcombe", "Vale"])
    assert find_names(text, lists) == ()


@given(TEXTS)
@example("then \uff9e drew")
def test_any_text_gives_stretches_within_it_that_never_overlap(text):
    found = find_names(text, LISTS, years=YEAR_4)
    ends = 0
    for one in found:
        assert ends <= one.start < one.end <= len(text)
        assert one.words in text
        assert one.role
        ends = one.end


@given(TEXTS)
def test_a_swap_never_loses_anything_but_the_name(text):
    found = find_names(text, LISTS)
    for one in found:
        after = swapped(text, swaps(found, one))
        assert after.startswith(text[: found[0].start]) or one is not found[0]


@given(st.text(max_size=20))
@example("\U0001d56c")
def test_a_key_is_its_own_key(word):
    assert key(key(word)) == key(word)


@pytest.mark.parametrize(
    "text",
    [
        "Teh pupils read well.",
        "Waht was seen is clear.",
        "Leaders say so. Teh plan is new.",
        "- Puipls read",
        "Teachign is strong.",
        "Teacehrs explained the task.",
    ],
)
def test_a_word_that_begins_a_sentence_with_two_letters_swapped_is_no_name(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Teh’s book is neat.", ["Teh"]),
        ("We spoke with Teh about it.", ["Teh"]),
        ("Teh Wei Ling read.", ["Teh Wei Ling"]),
        ("Amy read to the class.", ["Amy"]),
        ("Brian explained it.", ["Brian"]),
        ("Teh read it.", ["Teh"]),
    ],
)
def test_a_name_that_is_like_a_word_with_letters_swapped_stays_a_name(text, wanted):
    found = names(text, known=["teh"]) if text == "Teh read it." else names(text)
    assert found == wanted
