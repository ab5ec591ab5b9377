"""Hunches to test on the day, and the prompts that those looked for become."""

from dataclasses import replace

from visitapp.domain.framework import Prompt
from visitapp.domain.preparing import Hunch
from visitapp.domain.record import VisitRecord

HUNCHES = "hunches"
"""The key of the one text that hunches were once written as, a line each."""
_PROMPT = "hunch."


def hunches_of(record: VisitRecord) -> tuple[Hunch, ...]:
    """Return the hunches of a visit in order. Those of the one text come last, with ids that say which line they are,
    until somebody works on them."""
    kept = sorted(record.living("hunch"), key=lambda one: (one.position, one.id))
    return (*kept, *_typed(record))


def prompt_of(hunch: Hunch) -> str:
    """Return the code under which notes name a hunch they answer."""
    return f"{_PROMPT}{hunch.id}"


def is_hunch(prompt: str) -> bool:
    """Return whether a prompt is a hunch, not one of the programme."""
    return prompt.startswith(_PROMPT)


def prompts_for(record: VisitRecord, activity: str) -> tuple[Prompt, ...]:
    """Return what to look for in an activity: the hunches looked for there or anywhere, then the programme's prompts;
    without an activity, only the hunches looked for anywhere."""
    known = record.framework.activity(activity)
    asked = known.prompts if known is not None else ()
    wanted = sorted(record.living("hunch"), key=lambda one: (one.position, one.id))
    return (
        *(
            Prompt(prompt_of(one), one.text.strip())
            for one in wanted
            if one.looked_for and one.text.strip() and one.activity in ("", activity)
        ),
        *asked,
    )


def prompt_words(record: VisitRecord, activity: str, prompt: str) -> str:
    """Return the words of a prompt that notes name, of a hunch no longer looked for too; else the code itself."""
    if is_hunch(prompt):
        hunch = record.shelves.get("hunch", {}).get(prompt.removeprefix(_PROMPT))
        return hunch.text if hunch is not None else prompt
    known = record.asked_of_any.activity(activity)
    return next((one.text for one in known.prompts if one.code == prompt), prompt) if known else prompt


def as_records(record: VisitRecord, new_ids: list[str]) -> tuple[Hunch, ...]:
    """Return the hunches of the one text as records of their own, in their order, after those there are."""
    last = max((one.position for one in record.living("hunch")), default=0.0)
    typed = _typed(record)
    return tuple(
        replace(one, id=new_id, position=last + place)
        for place, (one, new_id) in enumerate(zip(typed, new_ids, strict=True), 1)
    )


def _typed(record: VisitRecord) -> tuple[Hunch, ...]:
    said = record.answer(HUNCHES).value
    lines = [line.strip() for line in said.splitlines()] if isinstance(said, str) else []
    return tuple(
        Hunch(f"{HUNCHES}.{number}", record.visit_id, line)
        for number, line in enumerate((one for one in lines if one), 1)
    )
