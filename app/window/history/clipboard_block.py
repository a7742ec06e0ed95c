"""A block of cells copied in Excel or WPS, kept as a file so that it is read like any other."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData

from app.wording import words

_ = words("window")


def write_block(mime: QMimeData, folder: Path, now: datetime) -> Path | None:
    """Write the block into `folder`, None when the clipboard holds no table.

    Both programs put a web page beside the text; only that keeps merged cells apart. The name tells the moment, so
    that a second paste is not taken for the first one again.
    """
    name = _("Clipboard {time}").format(time=f"{now:%Y-%m-%d %H.%M.%S}")
    if mime.hasHtml() and "<table" in mime.html().lower():
        path = folder / f"{name}.html"
        path.write_text(mime.html(), encoding="utf-8")
        return path
    text = mime.text() if mime.hasText() else ""
    if "\t" not in text and "," not in text:
        return None
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return path
