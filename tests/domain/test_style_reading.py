"""A whole report read: sentences, figures, places, what is let be, and texts nobody would write."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import changed, library, made_up_programme, reading, told

from visitapp.domain.naming.finding import find_names
from visitapp.domain.places import answered
from visitapp.domain.style import KINDS, Piece, Reading, StyleReader, pieces_of
from visitapp.domain.style.ease import reading_age, syllables
from visitapp.domain.style.flag import HARD, NAMES, UNTRACED, VAGUE
from visitapp.domain.style.sentences import readable, sentences
from visitapp.domain.style_checks import all_results, flags_asked, let_be
from visitapp.frameworks.name_lists import load_name_lists
from visitapp.frameworks.style_lists import load_style_lists

LLPR = next(one for one in library().frameworks if one.code == "llpr-primary")
WILD = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            list("\"'\u201c\u201d\u2018\u2019.!?[]()*-\u2022\n\t \u00a0\u2026EDSNTA0123%i\u0130\U0001f600\u202e")
        ),
        st.characters(),
    ),
    max_size=200,
)
WORDY = st.lists(
    st.sampled_from(
        [
            "Some pupils",
            "color",
            "SEND",
            "Every classroom has a working wall.",
            "\u201c",
            "\u201d",
            "'",
            "e.g.",
            "Yr. 4",
            "\n",
            "- ",
            "[E1]",
            "**",
            "many cannot",
            "Amelia",
            "KS2",
            "12",
            ". ",
            "A.",
            "\U0001f600",
            "\u0130",
        ]
    ),
    max_size=30,
).map(" ".join)


def said(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("In Yr. 4 they read. In Yrs. 5 too.", ["In Yr. 4 they read.", "In Yrs. 5 too."]),
        (
            "Some, e.g. Year 4, do. Others, i.e. Year 5, do not.",
            ["Some, e.g. Year 4, do.", "Others, i.e. Year 5, do not."],
        ),
        ("It rose to 4.5. It fell.", ["It rose to 4.5.", "It fell."]),
        ("Mr. Sample and Dr. Sample spoke. They left.", ["Mr. Sample and Dr. Sample spoke.", "They left."]),
        ("A. Sample leads it. B does not.", ["A. Sample leads it.", "B does not."]),
        ("This is Class B. They read.", ["This is Class B.", "They read."]),
        (
            "\u201cWhy?\u201d they ask. \u201cBecause.\u201d Then they go.",
            ["\u201cWhy?\u201d they ask.", "\u201cBecause.\u201d", "Then they go."],
        ),
        ("- First point\n- Second point.", ["First point", "Second point."]),
        ("1. Read it. Then stop.\n2) Write.", ["Read it.", "Then stop.", "Write."]),
        ("\u2022 One\n\u2022 Two", ["One", "Two"]),
        ("... pupils knew why.", ["pupils knew why."]),
        (
            "They read, write, etc. and draw. They read, etc. Then lunch.",
            ["They read, write, etc. and draw.", "They read, etc.", "Then lunch."],
        ),
        (
            "From 9.30 a.m. The visit began. At 3 p.m. it ended.",
            ["From 9.30 a.m.", "The visit began.", "At 3 p.m. it ended."],
        ),
        (
            "See p. 4 and no. 7. The answer is no. They stayed.",
            ["See p. 4 and no. 7.", "The answer is no.", "They stayed."],
        ),
        ("It went on\u2026 and on. Then\u2026 Nothing.", ["It went on\u2026 and on.", "Then\u2026", "Nothing."]),
        ("Visit example.org. Then write.", ["Visit example.org.", "Then write."]),
        ("Heading\nText here.", ["Heading", "Text here."]),
        ("St. Mark\u2019s is near. It is new.", ["St. Mark\u2019s is near.", "It is new."]),
        ("All done (at last.) Next.", ["All done (at last.)", "Next."]),
        ("  \n \t", []),
        ("", []),
    ],
)
def test_a_text_of_a_school_falls_into_its_sentences(text, parts):
    assert said(text) == parts


def test_evidence_and_stars_of_bold_are_not_read_and_move_nothing():
    text = "**Strong** teaching [E12]. Next [D3]."
    seen = readable(text)
    assert len(seen) == len(text)
    assert seen.split() == ["Strong", "teaching", ".", "Next", "."]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("made", 1),
        ("pupil", 2),
        ("teacher", 2),
        ("table", 2),
        ("education", 4),
        ("disadvantaged", 4),
        ("area", 3),
        ("phonics", 2),
        ("SEND", 1),
        ("61", 1),
        ("queue", 1),
        ("classes", 2),
        ("wanted", 2),
        ("walked", 1),
    ],
)
def test_syllables_are_counted_about_right(word, count):
    assert syllables(word) == count


def test_a_reading_age_is_the_grade_and_five_years():
    assert reading_age(100, 10, 130) == round(0.39 * 10 + 11.8 * 1.3 - 15.59 + 5)
    assert reading_age(99, 10, 130) is None
    assert reading_age(100, 0, 130) is None


def test_harder_words_and_longer_sentences_make_a_reader_older():
    ages = [reading_age(200, count, sounds) for count, sounds in ((20, 240), (10, 240), (10, 300), (5, 400))]
    assert ages == sorted(set(ages))


def piece(text, number=0, section="teaching"):
    return Piece("block", f"b{number}", "text", section, f"report:{section}", text)


def reader(framework=LLPR, **more):
    return StyleReader(load_style_lists(), framework, **more)


@given(st.lists(st.one_of(WILD, WORDY), max_size=4))
@settings(max_examples=150, deadline=None)
def test_wild_texts_are_read_and_every_flag_quotes_exactly_what_stands_there(texts):
    lists = load_name_lists()
    pieces = [piece(text, number) for number, text in enumerate(texts)]
    found = reader(names=lambda text: find_names(text, lists), elsewhere=frozenset("x")).read(pieces)
    for flag in found.flags:
        assert 0 <= flag.start < flag.end <= len(flag.piece.text)
        assert flag.words == texts[int(flag.record_id[1:])][flag.start : flag.end]
        assert flag.words in flag.sentence
        assert flag.code in KINDS
        assert flag.says
        assert flag.key.startswith("let-be.")


@given(st.one_of(WILD, WORDY))
@settings(max_examples=150, deadline=None)
def test_sentences_lie_in_order_and_leave_no_word_out(text):
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))


@given(st.lists(WORDY, min_size=1, max_size=4), st.lists(WORDY, max_size=4))
@settings(max_examples=60, deadline=None)
def test_reading_again_says_what_reading_afresh_says(before, after):
    old = reader()
    old.read([piece(text, number) for number, text in enumerate(before)])
    pieces = [piece(text, number) for number, text in enumerate(after)]
    assert old.read(pieces) == reader().read(pieces)


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_the_invented_reports_raise_few_alarms(code):
    record = told(code)
    found = reader(record.framework).read(pieces_of(record))
    assert found.sentences > 30
    asked = [flag for flag in flags_asked(record, found) if flag.code != UNTRACED]
    assert len(asked) <= found.sentences / 12
    assert 10 <= found.age <= 17


def test_pieces_are_what_a_person_wrote_each_of_them_once():
    record = told("quillmoor")
    pieces = pieces_of(record)
    assert len({(one.record_id, one.field) for one in pieces}) == len(pieces)
    assert not any("@" in one.text or one.text == "Not accredited" for one in pieces)
    assert {one.kind for one in pieces_of(told("sallowfield"))} >= {"block", "finding", "action", "answer"}


def test_a_name_found_is_flagged_with_the_words_of_the_record():
    lists = load_name_lists()
    found = reader(names=lambda text: find_names(text, lists)).read([piece("Amelia Okafor said it was hard.")])
    assert found.names == tuple(flag.words for flag in found.flags if flag.code == NAMES)
    assert "Amelia" in found.names[0]


def test_checks_answered_by_reading_wait_until_somebody_has_read():
    record = told("sallowfield")
    assert not {one.check.kind for one in all_results(record, None)} & set(KINDS)
    assert {one.check.kind for one in all_results(record, Reading())} >= set(KINDS)


def test_a_flag_leads_to_its_place_and_letting_it_be_meets_the_check():
    record = reading(told("sallowfield"), "teaching", "Some pupils cannot explain. Several pupils can.")
    read = reader().read(pieces_of(record))
    (result,) = (one for one in all_results(record, read) if one.check.kind == VAGUE)
    mine = [flag for flag in result.flags if flag.section == "teaching"]
    assert [flag.words for flag in mine] == ["Some pupils", "Several pupils"]
    assert not result.met
    assert "more" in result.note
    for flag in result.flags:
        record = record.with_changes(answered(record, flag.key, value=True))
    after = all_results(record, read.without(let_be(record)))
    assert next(one for one in after if one.check.kind == VAGUE).met
    undone = changed(record, "answer", record.answer(mine[0].key).id, value=None)
    assert mine[0].key not in let_be(undone)


def test_impact_is_asked_for_only_in_the_sections_the_programme_names():
    wall = "Every classroom has a working wall."
    found = [
        result.flags
        for section in ("context", "teaching")
        for result in all_results(
            told("sallowfield"), reader().read([replace(piece(wall), section=section, place=f"report:{section}")])
        )
        if result.check.kind == "impact-said"
    ]
    assert [len(one) for one in found] == [0, 1]


def test_a_section_with_sentences_without_evidence_is_pointed_at_once_with_their_number():
    texts = ("Named [E1]. Not named. Named behind. [D2]", "Nor here.", "Elsewhere [E1].")
    pieces = [piece(text, number, "risks" if number == 2 else "teaching") for number, text in enumerate(texts)]
    (flag,) = (one for one in reader().read(pieces).flags if one.code == UNTRACED)
    assert flag.words == "Not named."
    assert flag.says == "2 of 4 sentences of this section name no evidence."


def test_a_report_hard_to_read_is_said_with_its_figures():
    hard = "Consequently, disadvantaged communities encountering organisational discontinuity necessitate " * 15
    record = reading(told("sallowfield"), "teaching", hard)
    read = reader().read([piece(hard)])
    (result,) = (one for one in all_results(record, read) if one.check.kind == HARD)
    assert not result.met
    assert f"about {read.age}" in result.note


def test_nothing_read_ever_keeps_a_report_back():
    for framework in (*library().frameworks, made_up_programme()):
        assert not any(check.required for check in framework.checks if check.kind in KINDS)


def test_the_sections_with_sentences_without_evidence_are_named_with_their_counts():
    record = reading(told("sallowfield"), "teaching", "Named. [E1] Not named.\n\nNor here.")
    record = reading(record, "leadership", "Not this one.")
    found = [one for one in all_results(record, reader().read(pieces_of(record))) if one.check.kind == UNTRACED]
    (result,) = found
    note = result.note.replace("\u00a0", " ")
    assert "Teaching and learning 2 of 3" in note
    assert "Leadership 1 of 1" in note
    assert [flag.section for flag in result.flags if flag.section in ("teaching", "leadership")] == [
        "teaching",
        "leadership",
    ]
    assert result.flags[0].words
