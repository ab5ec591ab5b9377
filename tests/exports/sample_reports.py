"""Two invented reports, one of each shape that goes out: a short letter-like review and a long one in pairs."""

from datetime import UTC, datetime

from visitapp.domain.report import Bullet, Bullets, Paragraph, Report, ReportSection, Table

_CREATED = datetime(2025, 11, 20, 15, 42, 7, tzinfo=UTC)


def _id(number):
    return f"0199b7c4-1d2e-7a3b-8c4d-{number:012x}"


def prose_section(number, heading, level, *texts, kind="body"):
    blocks = tuple(Paragraph(_id(number * 16 + place), text, kind) for place, text in enumerate(texts, 1))
    return ReportSection(_id(number * 16), heading, level, blocks)


def bullet_section(number, label, heading, *texts):
    items = tuple(Bullet(_id(number * 16 + place), text) for place, text in enumerate(texts, 1))
    return ReportSection(_id(number * 16), heading, 1, (Bullets(items),) if items else (), label)


def partner_report(status="DRAFT", revision=1):
    """A short report in prose: context, commentary, a clear statement, actions in a table."""
    teaching = (
        "Teaching is strong in mathematics and early reading. Teachers share models and exact vocabulary, so most "
        "pupils can explain how new learning builds on what they know. In Year 4, pupils with SEND used the same "
        "bar model as their classmates and explained equivalence with confidence.",
        "Checks on understanding are less consistent. In Years 3 and 4, errors are noticed but do not always change "
        "what happens next, so some misconceptions persist. Disadvantaged pupils complete the same tasks but have "
        "fewer chances to reason at length.",
    )
    statement = (
        "Sallowfield Primary School is not a priority for local authority support. Leaders know the school well, "
        "their plans are precise and the capacity to improve outweighs the risks set out above."
    )
    actions = Table(
        id=_id(900),
        caption="Agreed actions",
        header=("Action", "Urgency", "First step", "Led by"),
        rows=(
            (
                "Make sure that checks on understanding change what is taught next in Years 3 and 4.",
                "This term",
                "Agree three questions for each mathematics unit and look at the answers in the weekly meeting.",
                "Mathematics leader",
            ),
            (
                "Give disadvantaged pupils more chances to reason aloud and in writing.",
                "Before Easter",
                "Choose two lessons a week where a reasoning task comes first.",
                "Deputy headteacher",
            ),
            (
                "Secure attendance of the small group who miss Mondays.",
                "Now",
                "Meet the families in week one; review after four weeks.",
                "Inclusion leader",
            ),
        ),
        row_ids=(_id(901), _id(902), _id(903)),
        widths_cm=(5.4, 2.4, 5.6, 2.8),
    )
    sections = (
        prose_section(
            1,
            "Context",
            1,
            "The visit was planned with the headteacher. It took in five lessons, a meeting with pupils, a walk "
            "round the early years and a look at writing in Years 2 and 5.",
            "Sallowfield has 212 pupils on roll. The proportion eligible for free school meals has risen from 18% to "
            "24% in two years.",
        ),
        ReportSection(_id(32), "Commentary", 1, ()),
        prose_section(3, "Significant risks", 2, "There is no present risk to the grade of the last inspection."),
        prose_section(4, "Teaching and learning", 2, *teaching),
        prose_section(
            5,
            "Standards",
            2,
            "In 2025, 61% of pupils reached the expected standard in reading, writing and mathematics combined, "
            "close to the national figure. Phonics was above it, at 86%.",
        ),
        prose_section(
            6,
            "Inclusion",
            2,
            "Pupils with SEND learn the same ambitious content as others because scaffolds are well chosen and "
            "removed in good time.",
        ),
        prose_section(
            7,
            "Leadership and governance",
            2,
            "Governors ask precise questions about the effect of spending. Subject leaders use assessment to decide "
            "what to change, and can say what difference it made.",
        ),
        ReportSection(
            _id(128),
            "Summary of main findings",
            1,
            (
                Paragraph(_id(129), "Early reading is a particular strength. The risk lies in Years 3 and 4."),
                Paragraph(_id(130), statement, "statement"),
            ),
        ),
        ReportSection(_id(144), "Actions", 1, (actions,)),
    )
    return Report(
        id=_id(1_000),
        revision=revision,
        title="Annual partner review",
        school="Sallowfield Primary School",
        subtitle="Visit on Thursday 20 November 2025",
        status=status,
        author="A. Reviewer",
        created=_CREATED,
        front=(
            ("Headteacher", "The headteacher"),
            ("Reviewer", "A. Reviewer, leadership partner"),
            ("Phase", "Primary, ages 4 to 11"),
            ("Pupils on roll", "212"),
            ("Last inspection", "Good, 14 March 2023"),
        ),
        sections=sections,
        distribution=("Headteacher", "Chair of governors", "School improvement manager"),
        confidentiality="This report is for the school and its governing body. Please ask before passing it on.",
    )


def paired_report(status="FINAL", revision=3):
    """A long report in pairs of bulleted sections, with facts, contents and an area of excellence."""
    well = (
        "The headteacher has created a warm and purposeful ethos. Leaders at all levels know what they are trying to "
        "achieve and why, and staff can describe how their own work contributes to it. Roles are shared out with "
        "care, so that expertise is used where it makes most difference.",
        "Staff value the coaching they receive. New teachers rehearse the next lesson with an experienced colleague "
        "and describe how this has changed their questioning.\n\nOne teacher said, \u201cIt feels like planning "
        "together, not being watched.\u201d",
        "Middle leaders look beyond their own phase. They know what pupils learned before and what comes next.",
    )
    better = (
        "... leaders made sure that subject plans say which ideas matter most.",
        "... governors saw the effect of spending on pupils' learning more often.",
    )
    aspects = ("Leadership at all levels", "Quality of provision and outcomes", "Provision for additional needs")
    pairs = []
    for place, aspect in enumerate(aspects):
        first = 20 + place * 2
        pairs.append(bullet_section(first, f"{place + 2}.1", f"{aspect} - What went well", *well))
        pairs.append(bullet_section(first + 1, f"{place + 2}.2", f"{aspect} - Even better if...", *better))
    context = ReportSection(
        _id(161),
        "Context and character of the school",
        1,
        (
            Paragraph(
                _id(162),
                "Quillmoor Primary Academy is a two-form entry school beside the moor. It has 418 pupils, and a "
                "nursery that opened last year. The proportion of pupils with an education, health and care plan is "
                "above average.",
            ),
        ),
        "1.",
    )
    excellence = ReportSection(
        _id(480),
        "Area of Excellence",
        1,
        (
            Paragraph(_id(481), "Reading for all, from the first week."),
            Paragraph(_id(482), "Accredited", "statement"),
        ),
        "5.",
    )
    lead = ReportSection(
        _id(496),
        "What evidence is there of the impact on pupils?",
        2,
        (Paragraph(_id(497), "Pupils in every year group read widely and can say what they will read next."),),
        "5.1",
    )
    return Report(
        id=_id(2_000),
        revision=revision,
        title="Peer review report",
        school="Quillmoor Primary Academy",
        subtitle="Review on 27 and 28 April 2026",
        status=status,
        author="B. Lead Reviewer",
        created=datetime(2026, 5, 5, 9, 0, tzinfo=UTC),
        front=(
            ("Name of school", "Quillmoor Primary Academy"),
            ("Headteacher", "The headteacher"),
            ("Hub", "Moorside Hub"),
            ("School phase", "Primary"),
            ("Trust", "Not applicable"),
            ("Overall estimate at this review", "Leading"),
            ("Dates of this review", "27 and 28 April 2026"),
            ("Overall estimate at last review", "Effective"),
            ("Date of last review", "3 May 2023"),
            ("Grade at last inspection", "Good"),
        ),
        sections=(context, *pairs, excellence, lead),
        confidentiality="The report belongs to the school, which decides who sees it.",
        sample=True,
    )


def report_of(*blocks, **changes):
    """A report of one section with the given blocks, everything else as plain as can be."""
    given = {
        "id": _id(3_000),
        "revision": 1,
        "title": "Short report",
        "school": "Sallowfield Primary School",
        "subtitle": "",
        "status": "FINAL",
        "author": "A. Reviewer",
        "created": _CREATED,
        "front": (),
        "sections": (ReportSection("section", "Findings", 1, blocks),),
    }
    return Report(**(given | changes))
