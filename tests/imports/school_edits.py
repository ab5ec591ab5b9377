"""Sets of edits a school might make, put into a file, and what must then be found."""

from dataclasses import dataclass

from hypothesis import strategies as st

from visitapp.domain.returned.replies import is_reply

OPERATIONS = (
    "replace",
    "insert",
    "delete some",
    "retype",
    "append",
    "split",
    "add behind",
    "delete",
    "silent",
    "comment",
    "silently gone",
)
IN_CELLS = ("replace", "insert", "retype", "silent", "comment")


@dataclass(frozen=True)
class Edit:
    """One thing the school did to one record; `word` is like no other in the file."""

    record_id: str
    operation: str
    word: str


@st.composite
def edits(draw, report):
    """Draw a set of edits to different records of a report."""
    texts = report.texts().items()
    sent = {record_id: text for record_id, text in texts if text.strip() and not is_reply(record_id)}
    chosen = draw(st.lists(st.sampled_from(sorted(sent)), min_size=1, max_size=12, unique=True))
    found = []
    for number, record_id in enumerate(chosen):
        row = is_row(report, record_id)
        operation = draw(st.sampled_from(IN_CELLS if row else OPERATIONS))
        found.append(Edit(record_id, operation, f"zq{number}{draw(st.sampled_from('abcdef'))}xv"))
    return found


def is_row(report, record_id):
    tables = (block for section in report.sections for block in section.blocks if hasattr(block, "row_ids"))
    return any(record_id in table.row_ids for table in tables)


def put_in(edited, edit):  # noqa: C901
    """Make one edit."""
    paragraph = edited.paragraph(edit.record_id)
    said = edited.said(paragraph)
    words = said.split(" ")
    middle = " ".join(words[len(words) // 2 :][:3])
    match edit.operation:
        case "replace":
            edited.replace(paragraph, middle, edit.word)
        case "insert":
            edited.replace(paragraph, "", f"{edit.word} ")
        case "delete some":
            edited.replace(paragraph, middle, "") if len(words) > 3 else edited.replace(paragraph, "", edit.word)
        case "retype":
            edited.replace(paragraph, said, f"{edit.word} is how the school would put all of this.")
        case "append":
            edited.append(paragraph, f" And {edit.word}.")
        case "split":
            edited.split(paragraph, max(1, len(said) // 2))
        case "add behind":
            edited.add_behind(paragraph, f"Also {edit.word} of this.")
        case "delete":
            edited.delete(paragraph)
        case "silent":
            edited.silently(paragraph, f"{said} {edit.word}")
        case "silently gone":
            edited.delete_silently(paragraph)
        case "comment":
            edited.comment(paragraph, f"Is {edit.word} right?")


def told_of(edit, remarks, in_its_place=True):
    """Return whether a remark tells of an edit; `in_its_place`: of the right record."""

    def here(remark):
        return edit.record_id in (remark.record_id, remark.near)

    if not in_its_place:
        return any(edit.word in one.given + one.said for one in remarks)
    match edit.operation:
        case "comment":
            return any(edit.word in one.said and here(one) for one in remarks if one.kind == "comment")
        case "add behind":
            return any(edit.word in one.given and here(one) for one in remarks)
        case "delete" | "silently gone":
            return any(one.record_id == edit.record_id and one.kind in ("gone", "edit") for one in remarks)
        case "delete some" | "split":
            return any(one.record_id == edit.record_id and one.kind == "edit" for one in remarks)
        case _:
            return any(edit.word in one.given and here(one) and one.kind == "edit" for one in remarks)
