"""One thing that is not yet as it should be."""

from typing import NamedTuple


class Matter(NamedTuple):
    """What is missing: `kind` is a stable code, `about` the id of a record or the key of an answer, `words` says it
    plainly, `place` is where to mend it, such as `summary:findings`. Nothing here ever blocks."""

    kind: str
    about: str
    words: str
    place: str
