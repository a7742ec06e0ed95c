"""Sentences for what is wrong with a roster problem or solution in the interchange format."""

from app.wording import N_

SENTENCES = {
    "RP01": N_("“{value}” stands where an object {{…}} belongs. See the format's description."),
    "RP02": N_("The key “{key}” is missing and has no default. Add it."),
    "RP03": N_("The key “{value}” is unknown; a misspelt rule would be silently lost. Known here: {known}."),
    "RP04": N_("The format is “{value}”, not “{expected}”. Check that this is the right file."),
    "RP05": N_("{value} is too small; the least is {least}."),
    "RP06": N_("“{value}” is not a time of day. Write it as HH:MM, such as 21:30."),
    "RP07": N_("“{value}” is not a date. Write it as YYYY-MM-DD, such as 2026-11-11."),
    "RP08": N_("“{value}” is not a moment. Write it as 2026-11-11T00:00, local time without a zone."),
    "RP09": N_("The id “{value}” stands twice. Give each its own."),
    "RP10": N_("There is no shift “{value}”. Known shifts: {known}."),
    "RP11": N_("Day {value} lies outside the horizon of {days} days. The first day is 0."),
    "RP12": N_("The curve has {given} values, the horizon has {expected} intervals. Give one value for each."),
    "RP13": N_(
        "The price of shortage must rise or stay with every step, and every step but the last needs “agents”; "
        "costs here: {value}."
    ),
    "RP14": N_("“{value}” is not possible here. Choose one of: {allowed}."),
    "RP15": N_("The shift is {value} minutes long; at most {most} are possible. Split it."),
    "RP16": N_(
        "Shift “{value}”: this break fits nowhere. Its start must lie in from … to, on an interval's border, and the "
        "whole break inside the shift."
    ),
    "RP17": N_("Shift “{value}”: its breaks cannot all be placed without overlapping. Widen a window."),
    "RP18": N_("The absence {value} ends before it starts. Swap or correct the times."),
    "RP19": N_("An absence is either a “day” or a span “from” … “to”. Give one of the two."),
    "RP20": N_("{value} has no shift they may work and will always be off. Name shifts, or leave the key out for all."),
    "RP21": N_("Day {value} is given twice with different content. Keep one."),
    "RP22": N_("No shift carries the tag “{value}”, so this rule does nothing. Check the spelling."),
    "RP23": N_("There is no skill “{value}”. Known skills: {known}."),
    "RP24": N_(
        "Shift “{value}” does not start and end on borders of {interval_minutes} minutes; an interval worked only in "
        "part covers nothing."
    ),
    "RP25": N_("“{value}” stands where a list […] belongs. See the format's description."),
    "RP26": N_("“{value}” is not a text that can be used here. Write it in quotation marks."),
    "RP27": N_("“{value}” is not a number."),
    "RP28": N_("“{value}” is not a whole number."),
    "RP29": N_('“{value}” is not a pair of shift ids such as ["N", "E"].'),
    "RP30": N_("{value} is not possible; it must lie between {least} and {most}."),
    "RP32": N_("Day {value} comes before the first day {first}. Swap or correct the days."),
    "RP33": N_("No agent carries the tag “{value}”. Check the spelling, or give an agent this tag."),
    "RP34": N_("The time {value} ends before it starts. Swap or correct the moments."),
    "RP35": N_("There is no agent “{value}” in this problem. Take the entry out or correct the id."),
    "RP37": N_(
        "Shift “{value}”: this rest may begin before the one before it is over. Give windows one after the other."
    ),
    "RP36": N_("The weights of the load levels add up to nothing. Give at least one level a weight above 0."),
    "RP31": N_("{value} has two shifts on day {day}. Keep one."),
}
