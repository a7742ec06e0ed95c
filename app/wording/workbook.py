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
}
