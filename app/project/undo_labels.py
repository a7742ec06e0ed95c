"""What can be undone and redone, by the labels of the changes."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class UndoLabels:
    """What undo would take back and redo do again; "" when nothing. `undo_size`, `redo_size`: their statements."""

    undo: str = ""
    redo: str = ""
    undo_size: int = field(default=0, compare=False)
    redo_size: int = field(default=0, compare=False)
