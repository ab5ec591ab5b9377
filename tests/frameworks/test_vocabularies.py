import pytest

from visitapp.domain.grammar import grammar_of, meaning, parse


@pytest.mark.parametrize("tag", ["send", "pp", "eal", "sc", "hp"])
def test_pupil_group_tags(llpr, tag):
    assert grammar_of(llpr).tags[tag][0] == "groups"


@pytest.mark.parametrize("tag", ["pv", "sv", "work", "doc", "lv"])
def test_source_tags(llpr, tag):
    assert grammar_of(llpr).tags[tag][0] == "source"


@pytest.mark.parametrize("tag", ["r", "y1", "y2", "y3", "y4", "y5", "y6"])
def test_year_tags(llpr, tag):
    assert grammar_of(llpr).tags[tag] == ("years", tag)


@pytest.mark.parametrize("tag", ["ma", "re", "wr", "ph", "sci"])
def test_subject_tags(llpr, tag):
    assert grammar_of(llpr).tags[tag][0] == "subject"


@pytest.mark.parametrize("tag", ["tch", "std", "inc", "lead", "gov", "safe"])
def test_strand_tags(llpr, tag):
    assert grammar_of(llpr).tags[tag][0] == "strand"


def test_a_mixed_class_carries_two_years(llpr):
    parsed = parse("+ Both years explain why #y3 #y4", grammar_of(llpr))
    assert parsed.years == ("y3", "y4")
    assert llpr.vocabularies["years"].several


def test_every_vocabulary_says_where_it_comes_from(llpr):
    assert set(llpr.vocabularies) == {"sources", "years", "subjects", "groups", "phases", "safeguarding"}
    assert all(one.version and one.source and one.terms for one in llpr.vocabularies.values())


def test_safeguarding_names_its_guidance_and_says_what_to_look_at(llpr):
    safeguarding = llpr.vocabularies["safeguarding"]
    assert safeguarding.version == "KCSIE 2025"
    assert len(safeguarding.terms) == 26
    assert all(term.detail for term in safeguarding.terms)


def test_the_groups_shown_first_are_the_most_vulnerable(llpr):
    common = [term.code for term in llpr.vocabularies["groups"].terms if term.common]
    assert common == ["send", "pp", "eal", "social-care"]


def test_foundation_subjects_count_as_the_wider_curriculum(llpr):
    subjects = {term.code: term for term in llpr.vocabularies["subjects"].terms}
    assert subjects["history"].group == "wider"
    assert subjects["wider"].code in llpr.coverage_subjects


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("maths mathematics Maths ma", ("subject", "maths")),
        ("english", ("subject", "english")),
        ("phonics ph", ("subject", "phonics")),
        ("book books work", ("source", "work")),
        ("outside playground corridor", ("source", "around-school")),
        ("pupils children", ("source", "pupil-voice")),
        ("year4 yr4 Year-4 y4", ("years", "y4")),
        ("reception year-r r", ("years", "r")),
        ("nursery", ("years", "n")),
        ("pupilpremium pupil-premium disadvantaged pp", ("groups", "pp")),
        ("private me", ("private", "")),
        ("governance", ("strand", "governance")),
        ("governors governor", ("source", "governors")),
    ],
)
def test_what_schools_call_it_is_a_tag(llpr, words, target):
    grammar = grammar_of(llpr)
    assert {meaning(word, grammar) for word in words.split()} == {target}


@pytest.mark.parametrize("word", ["boks", "sendco", "year", "homework", "head"])
def test_other_words_are_no_tags(llpr, qa, word):
    assert (meaning(word, grammar_of(llpr)), meaning(word, grammar_of(qa))) == (None, None)


def test_every_name_and_word_of_the_lists_means_one_thing(llpr, qa):
    for framework in (llpr, qa):
        assert [word for word, targets in grammar_of(framework).words.items() if len(targets) > 1] == []


def test_a_phase_tells_which_years_are_taught_in_it(llpr):
    assert llpr.vocabularies["phases"].term("infant").years == ("n", "r", "y1", "y2")
