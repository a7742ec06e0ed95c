"""What is said of project files and of workbooks that lend their look, in both languages."""

from forecasts.findings import Finding, Place

FILE = Place("a.csv")
PROJECT = Place("计划.peakroster")

SAID: list[tuple[Finding, str, str]] = [
    (
        Finding("TS01", place=Place("排班.xls")),
        "排班.xls: not an .xlsx workbook, so it cannot lend its look. Save it as .xlsx in Excel or WPS.",
        "文件「排班.xls」：不是 .xlsx 工作簿，无法沿用其版式。请在 Excel 或 WPS 中另存为 .xlsx。",
    ),
    (
        Finding("TS02", place=Place("a.xlsx")),
        "a.xlsx: no roster sheet with days across and agents down was found. Choose the team's roster workbook.",
        "文件「a.xlsx」：没有找到横向为日期、纵向为客服的排班表。请选择团队自己的排班工作簿。",
    ),
    (
        Finding("TS03", place=Place("a.xlsx"), facts={"count": 1}),
        "a.xlsx: 1 text boxes or drawn shapes cannot be kept; put them in again, or write the text into cells.",
        "文件「a.xlsx」：有 1 个文本框或图形无法保留。请重新添加，或把文字写入单元格。",
    ),
    (
        Finding("TS04", place=Place("a.xlsx", "2026年9月"), facts={"names": "客服09"}),
        "a.xlsx, sheet 2026年9月: rows were added for agents that the workbook did not have: 客服09.",
        "文件「a.xlsx」工作表「2026年9月」：已为工作簿中没有的客服增加行：客服09。",
    ),
    (
        Finding("TS05", place=Place("a.xlsx", "2026年9月"), facts={"count": 1, "rows": "7"}),
        "a.xlsx, sheet 2026年9月: 1 agents of the workbook are not in the plan; their days were left empty (rows 7).",
        "文件「a.xlsx」工作表「2026年9月」：工作簿中有 1 名客服不在本次排班中，其日期已留空（第 7 行）。",
    ),
    (
        Finding("TS06", place=Place("b.xlsx"), facts={"count": 4}),
        "b.xlsx: 4 formulas could not be calculated here and show no result in a phone's preview. "
        "Open and save the file once in Excel or WPS.",
        "文件「b.xlsx」：有 4 个公式无法在此计算，手机预览时不显示结果。请用 Excel 或 WPS 打开并保存一次。",
    ),
    (
        Finding("TS07", place=Place("a.xlsx", "2026年11月"), facts={"count": 16}),
        "a.xlsx, sheet 2026年11月: 16 days of the month lie outside the plan and are not known; they were left empty.",
        "文件「a.xlsx」工作表「2026年11月」：本月有 16 天不在排班范围内且没有数据，已留空。",
    ),
    (
        Finding("TS08"),
        "Which workbook lends its look? Name it: --template FILE.xlsx.",
        "请指定沿用哪个工作簿的版式：--template 文件.xlsx。",
    ),
    (
        Finding("PF01", place=PROJECT),
        "计划.peakroster: there is no such project file. Check the path, or create a new project.",
        "文件「计划.peakroster」：没有这个项目文件。请检查路径，或新建项目。",
    ),
    (
        Finding("PF02", place=PROJECT),
        "计划.peakroster: this is a folder, not a project file. Choose a file that ends in .peakroster.",
        "文件「计划.peakroster」：这是文件夹，不是项目文件。请选择以 .peakroster 结尾的文件。",
    ),
    (
        Finding("PF03", place=PROJECT),
        "计划.peakroster: this is not a project file. Choose a file that ends in .peakroster; import "
        "tables into a project.",
        "文件「计划.peakroster」：这不是项目文件。请选择以 .peakroster 结尾的文件；表格请导入到项目中。",
    ),
    (
        Finding("PF04", place=PROJECT),
        "计划.peakroster: the project was made by a newer version of the program. Update the program to open it.",
        "文件「计划.peakroster」：该项目由更新版本的程序创建。请升级程序后再打开。",
    ),
    (
        Finding("PF05", place=PROJECT, value="database disk image is malformed"),
        "计划.peakroster: the project file is damaged (database disk image is malformed). Restore it "
        "from a backup copy.",
        "文件「计划.peakroster」：项目文件已损坏（database disk image is malformed）。请用备份恢复。",
    ),
    (
        Finding("PF06", place=PROJECT),
        "计划.peakroster: the project file cannot be written here. Copy it to a folder of your own and open it there.",
        "文件「计划.peakroster」：项目文件在此处无法写入。请复制到自己的文件夹后再打开。",
    ),
    (
        Finding("PF07", place=PROJECT),
        "计划.peakroster: another program is writing to the project file. Wait a moment and try again.",
        "文件「计划.peakroster」：另一个程序正在写入项目文件。请稍候再试。",
    ),
    (
        Finding("PF08", place=PROJECT, value="disk I/O error"),
        "计划.peakroster: the disk is full or failing (disk I/O error). Nothing was changed; make room and try again.",
        "文件「计划.peakroster」：磁盘已满或出现故障（disk I/O error）。未做任何更改；请腾出空间后重试。",
    ),
    (
        Finding("PF09", place=PROJECT),
        "计划.peakroster: there is a file of this name already. Choose another name, or open it.",
        "文件「计划.peakroster」：已有同名文件。请换一个名称，或直接打开它。",
    ),
    (
        Finding("PF10", place=PROJECT, value="计划"),
        "计划.peakroster: the folder 计划 does not exist. Choose a folder that does.",
        "文件「计划.peakroster」：文件夹 计划 不存在。请选择已有的文件夹。",
    ),
    (
        Finding("PF11", value="方案二"),
        'There are two scenarios named "方案二". Rename one.',
        "有两个方案都叫“方案二”。请给其中一个改名。",
    ),
    (
        Finding("PF12", place=PROJECT),
        "计划.peakroster: another program changed the same part of the project meanwhile; your change was not made. "
        "Look at what stands there now and change it again.",
        "文件「计划.peakroster」：另一个程序同时改了项目的同一部分，您的修改没有写入。请看看现在的内容，再改一次。",
    ),
    (
        Finding("PF13", place=PROJECT, facts={"holder": "客服主管的电脑"}),
        "计划.peakroster: the project is open in another window (客服主管的电脑); here it can only be looked at. "
        "Close it there, or work in a copy.",
        "文件「计划.peakroster」：项目正在另一个窗口（客服主管的电脑）中打开，这里只能查看。请在那边关闭，或者另存为副本再改。",
    ),
]
