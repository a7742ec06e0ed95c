"""The web page inside an archive, as Excel saves a workbook that calls itself .xls or .mht (RFC 2557)."""

from email import message_from_bytes

from app.files.containers.encoding import decode


def page_of_archive(content: bytes) -> str:
    """The text of its pages, one after another; empty when it holds none."""
    pages = (part for part in message_from_bytes(content).walk() if part.get_content_type() == "text/html")
    payloads = (page.get_payload(decode=True) for page in pages)
    return "\n".join(decode(payload) or "" for payload in payloads if isinstance(payload, bytes))
