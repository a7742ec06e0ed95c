"""Keys that somebody has given the acts of the roster on this computer; the usual ones hold until then."""

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, QSettings
from PySide6.QtGui import QKeySequence

from app.window.roster.edit_keys import Act, Asked, asked_by, usual_keys

PLACE = "keys"


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
    """Acts with keys of their own, as portable text such as `Ctrl+K`."""
    settings = QSettings()
    settings.beginGroup(PLACE)
    found = {act: str(settings.value(act.name)) for act in Act if settings.contains(act.name)}
    settings.endGroup()
    return found


def key_of(act: Act) -> str:
    """The key in force: the own one, else the first of the usual ones."""
    return own_keys().get(act) or usual_keys(act)[0]


def give(act: Act, key: str) -> None:
    """Give an act a key of its own; "" or its usual one takes that back. Raises ValueError for what is no key, and
    for one that another act has.
    """
    settings, name = QSettings(), f"{PLACE}/{act.name}"
    if not key or key in usual_keys(act):
        settings.remove(name)
        return
    read = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    text = read.toString(QKeySequence.SequenceFormat.PortableText)
    if read.count() != 1 or not text:
        raise ValueError("no key")
    others = (other for other in Act if usual_keys(other) and other is not act)
    if any(text == key_of(other) or text in usual_keys(other) for other in others):
        raise ValueError("taken")
    settings.setValue(name, text)
