"""`backtest`: rolling-origin accuracy of every method and of the product's choice."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.commands.documents import write_rows
from app.commands.numbers_given import count
from app.commands.output import DONE, print_json, table
from app.commands.progress import progress_argument, steps
from app.files.interchange import read_history_csv, read_outlook
from app.project.file import ProjectFile
from app.wording import words
from app.wording.names import name_of
from forecasts.backtest import CHOICE, Backtest, BacktestRow, backtest
from forecasts.findings import Finding, InputError
from forecasts.history import History
from forecasts.outlook import Outlook
from forecasts.promotion import Promotion

_ = words("commands")

COLUMNS = ("method", "days", "intervals", "wape", "bias", "inside", "pinball", "day_wape", "day_bias")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("history", type=Path, nargs="?", help=_("history CSV: start,inquiries[,shop][,skill]"))
    parser.add_argument("--project", type=Path, help=_("project file (.peakroster)"))
    parser.add_argument("--promotions", type=Path, help=_("promotions file (TOML)"))
    parser.add_argument("--days", type=count, default=14, help=_("days ahead (default 14)"))
    parser.add_argument("--origins", type=count, default=10, help=_("number of origins (default 10)"))
    parser.add_argument("--by-week", action="store_true", help=_("a row for each week ahead, too"))
    parser.add_argument("--out", type=Path, help=_("where the table goes (CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print the table as JSON"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Measure and show."""
    history, promotions, told = inputs(given)
    with steps(given.progress) as step:
        step("backtest", 0.0)
        measured = backtest(
            history,
            given.days,
            given.origins,
            promotions,
            lambda done: step("backtest", done / given.origins),
            told=told,
        )
    rows = values(measured.rows) + (values(measured.by_week) if given.by_week else [])
    if given.out:
        write_rows(given.out, ("week", *COLUMNS) if given.by_week else COLUMNS, [_chosen(row, given) for row in rows])
    if given.json:
        days = [day.isoformat() for day in measured.first_days]
        print_json({"days": measured.days, "first_days": days, "rows": [_chosen(row, given) for row in rows]})
    else:
        tell(measured, given.by_week)
    return DONE


def inputs(given: argparse.Namespace) -> tuple[History, Sequence[Promotion], Outlook]:
    """What to measure on: a project's own, or files. Raises InputError CM06 when there is neither."""
    if given.project:
        with ProjectFile.open(given.project) as file:
            project = file.read()
        return project.history.pooled(), project.promotions, project.outlook
    if given.history is None:
        raise InputError([Finding("CM06", facts={"name": "HISTORY"})])
    promotions, told = read_outlook(given.promotions) if given.promotions else ((), Outlook())
    return read_history_csv(given.history), promotions, told


def values(rows: Iterable[BacktestRow]) -> list[dict[str, object]]:
    """One row per method and kind of day, shares 0–1, None where there was nothing to compare; `week` None for all."""
    return [
        {
            "week": row.week,
            "method": row.method,
            "days": row.days,
            "intervals": row.by_interval.intervals,
            "wape": row.by_interval.wape,
            "bias": row.by_interval.bias,
            "inside": row.by_interval.inside,
            "pinball": row.by_interval.pinball,
            "day_wape": row.by_day.wape,
            "day_bias": row.by_day.bias,
        }
        for row in rows
    ]


def _chosen(row: dict[str, object], given: argparse.Namespace) -> dict[str, object]:
    return row if given.by_week else {name: row[name] for name in COLUMNS}


def tell(measured: Backtest, by_week: bool) -> None:
    """The table for people."""

    def share(value: object, digits: int = 1) -> str:
        return f"{value:.{digits}%}" if isinstance(value, float) else "—"

    kinds = {"ordinary": _("ordinary days"), "promotion": _("promotion days")}
    columns = (_("Method"), _("Days"), _("Week"), _("WAPE"), _("Bias"), _("inside P10–P90"), _("Pinball"))
    rows = [
        (
            _("the product's choice") if row["method"] == CHOICE else name_of(str(row["method"])),
            kinds[str(row["days"])],
            _("all") if row["week"] is None else str(row["week"]),
            *(share(row[name]) for name in ("wape", "bias", "inside")),
            share(row["pinball"], 2),
            share(row["day_wape"]),
        )
        for row in values((*measured.rows, *(measured.by_week if by_week else ())))
    ]
    table("", (*columns, _("WAPE of days")), rows)
