import pytest

from visitapp.errors import FrameworkError
from visitapp.frameworks.library import load_framework
from visitapp.paths import resource

WRONG_WORDS = [
    (
        'code = "library-walk"',
        'code = "Library Walk"',
        "code: expected a code of small letters, digits and hyphens; ",
    ),
    ('code = "library-walk"', "code = 7", "code: expected words in quotes; found 7"),
    ('version = "2026"', 'version = "20@26"', 'version: expected a version such as 2024-25; found "20@26"'),
    ('title = "Library walk"', 'title = ""', 'title: expected words on one line, no space at either end; found ""'),
    ('noun = "Library walk"', 'noun = " walk"', "noun: expected words on one line, no space at either end"),
    ('noun = "Library walk"', 'noun = "A\\nwalk"', "noun: expected words on one line, no space at either end"),
    ('noun = "Library walk"\n', "", "noun: expected a value; the key is missing"),
    ("days = 1\n", "days = 0\n", "days: expected a number not below 1; found 0"),
    ("days = 1\n", "days = 99\n", "days: expected a number not above 20; found 99"),
    ("days = 1\n", 'days = "1"\n', 'days: expected a whole number; found "1"'),
    ("days = 1\n", "days = 1.5\n", "days: expected a whole number; found 1.5"),
    ("days = 1\n", "days = true\n", "days: expected a whole number; found true"),
    ("closing = []", 'closing = "Bye"', 'closing: expected a list; found "Bye"'),
    ("closing = []", "closing = []\ncolour = 1", "colour: expected no key of this name, check its spelling; found 1"),
    ("required = false }", 'required = "no" }', 'preparation.1.items.2.required: expected true or false; found "no"'),
    ("lessons = true", "lessons = 1", "activities.1.lessons: expected true or false; found 1"),
    ('purpose = "Agree', 'purpos = "Agree', "activities.2.purpose: expected a value; the key is missing"),
    ('kind = "date"\n\n[[strands]]', 'kind = "day"\n\n[[strands]]', "school_facts.2.kind: expected one of 'text', "),
    ('tone = "develop"', 'tone = "amber"', "markers.2.tone: expected one of 'strength', 'develop', 'risk', "),
    ('tag = "nook"', 'tag = "#nook"', "strands.2.tag: expected a tag: a small letter, then small letters or digits"),
    ('prefix = "*"', 'prefix = "**"', "markers.1.prefix: expected one sign such as +"),
    ('prefix = "*"', 'prefix = "#"', "markers.1.prefix: expected one sign such as +"),
    ('prefix = "*"', 'prefix = "a"', "markers.1.prefix: expected one sign such as +"),
    ('key = "B"', 'key = "b"', "markers.1.key: expected one capital letter"),
    ('title = "Verdict"\n\n', "\n", "judgement.title: expected a value; the key is missing"),
    ('default = "visit.starts_on"', 'default = "tomorrow"', "front.2.default: expected school., visit., reviewer., "),
    ("[enquiry]", "[enquiries]", "enquiry: expected a value; the key is missing"),
    ('phases = "phases"', 'phase = "phases"', "vocabularies.phase: expected no key of this name"),
    ('phases = "phases"', "phases = 1", "vocabularies.phases: expected words in quotes; found 1"),
]

WRONG_PAIRS = ["[60, 30]", "[30]", "[30, 40, 50]", "30", '["30", "40"]', "[-10, 10]", "[true, true]", "[1.5, 2.5]"]

LOOSE_ENDS = [
    ('source = "lesson"', 'source = "rumour"', "activities.1.source: expected a code of the vocabulary of sources"),
    ('strand = "place"', 'strand = "space"', 'activities.2.strand: expected the code of a strand; found "space"'),
    (
        'source = "leaders"',
        'source = "leaders"\ndays = [2]',
        "activities.2.days: expected days from 1 to 1; found [2]",
    ),
    ('source = "leaders"', 'source = "leaders"\ndays = []', "activities.2.days: expected days from 1 to 1; found []"),
    ('finding = "dusty"', 'finding = "murky"', "markers.2.finding: expected the code of a kind of finding; found"),
    (
        '["bright", "dusty"]\nheaded',
        '["bright", "x"]\nheaded',
        "outline.2.findings: expected codes of kinds of finding",
    ),
    ("headed = true", 'group = "9"', "outline.2.group: expected the code of a finding group; found"),
    ('strands = ["place"]', 'strands = ["space"]', "outline.1.strands: expected codes of strands; found"),
    ('strands = ["place"]', 'facts = ["chairs"]', "outline.1.facts: expected codes of school facts; found"),
    (
        'label = "Books on the shelves"',
        'label = "Books on the shelves"\nsays = "There are books."',
        "school_facts.1.says: expected a sentence with {value} in it; found There are books.",
    ),
    ('markers = ["bright", "dusty"]', 'markers = ["blunt"]', "outline.2.markers: expected codes of markers; found"),
    (
        'default = "fact.books"',
        'default = "fact.shelves"',
        "front.6.default: expected a fact of the visit that exists",
    ),
    ('default = "estimate.stock"', 'default = "estimate.x"', "front.5.default: expected a fact of the visit"),
    ('default = "school.name"', 'default = "school.id"', "front.1.default: expected a fact of the visit that exists"),
    ('kind = "choice"\ndefault = "estimate.stock"', 'kind = "choice"', "front.5.options: expected the options of a"),
    ('"y5", "y6"]', '"y5", "y66"]', 'coverage_years: expected codes of the vocabulary of years; found "y66"'),
    ('["reading", "wider"]', '["sums"]', "coverage_subjects: expected codes of the vocabulary of subjects; found"),
    (
        ', statement = "The library is used every day."',
        "",
        "judgement.decision.options.1.statement: expected the sent",
    ),
    (
        "required = true\noptions = [",
        'group = "2"\noptions = [',
        "judgement.estimates.1.group: expected the code of a",
    ),
    (
        'title = "Verdict"\n\n',
        'title = "Verdict"\ncapacity = [{ code = "c", text = "T" }]\n\n',
        "judgement.capacity_l",
    ),
    (
        'title = "Verdict"\n\n',
        'title = "Verdict"\ncriteria = [{ code = "a", letter = "a", short = "S", text = "T" }]\n\n',
        "judgement.criterion_values: expected the values a criterion can have; found none",
    ),
    (
        'sources = "sources"',
        'sources = "springs"',
        "vocabularies.sources: expected the name of a vocabulary that can",
    ),
]

WRONG_RULES = [
    ('kind = "time-on-site"', 'kind = "time"', "plan_rules.1.kind: expected one of time-on-site, agreed-before, "),
    (
        "minutes = 60",
        "days = 2",
        "plan_rules.1.minutes: expected a value, which time-on-site needs; the key is missing",
    ),
    (", days = 1 }", " }", "plan_rules.2.days: expected a value, which agreed-before needs"),
    (
        '"Browsing", activity = "browsing"',
        '"Browsing", activity = "x"',
        "plan_rules.3.activity: expected the code of",
    ),
    (
        '"Browsing", activity = "browsing"',
        '"Browsing"',
        "plan_rules.3.activity: expected a value, which activity-plan",
    ),
    (
        '"Classes seen", activity = "browsing"',
        '"C", activity = "talk"',
        "plan_rules.4.activity: expected an activity w",
    ),
    (
        'kind = "people-at", title = "Librarian there"',
        'kind = "people-at-lessons", title = "L"',
        "plan_rules.6.activity: expected an activity with lessons = true",
    ),
    (', words = ["librarian"]', "", "plan_rules.6.words: expected a value, which people-at needs"),
    (
        'kind = "section-written"',
        'kind = "section-long"',
        "checks.1.kind: expected one of section-written, mentions, ",
    ),
    (
        'title = "The room"\nsection = "room"',
        'title = "R"\nsection = "hall"',
        "checks.1.section: expected the code of",
    ),
    (
        'title = "The room"\nsection = "room"',
        'title = "R"',
        "checks.1.section: expected a value, which section-written",
    ),
    (
        'section = "room"\nwords = ["book", "shelf"]',
        'section = "front"\nwords = ["book"]',
        "checks.2.section: expected",
    ),
    ('words = ["book", "shelf"]\n', "", "checks.2.words: expected a value, which mentions needs"),
    (
        'words = ["role"]',
        'words = ["rank"]',
        'checks.5.words: expected codes that field-filled can look up; found "rank"',
    ),
    ('words = ["stock"]', 'words = ["all"]', "checks.6.words: expected codes that estimate-set can look up"),
    (
        'kind = "finding-of-each-kind"',
        'kind = "finding-of-each-kind"\nwords = ["x"]',
        "checks.3.words: expected codes",
    ),
    ('kind = "finding-of-each-kind"', 'kind = "group-has-each-kind"', "checks.3.kind: expected finding groups for "),
    (
        'kind = "finding-of-each-kind"',
        'kind = "criteria-considered"',
        "checks.3.kind: expected criteria for this che",
    ),
]

TWICE = [
    (
        'code = "old-library"',
        'code = "new-library"',
        "contexts.2.code: expected a code no other entry of the list has",
    ),
    ('code = "stretch"', 'code = "choosing"', "activities.1.prompts.2.code: expected a code no other entry"),
    ('code = "stock-list"', 'code = "lending"', "preparation.1.items.2.code: expected a code no other entry"),
    (
        'code = "talk"',
        'code = "browsing"',
        "activities.2.code: expected a code no other entry of the list has; found",
    ),
    ('code = "verdict"', 'code = "room"', "outline.4.code: expected a code no other entry of the list has"),
    ('code = "thin"', 'code = "rich"', "judgement.estimates.1.options.2.code: expected a code no other entry"),
    ('code = "trained"', 'code = "role"', "outline.3.fields.2.code: expected a code no other entry"),
    ('code = "steps"', 'code = "supported"', "checks.9.code: expected a code no other entry"),
    ('prefix = "~"', 'prefix = "*"', "markers.2.prefix: expected a sign of its own; found * a second time"),
    (
        'prefix = "~"\nkey = "D"',
        'prefix = "~"\nkey = "B"',
        "markers.2.key: expected a letter of its own; found B a sec",
    ),
    (
        'key = "D"\nstem',
        'key = "B"\nstem',
        "finding_kinds.2.key: expected a letter of its own; found B a second time",
    ),
    ('tag = "nook"', 'tag = "pick"', "strands.2.tag: expected a tag of its own; #pick is the strand Choice of books"),
    (
        'tag = "nook"',
        'tag = "send"',
        "strands.2.tag: expected a tag of its own; #send is Pupils with SEND in pupil-gro",
    ),
    ('tag = "nook"', 'tag = "pin"', "strands.2.tag: expected a tag of its own; #pin is the sign for pinning"),
]


def check_refused(load_with, old, new, message):
    with pytest.raises(FrameworkError) as refused:
        load_with(old, new)
    assert str(refused.value).startswith(f"walk.toml: {message}")


@pytest.mark.parametrize(("old", "new", "message"), WRONG_WORDS)
def test_a_wrong_value_is_named_with_what_was_expected(load_with, old, new, message):
    check_refused(load_with, old, new, message)


@pytest.mark.parametrize("pair", WRONG_PAIRS)
def test_minutes_are_a_pair_from_low_to_high(load_with, pair):
    expected = "expected two whole numbers, the first not larger than the second; found"
    check_refused(load_with, "minutes = [20, 30]", f"minutes = {pair}", f"activities.2.minutes: {expected} {pair}")


@pytest.mark.parametrize("pair", WRONG_PAIRS)
def test_words_are_a_pair_from_low_to_high(load_with, pair):
    check_refused(load_with, "words = [20, 60]", f"words = {pair}", "outline.1.words: expected two whole numbers")


@pytest.mark.parametrize(("old", "new", "message"), LOOSE_ENDS)
def test_a_reference_that_leads_nowhere_is_refused(load_with, old, new, message):
    check_refused(load_with, old, new, message)


@pytest.mark.parametrize(("old", "new", "message"), WRONG_RULES)
def test_a_rule_or_check_without_what_it_needs_is_refused(load_with, old, new, message):
    check_refused(load_with, old, new, message)


@pytest.mark.parametrize(("old", "new", "message"), TWICE)
def test_nothing_is_named_twice(load_with, old, new, message):
    check_refused(load_with, old, new, message)


@pytest.mark.parametrize(
    ("new", "line"),
    [('code "library-walk"', 3), ('code = "library-walk', 3), ('code = "library-walk"\ncode = "x"', 4)],
)
def test_a_file_that_is_not_toml_names_the_line(load_with, new, line):
    with pytest.raises(FrameworkError, match=rf"^walk\.toml: line {line}, column \d+: expected valid TOML; \w"):
        load_with('code = "library-walk"', new)


def test_a_file_cut_short_says_where_it_ends(tmp_path):
    path = tmp_path / "walk.toml"
    path.write_text("days = [1,", encoding="utf-8")
    with pytest.raises(FrameworkError, match=r"^walk\.toml: .*(end of document|line 1).*: expected valid TOML"):
        load_framework(path, resource("vocabularies"))


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(FrameworkError, match=r"^gone\.toml: expected a file that can be read; No such file"):
        load_framework(tmp_path / "gone.toml", resource("vocabularies"))


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "walk.toml"
    path.write_bytes('title = "Café"'.encode("latin-1"))
    with pytest.raises(FrameworkError, match=r"^walk\.toml: expected text in UTF-8; byte 13 is not$"):
        load_framework(path, resource("vocabularies"))


def test_an_empty_file_is_refused_at_its_first_key(tmp_path):
    path = tmp_path / "walk.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(FrameworkError, match=r"^walk\.toml: code: expected a value; the key is missing$"):
        load_framework(path, resource("vocabularies"))


def test_a_long_value_is_cut_in_the_message(load_with):
    with pytest.raises(FrameworkError) as refused:
        load_with('prefix = "*"', f'prefix = "{"x" * 500}"')
    assert len(str(refused.value)) < 250
    assert str(refused.value).endswith("...")


def test_a_section_of_findings_says_whose_when_there_are_groups(load_with):
    with pytest.raises(FrameworkError, match=r"outline\.2\.group: expected the group whose findings stand here"):
        load_with("[judgement]", '[[finding_groups]]\ncode = "1"\nnumber = "1"\ntitle = "Shelves"\n\n[judgement]')


@pytest.mark.parametrize("name", ["llpr-primary-2024-25", "qa-review-2026"])
@pytest.mark.parametrize("word", ["code = ", "label = ", "title = ", "heading = "])
def test_a_bundled_file_with_any_misspelt_key_is_refused(tmp_path, vocabularies, name, word):
    text = (resource("frameworks") / f"{name}.toml").read_text(encoding="utf-8")
    for part in range(1, text.count(word), 60):
        pieces = text.split(word)
        broken = word.join(pieces[:part]) + f"x{word}" + word.join(pieces[part:])
        path = tmp_path / "walk.toml"
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(FrameworkError, match=r"^walk\.toml: "):
            load_framework(path, vocabularies)
