"""A message that opens as a draft, with its attachments."""

from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.mail import draft
from exports.mail.draft import draft_bytes, read_draft
from visitapp.errors import ExportError

WORDS = "Day 1\n09:00\u201310:00  Leaders; Headteacher\n\nFocus: how well?\n"
FILES = {"Sallowfield \u2013 plan é.docx": bytes(range(256)) * 9, "plan.ics": "BEGIN:VCALENDAR\r\né\r\n".encode()}


def parsed(subject="Plan of the day", words=WORDS, files=FILES):
    return message_from_bytes(draft_bytes(subject, words, files), policy=policy.default)


def test_it_is_a_draft_without_sender_recipient_and_date():
    message = parsed()
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Plan of the day"
    assert [name for name in ("From", "To", "Cc", "Date") if name in message] == []


def test_words_and_attachments_come_back_as_they_went():
    words, files = read_draft(draft_bytes("Plan", WORDS, FILES))
    assert words == WORDS
    assert files == FILES


def test_each_attachment_says_what_it_is():
    kinds = {part.get_filename(): part.get_content_type() for part in parsed().iter_attachments()}
    assert list(kinds.values()) == [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/calendar",
    ]


def test_a_subject_of_several_lines_becomes_one():
    assert parsed(subject="Plan\r\nBcc: someone")["Subject"] == "Plan Bcc: someone"
    assert "Bcc" not in parsed(subject="Plan\r\nBcc: someone")


def test_every_line_ends_as_mail_wants_it():
    whole = draft_bytes("Plan", WORDS, FILES)
    assert b"\n" not in whole.replace(b"\r\n", b"")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_words_come_back(words):
    assert read_draft(draft_bytes("Plan", words, {}))[0].rstrip("\n") == words.rstrip("\n")


def test_what_is_not_read_back_is_refused(monkeypatch):
    monkeypatch.setattr(draft, "read_draft", lambda content: ("", {}))
    with pytest.raises(ExportError, match="Your text is safe"):
        draft_bytes("Plan", WORDS, FILES)
