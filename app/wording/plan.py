"""Sentences for what is wrong with a team, a promotion calendar or a document on disk."""

from app.wording import N_

SENTENCES = {
    "PE01": N_("Phase “{phase}” of “{promotion}” ends ({end}) before it starts ({start}). Swap or correct the times."),
    "PE02": N_("{name} of phase “{phase}” of “{promotion}” is below zero. Enter a number that is not negative."),
    "PE04": N_(
        "A handling time of {value} s in phase “{phase}” of “{promotion}” is not possible. Enter an agent's seconds of "
        "work per inquiry, more than 0 and at most 3600."
    ),
    "PE05": N_(
        "{value} chats at once in phase “{phase}” of “{promotion}” is not possible. Enter a whole number from 1 to 100."
    ),
    "PE03": N_(
        "The first two hours of phase “{phase}” of “{promotion}” cannot bring these shares of the day: none may be "
        "below zero, and together they must stay below 100 %."
    ),
    "IN08": N_("“{phase}” and “{other}” of “{promotion}” overlap. The later one wins there."),
    "TM01": N_("Agent id {value} stands twice in the team ({agent}). Give each agent an id of their own."),
    "TM02": N_("{value}: {agent} may work a shift that does not exist. Known shifts: {shifts}."),
    "TM03": N_("{value}: {agent} has no shift they may work. Name at least one of: {shifts}."),
    "TM04": N_("{agent} has no skill. Enter at least one, such as 售前."),
    "TM05": N_("{name} of {agent} is below zero. Enter a number that is not negative."),
    "TM06": N_(
        "{count} of {of} people come from an agency: {value} %, at most {most} % may ({article}). The law counts the "
        "whole company; compare there, or take them on yourselves."
    ),
    "TM07": N_(
        "{count} interns beside {of} agents of the company's own: {value} %, at most {most} % are allowed "
        "({article}). The law counts the whole company; compare there, or plan with fewer interns."
    ),
    "TM08": N_(
        "{skill}: {count} interns beside {of} agents of the company's own: {value} %, at most {most} % of a post are "
        "allowed ({article}). Move interns to another post or plan with fewer."
    ),
    "TM09": N_(
        "{agent} is paid {value} yuan an hour, the local minimum is {most} ({article}). Raise the pay, or correct the "
        "minimum among the rules."
    ),
    "TM10": N_(
        "{value}: more than {most} paid hours. Above one hour of overtime a day the law asks for a special reason and "
        "for consulting the agents ({article})."
    ),
    "TM11": N_("{value}: longer than {most} hours on site. Shorten it, or change the limit among the rules."),
    "TM12": N_(
        "“{promotion}”: {count} agents are away while it runs ({names}), though leave is frozen then. Move their "
        "leave, or switch that rule off."
    ),
    "TM13": N_("{count} agents are owed more than {most} hours of lieu time ({names}). Plan days off for them."),
    "DF01": N_("cannot be read: {reason}. Check the path and the right to read it."),
    "DF02": N_("is not a JSON document from here on. Give a roster document, or export it again."),
    "CM01": N_("There is no scenario of this name. Scenarios here: {scenarios}."),
    "CM02": N_("The project has no {what} yet. Run first: {command}."),
    "CM03": N_("The project holds no inquiry history. Import some first: {command}."),
    "CM04": N_("“{value}” is not a date. Write it like 2026-11-10."),
    "CM06": N_("{name} is missing. The command needs it; --help shows an example."),
    "CM08": N_("is not a mapping. Write it like 来访人数=inquiries."),
    "CM07": N_("The scenario has no roster: its hard rules cannot hold together. See `solve` for the conflict."),
    "CM10": N_(
        "Wages stand in the HR workbook only, not in the format “{value}”. Leave out --wages or use --format hr."
    ),
    "CM10 gb18030": N_(
        "Only the long table is written as GB18030, not the format “{value}”. Leave out --gb18030 or use --format csv."
    ),
    "CM14": N_("“{value}” would not open. Give a name that ends in {ending}."),
    "CM15": N_("the table has column names but no rows below them. Export it again for days that have any."),
    "CM11": N_(
        "DingTalk takes the roster in its own template. Export the template of the attendance group there and give it "
        "with --template."
    ),
    "CM13": N_("“{value}” gives no name. Write it like 早班=101."),
    "CM12": N_("“{value}” is no shift or agent of the project, or stands for several. Write the id in front of the =."),
    "CM21": N_("“{value}” is no agent of the roster. Use the agent's id."),
    "CM22": N_("“{value}” is no day of the roster. Write a date from {first} to {last}, like 2026-11-10."),
    "CM23": N_("“{value}” is no time of an absence. Give --from and a later --to, like 2026-11-10T18:00."),
    "CM24": N_("“{value}” is no cell. Write the agent's id and a date, like 007:2026-11-10."),
    "CM25": N_("A change cannot cost {value} yuan. Give a price that is not negative."),
    "CM41": N_("“{value}” is no engine. Write local, or dask://HOST:PORT."),
    "CM42": N_("{value} needs the package distributed: install the extra cluster, or leave --engine out."),
    "CM43": N_("“{value}” is no range. Write volume=0.8:1.4:0.2 (first, last, step) or seats=60,80,100."),
    "CM44": N_("“{value}” is no factor. Factors are: {names}."),
    "CM26": N_("There is nothing to start from. Name the documents or a project with --project."),
    "CM27": N_("There is nothing to explain. Give --agent with --day, or --skill, or --hires."),
    "CM28": N_("“{value}” is no skill that is required. Required are: {skills}."),
    "CM29": N_("“{value}” is no interval of the roster. Write its start like 2026-11-11T00:00."),
    "CM30": N_("“{value}”: a shift lasts from 1 to 24 hours. Write hours like 4 6 9."),
    "CM31": N_("“{value}” kinds of shift are too few. Allow at least one."),
    "CM34": N_("The roster is for other days than are planned now. Optimise a new one; the old one stays a version."),
    "CM33": N_("“{value}” is no time of day. Write it like 08:30."),
    "CM32": N_("“{value}” is no limit of heads. Write it like part_time=60."),
}
