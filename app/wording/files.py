"""Sentences for what is wrong with a file that is imported, and with the project file itself.

A code with variants (`IE07 text`) says the variant that the finding's facts name. What a sentence is about, the
file, row and column, is put in front of it by `app.wording.findings`.
"""

from app.wording import N_

SENTENCES = {
    "IE01": N_("not a workbook, web page or text table. Export it again, or save it as .xlsx."),
    "IE01 system": N_("cannot be read: {reason}. Check the path and the right to read it."),
    "IE02": N_("protected by a password. Remove the password in Excel or WPS and import again."),
    "IE03": N_("no row with known column names in the first 15 rows. Point at the header row, or choose a format."),
    "IE04": N_("a column that is needed was not found (looked for {names}). Pick it from: {columns}."),
    "IE04 inquiries": N_(
        "column for the number of inquiries not found (looked for {names} …). Pick it from: {columns}."
    ),
    "IE05": N_('"{value}" appears in columns {first} and {second}. Choose one.'),
    "IE06": N_("{value} is already there from {other}, and differs in {count} intervals. Replace, keep, or cancel."),
    "IE06 rows": N_(
        "{value} stands in row {other_row} already, with {first} there and {second} here. Keep the right one."
    ),
    "IE06 clock": N_(
        "{value} comes twice, {first} in row {other_row} and {second} here, as when clocks are set back. Keep one row "
        "with the sum of both, or with their mean if the day is to count as an ordinary one."
    ),
    "IE06 again": N_("{value} stands in row {other_row} already. Keep one of the rows."),
    "IE06 project": N_(
        "{count} intervals are in the project already with other counts, the first at {value}. "
        "Choose: replace them, keep them, or cancel."
    ),
    "IE07": N_('"{value}" is not a whole number. Write {example} or leave the cell empty.'),
    "IE07 text": N_('"{value}" is not a number. Write digits only, or leave the cell empty.'),
    "IE08": N_('"{value}" is not a day. Correct the date.'),
    "IE08 backwards": N_('"{value}" ends before it starts. Swap or correct the dates.'),
    "IE09": N_(
        '"{value}" is not a known shift code ({count} cells). Correct it, or add the shift; known are: {shifts}.'
    ),
    "IE09 cells": N_(
        '"{value}" is not a known shift code ({count} cells: {cells}). '
        "Map it to a shift or to a kind of leave; known are: {shifts}."
    ),
    "IE10": N_('"{value}" has no year, nor has the file name. Choose the year.'),
    "IE10 month": N_(
        '"{value}" names no month, nor does a title, the sheet or the file. Write the month into the title, '
        "like 2026年10月."
    ),
    "IE11": N_('hours run 1 … 24. Does "1" mean 00:00–01:00 or 01:00–02:00?'),
    "IE12": N_("covers {first} to {last} in one row; history needs one day per file. Export day by day."),
    "IE13": N_("neither rows nor file name carry a date. Enter the day of this file."),
    "IE14": N_("the formula holds no stored result. Open and save the file once in Excel or WPS."),
    "IE15": N_('no agent "{value}". Add the agent or correct the id.'),
    "IE16 negative": N_('"{value}" is less than nothing. Correct the number or leave the cell empty.'),
    "IE16 share": N_("{percent}% is more than 100%. Correct the number or leave the cell empty."),
    "IE17": N_("there is no file or folder {value}. Check the path."),
    "IE18": N_("the folder holds no file to import. Choose the folder with the exported files."),
    "IE19": N_(
        "unpacks to {megabytes} MB, more than the {most} MB allowed. Save only the sheets needed as a new file."
    ),
    "IE19 file": N_("{megabytes} MB, more than the {most} MB allowed. Split it, for instance by year."),
    "IE19 cells": N_(
        "the cells reach so far that {cells} would have to be laid out, more than the {most} allowed. "
        "Delete the rows and columns after the table and save the file."
    ),
    "IE20": N_("the file is empty. Export it again."),
    "IE21": N_("a picture or PDF, not a table. Export the figures as .xlsx or .csv."),
    "IE22": N_('"{value}" is not a time of day. Write it like 19:30.'),
    "IE23": N_(
        "the row has {cells} cells, the header {columns} columns. Correct the row; put quotes round a comma in text."
    ),
    "IE24": N_("{value} lies on no grid of 5, 10, 15, 30 or 60 minutes. Correct the time, or export by the half hour."),
    "IE25": N_('"{value}" is not a wish. Write 想, 不想 or 想休.'),
    "IE26": N_("the row names no agent. Enter the id or the name."),
    "IE27": N_("the shift lacks its code, start or end. Enter all three."),
    "IE27 twice": N_("the shift {value} stands in row {other_row} already and differs. Keep one, or change its code."),
    "IE28": N_("not a readable settings file: {reason}. Correct the line."),
    "IE29": N_("the key is unknown, so it would have no effect. Known here: {known}."),
    "IE30 number": N_('"{value}" is not a number that is possible here. Write a number that is not negative.'),
    "IE30 share": N_('"{value}" is not a share. Write a number from 0 to 1, such as 0.8 for 80 %.'),
    "IE30 whole": N_('"{value}" is not a whole number that is possible here. Write one like 8.'),
    "IE30 text": N_('"{value}" is not a text. Put it in quotation marks.'),
    "IE30 moment": N_('"{value}" is not a date and time. Write it like 2026-11-11T00:00.'),
    "IE30 numbers": N_('"{value}" is not a list of numbers. Write it like [0.2, 0.5, 0.3].'),
    "IE30 flag": N_('"{value}" is neither true nor false. Write one of the two, without quotation marks.'),
    "IE30 shares": N_('"{value}" cannot be the shares of the days after. Write 1 to 14 numbers, not all of them 0.'),
    "IE30 after_start": N_('"{value}" is not after the start. Correct one of the two moments.'),
    "IE30 either": N_("write either inquiries or a factor, one of the two."),
    "IE30 table": N_('"{value}" stands where a table belongs. Write its keys under a line in square brackets.'),
    "IE30 tables": N_('"{value}" stands where a list of tables belongs. Write each under a line in double brackets.'),
    "IE30 one_of": N_('"{value}" is not possible here. Choose one of: {allowed}.'),
    "IE30 spans": N_('"{value}" is not a time of day that is possible here. Write times like "00:00-02:00".'),
    "IE30 levels": N_(
        '"{value}" are not durations by chats held. Write rising levels with seconds, such as {{ 1 = 275, 8 = 489 }}.'
    ),
    "IE31": N_("the key is missing. Add it."),
    "IE32": N_("{count} intervals are missing, the first at {value}. Add a row for each, with 0 where none is meant."),
    "IE33": N_("holds totals of days, but {other} counts within the day. Import them into projects of their own."),
    "IE33 project": N_(
        "counts days while the project counts within the day, or the other way round. "
        "Import totals of days into a project of their own."
    ),
    "IE34": N_("holds no row of data. Export it again, with the days that you need."),
    "IE35": N_("the cell is empty. Enter a number; 0 is one too."),
    "IE37": N_("the format profile cannot be used: {reason}. It was left out; correct it or delete it."),
    "IE38": N_('"{value}" is not a balance of days off. Write it like 3天4小时, or leave the cell empty.'),
    "IE39": N_('the broadcast ends at "{value}", before it starts. Correct the times.'),
    "IE40": N_(
        '"{value}" is not a protection. Write 不排夜班 or 不加班, or 孕期, 哺乳期, 实习, 未成年 for what these ask for.'
    ),
    "IE41": N_(
        "{count} starts stand twice with different counts, the first {value} with {first} and {second}: this looks "
        "like two shops or skills in one file. Add a column 店铺 or 技能, or export them one by one. "
        "Nothing was imported."
    ),
    "IE42": N_(
        "{value} lies between the other rows, which stand every {minutes} minutes. Correct the time of this row, or "
        "add its count to the row of its interval."
    ),
    "IN03": N_(
        "{value}: the hours add up to {hours}, the day says {day} (customers counted in two hours). "
        "Kept as hours (rows like this: {count})."
    ),
    "IN03 less": N_(
        "{value}: the hours add up to {hours}, but the day says {day}. Hours may be missing (rows like this: {count})."
    ),
    "IN05": N_("values up to {most} read as percent."),
    "IN07": N_("{series}: no data for {days} (days: {count}). These days stay missing, not zero."),
    "IN09": N_("{count} summary rows left out: {rows}."),
    "IN09 notes": N_("notes left out ({count}): {rows}."),
    "IN10": N_("columns not used: {columns}."),
    "IN11 open": N_("skipped: the lock file of a workbook that is open in Excel or WPS."),
    "IN11 hidden": N_("skipped: a hidden file."),
    "IN11 empty": N_("skipped: the file is empty."),
    "IN12": N_("{count} rows stand there twice, with equal counts. Each was read once."),
    "IN13": N_('inquiries were read from the column "{column}".'),
    "IN14": N_("the same file as {other}. It was read once."),
    "IN15": N_("{count} dates have no year; the year nearest to the plan ({day}) was taken."),
    "IN16": N_(
        "{series}: only part of the intervals on {days} (days: {count}). What is missing stays missing, not zero."
    ),
    "IN17": N_(
        "the files count at different intervals; what only longer ones count was spread over {minutes} minutes along a "
        "smooth line. Sums stay as they were."
    ),
    "IN17 project": N_(
        "this file counts by {own} minutes, the project by {other}. What only longer intervals count is spread over "
        "{minutes} minutes along a smooth line; sums stay as they are."
    ),
    "IN18 replace": N_(
        "{count} intervals are in the project already with other counts, the first at {value}. "
        "The import wins; taking it out again brings the old counts back."
    ),
    "IN18 keep": N_(
        "{count} intervals are in the project already with other counts, the first at {value}. "
        "The project's counts stay; only what it lacks is imported."
    ),
    "IN19": N_("the sheet is hidden. It was read all the same."),
    "IN20": N_("sheets left aside: {sheets}."),
    "IN21": N_("{count} weekdays in the header are wrong, the first on {day}. The dates were taken."),
    "IN22": N_("{count} agents are new to the project and are added with the roster: {names}."),
    "IN23": N_(
        "shifts are new to the project and are added as the legend tells them, without breaks: {shifts}. "
        "Add their breaks afterwards."
    ),
    "IN24": N_("{count} days of attendance say neither there nor away and stay unknown: {words}."),
    "IN25": N_("{count} people are not in the team, their days were left out: {names}."),
    "IN26": N_(
        'the column "{column}" is written once for several rows; {count} empty cells were taken to go on with it.'
    ),
    "IN27": N_("no column names the shop or skill; the sheets were taken for that: {sheets}."),
    "IN28": N_("roles that the plan does not know were left out: {words}. Known are 组长 and 师傅."),
    "IN29": N_("{count} shops in one file: {shops}. Each keeps its own counts; the forecast adds them up by skill."),
    "IN30": N_(
        "{count} days count by {minutes} minutes, others by {finest} ({days}). Their counts were spread evenly over "
        "{finest} minutes; the hours' and days' sums stay as they were."
    ),
    "IN31": N_(
        "{count} counts are no whole numbers, the first {first} in row {row}. They were kept as they are; check the "
        "column if inquiries are not shared between queues."
    ),
    "PF01": N_("there is no such project file. Check the path, or create a new project."),
    "PF02": N_("this is a folder, not a project file. Choose a file that ends in .peakroster."),
    "PF03": N_("this is not a project file. Choose a file that ends in .peakroster; import tables into a project."),
    "PF04": N_("the project was made by a newer version of the program. Update the program to open it."),
    "PF05": N_("the project file is damaged ({value}). Restore it from a backup copy."),
    "PF06": N_("the project file cannot be written here. Copy it to a folder of your own and open it there."),
    "PF07": N_("another program is writing to the project file. Wait a moment and try again."),
    "PF08": N_("the disk is full or failing ({value}). Nothing was changed; make room and try again."),
    "PF09": N_("there is a file of this name already. Choose another name, or open it."),
    "PF10": N_("the folder {value} does not exist. Choose a folder that does."),
    "PF11": N_('there are two scenarios named "{value}". Rename one.'),
    "PF12": N_(
        "another program changed the same part of the project meanwhile; your change was not made. "
        "Look at what stands there now and change it again."
    ),
    "PF13": N_(
        "the project is open in another window ({holder}); here it can only be looked at. Close it there, or "
        "work in a copy."
    ),
    "TS01": N_("not an .xlsx workbook, so it cannot lend its look. Save it as .xlsx in Excel or WPS."),
    "TS02": N_("no roster sheet with days across and agents down was found. Choose the team's roster workbook."),
    "TS03": N_("{count} text boxes or drawn shapes cannot be kept; put them in again, or write the text into cells."),
    "TS04": N_("rows were added for agents that the workbook did not have: {names}."),
    "TS05": N_("{count} agents of the workbook are not in the plan; their days were left empty (rows {rows})."),
    "TS06": N_(
        "{count} formulas could not be calculated here and show no result in a phone's preview. "
        "Open and save the file once in Excel or WPS."
    ),
    "TS07": N_("{count} days of the month lie outside the plan and are not known; they were left empty."),
    "TS08": N_("Which workbook lends its look? Name it: --template FILE.xlsx."),
}
