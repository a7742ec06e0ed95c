"""What a key asks to be done to the selected cells."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Act(Enum):
    """What can be done to the cells selected."""

    SET = auto()
    DAY_OFF = auto()
    NEXT_SHIFT = auto()
    COPY = auto()
    CUT = auto()
    PASTE = auto()
    FILL_DOWN = auto()
    FILL_RIGHT = auto()
    SWAP = auto()
    LOCK = auto()
    LOCK_WHOLE = auto()
    DETAILS = auto()
    EARLIER = auto()
    LATER = auto()
    BREAK_EARLIER = auto()
    BREAK_LATER = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """An act; `key`: the letter or digit that names a shift; `shift`: the shift itself, where it was chosen."""

    act: Act
    key: str = ""
    shift: str = ""


_PLAIN = {
    Key.Key_Delete: Act.DAY_OFF,
    Key.Key_Backspace: Act.DAY_OFF,
    Key.Key_X: Act.DAY_OFF,
    Key.Key_Space: Act.NEXT_SHIFT,
    Key.Key_L: Act.LOCK,
    Key.Key_Return: Act.DETAILS,
    Key.Key_Enter: Act.DETAILS,
    Key.Key_F2: Act.DETAILS,
}
_ALT = {Key.Key_Left: Act.EARLIER, Key.Key_Right: Act.LATER}
_ALT_SHIFT = {Key.Key_Left: Act.BREAK_EARLIER, Key.Key_Right: Act.BREAK_LATER}
_CONTROL = {
    Key.Key_C: Act.COPY,
    Key.Key_X: Act.CUT,
    Key.Key_V: Act.PASTE,
    Key.Key_D: Act.FILL_DOWN,
    Key.Key_R: Act.FILL_RIGHT,
    Key.Key_L: Act.LOCK_WHOLE,
}


def usual_keys(act: Act) -> tuple[str, ...]:
    """The keys of an act as portable text; none for one that a shift's own key asks for."""
    tables = (
        (Modifier.NoModifier, _PLAIN),
        (Modifier.ControlModifier, _CONTROL),
        (Modifier.ControlModifier | Modifier.ShiftModifier, {Key.Key_X: Act.SWAP}),
        (Modifier.AltModifier, _ALT),
        (Modifier.AltModifier | Modifier.ShiftModifier, _ALT_SHIFT),
    )
    return tuple(
        QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)
        for modifiers, keys in tables
        for key, known in keys.items()
        if known is act
    )


def asked_by(pressed: QKeyCombination) -> Asked | None:
    """What a key press asks for, None when it asks for nothing here."""
    key, modifiers = pressed.key(), pressed.keyboardModifiers() & ~Modifier.KeypadModifier
    with_modifiers = {
        Modifier.ControlModifier: _CONTROL,
        Modifier.ControlModifier | Modifier.ShiftModifier: {Key.Key_X: Act.SWAP},
        Modifier.AltModifier: _ALT,
        Modifier.AltModifier | Modifier.ShiftModifier: _ALT_SHIFT,
    }
    if modifiers not in {Modifier.NoModifier, Modifier.ShiftModifier}:
        found = with_modifiers.get(modifiers, {}).get(key)
        return None if found is None else Asked(found)
    if key in _PLAIN:
        return Asked(_PLAIN[key])
    return Asked(Act.SET, chr(key.value)) if _is_letter_or_digit(key.value) else None


def _is_letter_or_digit(value: int) -> bool:
    return value < 128 and chr(value).isalnum()
