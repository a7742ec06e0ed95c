"""F6: from pane to pane of the window, as they stand: the rail, the acts of the header, then the cards of the page."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.window.frame.card import Card
from app.window.frame.header import Header
from app.window.frame.rail import Rail


def next_pane(window: QWidget, backwards: bool = False) -> None:
    """Give the focus to the first field of the next pane; from the last on to the first."""
    panes = _panes(window)
    if not panes:
        return
    now = QApplication.focusWidget()
    here = next((place for place, pane in enumerate(panes) if now is not None and pane.isAncestorOf(now)), -1)
    wanted = panes[(here + (-1 if backwards else 1)) % len(panes)]
    _first_field(wanted).setFocus(Qt.FocusReason.TabFocusReason)


def _panes(window: QWidget) -> list[QWidget]:
    """Those that can be seen and hold a field, from left to right and from top to bottom."""
    cards = [card for card in window.findChildren(Card) if card.isVisible() and not _inside_another(card)]
    cards.sort(key=lambda card: _corner(card, window))
    others = [part for kind in (Rail, Header) for part in window.findChildren(kind)]
    return [pane for pane in (*others, *cards) if pane.isVisible() and _fields(pane)]


def _corner(pane: QWidget, window: QWidget) -> tuple[int, int]:
    at = pane.mapTo(window, QPoint(0, 0))
    return at.x(), at.y()


def _inside_another(card: Card) -> bool:
    parent = card.parentWidget()
    while parent is not None:
        if isinstance(parent, Card):
            return True
        parent = parent.parentWidget()
    return False


def _fields(pane: QWidget) -> list[QWidget]:
    return [
        part
        for part in pane.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled()
    ]


def _first_field(pane: QWidget) -> QWidget:
    """The field a pane is about: its largest, so that the matrix comes before the filter over it."""
    return max(_fields(pane), key=lambda part: part.width() * part.height())
