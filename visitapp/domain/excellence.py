"""The part of a report in which a school may show what others could learn from it."""

from visitapp.domain.framework import Framework, Section

EXCELLENCE = "excellence"
"""The code its section begins with, and the key its evidence is linked under."""


def excellence_sections(framework: Framework) -> tuple[Section, ...]:
    """Return the sections of the outline that are about it, in order; none when the programme has no such fields."""
    first = framework.section(EXCELLENCE)
    if first is None or not first.fields:
        return ()
    return tuple(one for one in framework.outline if one is first or one.code.startswith(f"{EXCELLENCE}-"))
