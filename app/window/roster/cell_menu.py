"""The menu of the cells selected: the same acts as the keys, each with its key beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.window.look.icons import icon
from app.window.roster.cell_texts import shift_name, shift_times
from app.window.roster.edit_keys import Act, Asked
from app.window.roster.plan import RosterPlan
from app.window.roster.shift_keys import key_of_shift
from app.wording import words

_ = words("window")


def cell_menu(plan: RosterPlan, ask: Callable[[Asked], object], parent: QWidget) -> QMenu:
    """A menu that asks for acts and goes when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shifts = menu.addMenu(icon("roster"), _("Set shift"))
    known = tuple(plan.problem.shifts.values())
    for shift in known:
        text, key = f"{shift_name(shift)} {shift_times(shift)}", key_of_shift(shift, known)
        _add(shifts, text, key, ask, Asked(Act.SET, shift=shift.id))
    _add(menu, _("Day off"), "X", ask, Asked(Act.DAY_OFF), "remove")
    menu.addSeparator()
    _add(menu, _("Why"), "F2", ask, Asked(Act.DETAILS), "help")
    _add(menu, _("Lock or unlock"), "L", ask, Asked(Act.LOCK), "lock")
    _add(menu, _("Lock days or agents"), "Ctrl+L", ask, Asked(Act.LOCK_WHOLE), "lock")
    _add(menu, _("Swap"), "Ctrl+Shift+X", ask, Asked(Act.SWAP), "swap")
    menu.addSeparator()
    _add(menu, _("Cut"), "Ctrl+X", ask, Asked(Act.CUT))
    _add(menu, _("Copy"), "Ctrl+C", ask, Asked(Act.COPY), "copy")
    _add(menu, _("Paste"), "Ctrl+V", ask, Asked(Act.PASTE))
    _add(menu, _("Fill down"), "Ctrl+D", ask, Asked(Act.FILL_DOWN))
    _add(menu, _("Fill right"), "Ctrl+R", ask, Asked(Act.FILL_RIGHT))
    return menu


def _add(menu: QMenu, text: str, key: str, ask: Callable[[Asked], object], asked: Asked, symbol: str = "") -> None:
    """One act; the key stands beside it and stays the matrix's own."""
    action = menu.addAction(f"{text}\t{key}")
    if symbol:
        action.setIcon(icon(symbol))
    action.triggered.connect(lambda _checked=False: ask(asked))
