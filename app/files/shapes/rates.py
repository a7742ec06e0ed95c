"""The reply rates that a report holds beside its counts, checked for what cannot be."""

from app.files.table import Table
from app.files.values.share import bare_numbers, numbers_are_percent, read_share
from forecasts.findings import Level


def check_rates(table: Table) -> None:
    """Note a rate over 100 % (IE16), and that bare numbers were read as percent (IN05)."""
    if not table.has("reply_rate"):
        return
    values = table.values("reply_rate")
    percent = numbers_are_percent(values)
    table.parsed("reply_rate", lambda value: read_share(value, percent))
    if percent:
        facts = {"most": f"{max(bare_numbers(values)):g}"}
        table.log.problem("IN05", column=table.name("reply_rate"), level=Level.NOTICE, facts=facts)
