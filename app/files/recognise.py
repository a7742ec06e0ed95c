"""Which shape a grid has: its header, its profile, and what stands in the way."""

from app.files.grid import Grid, column_letters, text_of
from app.files.header import Header, find_header
from app.files.log import Log
from app.files.profiles import FormatProfile, Profiles


def recognise(
    grid: Grid, profiles: Profiles, log: Log, header_row: int | None = None
) -> tuple[Header, FormatProfile] | None:
    """Header and profile of a grid, or None with the reason noted: IE03, IE04, IE05."""
    header = find_header(grid, profiles, header_row)
    if header is None:
        log.problem("IE03")
        return None
    profile = next((profile for profile in profiles.profiles if profile.fits(header.present)), None)
    if profile is None:
        _tell_nearest(grid, header, profiles, log)
        return None
    return None if _tell_twice(grid, header, profile, log) else (header, profile)


def _tell_nearest(grid: Grid, header: Header, profiles: Profiles, log: Log) -> None:
    """The one column that would make the table readable, by the profile that lacks the least of columns with names."""
    of_people = not header.present.isdisjoint({"agent_id", "agent_name"})
    lacking = [(profile.missing(header.present), profile) for profile in profiles.profiles]
    named = [(needs, profile) for needs, profile in lacking if needs and all(map(profiles.column_names, needs))]
    needs, _ = min(
        named, key=lambda each: (len(each[0]), (each[1].kind == "history") is of_people, -len(each[1].needs))
    )
    need = needs[0]
    there = [text_of(value) for value in grid.rows[header.row] if text_of(value)]
    meaning = need.split("|")[0]
    facts = {"names": profiles.column_names(need), "columns": " ".join(there), "all": there, "meaning": meaning}
    log.problem("IE04", facts=facts | {"variant": meaning})


def _tell_twice(grid: Grid, header: Header, profile: FormatProfile, log: Log) -> bool:
    """A needed column that stands twice under one name."""
    used = {header.columns[name] for need in profile.needs for name in need.split("|") if name in header.columns}
    found = False
    for indexes in header.twice.values():
        if used & set(indexes):
            letters = [column_letters(index) for index in indexes]
            name = text_of(grid.rows[header.row][indexes[0]])
            meaning = next(column for column, index in header.columns.items() if index in indexes)
            facts: dict[str, object] = {"first": letters[0], "second": letters[1], "meaning": meaning}
            facts["all"] = [f"{letter}:{name}" for letter in letters]
            log.problem("IE05", header.row + 1, value=name, facts=facts)
            found = True
    return found
