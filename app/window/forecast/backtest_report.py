"""What the backtest command tells, as a row a method and the sentence why the product chose as it did."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.window.formats import share_text
from app.window.tables.numbers_table import Column, Row
from app.wording import words
from app.wording.names import name_of, paragraph
from forecasts.source import Provenance

_ = words("window")
CHOICE = "choice"
KINDS = ("ordinary", "promotion")
Numbers = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class BacktestReport:
    """`rows` by method, kind of days and week ahead (None for all weeks); `methods` in order, the choice first."""

    days: int
    origins: int
    rows: dict[tuple[str, str, int | None], Numbers] = field(default_factory=dict)

    @property
    def methods(self) -> tuple[str, ...]:
        """In the order of the table."""
        return tuple(dict.fromkeys(method for method, _kind, _week in self.rows))

    @property
    def weeks(self) -> tuple[int, ...]:
        """Weeks ahead, from 1."""
        return tuple(sorted({week for _method, _kind, week in self.rows if week is not None}))

    def value(self, method: str, kind: str, name: str, week: int | None = None) -> float | None:
        """One number, None where nothing was compared."""
        return self.rows.get((method, kind, week), {}).get(name)


def read_backtest(output: str) -> BacktestReport | None:
    """The report in a child's output, None when it wrote something else."""
    try:
        told = json.loads(output)
        rows = {(row["method"], row["days"], row["week"]): row for row in told["rows"]}
        return BacktestReport(int(told["days"]), len(told["first_days"]), rows)
    except (ValueError, KeyError, TypeError):
        return None


def backtest_columns(report: BacktestReport) -> tuple[Column, ...]:
    """Ordinary days with each week ahead, then promotion days."""
    weeks = (Column(_("week {number}").format(number=week)) for week in report.weeks)
    return (
        Column(_("Method"), words=True, wide=True),
        Column(_("Weight now")),
        Column(_("Ordinary days: error")),
        *weeks,
        Column(_("of days")),
        Column(_("bias")),
        Column(_("in P10–P90")),
        Column(_("pinball")),
        Column(_("Promotion days: error")),
        Column(_("of days")),
        Column(_("bias")),
        Column(_("in P10–P90")),
    )


def weights_of(sources: Sequence[Provenance]) -> dict[str, float]:
    """The weight of each method in the forecast shown."""
    return {each.name: each.value for each in sources if each.subject == "weight" and each.value is not None}


def backtest_rows(report: BacktestReport, weights: Mapping[str, float]) -> list[Row]:
    """A row each method, with its weight in the forecast shown; the product's own is strong."""
    return [_row(report, method, weights) for method in report.methods]


def _row(report: BacktestReport, method: str, weights: Mapping[str, float]) -> Row:
    ordinary = [report.value(method, "ordinary", "wape")]
    ordinary += [report.value(method, "ordinary", "wape", week) for week in report.weeks]
    ordinary += [report.value(method, "ordinary", name) for name in ("day_wape", "bias", "inside", "pinball")]
    promotion = [report.value(method, "promotion", name) for name in ("wape", "day_wape", "bias", "inside")]
    name = _("the product's choice") if method == CHOICE else name_of(method)
    weight = "" if method == CHOICE or not weights else share_text(weights.get(method))
    return Row((name, weight, *(share_text(value) for value in (*ordinary, *promotion))), strong=method == CHOICE)


def why(report: BacktestReport) -> str:
    """What was picked, and how it did beside the best method alone."""
    said = _(
        "Chosen: the blend of all methods, weighted anew for each forecast by their errors in rehearsal; "
        "promotions come from earlier ones. {origins} forecasts of {days} days were compared."
    )
    parts = [said.format(origins=report.origins, days=report.days)]
    own = report.value(CHOICE, "ordinary", "wape")
    others = {m: w for m in report.methods if m != CHOICE and (w := report.value(m, "ordinary", "wape")) is not None}
    if own is not None and others:
        best = min(others, key=lambda method: others[method])
        text = _("Ordinary days: {own} off; the best method alone, {best}, {other}.")
        parts.append(text.format(own=share_text(own), best=name_of(best), other=share_text(others[best])))
    promoted, blind = (report.value(method, "promotion", "wape") for method in (CHOICE, "mean4"))
    if promoted is not None and blind is not None:
        text = _("Promotion days: {own} off; without knowing of the promotion {other}.")
        parts.append(text.format(own=share_text(promoted), other=share_text(blind)))
    return paragraph(parts)
