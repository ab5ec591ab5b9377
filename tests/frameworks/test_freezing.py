import json
from pathlib import Path

import pytest

from visitapp.errors import FrameworkError
from visitapp.frameworks.freezing import digest, freeze, thaw

OLD_COPY = Path(__file__).parent.parent / "files" / "frozen-framework-1.json"


@pytest.fixture(params=["llpr", "qa", "made_up"])
def framework(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def table(made_up):
    """Return the made-up framework as plain tables that may be spoilt."""
    return json.loads(freeze(made_up))


def test_what_was_frozen_thaws_to_the_same_framework(framework):
    assert thaw(freeze(framework)) == framework


def test_freezing_twice_gives_the_same_text(framework):
    assert freeze(thaw(freeze(framework))) == freeze(framework)


def test_a_frozen_copy_brings_its_own_vocabularies(framework):
    assert set(json.loads(freeze(framework))["vocabularies"]) == set(framework.vocabularies)


def test_a_frozen_copy_is_one_line_with_its_keys_in_order(framework):
    text = freeze(framework)
    assert "\n" not in text
    assert list(json.loads(text)) == sorted(json.loads(text))


def test_signs_and_accents_survive(made_up, table):
    table["title"] = "Café – “walk”"
    assert thaw(json.dumps(table)).title == "Café – “walk”"


def test_a_digest_is_sixty_four_hexadecimal_signs():
    assert digest("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"


def test_two_frameworks_have_two_digests(llpr, qa):
    assert digest(freeze(llpr)) != digest(freeze(qa))


def test_keys_of_a_later_version_are_ignored(made_up, table):
    table["mascot"] = {"kind": "owl"}
    table["activities"][0]["colour"] = "green"
    table["judgement"]["decision"]["options"][0]["weight"] = 3
    table["vocabularies"]["years"]["terms"][0]["birthdays"] = [3, 4]
    assert thaw(json.dumps(table)) == made_up


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), "threads", ()),
        ((), "vocabularies", {}),
        (("activities", 0), "minutes", (30, 60)),
        (("activities", 0), "required", True),
        (("activities", 0), "days", (1,)),
        (("outline", 0), "words", (0, 0)),
        (("outline", 1), "prose", True),
        (("outline", 0), "changes", ""),
        (("strands", 0), "help", ""),
        (("strands", 0), "words", ()),
        (("checks", 0), "required", True),
        (("distribution", 0), "file_format", "Word"),
        (("judgement",), "decision", None),
        (("judgement",), "estimates", ()),
    ],
)
def test_a_key_an_earlier_version_did_not_have_takes_its_default(table, path, key, value):
    place = table
    for step in path:
        place = place[step]
    del place[key]
    thawed = thaw(json.dumps(table))
    for step in path:
        thawed = thawed[step] if isinstance(step, int) else getattr(thawed, step)
    assert getattr(thawed, key) == value


@pytest.mark.parametrize("text", ["", "{", "nonsense", "{'code': 1}", "\x00", "[" * 100_000])
def test_a_text_that_is_not_json_is_refused(text):
    with pytest.raises(FrameworkError, match="cannot be read: it is not JSON"):
        thaw(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[]", "framework is not a table"),
        ("null", "framework is not a table"),
        ("3", "framework is not a table"),
        ("{}", "framework.code is missing"),
    ],
)
def test_json_that_is_no_framework_is_refused(text, what):
    with pytest.raises(FrameworkError, match=what):
        thaw(text)


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("code", 3, "framework.code is not a text"),
        ("code", None, "framework.code is not a text"),
        ("days", "1", "framework.days is not a whole number"),
        ("days", True, "framework.days is not a whole number"),
        ("days", 1.0, "framework.days is not a whole number"),
        ("strands", {}, "framework.strands is not a list"),
        ("strands", [3], "framework.strands.1 is not a table"),
        ("strands", [{"code": "x"}], "framework.strands.1.label is missing"),
        ("enquiry", [], "framework.enquiry is not a table"),
        ("closing", [1], "framework.closing.1 is not a text"),
        ("vocabularies", [], "framework.vocabularies is not a table"),
        ("vocabularies", {"years": 1}, "framework.vocabularies.years is not a table"),
        ("judgement", {"title": "V", "decision": 1}, "framework.judgement.decision is not a table"),
    ],
)
def test_a_spoilt_copy_names_the_place(table, key, value, what):
    table[key] = value
    with pytest.raises(FrameworkError) as refused:
        thaw(json.dumps(table))
    assert str(refused.value) == f"The visit's copy of its framework cannot be read: {what}."


@pytest.mark.parametrize("minutes", [[1], [1, 2, 3], []])
def test_a_pair_has_two_entries(table, minutes):
    table["activities"][0]["minutes"] = minutes
    with pytest.raises(FrameworkError, match=rf"activities\.1\.minutes has {len(minutes)} entries, not 2"):
        thaw(json.dumps(table))


def test_a_copy_kept_by_the_first_release_stays_readable():
    framework = thaw(OLD_COPY.read_text(encoding="utf-8"))
    assert framework.key == "library-walk@2026"
    assert [one.code for one in framework.activities] == ["browsing", "talk"]
    assert framework.judgement.estimates[0].options[2].label == "No estimate"
    assert framework.label("years", "y4") == "Year 4"
