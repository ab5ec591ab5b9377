"""A message that opens as a draft in a mail program, with its attachments, to be addressed and sent by hand."""

from collections.abc import Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import PurePath

from visitapp.domain.text import one_line
from visitapp.errors import ExportError

_TYPES = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".pdf": ("application", "pdf"),
    ".ics": ("text", "calendar"),
}
_ANY = ("application", "octet-stream")
_NOT_WHOLE = (
    "Your text is safe in Visitapp, but no message was written: read back, it did not hold all its words and files. "
    "Copy the text instead and attach the files by hand."
)


def draft_bytes(subject: str, words: str, attachments: Mapping[str, bytes]) -> bytes:
    """Return a message without sender, recipient and date that a mail program opens as one not yet sent.

    `attachments` are contents by file name. Raises ExportError unless words and attachments are read back unchanged.
    """
    message = EmailMessage(policy.SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = one_line(subject)
    message["MIME-Version"] = "1.0"
    message.set_content(words, cte="quoted-printable")
    for name, content in attachments.items():
        main, sub = _TYPES.get(PurePath(name).suffix.lower(), _ANY)
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    whole = message.as_bytes()
    if not _holds(whole, words, attachments):
        raise ExportError(_NOT_WHOLE)
    return whole


def read_draft(content: bytes) -> tuple[str, dict[str, bytes]]:
    """Return the words of a message, and its attachments by file name."""
    message = message_from_bytes(content, policy=policy.default)
    body = message.get_body(("plain",))
    words = body.get_content() if body is not None else ""
    attached = {part.get_filename() or "": _content_of(part) for part in message.iter_attachments()}
    return words.replace("\r\n", "\n"), attached


def _content_of(part: object) -> bytes:
    payload = part.get_payload(decode=True) if isinstance(part, EmailMessage) else b""
    return payload if isinstance(payload, bytes) else b""


def _holds(whole: bytes, words: str, attachments: Mapping[str, bytes]) -> bool:
    read, attached = read_draft(whole)
    return read.rstrip("\n") == words.rstrip("\n") and attached == dict(attachments)
