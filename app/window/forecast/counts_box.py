"""Counts by day or moment as text to paste and edit, a line each: `2026-11-11 52000`."""

from datetime import date, datetime

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.tables.typed import moment_cell, number_cell, typed_moment, typed_number
from app.wording import words
from forecasts.history import Counts

_ = words("window")


def counts_text(counts: Counts) -> str:
    """A line a count; the time is left out at midnight."""
    moments: list[datetime] = counts.starts.astype("datetime64[m]").tolist()
    daily = all(moment.hour == moment.minute == 0 for moment in moments)
    names = [f"{moment:%Y-%m-%d}" if daily else moment_cell(moment) for moment in moments]
    return "\n".join(f"{name}\t{number_cell(number)}" for name, number in zip(names, counts.inquiries, strict=True))


def read_counts(text: str, near: date) -> Counts:
    """Counts from lines as they are copied from a spreadsheet; a time alone is of the day `near`. Raises ValueError."""
    found: dict[datetime, float] = {}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        parts = line.replace("\t", " ").replace(",", " ").replace("，", " ").split()
        if len(parts) < 2:
            raise ValueError(_("“{line}” needs a day or a time, and a number.").format(line=line))
        moment = " ".join(parts[:-1])
        if ":" in moment and not any(mark in moment for mark in "-/月日."):
            moment = f"{near:%Y-%m-%d} {moment}"
        found[typed_moment(moment, near)] = typed_number(parts[-1], none=False) or 0.0
    starts = sorted(found)
    return Counts(
        np.array(starts, dtype="datetime64[m]"), np.array([found[start] for start in starts], dtype=np.float64)
    )


class CountsBox(QWidget):
    """`applied` carries the text as it stands."""

    applied = Signal(str)

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(hint)
        self.text.setTabChangesFocus(True)
        self.note = label(name, "quiet")
        self.note.setWordWrap(True)
        self.apply = QPushButton(icon("check"), _("Apply"))
        self.apply.setAccessibleName(_("Apply"))
        self.apply.clicked.connect(lambda _checked=False: self.applied.emit(self.text.toPlainText()))
        self.row = QHBoxLayout()
        self.row.addWidget(self.apply)
        self.row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(space.RELATED), 0, 0)
        column.setSpacing(look().px(space.RELATED))
        column.addWidget(self.note)
        column.addWidget(self.text, 1)
        column.addLayout(self.row)
