"""`sweep`: a scenario over ranges of one or more factors, a row for each point, finished points kept."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from app.commands.comparison_table import write_comparison
from app.commands.engine_options import engine_arguments, executors_of
from app.commands.output import ATTENTION, DONE, print_json, say, table
from app.commands.progress import progress_argument, steps
from app.commands.project_options import project_options, scenario_of
from app.commands.solve import limits_arguments, limits_of
from app.comparison_report import Report
from app.exchange import Checked, Contradiction, contradictions
from app.points import Point, SweepRow, points
from app.project.factors import FACTORS, is_factor
from app.project.file import ProjectFile
from app.sweep import Sweep, kept_row, ranges_of
from app.wording import words
from forecasts.findings import Finding, InputError

_ = words("commands")

SECONDS, GAP = 20.0, 0.01
"""Of each point, unless given."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    project_options(parser)
    parser.add_argument(
        "--vary", action="append", required=True, help=_("a factor and its range, volume=0.8:1.4:0.2 or seats=60,80")
    )
    parser.add_argument("--out", type=Path, help=_("where the table goes (.xlsx, .pdf or CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print the table as JSON"))
    parser.add_argument("--kept", action="store_true", help=_("only the points finished before; plan nothing"))
    engine_arguments(parser)
    limits_arguments(parser)
    parser.set_defaults(seconds=SECONDS, gap=GAP, workers=1)
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Plan the points that the project has no row of yet; exit status 1 when a point has no roster."""
    ranges, engine, limits = _ranges(given.vary), executors_of(given), limits_of(given)
    with ProjectFile.open(given.project) as file, steps(given.progress) as step:
        project, known = file.read(), file.sweep_rows()
        wanted = points(project, scenario_of(project, given.scenario), ranges)
        if given.kept:
            wanted = [point for point in wanted if (kept_row(point, known.get(point.key))) is not None]
            limits = replace(limits, seconds=0.0)
        made = Sweep(wanted, limits, known, file.keep_sweep_row, lambda done, of: step("sweep", done / max(1, of))).run(
            engine
        )
    rows = {point.place: row for point, row in zip(wanted, made, strict=True)}
    _write(given, [row for row in made if row is not None], contradictions({p.place: p for p in wanted}, rows))
    _tell_failed(wanted, made)
    return ATTENTION if None in made else DONE


def _ranges(texts: Sequence[str]) -> dict[str, tuple[float, ...]]:
    """The factors to vary. Raises InputError CM43 for a range that cannot be read, CM44 for an unknown factor."""
    found: dict[str, tuple[float, ...]] = {}
    wrong = []
    for text in texts:
        try:
            found |= ranges_of([text])
        except ValueError:
            wrong.append(Finding("CM43", value=text))
    names = (*FACTORS, "agents:full_time", "wage:part_time")
    wrong += [Finding("CM44", value=name, facts={"names": names}) for name in found if not is_factor(name)]
    if wrong:
        raise InputError(wrong)
    return found


def _write(given: argparse.Namespace, found: Sequence[SweepRow], checked: Checked) -> None:
    documents = [row.document() for row in found]
    if given.out and documents:
        write_comparison(given.out, Report(documents))
    if given.json:
        compared, wrong = checked
        print_json({"rows": documents, "pairs_compared": compared, "contradictions": [asdict(one) for one in wrong]})
        return
    heads = [*(found[0].values if found else ()), _("cost"), _("hours"), _("short"), _("service"), _("lost"), _("gap")]
    table(heads[0] if heads else "", heads[1:], [_line(row) for row in found])
    _tell_checked(*checked)


def _tell_checked(compared: int, wrong: Sequence[Contradiction]) -> None:
    """Whether neighbouring points agree with what must hold between them."""
    if compared:
        text = _("{count} pairs of neighbouring points compared, {wrong} contradict each other beyond their gaps.")
        say(text.format(count=compared, wrong=len(wrong)))


def _line(row: SweepRow) -> list[str]:
    """One point for people."""
    numbers = row.row
    level = "—" if numbers.service_level is None else f"{numbers.service_level:.1%}"
    gap = "—" if numbers.gap is None else f"{numbers.gap:.2%}"
    return [
        *(f"{value:g}" for value in row.values.values()),
        f"{numbers.cost:,.0f}",
        f"{numbers.agent_hours:,.0f}",
        f"{numbers.shortage_hours:,.1f}",
        level,
        f"{numbers.lost:,.0f}",
        gap,
    ]


def _tell_failed(wanted: Sequence[Point], rows: Sequence[SweepRow | None]) -> None:
    for point, row in zip(wanted, rows, strict=True):
        if row is None:
            say(_("{point}: the rules leave no roster.").format(point=point.scenario.name))
