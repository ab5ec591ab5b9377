"""Run the parts named, or all: start, keystrokes, word, handover, store, names, style, search, growth, published."""

import os
import sys
from importlib import import_module

from tests.benchmarks.figures import Figure, printed

PARTS = ("start", "keystrokes", "word", "handover", "store", "names", "style", "search", "growth", "published")


def main(wanted: list[str]) -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found: list[Figure] = []
    for part in wanted or PARTS:
        found += import_module(f"tests.benchmarks.{part}").figures()
    print(printed(found))
    if "start" in (wanted or PARTS):
        from tests.benchmarks.start import imports_before_paint

        print(f"\nBefore the first paint, by themselves (ms under the import timer):\n{imports_before_paint()}")


if __name__ == "__main__":
    main(sys.argv[1:])
