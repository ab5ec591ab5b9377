"""One thing that is not yet as it should be."""

from typing import NamedTuple

REQUIRED, ADVISED, NOTED = "required", "advised", "noted"
_REPORT = "report:"


class Matter(NamedTuple):
    """What is missing: `kind` is a stable code, `about` the id of a record, the key of an answer or a code of the
    framework, `words` says it plainly, `place` is where to mend it, such as `summary:findings`.

    `weight` is the framework's: REQUIRED, ADVISED (it asks, and can do without) or NOTED. Nothing here ever blocks.
    """

    kind: str
    about: str
    words: str
    place: str
    weight: str = NOTED

    @property
    def where(self) -> str:
        """Return the place with what it is about, as far as a page can go there."""
        in_tab = ":" in self.place and not self.place.startswith(_REPORT)
        return f"{self.place}:{self.about}" if self.about and in_tab else self.place
