"""`sweep`: a scenario over ranges of one or more factors, a row for each point, finished points kept."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from app.commands.comparison_table import write_comparison
from app.commands.output import ATTENTION, DONE, print_json, say, table
from app.commands.progress import progress_argument, steps
from app.commands.project_options import project_options, scenario_of
from app.commands.solve import limits_arguments, limits_of
from app.engines import executors
from app.project.factors import FACTORS, is_factor
from app.project.file import ProjectFile
from app.sweep import Point, SweepRow, kept_document, points, ranges_of, sweep
from app.wording import words
from forecasts.findings import Finding, InputError

_ = words("commands")

SECONDS = 20.0


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    project_options(parser)
    parser.add_argument(
        "--vary", action="append", required=True, help=_("a factor and its range, volume=0.8:1.4:0.2 or seats=60,80")
    )
    parser.add_argument("--out", type=Path, help=_("where the table goes (.xlsx or CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print the table as JSON"))
    parser.add_argument("--kept", action="store_true", help=_("only the points finished before; plan nothing"))
    parser.add_argument("--engine", default="local", help=_("local, or dask://HOST:PORT"))
    parser.add_argument("--processes", type=int, help=_("processes at once (default: one for each processor)"))
    limits_arguments(parser)
    parser.set_defaults(seconds=SECONDS)
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Plan the points that the project has no row of yet; exit status 1 when a point has no roster."""
    ranges = _ranges(given.vary)
    engine = executors(given.engine, given.processes)
    with ProjectFile.open(given.project) as file, steps(given.progress) as step:
        project = file.read()
        wanted = points(project, scenario_of(project, given.scenario), ranges, limits_of(given))

        def keep(key: str, row: SweepRow) -> None:
            file.keep_sweep_row(key, kept_document(row))

        known = file.sweep_rows()
        if given.kept:
            wanted = [point for point in wanted if point.key in known]
        rows = sweep(wanted, known, engine, keep, lambda done, of: step("sweep", done / max(1, of)))
    found = [row for row in rows if row is not None]
    _write(given, found)
    _tell_failed(wanted, rows)
    return DONE if len(found) == len(rows) else ATTENTION


def _ranges(texts: Sequence[str]) -> dict[str, tuple[float, ...]]:
    """The factors to vary. Raises InputError CM43 for a range that cannot be read, CM44 for an unknown factor."""
    found: dict[str, tuple[float, ...]] = {}
    wrong = []
    for text in texts:
        try:
            found |= ranges_of([text])
        except ValueError:
            wrong.append(Finding("CM43", value=text))
    names = ", ".join([*FACTORS, "agents:full_time", "wage:part_time"])
    wrong += [Finding("CM44", value=name, facts={"names": names}) for name in found if not is_factor(name)]
    if wrong:
        raise InputError(wrong)
    return found


def _write(given: argparse.Namespace, found: Sequence[SweepRow]) -> None:
    documents = [row.document() for row in found]
    if given.out and documents:
        write_comparison(given.out, documents)
    if given.json:
        print_json({"rows": documents})
        return
    heads = [*(found[0].values if found else ()), _("cost"), _("hours"), _("short"), _("service"), _("lost"), _("gap")]
    table(heads[0] if heads else "", heads[1:], [_line(row) for row in found])


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
