"""Values several tests begin from."""

from visitapp.domain.framework import Enquiry, Framework, Judgement


def bare_framework() -> Framework:
    """Return a framework that asks for nothing."""
    return Framework(
        "walk", "1", "Walk", "Walk", "Walk", "", 1, "Report", "Summary", "", "Reviewer", (), (), (),
        Enquiry("Enquiry", ""), (), (), (), (), (), (), Judgement("Judgement"), (), (), (), (), (), "", (), (), (),
    )  # fmt: skip
