"""Text out of bytes. The order matters: UTF-8 and UTF-16 Chinese also decode as GB18030, into rubbish."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def decode(content: bytes) -> str | None:
    """The text, or None when it is none: byte-order mark, UTF-16 by its NULs, strict UTF-8, then GB18030."""
    text = _decoded(content)
    return None if text is None or _CONTROLS.search(text[:100_000]) else text


def _decoded(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    if b"\x00" in content[:4096]:
        return _strictly(content, _utf16(content[:4096]))
    text = _strictly(content, "utf-8")
    return _strictly(content, "gb18030") if text is None else text


def _utf16(start: bytes) -> str:
    """ASCII characters, which every table has, leave their NULs on one side."""
    return "utf-16-le" if start[1::2].count(0) >= start[0::2].count(0) else "utf-16-be"


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
