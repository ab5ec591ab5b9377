"""What to say of a code that names nothing."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from visitapp.frameworks.faults import Fault, dotted, found


def unknown(
    path: Sequence[str | int], codes: Iterable[str], known: Collection[str], expected: str
) -> Iterator[Fault]:
    """Yield a fault for each code that is not among the known ones; an empty code names nothing."""
    for code in codes:
        if code and code not in known:
            yield Fault(dotted(path), expected, found(code))
