"""Sentences for what can go wrong with an export."""

from app.wording import N_

SENTENCES = {
    "WB01": N_("“{file}” is open in another program. Close it there or save under another name."),
    "WB02": N_(
        "“{file}” cannot be written in {folder}. Choose an existing folder you may write to, with room on its disk."
    ),
    "WB03": N_("The version holds no agent or no shift, so there is no roster to export. Plan a roster first."),
    "WB04": N_(
        "No font with Chinese characters was found, so pictures cannot be drawn. Install one, "
        "such as Microsoft YaHei, Noto Sans CJK SC or WenQuanYi Micro Hei."
    ),
    "WB10": N_(
        "No row holds the dates of the roster, {first} to {last}, so the columns to fill cannot be found. "
        "Export the template again for these dates."
    ),
    "WB11": N_("Beside the dates there is no column of people (姓名, UserId, 工号). Export the template again."),
    "WB12": N_(
        "No row for {count} agents of the roster: {names}. Names must be the same in both. Add them to the attendance "
        "group and export the template again, or give their name there with --map OURS=THEIRS."
    ),
    "WB13": N_("Several rows for the same agent: {names}. Take one out, or tell them apart by staff id."),
    "WB14": N_(
        "The template does not offer {count} of the shifts: {names}; it offers {offered}. Create them in the "
        "attendance group and export the template again, or give their name there with --map OURS=THEIRS."
    ),
    "WB15": N_("Cell {value} is to be filled but holds a formula. Export the template again."),
    "WB16": N_("This is not an .xlsx workbook that can be read. Save the template as .xlsx and choose that file."),
    "WB17": N_("The result would overwrite the template itself. Choose another name for it."),
    "WB18": N_(
        "The system's ids of these shifts are not known: {names}. Give each with --map, such as --map {first}=101; "
        "they are kept in the project."
    ),
    "WB19": N_("“{value}” is no id: WeCom wants a whole number for groups and shifts."),
    "WB20": N_("{count} people of the template are not in the roster; their rows stay as they are: {names}."),
    "WB21": N_("The template lacks {count} days of the roster: {names}. Fill another template for them."),
    "WB22": N_("{count} days of leave stay as they are in the template; enter the leave in the attendance system."),
    "WB23": N_("Give the id of the attendance group with --group; it is kept in the project."),
}
