"""Which key moves the cursor where."""

from PySide6.QtCore import Qt

from app.window.roster.selection import Move

Key, Modifier = Qt.Key, Qt.KeyboardModifier

_PLAIN = {
    Key.Key_Left: Move.LEFT,
    Key.Key_Right: Move.RIGHT,
    Key.Key_Up: Move.UP,
    Key.Key_Down: Move.DOWN,
    Key.Key_Home: Move.HOME,
    Key.Key_End: Move.END,
    Key.Key_PageUp: Move.PAGE_UP,
    Key.Key_PageDown: Move.PAGE_DOWN,
}
_WITH_CONTROL = {
    Key.Key_Left: Move.LEFT_EDGE,
    Key.Key_Right: Move.RIGHT_EDGE,
    Key.Key_Up: Move.TOP_EDGE,
    Key.Key_Down: Move.BOTTOM_EDGE,
    Key.Key_Home: Move.FIRST_CELL,
    Key.Key_End: Move.LAST_CELL,
}


def move_of(key: int, modifiers: Qt.KeyboardModifier) -> Move | None:
    """The move a key asks for, None for a key that moves nothing; Shift extends and changes nothing here."""
    if modifiers & (Modifier.AltModifier | Modifier.MetaModifier):
        return None
    moves = _WITH_CONTROL if modifiers & Modifier.ControlModifier else _PLAIN
    return moves.get(Key(key)) if key in set(Key) else None
