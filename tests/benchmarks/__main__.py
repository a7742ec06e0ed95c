"""`make bench`: the long benchmarks on the sample shop, as tables; other data can be given to each table itself."""

import os
import tempfile
from pathlib import Path

from app.commands.sample import SCENARIOS, make_sample
from app.pipeline import forecast_of, requirement_of
from app.project.rostering import problem_of
from resources.sample import write_sample
from tests.benchmarks import forecast_table, roster_table

SECONDS = 60.0
PROBLEMS = "ROSTER_PROBLEMS"
"""Environment variable: folders and files of roster problems to add, each with `=SECONDS` where it has its own."""


def main() -> None:
    """Forecasts, then rosters."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        write_sample(here / "files")
        rows = (here / "files" / "history.csv").read_text(encoding="utf-8").splitlines()
        presale = here / "sample_presale.csv"
        presale.write_text("\n".join([rows[0], *(row for row in rows if row.endswith(",presale"))]), encoding="utf-8")
        forecast_table.print_table(presale, days=14, number=10)
        with make_sample(here / "sample.peakroster", lambda _step, _done: None) as file:
            project = file.read()
        scenario = SCENARIOS[0]
        expected, _findings = forecast_of(project, scenario)
        sample = problem_of(project, scenario, requirement_of(project, scenario, expected))
        given = os.environ.get(PROBLEMS, "").split()
        others = [one for name in given for one in roster_table.read(name, SECONDS)]
        roster_table.show([(sample, SECONDS), *others])


if __name__ == "__main__":  # searches run in processes of their own, which import this
    main()
