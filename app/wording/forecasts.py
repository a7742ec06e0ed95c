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
    "FC04": N_("{series}: {date} was recorded only in part ({percent}% of a usual day); the rest was filled in."),
    "FC05": N_("{series}: {date} holds only zeros on a weekday that is usually busy. It was taken as missing."),
    "FC06": N_(
        "{series}: {date} had {inquiries} inquiries where about {expected} were usual. "
        "It was set aside from the level; enter a promotion if it was one."
    ),
    "FC06 occasion": N_(
        "{series}: {date} ({what}) had {inquiries} inquiries where about {expected} were usual. "
        "It was set aside from the level; enter a promotion if it was one."
    ),
    "FC06 low": N_(
        "{series}: {date} had only {inquiries} inquiries where about {expected} were usual. "
        "It was set aside from the level."
    ),
    "FC06 low occasion": N_(
        "{series}: {date} ({what}) had only {inquiries} inquiries where about {expected} were usual. "
        "It was set aside from the level."
    ),
    "FC07": N_(
        "{series}: {first} to {last} ran at {ratio} times the usual. Was this a promotion? If so, enter it with its "
        "phases; until then these days count as ordinary."
    ),
    "FC07 occasion": N_(
        "{series}: {first} to {last}, with {what} among them, ran at {ratio} times the usual. Was this a promotion? If "
        "so, enter it with its phases; until then these days count as ordinary."
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
    "FC23": N_("{series}: of {date} only {percent}% of a usual day was recorded. It was taken as missing."),
    "FC25": N_("{series}: {first} is missing. It stays missing, not zero."),
    "FC24": N_(
        "{series}: phase {phase} of “{promotion}” ({start}) has the amount you entered; with no earlier phase to "
        "learn from, how it spreads over the clock was assumed."
    ),
    "FC26": N_(
        "{series}: “{driver}” counts for {percent}% of the forecast of ordinary days, at {rate} inquiries each; "
        "its plan was taken as given."
    ),
    "FC27": N_(
        "{series}: “{driver}” was left out, because it and the inquiries have fewer than seven ordinary days in common "
        "in the last eight weeks. Enter its past too."
    ),
    "FC28": N_(
        "{series}: phase {phase} of “{promotion}” ({start}) has no earlier phase to learn from and follows the plan of "
        "its driver: {uplift} times the usual. Enter an uplift if you know better."
    ),
    "FC29": N_("{series}: “{driver}” has no plan for {days} days from {first} on. These days are forecast without it."),
    "FC30": N_(
        "{series}: how many days inquiries lag behind “{driver}” could not be measured, so a curve that peaks on the "
        "third day was assumed. Enter the shares of the days, or at least six weeks of both with ups and downs."
    ),
    "FC31": N_("{series}: “{broadcast}” is forecast at {uplift} times the usual, as measured in earlier broadcasts."),
    "FC32": N_(
        "{series}: nothing is known about broadcasts like “{broadcast}”; {uplift} times the usual was assumed. Enter "
        "an uplift, or earlier broadcasts with their times."
    ),
    "FC33": N_(
        "{series}: broadcasts like “{broadcast}” always fill the same hours, so ordinary days hold them already and "
        "nothing was added."
    ),
    "FC34": N_(
        "{series}: the history holds nothing but zeros. Check the column of inquiries, or leave the series out."
    ),
    "FC35": N_(
        "{series}: {rows} counts are negative or infinite, the first {inquiries} at {start}. Correct or empty "
        "those cells."
    ),
    "FC36": N_(
        "{series}: {rows} rows do not start on the clock grid of {minutes} minutes, the first at {start}. Intervals "
        "seem to be mixed; export the history with one interval length."
    ),
    "FC37": N_(
        "{series}: on {date} the hour from {start} comes twice, as when clocks are set back. The mean of both was "
        "taken."
    ),
    "FC38": N_(
        "“{phase}” of “{promotion}” and “{other}” of “{other_promotion}” overlap from {start} on. The one that starts "
        "later wins there."
    ),
    "FC39": N_(
        "{series}: on {date} every count is even and the day is about twice the usual, as if it had been exported "
        "twice. It was halved; if these inquiries really came, enter a promotion."
    ),
    "FC41": N_(
        "{date} is “{what}”, and no phase of a promotion covers it: it is forecast like any day of its weekday. Enter "
        "the promotion, or empty the occasion in the calendar if the shop takes no part."
    ),
    "FC40": N_(
        "{series}: phase {phase} of “{promotion}” was to be learnt from {analogs}, but nothing could be learnt there. "
        "Choose another promotion, or enter an uplift."
    ),
}
