"""Sentences for what the forecast tells about a history and a promotion calendar."""

from app.wording import N_

SENTENCES = {
    "FC01": N_(
        "{series}: the history holds {days} whole days, a forecast needs at least {needed}. "
        "Import more days, or enter the expected inquiries by hand."
    ),
    "FC02": N_(
        "{series}: only {days} whole days of history. Confidence is low, the range was widened by half. "
        "Four weeks make it normal."
    ),
    "FC03": N_("{series}: {days} days missing between {first} and {last}. They stay missing, not zero."),
    "FC04": N_("{series}: {date} was recorded only in part ({percent} % of a usual day); the rest was filled in."),
    "FC05": N_("{series}: {date} holds only zeros on a weekday that is usually busy. It was taken as missing."),
    "FC06": N_(
        "{series}: {date} had {inquiries} inquiries where about {expected} were usual. "
        "It was set aside from the level; enter a promotion if it was one."
    ),
    "FC07": N_(
        "{series}: {first} to {last} ran at {ratio} times the usual. If this was a promotion, enter it with its "
        "phases; until then these days count as ordinary."
    ),
    "FC08": N_("{series}: {rows} rows repeat a start that was already there. The later row was kept."),
    "FC09": N_("{series}: no inquiries on weekday {weekday} (1 Monday … 7 Sunday). It is taken as closed."),
    "FC10": N_(
        "{series}: the history ends on {last}, {days} days before the forecast begins. Import newer days "
        "for a narrower range."
    ),
    "FC11": N_(
        "The history counts every {history_minutes} minutes, the plan needs {minutes}. The counts were split along "
        "a smooth line; import finer rows for a true shape."
    ),
    "FC12": N_(
        "{series}: phase {phase} of “{promotion}” ({start}) was learnt from {learnt_from}, where it brought "
        "{uplift} times the usual."
    ),
    "FC13": N_(
        "{series}: there is no earlier phase {phase} to learn from for “{promotion}” ({start}). A burst was assumed: "
        "a fifth of the day in the first two hours. Enter an uplift or the expected inquiries."
    ),
    "FC14": N_(
        "{series}: phase {phase} of “{promotion}” cannot teach: its days or the two ordinary weeks before it "
        "are not in the history."
    ),
    "FC15": N_(
        "{series}: outside the promotions less than a week of history is left, so promotion days were taken as "
        "ordinary ones. Import earlier days."
    ),
    "FC16": N_("{series}: the history leaves out intervals without inquiries; {intervals} of them were read as zero."),
    "FC17": N_("{rows} rows of the history lie on or after {first_day} and were left out of the forecast."),
    "FC18": N_(
        "{series}: nothing is known about phase {phase} of “{promotion}” ({start}), so its shape is that of ordinary "
        "days. Enter an uplift or the expected inquiries."
    ),
    "FC19": N_("The history is empty. Import inquiries first."),
    "FC20": N_("Intervals of {minutes} minutes do not divide a day. Export the history by 15, 30 or 60 minutes."),
    "FC21": N_(
        "Statutory holidays in the plan are forecast like their weekday: {dates}. Enter a promotion phase if "
        "you expect otherwise."
    ),
    "FC22": N_(
        "The history is too short to backtest {days} days ahead: it needs at least {needed} days. Choose fewer days."
    ),
    "FC23": N_("{series}: of {date} only {percent} % of a usual day was recorded. It was taken as missing."),
    "FC25": N_("{series}: {first} is missing. It stays missing, not zero."),
    "FC24": N_(
        "{series}: phase {phase} of “{promotion}” ({start}) has the amount you entered; with no earlier phase to "
        "learn from, how it spreads over the clock was assumed."
    ),
}
