"""Schools of the register as they are offered to somebody who looks for one, and a school matched to its line."""

import json
from dataclasses import asdict, dataclass, replace

from visitapp.domain.published.schools import RegisterSchool
from visitapp.domain.visit import School

_LEFT_OUT = ("head", "telephone", "website")


@dataclass(frozen=True, slots=True)
class Offered:
    """One school of the register; `became` names the school a closed one has become, with its number, if that is
    known."""

    school: RegisterSchool
    became: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """What was found for some words. `day` is the ISO day the register is of, empty when it says none."""

    schools: tuple[Offered, ...] = ()
    has_register: bool = False
    day: str = ""


def matched(school: School, found: RegisterSchool, day: str) -> School:
    """Return a school with what the register of an ISO day says of it. What it is called stays, the town somebody
    typed stays, and so does whatever the register leaves open."""
    kept = {name: value for name, value in asdict(found).items() if value not in ("", None)}
    details = {name: value for name, value in kept.items() if name not in _LEFT_OUT}
    return replace(
        school,
        urn=found.urn,
        name=school.name or found.name,
        phase=found.phase or school.phase,
        local_authority=found.authority or school.local_authority,
        town=typed_town(school) or found.town or school.town,
        trust=found.trust or school.trust,
        details=json.dumps(details, ensure_ascii=False, sort_keys=True),
        details_on=day,
    )


def typed_town(school: School) -> str:
    """Return the town somebody typed, empty when it is the one the register gave."""
    return "" if school.register_details.get("town") == school.town else school.town
