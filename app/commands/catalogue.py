"""The commands: name to module, what it does, and an example."""

from app.wording import N_

COMMANDS: dict[str, tuple[str, str, str]] = {
    "demo": (
        "demo",
        N_("The whole main job on the sample Double-11 project"),
        "demo --out out/demo",
    ),
    "plan": (
        "plan",
        N_("The whole main job on a project file: forecast, requirement, roster, workbook"),
        "plan --project shop.peakroster --seconds 60 --out roster.xlsx",
    ),
    "sample": (
        "sample",
        N_("Make the sample project, with its forecast and requirement"),
        "sample --out sample.peakroster",
    ),
    "import": (
        "import_files",
        N_("Import inquiry history, agents, shifts, absences, requests, promotions and goals"),
        "import history.csv agents.csv --project shop.peakroster",
    ),
    "history": (
        "history",
        N_("Write the history a project holds, at its finest interval"),
        "history --project shop.peakroster --out history.csv",
    ),
    "forecast": (
        "forecast",
        N_("Expected inquiry volume per interval, with P10, P50 and P90"),
        "forecast history.csv --from 2026-11-10 --days 3 --promotions promotions.toml --out forecast.csv",
    ),
    "outlook": (
        "outlook",
        N_("What people know of the days ahead: promotions, drivers, broadcasts, overrides, calendar, actuals"),
        "outlook --project shop.peakroster --out outlook.toml",
    ),
    "backtest": (
        "backtest",
        N_("Rolling-origin accuracy of every forecasting method"),
        "backtest history.csv --days 14 --origins 10",
    ),
    "staff": (
        "staff",
        N_("Agents required per interval, the binding goal and the predicted service"),
        "staff forecast.csv --goals goals.toml --out requirement.csv",
    ),
    "predict": (
        "predict",
        N_("The service that a given number of agents present will give"),
        "predict forecast.csv --agents-present present.csv --goals goals.toml --out service.csv",
    ),
    "simulate": (
        "simulate",
        N_("The service that a number of agents present will give, simulated message by message"),
        "simulate forecast.csv --agents-present present.csv --replications 20 --seed 1 --out service.csv",
    ),
    "solve": (
        "solve",
        N_("Optimise a roster problem in the interchange format"),
        "solve problem.json --out solution.json --seconds 60 --progress",
    ),
    "reoptimise": (
        "reoptimise",
        N_("Meet an absence or other changes with as few changes of the roster as possible"),
        "reoptimise --project shop.peakroster --absent 007 --from 2026-11-10T18:00 --to 2026-11-12T00:00",
    ),
    "explain": (
        "explain",
        N_("Why this shift and not another, what stops a shortage, whom to hire"),
        "explain --project shop.peakroster --agent 007 --day 2026-11-10",
    ),
    "design": (
        "design",
        N_("Which shifts to offer, and how many heads of each a day needs"),
        "design --project shop.peakroster --most-kinds 12 --out heads.csv",
    ),
    "mix": (
        "mix",
        N_("Which mix of contracts and overtime covers the requirement at least cost"),
        "mix --project shop.peakroster --most part_time=60",
    ),
    "check": (
        "check",
        N_("Judge a roster: broken rules and true cost"),
        "check problem.json solution.json",
    ),
    "compare": (
        "compare",
        N_("Scenarios side by side"),
        "compare --project shop.peakroster",
    ),
    "robust": (
        "robust",
        N_("A roster in sample days and failures, and the cheapest reserve that keeps its goal"),
        "robust --project shop.peakroster --samples 20",
    ),
    "sweep": (
        "sweep",
        N_("A scenario over ranges of volume, agents, robot share and other factors"),
        "sweep --project shop.peakroster --vary volume=0.8:1.4:0.2 --vary agents:part_time=-4:4:4 --out sweep.csv",
    ),
    "export": (
        "export",
        N_("Write the roster for the team, HR, each agent or an attendance system"),
        "export --project shop.peakroster --format team --out roster.xlsx",
    ),
    "review": (
        "review",
        N_("The promotion afterwards: forecast, actuals, roster and service side by side"),
        "review --project shop.peakroster --actuals actuals.csv --out review.xlsx",
    ),
    "screenshots": (
        "screenshots",
        N_("Every page of the window as pictures"),
        "screenshots out/screenshots",
    ),
}
