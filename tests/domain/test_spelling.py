"""Spelling: what is asked about and what is left alone, what is offered, and the words of a visit."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.evidence import Note
from visitapp.domain.record import VisitRecord
from visitapp.domain.spelling import LEFT, Speller, WordList, own_words, suggestions, words_in, words_of_programme
from visitapp.domain.visit import Answer, Reviewer, School, Slot, Visit
from visitapp.frameworks.library import installed
from visitapp.frameworks.style_lists import load_style_lists
from visitapp.frameworks.word_list import load_word_list
from visitapp.paths import resource

PROGRAMMES = installed(resource("frameworks"), resource("vocabularies")).frameworks
FILES = Path(__file__).parent.parent / "files"
PAIRS = [
    tuple(line.split(" ", 1))
    for line in (FILES / "common-misspellings.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def words():
    return load_word_list()


@pytest.fixture(scope="module")
def speller(words):
    return Speller(words)


def found(speller, text):
    return [text[start:end] for start, end in speller.misspelt(text)]


def test_every_common_misspelling_is_found(speller):
    assert len(PAIRS) >= 300
    assert [wrong for wrong, _ in PAIRS if not speller.misspelt(f"the {wrong} was")] == []


def test_no_right_spelling_is_asked_about(speller):
    assert [right for _, right in PAIRS if speller.misspelt(f"the {right} was")] == []


def test_the_right_word_is_offered_nearly_always_and_mostly_first(words):
    offered = [(right, suggestions(wrong, words)) for wrong, right in PAIRS]
    assert sum(right in five for right, five in offered) / len(PAIRS) > 0.98
    assert sum(five[:1] == (right,) for right, five in offered) / len(PAIRS) > 0.9
    assert max(len(five) for _, five in offered) <= 5


@pytest.mark.parametrize(
    "text",
    [
        "Leaders organise and organize; behaviour is judged by judgement or judgment.",
        "Pupils\u2019 books, pupils' books and the school\u2019s caf\u00e9 don\u2019t differ, they\u2019ve shown.",
        "SENDCo, SENCO, TAs, EHCPs, iPads and GLD at KS2.",
        "See https://sallowfield.example/teh, www.teh.example or hed@teh.example, and plan_fianl.docx.",
        "#y4 #teh and Year 4b by 10am on the 3rd, e.g. this, i.e. that.",
        "Evidence is named [E12] and **[D3]** and **bold** too.",
        "The lesson by Mr Wrigglesby in Oakhanger was calm.",
        "Pre-teaching, re-read, well-being, co-operate and non-negotiables.",
        "Metacognition, oracy, subitising, graphemes and upskilling.",
        "\u0394\u03bf\u03ba\u03b9\u03bc\u03ae and \u00a7 and 61% and \u00bd \U0001f600 x",
        "",
    ],
)
def test_what_is_right_or_no_word_is_left_alone(speller, text):
    assert found(speller, text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Teh leaders recieve it.", ["Teh", "recieve"]),
        ("They said: \u201ci liek maths\u201d.", ["liek"]),
        ("Well-behavd pupils", ["behavd"]),
        ("The goverment\u2019s plan [E1] and **leadres**", ["goverment\u2019s", "leadres"]),
        ("It was definately, \U0001f600 definately so", ["definately", "definately"]),
        ("One line.\n- Secnd line\nand/orr", ["Secnd", "orr"]),
        ("The na\u00efve ca\u00edf", ["ca\u00edf"]),
        ("Seen in Febuary, on Wensday and Mondays by Mr Sundy", ["Febuary", "Wensday"]),
        ("a wierd\u2014wierd end", ["wierd", "wierd"]),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(speller, text, wrong):
    assert found(speller, text) == wrong


def test_a_name_of_the_school_that_is_nearly_right_is_asked_about(words):
    speller = Speller(words, frozenset(("sallowfield",)), names=frozenset(("sallowfield",)))
    assert found(speller, "We saw Salowfield\u2019s plan and Sallowfield\u2019s, at Barrowfield") == [
        "Salowfield\u2019s"
    ]


def test_own_words_are_right_with_any_capital_and_ending(words):
    speller = Speller(words, frozenset(("sallowfield", "numbots")))
    assert found(speller, "Sallowfield\u2019s pupils use numbots. Numbots helps at sallowfield.") == []


def test_what_is_not_asked_about_is_not_offered_either(words):
    american = frozenset(load_style_lists().american)
    assert found(Speller(words, frozenset(), american), "color and behavior at the center") == []
    assert "color" not in suggestions("colur", words)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Teh", "The"),
        ("febuary", "February"),
        ("fonics", "phonics"),
        ("nowledge", "knowledge"),
        ("alot", "a lot"),
        ("sucesfull", "successful"),
        ("subitiseing", "subitising"),
        ("Behavour", "Behaviour"),
    ],
)
def test_what_was_meant_is_offered_with_its_capital(words, wrong, right):
    assert right in suggestions(wrong, words)


def test_a_visits_own_words_are_offered_too(words):
    assert suggestions("salowfield", words, frozenset(("sallowfield",)))[0] == "sallowfield"


def test_letters_of_no_list_have_nothing_offered(words):
    assert suggestions("\u03b4\u03bf\u03ba", words) == ()


@given(st.text(max_size=40))
def test_any_text_can_be_read_and_anything_found_stands_in_it(text):
    speller = Speller(load_word_list())
    for start, end in speller.misspelt(text):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


@given(st.from_regex(r"[a-z'\u2019\u00e0-\u00ff]{1,14}", fullmatch=True))
def test_anything_can_be_asked_about(word):
    offered = suggestions(word, load_word_list())
    assert len(offered) <= 5
    assert len(set(offered)) == len(offered)


def test_a_short_list_is_looked_up_at_its_edges():
    words = WordList(b"able 20\nbold 35\ncalm 10\n", {"oracy": 35, "pre-": 35})
    assert [word in words for word in ("able", "bold", "calm", "oracy")] == [True] * 4
    assert [word in words for word in ("a", "abl", "ables", "bolder", "zebra", "")] == [False] * 6
    assert words.rarity("bold") == 35
    assert dict(words.like("calms", 1)) == {"calm": 10}
    assert "able" not in WordList(b"")


def test_the_list_is_in_the_order_it_is_looked_up_in():
    lines = resource("spelling/words.txt").read_bytes().splitlines()
    assert lines == sorted(lines)
    assert all(len(line.split(b" ")) == 2 for line in lines)


def test_the_words_of_a_visit_are_its_schools_its_days_and_its_reviewers():
    programme = PROGRAMMES[0]
    visit = Visit("v1", school_id="s1", reviewer_id="r1")
    kept = {
        "visit": {"v1": visit},
        "school": {"s1": School("s1", "Sallowfield Primary School", town="Ashlode", trust="Tidewell Trust")},
        "reviewer": {"r1": Reviewer("r1", "Robin Okonjo", words="numbots\nsplatometer")},
        "slot": {"x": Slot("x", "v1", title="Walk", place="Yurt", people="Oracy champion and Kestrelkeeper")},
        "answer": {
            "a": Answer("a", "v1", f"{LEFT}wobblish", True),
            "b": Answer("b", "v1", f"{LEFT}takenback", None),
        },
        "note": {f"n{one}": Note(f"n{one}", "v1", one, "The Jigsawly scheme. Oncely Twicely") for one in range(3)},
    }
    record = VisitRecord(programme, "v1", kept)
    own = own_words(record)
    assert {"sallowfield", "ashlode", "tidewell", "okonjo", "numbots", "splatometer", "kestrelkeeper"} <= own
    assert {"wobblish", "jigsawly"} <= own
    assert "takenback" not in own
    two = replace(record, shelves={**kept, "note": dict(list(kept["note"].items())[:2])})
    assert "jigsawly" not in own_words(two)


def test_a_programmes_own_vocabulary_is_never_asked_about(words):
    for programme in PROGRAMMES:
        speller = Speller(words, words_of_programme(programme))
        texts = [section.heading + ". " + section.guidance for section in programme.outline]
        assert [text for text in texts if found(speller, text)] == []


def test_the_sample_visits_have_no_false_alarms(words):
    """Names of invented places are known in a visit by its own words; here they are given by hand."""
    american = frozenset(load_style_lists().american)
    alarms = []
    for path in sorted(resource("sample").glob("*.toml")):
        texts = [text for text in written(tomllib.loads(path.read_text(encoding="utf-8"))) if " " in text]
        names = words_in(text for text in texts if text.istitle() or "Primary" in text or "Trust" in text)
        alarms += [one for text in texts for one in found(Speller(words, names, american), text)]
    assert sorted({one for one in alarms if one.islower()}) == []


def written(value):
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from written(one)
