"""Makes words.txt from a folder of SCOWL lists: `python make-words.py FOLDER` with files such as english-words.35.

A line is a word and how rare it is, 10 to 60; the lines are in the order of their bytes, which is how they are
looked up. Accents are taken off, and so is 's: both are when a word is looked up too.
"""

import re
import sys
import unicodedata
from pathlib import Path

RARITIES = (10, 20, 35, 40, 50, 55, 60)
SPELLINGS = ("english", "british", "british_z", "british_variant_1")
KINDS = ("words", "contractions", "upper", "proper-names", "abbreviations")
LETTERS = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")
LEAST_LETTERS = 2


def main(folder: Path) -> None:
    """Write the words of a folder of lists beside this file."""
    found: dict[str, int] = {}
    for rarity in RARITIES:
        for name in (f"{spelling}-{kind}.{rarity}" for spelling in SPELLINGS for kind in KINDS):
            for word in read(folder / name):
                if "contractions" in name or "'" not in word:
                    found.setdefault(word, rarity)
    lines = sorted(
        f"{word} {rarity}\n".encode("ascii") for word, rarity in found.items() if len(word) >= LEAST_LETTERS
    )
    Path(__file__).with_name("words.txt").write_bytes(b"".join(lines))


def read(path: Path) -> list[str]:
    """Return the words of a list without accents; none where there is no such list."""
    words = path.read_text("utf-8").split("\n") if path.exists() else []
    return [bare for word in words if (bare := without_accents(word)) and LETTERS.fullmatch(bare)]


def without_accents(word: str) -> str:
    """Return a word in plain letters."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
