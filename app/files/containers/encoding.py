"""Text out of bytes. The order matters: UTF-8 and UTF-16 Chinese also decode as GB18030, into rubbish."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def decode(content: bytes) -> str | None:
    """The text, or None when it is none: byte-order mark, UTF-16 by its NULs, strict UTF-8, then GB18030."""
    found = (_strictly(content, encoding) for encoding in candidates(content[:4096]))
    text = next((text for text in found if text is not None), None)
    return text if text is not None and is_text(text) else None


def candidates(start: bytes) -> tuple[str, ...]:
    """The encodings to try in turn, by a file's first bytes; each strips its own mark."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return (encoding,)
    return (_utf16(start),) if b"\x00" in start else ("utf-8", "gb18030")


def is_text(text: str) -> bool:
    """Whether a decoded text holds none of the control characters that no text has."""
    return not _CONTROLS.search(text[:100_000])


def _utf16(start: bytes) -> str:
    """ASCII characters, which every table has, leave their NULs on one side."""
    return "utf-16-le" if start[1::2].count(0) >= start[0::2].count(0) else "utf-16-be"


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
