import pytest

from visitapp.errors import FrameworkError
from visitapp.frameworks.library import load_vocabulary

GOOD = """code = "moods"
version = "1"
title = "Moods"
source = "Invented"

[[terms]]
code = "calm"
label = "Calm"
tags = ["calm"]
words = ["at ease"]

[[terms]]
code = "busy"
label = "Busy"
tags = ["bz", "busy"]
common = true
"""

BROKEN = [
    ('code = "moods"', 'code = "temper"', 'code: expected the name of the file without its ending; found "temper"'),
    ('version = "1"\n', "", "version: expected a value; the key is missing"),
    ('version = "1"', "version = 1", "version: expected words in quotes; found 1"),
    ('version = "1"', "version = 2025-09-01", 'version: expected words in quotes; found "2025-09-01"'),
    ('source = "Invented"\n', "", "source: expected a value; the key is missing"),
    (
        'code = "busy"',
        'code = "calm"',
        "terms.2.code: expected a code no other entry of the list has; found calm a sec",
    ),
    (
        '["bz", "busy"]',
        '["bz", "calm"]',
        "terms.2.tags.2: expected a tag no other term has; found calm a second time",
    ),
    ('["bz", "busy"]', '["bz", "Busy"]', "terms.2.tags.2: expected a tag: a small letter, then small letters or dig"),
    ('["bz", "busy"]', '"bz"', 'terms.2.tags: expected a list; found "bz"'),
    (
        '["at ease"]',
        '["busy"]',
        "terms.1.words.1: expected a word no term has as tag or word; found busy a second time",
    ),
    (
        '["at ease"]',
        '["at ease", "At-ease"]',
        "terms.1.words.2: expected a word no term has as tag or word; found atease a second time",
    ),
    ('["at ease"]', '["4 o clock"]', "terms.1.words.1: expected a word or words typed after #, a letter first"),
    ('["at ease"]', '"ease"', 'terms.1.words: expected a list; found "ease"'),
    ("common = true", "common = 1", "terms.2.common: expected true or false; found 1"),
    ("common = true", "favourite = true", "terms.2.favourite: expected no key of this name, check its spelling; fou"),
    ('label = "Calm"\n', "", "terms.1.label: expected a value; the key is missing"),
    ('label = "Calm"', 'label = "Calm\\n"', "terms.1.label: expected words on one line, no space at either end"),
    ("[[terms]]", "[terms]", "line 12, column "),
]


def write(folder, text):
    path = folder / "moods.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_vocabulary_keeps_its_order(tmp_path):
    vocabulary = load_vocabulary(write(tmp_path, GOOD))
    assert [term.code for term in vocabulary.terms] == ["calm", "busy"]
    assert (vocabulary.label("busy"), vocabulary.label("gone")) == ("Busy", "gone")


@pytest.mark.parametrize(("old", "new", "message"), BROKEN)
def test_a_broken_vocabulary_is_refused_in_plain_words(tmp_path, old, new, message):
    assert old in GOOD
    with pytest.raises(FrameworkError) as refused:
        load_vocabulary(write(tmp_path, GOOD.replace(old, new, 1)))
    assert str(refused.value).startswith(f"moods.toml: {message}")
