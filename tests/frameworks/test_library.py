import shutil

import pytest

from visitapp.errors import FrameworkError
from visitapp.frameworks.library import Library, installed, load_framework
from visitapp.paths import resource


@pytest.fixture
def folders(tmp_path):
    """Return copies of the bundled folders that may be spoilt."""
    for name in ("frameworks", "vocabularies"):
        shutil.copytree(resource(name), tmp_path / name)
    return tmp_path / "frameworks", tmp_path / "vocabularies"


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_bad_file_never_keeps_a_good_one_out(folders):
    (folders[0] / "a-bad-one.toml").write_text("code = ", encoding="utf-8")
    library = installed(*folders)
    assert [one.code for one in library.frameworks] == ["llpr-primary", "qa-review", "trust-review"]
    assert [problem.partition(":")[0] for problem in library.problems] == ["a-bad-one.toml"]


def test_a_bad_vocabulary_is_named_and_so_is_each_framework_that_wanted_it(folders):
    replace(folders[1] / "safeguarding.toml", 'code = "policy"', 'code = "referrals"')
    replace(folders[0] / "qa-review-2026.toml", 'safeguarding = "safeguarding"\n', "")
    library = installed(*folders)
    assert [one.code for one in library.frameworks] == ["qa-review"]
    assert [problem.partition(":")[0] for problem in library.problems] == [
        "safeguarding.toml",
        "llpr-primary-2024-25.toml",
        "trust-review-2026.toml",
    ]
    assert "vocabularies.safeguarding" in library.problems[1]


def test_a_vocabulary_nobody_uses_is_still_checked(folders):
    (folders[1] / "spare.toml").write_text('code = "spare"\n', encoding="utf-8")
    library = installed(*folders)
    assert len(library.frameworks) == 3
    assert library.problems == ("spare.toml: version: expected a value; the key is missing",)


def test_the_same_version_in_two_files_is_used_once(folders):
    shutil.copy(folders[0] / "qa-review-2026.toml", folders[0] / "qa-review-copy.toml")
    library = installed(*folders)
    assert [one.code for one in library.frameworks] == ["llpr-primary", "qa-review", "trust-review"]
    assert library.problems == ('qa-review-copy.toml: version: expected a version no other file has; found "2026"',)


def test_two_versions_of_a_programme_stand_side_by_side(folders):
    shutil.copy(folders[0] / "qa-review-2026.toml", folders[0] / "qa-review-2027.toml")
    replace(folders[0] / "qa-review-2027.toml", 'version = "2026"', 'version = "2027"')
    library = installed(*folders)
    assert library.find("qa-review@2026") != library.find("qa-review@2027") is not None


def test_other_files_in_the_folder_are_left_alone(folders):
    (folders[0] / "README.md").write_text("Notes", encoding="utf-8")
    assert installed(*folders).problems == ()


def test_a_missing_folder_is_a_problem_not_a_crash(tmp_path):
    library = installed(tmp_path / "frameworks", tmp_path / "vocabularies")
    assert library == Library((), ("frameworks: expected a folder of frameworks; there is none",))


def test_an_empty_folder_holds_no_frameworks(tmp_path):
    assert installed(tmp_path, tmp_path) == Library()


def test_tags_that_clash_between_two_vocabularies_are_refused(folders):
    replace(folders[1] / "subjects.toml", 'tags = ["sci"]', 'tags = ["sc"]')
    with pytest.raises(
        FrameworkError, match=r"vocabularies\.groups: expected tags no other list has; #sc is Science"
    ):
        load_framework(folders[0] / "qa-review-2026.toml", folders[1])


def test_a_vocabulary_that_is_missing_is_named(folders):
    (folders[1] / "years.toml").unlink()
    with pytest.raises(FrameworkError, match=r"vocabularies\.years: expected .*; years\.toml: expected a file that"):
        load_framework(folders[0] / "qa-review-2026.toml", folders[1])


def test_minutes_the_wrong_way_round_are_told_in_one_plain_sentence(folders):
    path = folders[0] / "llpr-primary-2024-25.toml"
    replace(path, "minutes = [90, 150]", "minutes = [150, 90]")
    with pytest.raises(FrameworkError) as refused:
        load_framework(path, folders[1])
    assert str(refused.value) == (
        "llpr-primary-2024-25.toml: activities.2.minutes: expected two whole numbers, "
        "the first not larger than the second; found [150, 90]"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'number = "1."',
            "decision = true",
            r"outline\.1\.decision: expected a decision under judgement",
        ),
        ('kind = "group-has-each-kind"', 'kind = "decision-made"', r"checks\.4\.kind: expected a decision for this"),
        ('kind = "group-has-each-kind"', 'kind = "reasons-given"', r"checks\.4\.kind: expected a decision for this"),
    ],
)
def test_a_programme_without_a_decision_cannot_ask_for_one(folders, old, new, message):
    path = folders[0] / "qa-review-2026.toml"
    replace(path, old, new)
    with pytest.raises(FrameworkError, match=rf"^qa-review-2026\.toml: {message}"):
        load_framework(path, folders[1])
