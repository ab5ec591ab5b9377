"""What a school was before: followed back link by link, listed, never added up."""

from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.published.lineage import predecessors, sort_of
from visitapp.domain.published.schools import SchoolLink


def link(urn, other, said, name="", on=""):
    return SchoolLink(urn, other, name, sort_of(said), said, on)


def test_a_school_without_links_was_nothing_before():
    assert predecessors("300001", []) == ()
    assert predecessors("300001", [link("300002", "300003", "Predecessor")]) == ()


def test_a_chain_is_followed_back_nearest_first():
    links = [
        link("300003", "300002", "Predecessor", "Quillmoor Primary School", "2019-09-01"),
        link("300002", "300001", "Predecessor", "Quillmoor Infant School", "2005-09-01"),
    ]
    found = predecessors("300003", links)
    assert [(one.urn, one.steps, one.alone) for one in found] == [("300002", 1, True), ("300001", 2, True)]
    assert found[0].name == "Quillmoor Primary School"


def test_a_link_counts_from_whichever_school_it_was_written():
    assert [one.urn for one in predecessors("300002", [link("300001", "300002", "Successor")])] == ["300001"]
    both = [link("300001", "300002", "Successor", "New"), link("300002", "300001", "Predecessor", "Old")]
    found = predecessors("300002", both)
    assert [(one.urn, one.name, one.alone) for one in found] == [("300001", "Old", True)]


def test_schools_that_were_merged_are_listed_and_none_stands_alone():
    links = [
        link("300003", "300001", "Predecessor - merged"),
        link("300003", "300002", "Predecessor - merged"),
        link("300001", "300000", "Predecessor"),
    ]
    assert [(one.urn, one.alone) for one in predecessors("300003", links)] == [
        ("300001", False),
        ("300002", False),
        ("300000", False),
    ]


def test_two_earlier_schools_are_never_one_history_whatever_the_links_are_called():
    links = [link("300003", "300001", "Predecessor"), link("300003", "300002", "Predecessor")]
    assert [one.alone for one in predecessors("300003", links)] == [False, False]


def test_a_school_that_became_two_is_no_history_of_either():
    links = [link("300001", "300002", "Successor"), link("300001", "300003", "Successor")]
    assert [one.alone for one in predecessors("300002", links)] == [False]


def test_what_one_link_says_of_a_merger_is_not_lost_to_the_other():
    for links in (
        [link("300001", "300002", "Successor - merged"), link("300002", "300001", "Predecessor", "Old")],
        [link("300002", "300001", "Predecessor", "Old"), link("300001", "300002", "Successor - merged")],
    ):
        assert [(one.name, one.alone) for one in predecessors("300002", links)] == [("Old", False)]


def test_links_that_are_neither_before_nor_after_lead_nowhere():
    links = [link("300002", "300001", said) for said in ("Sixth Form Centre Link", "Closure", "Other", "Expansion")]
    assert predecessors("300002", links) == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(["Predecessor", "Successor", "Other"])),
        max_size=30,
    )
)
def test_links_in_circles_come_to_an_end_and_name_each_school_once(drawn):
    found = predecessors("300000", [link(f"30000{a}", f"30000{b}", said) for a, b, said in drawn])
    urns = [one.urn for one in found]
    assert len(urns) == len(set(urns))
    assert "300000" not in urns
    assert [one.steps for one in found] == sorted(one.steps for one in found)
