"""Ids that sort by the time they were made."""

import secrets
import time
from typing import NewType

RecordId = NewType("RecordId", str)


def new_id() -> RecordId:
    """Return a UUID version 7 as text (RFC 9562 section 5.7): 48 bits of milliseconds, then chance."""
    value = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return RecordId(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")
