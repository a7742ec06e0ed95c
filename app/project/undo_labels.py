"""What can be undone and redone, by the labels of the changes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UndoLabels:
    """What undo would take back and redo do again; "" when nothing."""

    undo: str = ""
    redo: str = ""
