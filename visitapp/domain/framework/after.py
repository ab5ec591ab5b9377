"""What a programme asks for once the report is sent."""

from dataclasses import dataclass

from visitapp.domain.framework.field import Option

_VERDICTS = (
    Option("met", "Met"),
    Option("partly", "Partly met"),
    Option("not-met", "Not met"),
    Option("not-looked-at", "Not looked at"),
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What follows a visit: the governing body's agenda, a second visit, support, and verdicts on earlier actions."""

    agenda_title: str = ""
    agenda_note: str = ""
    agenda_months: int = 0
    """Within how many months the governing body should have discussed the report; 0 when nothing is asked."""
    second_visit: tuple[str, ...] = ()
    """The contexts of a visit that lead to a second one."""
    second_visit_note: str = ""
    support_title: str = ""
    watch_title: str = ""
    verdicts: tuple[Option, ...] = _VERDICTS
    """What may be said of last visit's actions."""
