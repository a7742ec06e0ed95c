"""What is wrong with the team, as sentences; gone when nothing is."""

from collections.abc import Sequence

from app.window.frame.card import Card
from app.window.look.look import look
from app.window.tables.sentences import Sentences
from app.wording import words
from app.wording.findings import sentence
from forecasts.findings import Finding

_ = words("window")

MOST_HEIGHT = 120


class ProblemsCard(Card):
    """Each sentence says whom it concerns and what to do."""

    def __init__(self) -> None:
        super().__init__(_("To put right"))
        self.list = Sentences(_("To put right"))
        self.list.setMaximumHeight(look().px(MOST_HEIGHT))
        self.put(self.list)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say these, or nothing at all."""
        self.setVisible(bool(findings))
        self.note.setText(str(len(findings)))
        self.list.show_lines([(finding.level, sentence(finding)) for finding in findings], "")
