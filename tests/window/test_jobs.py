import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.jobs.job import Job, JobEnd
from app.window.jobs.jobs import Jobs
from app.window.jobs.progress import JobProgress, read_progress

PYTHON = (sys.executable, "-c")
WRITES_PROGRESS = """
import json, sys
for seconds in (1, 2):
    print(json.dumps({"seconds": seconds, "objective": 100.0 / seconds, "bound": 40}), file=sys.stderr, flush=True)
print("a sentence", file=sys.stderr)
print("结果")
"""
STOPS_WHEN_ASKED = """
import sys
print('{"step": "forecast", "done": 0.5}', file=sys.stderr, flush=True)
sys.stdin.readline()
print("kept")
"""
NEVER_STOPS = "import time; print('{\"done\": 0.1}', file=__import__('sys').stderr, flush=True); time.sleep(600)"
REFUSES = "import sys; print('文件坏了', file=sys.stderr); sys.exit(2)"


def end_of(qtbot: QtBot, job: Job) -> JobEnd:
    with qtbot.waitSignal(job.ended, timeout=20000) as waited:
        job.start()
    assert isinstance(waited.args, list)
    end = waited.args[0]
    assert isinstance(end, JobEnd)
    return end


def job(code: str) -> Job:
    return Job("test", "Testing", [code], PYTHON)


def test_progress_lines_become_values_and_sentences_stay_sentences(qtbot: QtBot) -> None:
    running = job(WRITES_PROGRESS)
    told: list[JobProgress] = []
    running.progress.connect(told.append)
    end = end_of(qtbot, running)
    assert [progress.objective for progress in told] == [100.0, 50.0]
    assert end == JobEnd(0, end.output, "a sentence", stopped=False, last=told[-1])
    assert end.output.strip() == "结果"


def test_stop_is_asked_for_and_what_was_found_is_kept(qtbot: QtBot) -> None:
    running = job(STOPS_WHEN_ASKED)
    running.progress.connect(lambda _told: running.stop())
    end = end_of(qtbot, running)
    assert end.stopped
    assert end.output.strip() == "kept"


def test_a_child_that_does_not_stop_is_killed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.window.jobs.job.PATIENCE_MILLISECONDS", 100)
    running = job(NEVER_STOPS)
    running.progress.connect(lambda _told: running.stop())
    end = end_of(qtbot, running)
    assert end.stopped
    assert end.status == -1
    assert end.last == JobProgress("", 0.1)


def test_a_refusal_brings_its_sentence(qtbot: QtBot) -> None:
    end = end_of(qtbot, job(REFUSES))
    assert (end.status, end.words, end.well) == (2, "文件坏了", False)


def test_a_program_that_does_not_exist_ends_at_once(qtbot: QtBot) -> None:
    end = end_of(qtbot, Job("test", "Testing", [], ("/nowhere/at/all",)))
    assert end.status == -1
    assert end.words


def test_two_of_a_kind_do_not_run_at_once(qtbot: QtBot) -> None:
    jobs, ends = Jobs(), list[JobEnd]()
    first = jobs.start("solve", "Optimising", [STOPS_WHEN_ASKED], ends.append, PYTHON)
    assert first is not None
    assert jobs.start("solve", "Optimising", [STOPS_WHEN_ASKED], ends.append, PYTHON) is None
    assert jobs.is_running("solve")
    with qtbot.waitSignal(jobs.over, timeout=20000):
        jobs.stop("solve")
    assert not jobs.running()
    assert [end.stopped for end in ends] == [True]


def test_after_the_window_is_gone_nobody_is_told(qtbot: QtBot) -> None:
    jobs, ends = Jobs(), list[JobEnd]()
    jobs.start("solve", "Optimising", [STOPS_WHEN_ASKED], ends.append, PYTHON)
    jobs.stop_all_and_wait()
    assert not jobs.running()
    assert not ends


@pytest.mark.parametrize("line", ["", "no JSON", "[1, 2]", "17", '"text"'])
def test_a_line_that_is_no_progress_is_not_taken_for_it(line: str) -> None:
    assert read_progress(line) is None


def test_the_gap_is_known_once_cost_and_bound_are() -> None:
    assert read_progress('{"seconds": 3, "objective": null, "bound": 90}') == JobProgress("", None, 3.0, None, 90.0)
    told = read_progress('{"objective": 100, "bound": 90}')
    assert told is not None
    assert told.gap == pytest.approx(0.1)
    assert JobProgress(objective=80.0, bound=90.0).gap == 0.0


def test_the_child_is_our_own_command_line() -> None:
    from app.window.jobs.job import MAIN

    assert MAIN.name == "main.py"
    assert Path(MAIN).is_file()


def test_a_child_that_does_not_listen_is_ended_at_once(qtbot: QtBot) -> None:
    jobs, ends = Jobs(), list[JobEnd]()
    running = jobs.start("export", "Exporting", [NEVER_STOPS], ends.append, PYTHON)
    assert running is not None
    with qtbot.waitSignal(jobs.over, timeout=20000):
        running.progress.connect(lambda _told: jobs.stop("export"))
        with qtbot.waitSignal(running.progress, timeout=20000):
            pass
    assert [end.stopped for end in ends] == [True]
