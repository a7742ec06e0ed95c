"""Sentences about service goals and staffing, and the names of the goals that decide on a number of agents."""

from app.wording import N_

SENTENCES = {
    "ST01": N_("{skill}: {name} is {value}, it must be at least {least}."),
    "ST02": N_("{skill}: {name} is {value}, it must not be negative."),
    "ST03": N_("{skill}: {name} is {value}, it must be a share of at least 0 and below 1 (15 % is 0.15)."),
    "ST04": N_(
        "{skill}: the goal {name} is {value}, it must lie between 0 and 1, both excluded (80 % is 0.8). "
        "Leave it out to drop the goal."
    ),
    "ST05": N_(
        "{skill}: an average response of {value} seconds cannot be reached, since one reply takes {seconds_per_reply} "
        "seconds even with a single chat. Raise the goal or shorten the replies."
    ),
    "ST06": N_(
        "{skill}: a slow share of {value} cannot be reached, since {least} remains even with a single chat each. "
        "Raise the goal or shorten the replies."
    ),
    "ST07": N_(
        "{skill}: “{value}” is not a volume to plan for. Choose p50, p80, p90 or mean, with another one for some hours "
        "if you like: p50 00:00-02:00=p90."
    ),
    "ST08": N_(
        "{skill}: the forecast holds several shops ({shops}). Add up their volume first, since two teams need more "
        "agents than one that serves both."
    ),
    "ST09": N_("{skill}: the volume of {intervals} intervals is negative or missing. Correct the forecast."),
    "ST10": N_(
        "{skill}: agents present are needed for all {expected} intervals, zero or more each; there are {found}. "
        "Complete the numbers."
    ),
    "ST11": N_(
        "Forecast or history has one number per {minutes} minutes. How the minutes after an opening run was filled in "
        "along a smooth curve; import a finer history for a plan to rely on."
    ),
    "ST12": N_("{skill}: {name} is {value}, it must be at most {most}."),
    "ST13": N_("The simulation cannot take {value} as {name}, it must be a whole number from {least} to {most}."),
    "ST14": N_(
        "{skill}: {inquiries} inquiries are too many to be played through one by one, at most {most}. Simulate fewer "
        "days, or predict the service instead."
    ),
    "ST15": N_(
        "{skill}: “{value}” is not a shrinkage by time of day. Write hours and a share below 1, as in "
        "00:00-06:00=0.05 20:00-24:00=0.2."
    ),
    "ST16": N_(
        "{skill}: exam window {number} does not make sense. It needs a start before its end, a time limit between 0 "
        "and 3600 seconds and a target between 0 and 1, both excluded."
    ),
    "ST17": N_(
        "{skill}: exam window {number} asks for {target} within {seconds} seconds, but even with a single chat each no "
        "more than {most} is reached. Lower the target or shorten the replies."
    ),
    "ST18": N_(
        "{skill}: with this roster, {intervals} intervals are predicted to miss a service goal: {spans}. Add agents "
        "there, or accept it."
    ),
    "ST19": N_(
        "{skill}: a first response of {value} seconds cannot be reached, since one reply takes {seconds_per_reply} "
        "seconds even with a single chat. Raise the goal or shorten the replies."
    ),
    "ST20": N_(
        "{skill}: “{value}” is not a shrinkage by contract. Write contracts and a share below 1, as in "
        "part_time=0.1 outsourced=0.2."
    ),
    "ST21": N_(
        "{skill}: “{value}” are not chat durations by number of chats held. Write rising levels and seconds, as "
        "in 1=275 4=328 8=489."
    ),
    "ST22": N_(
        "{skill}: chats of {seconds} seconds at {level} held are shorter than the effort in them, {least} seconds. "
        "Correct the durations measured, or the time per reply and the replies per chat."
    ),
    "ST23": N_(
        "{skill}: {inquiries} inquiries in an hour are more than agents can be found for, at most {most}. Check the "
        "unit of the numbers and the interval."
    ),
    "ST24": N_(
        "Planned for {level} alone: pay {pay} yuan, {short} agent-hours short when the load turns out so, "
        "{expected} yuan expected over all levels. The roster found: {found} yuan expected."
    ),
    "ST25": N_(
        "Up to {agents} agents are required at once (from {start}), and there are {seats} seats: {hours} hours ask for "
        "more. Add sub-accounts or desks, or expect a shortage there."
    ),
}
"""Sentence by finding code of `scheduler.staffing`."""

BINDING_GOALS = {
    "service_level": N_("Service level"),
    "first_response": N_("First response"),
    "average_response": N_("Average response"),
    "reply_rate": N_("Reply rate"),
    "slow_share": N_("Slow share"),
    "minimum_present": N_("Minimum present"),
    "exam_window": N_("Exam window"),
    "utilisation": N_("Utilisation"),
}
"""What people call the goal that decided, by its name in a requirement."""
