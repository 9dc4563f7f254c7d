#!/usr/bin/env python3
"""Runs what docs/tally.md shows of two public files: tests/datasets.py PROGRAM [FOLDER]

The files are not in the repository. Where FOLDER, ../shared/datasets unless said, has them and `expected.json`, each
command of the section is run, and each figure of expected.json must be among what they print; else all is passed over.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def script():
    """The section's commands, which print CSV."""
    page = (ROOT / "docs/tally.md").read_text()
    section = page[page.index("\n## Two public files\n"):page.index("\n## Flags\n")]
    lines = "".join(re.findall(r"^```sh\n(.*?)^```$", section, re.DOTALL | re.MULTILINE))
    return re.sub(r"^(cxm report .*)$", r"\1 --format csv", lines, flags=re.MULTILINE)


def printed(program, data):
    """Each row that the commands print, as a dictionary; `name` is its label's value."""
    with tempfile.TemporaryDirectory() as folder:
        for file in data.glob("*.csv"):
            Path(folder, file.name).symlink_to(file)
        Path(folder, "bin").mkdir()
        Path(folder, "bin", "cxm").symlink_to(Path(program).resolve())
        environment = {"PATH": f"{folder}/bin:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        text = subprocess.run(["bash", "-e", "-c", script()], cwd=folder, env=environment, check=True,
                              stdout=subprocess.PIPE, text=True).stdout
    rows, header = [], []
    for cells in csv.reader(io.StringIO(text)):
        if cells[0] == "period":
            header = cells
        else:
            rows.append(dict(zip(header, cells), name=cells[1] if header[1] != "metric" else ""))
    return rows


def figures(value):
    """The figures of expected.json: each as its name, value, interval, and number."""
    for key, each in value.items():
        if isinstance(each, dict) and "rate" in each:
            yield key, each["rate"], *each["wilson95"], each["den"]
        elif isinstance(each, dict):
            yield from figures(each)
        elif key in ("mean_rating", "balance_churn_rate"):
            yield key, each, None, None, None


def is_met(figure, rows):
    name, *numbers = figure

    def same(text, number):
        return number is None or (text and abs(float(text) - number) < 1e-9)

    return any(row["name"] in (name, "") and all(map(same, (row["value"], row["low"], row["high"], row["n"]), numbers))
               for row in rows)


def main(program, folder=ROOT.parent / "shared/datasets"):
    if not Path(folder, "expected.json").exists():
        print(f"passed over: no {Path(folder, 'expected.json')}")
        return 0
    rows = printed(program, Path(folder, "data").resolve())
    expected = list(figures(json.loads(Path(folder, "expected.json").read_text())))
    missing = [figure for figure in expected if not is_met(figure, rows)]
    for figure in missing:
        print("FAILED: no command of docs/tally.md prints", figure)
    print(f"{len(expected) - len(missing)} passed, {len(missing)} failed")
    return 1 if missing or not expected else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
