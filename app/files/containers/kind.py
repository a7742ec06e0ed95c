"""What the bytes are."""

from enum import StrEnum

ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"II*\x00", b"MM\x00*", b"%PDF")


class Kind(StrEnum):
    """Containers that are read, and those that are refused by name."""

    EMPTY = "empty"
    XLSX = "xlsx"
    XLS = "xls"
    PROTECTED = "protected"
    WEB_PAGE = "web page"
    ARCHIVE = "web archive"
    TEXT = "text"
    PICTURE = "picture"


_STARTS = {
    Kind.WEB_PAGE: (b"<html", b"<table", b"<?xml", b"<!doctype", b"<meta", b"<head", b"<style", b"<div"),
    Kind.ARCHIVE: (b"mime-version:",),
}
"""What text starts with that is more than text, in lower case."""


def kind_of(content: bytes) -> Kind:
    """The container of a file's bytes, by the order of tests that never takes one for another."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return Kind.EMPTY
    if content.startswith(b"PK\x03\x04"):
        return Kind.XLSX
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return Kind.PROTECTED if ENCRYPTED_STREAM in content else Kind.XLS
    if content.startswith(PICTURES):
        return Kind.PICTURE
    start = content[:512].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return next((kind for kind, marks in _STARTS.items() if start.startswith(marks)), Kind.TEXT)
