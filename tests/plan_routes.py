"""The routes of the day plan, each by keys and by taps; nothing is dragged."""

from routes import SALLOWFIELD, Route


def slots(record):
    """Tell every slot of the plan."""
    return record.slots


PLAN = (
    Route(
        "an activity five minutes later",
        SALLOWFIELD,
        "plan",
        "F6 | >Leadership discussion | Alt+Down",
        5,
        "Leadership discussion | 5 minutes later",
        2,
        slots,
    ),
    Route(
        "an activity five minutes longer",
        SALLOWFIELD,
        "plan",
        "F6 | >Leadership discussion | Alt+Shift+Down",
        5,
        "Lunch with pupils | 5 minutes longer",
        2,
        slots,
    ),
    Route(
        "an activity taken out",
        SALLOWFIELD,
        "plan",
        "F6 | >Leadership discussion | Delete",
        5,
        "Summary discussion | Remove from the plan",
        2,
        slots,
    ),
    Route(
        "a classroom visit after the one that followed it",
        SALLOWFIELD,
        "plan",
        "F6 | Tab | Tab | Home | Down | Down | Alt+Right",
        7,
        "Year 1 phonics | After the visit after it",
        2,
        slots,
    ),
    Route(
        "a classroom visit of a year group",
        SALLOWFIELD,
        "plan",
        "F6 | >Add a classroom visit | Return | Space",
        7,
        "Add a classroom visit | Reception",
        2,
        slots,
    ),
    Route("an activity added to the day", SALLOWFIELD, "plan", "Return", 1, "Add Work sample", 1, slots),
)
