"""The rules page (规则): limits, prices and pay with their articles; a change says what it does to the roster."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.window.frame.card import Card
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.message import Message, Mood
from app.window.frame.view import ProjectView
from app.window.rules.effect import effect_text
from app.window.rules.values import default_of, fields, new_rules, searched
from app.window.tables.list_editor import ListEditor
from app.wording import words
from app.wording.names import listed
from app.wording.rulebook import scope_name, value_name
from scheduler.rulebook import Rule, Rulebook

_ = words("window")


class RulesPage(FilledPage):
    """One table of every value; a filter above it."""

    step = "rules"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: ProjectView | None = None
        self.needle = QLineEdit()
        self.needle.setPlaceholderText(_("Find rules"))
        self.needle.setAccessibleName(_("Find rules"))
        self.needle.setClearButtonEnabled(True)
        self.needle.textChanged.connect(lambda _text: self._show())
        self.only_changed = QPushButton()
        self.only_changed.setCheckable(True)
        self.only_changed.toggled.connect(lambda _on: self._show())
        self.table: ListEditor | None = None
        self.add_new = QPushButton()
        self.primary = self.act(_("Optimise roster"), "optimise", self._optimise)

    def title(self) -> str:
        """What the header calls it."""
        return _("Rules")

    def follow(self, view: ProjectView | None) -> None:
        """A roster needs a team and a requirement."""
        if self.primary is not None:
            ready = view is not None and bool(view.project.team) and view.requirement is not None
            self.primary.setEnabled(ready)

    def is_empty(self, _view: ProjectView) -> bool:
        """A project always has rules."""
        return False

    def empty(self) -> QWidget:
        """The way to a project."""
        sentence = _("Rules belong to a project. Open one or look at the sample.")
        return EmptyState("rules", sentence, _("Open the sample project"), self.desk.sample)

    def build(self) -> QWidget:
        """The table with its filter."""
        card = Card(_("Rules and prices"), _("Law is printed with its article. Nothing here is legal advice."))
        card.title_row.addWidget(self.only_changed)
        card.title_row.addWidget(self.needle)
        self.table = ListEditor(_("Rules"), fields(), None, _("No rule has these words."))
        self.table.delete.hide()
        self.table.button(_("As in a new project"), "undo", self._reset)
        self.add_new = self.table.button("", "add", self._add_new)
        self.add_new.setToolTip(
            _("Rules that this program knows and the project, made by an earlier one, does not have")
        )
        self.table.changed.connect(self._changed)
        self.table.refused.connect(lambda why: self.desk.say(Message(why, Mood.WARNING)))
        card.put(self.table)
        return card

    def fill(self, view: ProjectView) -> None:
        """Show the rulebook."""
        self._view = view
        self._show()

    def _show(self) -> None:
        if self.table is not None and self._view is not None:
            book = self._view.project.rulebook
            by_hand = sum(rule.changed for rule in book.rules)
            self.only_changed.setText(_("Changed by hand ({count})").format(count=by_hand))
            self.only_changed.setEnabled(bool(by_hand) or self.only_changed.isChecked())
            new = new_rules(book)
            self.add_new.setText(_("Add {count} new rules").format(count=len(new)))
            self.add_new.setAccessibleName(self.add_new.text())
            self.add_new.setVisible(bool(new))
            self.table.show_values(searched(book, self.needle.text(), self.only_changed.isChecked()))

    def _changed(self, rules: tuple[Rule, ...]) -> None:
        """Put the edited rows back into the whole book, and say what that does to the roster."""
        if self._view is None:
            return
        before = self._view.project.rulebook
        now = {(rule.key, rule.scope): rule for rule in rules}
        after = Rulebook(tuple(now.get((rule.key, rule.scope), rule) for rule in before.rules))
        changed = [new for old, new in zip(before.rules, after.rules, strict=True) if old != new]
        if changed:
            label = listed(f"{value_name(rule.key)} ({scope_name(rule.scope)})" for rule in changed[:3])
            self._store(self._view, after, label)

    def _add_new(self) -> None:
        """The rules that the project does not have yet, as in a new one."""
        if self._view is not None:
            book = self._view.project.rulebook
            after = Rulebook((*book.rules, *new_rules(book)))
            self._store(self._view, after, self.add_new.text())

    def _store(self, view: ProjectView, after: Rulebook, label: str) -> None:
        """Keep a rulebook and say what it does to the roster."""
        before, shown = view.project.rulebook, self.desk.document.judged
        self.desk.document.change(label, replace(view.project, rulebook=after))
        effect = effect_text(view, before, after, shown)
        if effect:
            self.desk.say(Message(effect))

    def _reset(self) -> None:
        """The chosen rule as a new project has it."""
        if self.table is None:
            return
        row = self.table.table.currentIndex().row()
        if 0 <= row < len(self.table.values):
            values = list(self.table.values)
            values[row] = default_of(values[row])
            self._changed(tuple(values))

    def _optimise(self) -> None:
        self.desk.go("roster")
