"""`backtest`: rolling-origin accuracy of every method and of the product's choice."""

import argparse
from pathlib import Path

from app.commands.documents import write_rows
from app.commands.output import DONE, table
from app.commands.progress import progress_argument, steps
from app.files.interchange import read_history_csv, read_promotions
from app.wording import words
from app.wording.names import name_of
from forecasts.backtest import Backtest, backtest

_ = words("commands")

COLUMNS = ("method", "days", "intervals", "wape", "bias", "inside", "pinball", "day_wape", "day_bias")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("history", type=Path, help=_("history CSV: start,inquiries[,shop][,skill]"))
    parser.add_argument("--promotions", type=Path, help=_("promotions file (TOML)"))
    parser.add_argument("--days", type=int, default=14, help=_("days ahead (default 14)"))
    parser.add_argument("--origins", type=int, default=10, help=_("number of origins (default 10)"))
    parser.add_argument("--out", type=Path, help=_("where the table goes (CSV)"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Measure and show."""
    history = read_history_csv(given.history)
    promotions = read_promotions(given.promotions) if given.promotions else ()
    with steps(given.progress) as step:
        step("backtest", 0.0)
        measured = backtest(
            history, given.days, given.origins, promotions, lambda done: step("backtest", done / given.origins)
        )
    if given.out:
        write_rows(given.out, COLUMNS, values(measured))
    tell(measured)
    return DONE


def values(measured: Backtest) -> list[dict[str, object]]:
    """One row per method and kind of day, shares 0–1, None where there was nothing to compare."""
    return [
        {
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
        for row in measured.rows
    ]


def tell(measured: Backtest) -> None:
    """The table for people."""

    def share(value: object) -> str:
        return f"{value:.1%}" if isinstance(value, float) else "—"

    kinds = {"ordinary": _("ordinary days"), "promotion": _("promotion days")}
    columns = (_("Method"), _("Days"), _("WAPE"), _("Bias"), _("inside P10–P90"), _("WAPE of days"))
    rows = [
        (
            _("the product's choice") if row["method"] == "choice" else name_of(str(row["method"])),
            kinds[str(row["days"])],
            *(share(row[name]) for name in ("wape", "bias", "inside", "day_wape")),
        )
        for row in values(measured)
    ]
    table("", columns, rows)
