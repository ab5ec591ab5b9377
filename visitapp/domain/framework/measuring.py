"""Aims, and the indicators that show how far they are reached."""

from dataclasses import dataclass

from visitapp.domain.framework.when import When


@dataclass(frozen=True, slots=True)
class Criterion:
    """What success looks like by the end of a stretch of years, such as `1-2`."""

    code: str
    text: str
    years: str


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim of a strategy: why it matters, and its criteria of success stretch by stretch."""

    code: str
    number: str
    title: str
    why: str = ""
    criteria: tuple[Criterion, ...] = ()
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often an indicator is looked at: every so many months."""

    code: str
    label: str
    months: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing measured: `method` says how in a few words, `target` what is aimed for, `detail` what counts."""

    code: str
    aim: str
    title: str
    method: str
    rhythm: str
    target: str
    detail: str = ""
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One way a person may rate an indicator; `tone` chooses colour and icon."""

    code: str
    label: str
    detail: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class Measures:
    """All that is measured: any part may be absent from a programme."""

    title: str = ""
    note: str = ""
    aims: tuple[Aim, ...] = ()
    rhythms: tuple[Rhythm, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    ratings: tuple[Rating, ...] = ()

    def aim(self, code: str) -> Aim | None:
        """Return the aim with this code, or None."""
        return next((one for one in self.aims if one.code == code), None)

    def indicator(self, code: str) -> Indicator | None:
        """Return the indicator with this code, or None."""
        return next((one for one in self.indicators if one.code == code), None)

    def of_aim(self, code: str) -> tuple[Indicator, ...]:
        """Return the indicators of an aim, in order."""
        return tuple(one for one in self.indicators if one.aim == code)

    def rhythm(self, indicator: Indicator) -> str:
        """Return in a word how often an indicator is looked at; empty when nothing is said."""
        return next((one.label for one in self.rhythms if one.code == indicator.rhythm), "")

    def rating(self, code: str) -> Rating | None:
        """Return the rating with this code, or None."""
        return next((one for one in self.ratings if one.code == code), None)

    def stretches(self) -> tuple[str, ...]:
        """Return the stretches of years that have criteria of success, such as `1-2`, the first first."""
        return tuple(dict.fromkeys(one.years for aim in self.aims for one in aim.criteria))

    def months(self, indicator: Indicator) -> int:
        """Return how many months may pass between two readings of an indicator; 0 when nothing is said."""
        return next((one.months for one in self.rhythms if one.code == indicator.rhythm), 0)
