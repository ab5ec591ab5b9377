"""Inspections as published: dated words on the scale of their time, never one rating."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AreaJudgement:
    """What was said of one area: `said` as the file has it, `words` in plain words; `graded_on` an ISO day when the
    area was graded on another day than the inspection."""

    area: str
    said: str
    words: str
    graded_on: str = ""


@dataclass(frozen=True, slots=True)
class PublishedInspection:
    """One inspection of one school. `number` is the inspectorate's own, unique; `framework` the code of a scale and
    time (see the inspections' list); `sort` graded, ungraded, monitoring or report-card; days are ISO.

    `urn` is the school's number at the time, which differs after it became an academy; `latest_urn` what the file
    now lists it under. `outcome` is what was said of the whole, in words, empty when nothing was.
    """

    number: str
    urn: str
    latest_urn: str
    framework: str
    sort: str
    said_sort: str
    started_on: str
    published_on: str = ""
    outcome: str = ""
    concern: str = ""
    """Category of concern, in words."""
    safeguarding: str = ""
    areas: tuple[AreaJudgement, ...] = ()
    source: str = ""
    """Who says so, where it is not the inspectorate: the register, with its day."""
