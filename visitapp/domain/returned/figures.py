"""Which facts of the school a remark is about: those named in the text behind figures the school spoke of."""

from visitapp.domain.answering import COMMENT, Remark
from visitapp.domain.prose import FACT, cited
from visitapp.domain.record import VisitRecord
from visitapp.domain.tracing import Fact, facts, figures
from visitapp.domain.writing import Block


def facts_meant(record: VisitRecord, remark: Remark) -> tuple[Fact, ...]:
    """Return the facts with a figure that the text of a remark names, where its words hold their figures or others.

    Where the school changed or quoted figures it is the facts with these; else all the text names.
    """
    block = record.find("block", remark.record_id)
    if not isinstance(block, Block) or not figures(remark.sent):
        return ()
    numbers = cited(block.text, FACT)
    named = tuple(one for one in record.once(facts) if one.number in numbers and figures(one.text))
    spoken = figures(remark.given) if remark.kind == COMMENT else figures(remark.sent) - figures(remark.given)
    return tuple(one for one in named if figures(one.text) & spoken) or named
