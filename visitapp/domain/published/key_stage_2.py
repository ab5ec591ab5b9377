"""Which tables tell of key stage 2, in which order, and the measures they are made from."""

from collections.abc import Iterable

from visitapp.domain.published.measures import ALL
from visitapp.domain.published.story import RECORD, Story
from visitapp.domain.published.story_counts import beyond, change, support
from visitapp.domain.published.story_table import COMBINED, StoryTable, Support, Thresholds

GROUPS_TOLD = (ALL, "disadvantaged", "other")
"""The groups that the tables are made from."""
_EXPECTED = ("ks2-reading-expected", "ks2-writing-expected", "ks2-maths-expected", COMBINED)
_HIGHER = ("ks2-reading-higher", "ks2-writing-higher", "ks2-maths-higher", "ks2-rwm-higher")
_PROGRESS = ("ks2-reading-progress", "ks2-writing-progress", "ks2-maths-progress")
_STEPS, _RISE = (5, 10), 20
MEASURES_TOLD = (RECORD, *_EXPECTED, *_HIGHER, *_PROGRESS)
"""The measures that the tables are made from."""


def key_stage_2(
    story: Story, thresholds: Thresholds = Thresholds(), given: Iterable[Support] = ()  # noqa: B008
) -> tuple[StoryTable, ...]:  # fmt: skip
    """Return the tables that have something to say, in order: of an authority counts over its schools, of one school
    its change from year to year."""
    support_given = tuple(given)
    tables = [
        story.by_year("expected", "Expected standard by year", _EXPECTED, COMBINED),
        story.by_year("higher", "Higher standard by year", _HIGHER, "ks2-rwm-higher"),
        story.by_year("progress", "Progress since key stage 1", _PROGRESS),
    ]
    if story.urn:
        tables.append(story.year_on_year("change", "From year to year", support_given))
    else:
        tables += [
            beyond(story, "below", thresholds.below, at_least=False),
            beyond(story, "above", thresholds.at_least, at_least=True),
            change(story, "change", _STEPS),
        ]
    tables.append(story.gap("gap", "Disadvantaged and other pupils", COMBINED, "disadvantaged", "other"))
    if not story.urn:
        tables.append(support(story, "support", support_given, thresholds.below, _RISE))
    tables += [
        story.across_years("maths", "Mathematics", (_EXPECTED[2], _HIGHER[2])),
        story.across_years("english", "Reading and writing", (_EXPECTED[0], _HIGHER[0], _EXPECTED[1], _HIGHER[1])),
    ]
    return tuple(one for one in tables if one.rows)
