"""The decision and the risk to the grade, told by the very words the framework gives them."""

import re
from collections.abc import Sequence

from visitapp.domain.deciding import DECISION, GRADE_RISK, grade_risk_section
from visitapp.domain.framework import DecisionOption, Section
from visitapp.domain.imported.filling import option_code
from visitapp.domain.imported.likeness import plain
from visitapp.domain.imported.outline import Said
from visitapp.domain.imported.reading import Reading

_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_WORDS = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def decided(said: Sequence[Said], reading: Reading) -> list[Said]:
    """Answer the decision where a sentence has the words of an option's statement, with what follows as its reasons;
    return what stood before."""
    rest: list[Said] = []
    for place, one in enumerate(said):
        sentences = _SENTENCES.split(one.whole())
        for number, sentence in enumerate(sentences):
            option = _stated(reading, sentence)
            if option is not None:
                before, after = " ".join(sentences[:number]), " ".join(sentences[number + 1 :])
                reasons = [after, *(later.whole() for later in said[place + 1 :])]
                reading.answers[DECISION] = (option.code, "\n".join(filter(None, reasons)))
                return [*rest, *([Said(before, one.item)] if before else [])]
        rest.append(one)
    return rest


def grade_risk_said(section: Section, said: Sequence[Said], reading: Reading) -> list[Said]:
    """Answer the risk to the grade where a paragraph says it with the framework's label; return all the others."""
    asked = reading.framework.judgement.grade_risk
    if asked is None or section.code != grade_risk_section(reading.framework):
        return list(said)
    rest: list[Said] = []
    for one in said:
        title, _, label = one.text.partition(":")
        code = option_code(asked.options, label) if plain(title) == plain(asked.title) else ""
        if code and GRADE_RISK not in reading.answers:
            reading.answers[GRADE_RISK] = (code, "\n".join(one.parts))
        else:
            rest.append(one)
    return rest


def _stated(reading: Reading, sentence: str) -> DecisionOption | None:
    decision = reading.framework.judgement.decision
    words = _words(sentence, reading.school.get("name", ""))
    options = decision.options if decision else ()
    return next((one for one in options if one.statement and _words(one.statement, "") == words), None)


def _words(text: str, school: str) -> list[str]:
    flat = plain(text)
    if school:
        flat = flat.replace(plain(school), "the school")
    return _WORDS.findall(flat.replace("the the school", "the school"))
