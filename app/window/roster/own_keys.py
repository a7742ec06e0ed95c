"""Keys that somebody has given the acts of roster and window on this computer; the usual ones hold until then."""

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, QSettings
from PySide6.QtGui import QKeySequence

from app.window.frame.window_keys import PLACE, WINDOW_KEYS
from app.window.roster.edit_keys import Act, Asked, asked_by, usual_keys

Keyed = Act | str
"""An act of the roster, or the usual key of an act of page or window."""


def asked_for(pressed: QKeyCombination) -> Asked | None:
    """What a key press asks for: by an own key first; an act with an own key no longer listens to its usual ones."""
    own = own_keys()
    text = QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText)
    act = next((act for act, key in own.items() if key == text), None)
    if act is not None:
        return Asked(act)
    asked = asked_by(pressed)
    return None if asked is None or asked.act in own else asked


def own_keys() -> Mapping[Act, str]:
    """Acts of the roster with keys of their own, as portable text such as `Ctrl+K`."""
    settings = QSettings()
    settings.beginGroup(PLACE)
    found = {act: str(settings.value(act.name)) for act in Act if settings.contains(act.name)}
    settings.endGroup()
    return found


def key_of(keyed: Keyed) -> str:
    """The key in force: the own one, else the first of the usual ones."""
    return str(QSettings().value(_place(keyed), next(iter(usual_of(keyed)), "")))


def give(keyed: Keyed, key: str) -> None:
    """Give an act a key of its own; "" or its usual one takes that back. Raises ValueError for what is no key, and
    for one that another act has.
    """
    settings = QSettings()
    if not key or key in usual_of(keyed):
        settings.remove(_place(keyed))
        return
    read = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    text = read.toString(QKeySequence.SequenceFormat.PortableText)
    if read.count() != 1 or not text:
        raise ValueError("no key")
    known: tuple[Keyed, ...] = (*(act for act in Act if usual_keys(act)), *WINDOW_KEYS)
    if any(text == key_of(other) or text in usual_of(other) for other in known if other != keyed):
        raise ValueError("taken")
    settings.setValue(_place(keyed), text)


def usual_of(keyed: Keyed) -> tuple[str, ...]:
    """The keys that ask for an act until somebody gives it another; none for setting a shift by its own key."""
    return usual_keys(keyed) if isinstance(keyed, Act) else (keyed,)


def _place(keyed: Keyed) -> str:
    return f"{PLACE}/{keyed.name if isinstance(keyed, Act) else keyed}"
