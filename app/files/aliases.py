"""Names in files that a person has said to be agents under another name, put right before anything is matched."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.files.content import FileContent


def with_agents_named(contents: Iterable[FileContent], ids: Mapping[str, str]) -> None:
    """Put the agent's id, by the name in the file, in the place of each such name."""
    if not ids:
        return
    for content in contents:
        content.absences = [replace(each, agent=ids.get(each.agent, each.agent)) for each in content.absences]
        content.requests = [replace(each, agent=ids.get(each.agent, each.agent)) for each in content.requests]
        content.attended = [replace(each, agent=ids.get(each.agent, each.agent)) for each in content.attended]
        content.rosters = [
            replace(roster, agents=tuple(replace(row, id=ids.get(row.name, row.id)) for row in roster.agents))
            for roster in content.rosters
        ]
