"""A piece of the report's text, and one thing in it a quiet reader would point at."""

from dataclasses import dataclass
from hashlib import blake2b

VAGUE = "no-vague-quantities"
QUOTATION = "quotation-marks"
SHORT_FORMS = "abbreviations-spelt-out"
AMERICAN = "british-spelling"
DESCRIBES = "impact-said"
REPEATED = "own-sentences"
NAMES = "no-names"
HARD = "reading-age"
UNTRACED = "sentences-evidenced"
KINDS = (VAGUE, QUOTATION, SHORT_FORMS, AMERICAN, DESCRIBES, REPEATED, NAMES, HARD, UNTRACED)
"""The kinds of check a framework may ask for that are answered by reading the report."""
LET_BE = "let-be."


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of the report as the record keeps it: the `field` of a record of some `kind`, and the section it is
    in. `place` is where it is mended, such as `report:context`."""

    kind: str
    record_id: str
    field: str
    section: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in a piece, from one character to before another: `words` are exactly those characters.

    `code` is the kind of check it belongs to, `says` why it is pointed at in a plain sentence, and `sentence` the
    one it stands in.
    """

    code: str
    piece: Piece
    start: int
    end: int
    says: str
    sentence: str

    @property
    def words(self) -> str:
        """Return the words it points at."""
        return self.piece.text[self.start : self.end]

    @property
    def record_id(self) -> str:
        """Return the id of the record the words stand in: a block, a finding, an action or an answer."""
        return self.piece.record_id

    @property
    def section(self) -> str:
        """Return the code of the section it is in."""
        return self.piece.section

    @property
    def place(self) -> str:
        """Return where it is mended."""
        return self.piece.place

    @property
    def key(self) -> str:
        """Return the key of the answer that lets it be; the same words in the same sentence have the same key."""
        said = "\n".join((self.code, self.words.casefold(), " ".join(self.sentence.casefold().split())))
        return LET_BE + blake2b(said.encode("utf-8", "replace"), digest_size=8).hexdigest()
