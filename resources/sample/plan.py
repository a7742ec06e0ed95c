"""What the sample plans: the horizon, the shifts and the service goals."""

from datetime import date

from resources.sample.files import Table

FIRST_DAY = date(2026, 11, 5)
FULL_TIME_SHIFTS = ("早", "中", "晚", "促", "夜")
PART_TIME_SHIFTS = ("A1", "A2", "A3", "A4", "A5")
OUTSOURCED_SHIFTS = ("中", "晚", "促")

SHIFT_ROWS = (
    ("代码", "名称", "开始", "结束", "休息分钟", "休息最早", "休息最晚", "标签"),
    ("早", "早班", "08:00", "17:00", "60", "11:00", "13:00", "early"),
    ("中", "中班", "13:00", "22:00", "60", "16:30", "18:30", "middle"),
    ("晚", "晚班", "16:00", "01:00", "60", "18:00", "19:30", "late"),
    ("促", "大促班", "18:00", "03:00", "60", "21:30", "23:00", "late;night"),
    ("夜", "夜班", "23:00", "08:00", "60", "03:00", "05:00", "night"),
    ("A1", "兼职早", "09:30", "13:30", "0", "", "", "early;part_time"),
    ("A2", "兼职午", "13:30", "18:30", "0", "", "", "middle;part_time"),
    ("A3", "兼职晚", "18:30", "22:30", "0", "", "", "late;part_time"),
    ("A4", "兼职大促", "20:00", "02:00", "0", "", "", "late;night;part_time"),
    ("A5", "兼职夜场", "20:00", "24:00", "0", "", "", "late;part_time"),
)

GOALS: Table = {
    "max_concurrency": 8,
    "seconds_per_reply": 15,
    "customer_think_seconds": 45,
    "replies_per_chat": 7,
    "patience_seconds": 180,
    "robot_deflection": 0.25,
    "shrinkage": 0.15,
    "minimum_present": 1,
    "plan_for": "p50",
    "goal": {
        "service_level": 0.8,
        "answer_within_seconds": 30,
        "average_response_seconds": 45,
        "reply_rate": 0.98,
        "slow_share": 0.02,
    },
    "skill": {"aftersale": {"minimum_present": 0}},  # nobody waits at night for an answer about a parcel
}

PROJECT: Table = {
    "name": "双11 2026 示例店",
    "first_day": FIRST_DAY,
    "days": 14,
    "interval_minutes": 30,
    "seat_limit": 36,
}
