#!/usr/bin/env python3
"""Holds what is public interface against a stored list: tests/keys.py PROGRAM [--update]

Keys and formulas of metrics, keys of measures, commands and exit codes. What goes away or changes breaks somebody's script:
that is a major version, and the line goes from keys.txt by hand. What is new is added by --update.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

LIST = Path(__file__).parent / "keys.txt"


def told(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def lines_of(program):
    catalogue = json.loads(told(program, "export", "catalogue"))
    for metric in catalogue["metrics"]:
        yield f"metric {metric['key']} = {metric['formula']}"
    for measure in catalogue["measures"]:
        yield f"measure {measure['key']}"
    for command in json.loads(told(program, "export", "cli"))["commands"]:
        name = command["name"].split()[1]
        yield f"command {name}"
        for flag in command["flags"]:
            yield f"flag {name} {flag['names'][-1]}"
    manual = told(program, "export", "manual")
    for code, meaning in re.findall(r"^\.It (\d+)\n(.*)", manual, re.MULTILINE):
        yield f"exit {code}: {meaning}"


def main(arguments):
    if not arguments:
        raise SystemExit(__doc__)
    today = sorted(set(lines_of(arguments[0])))
    if "--update" in arguments:
        kept = set(LIST.read_text().splitlines()) if LIST.exists() else set()
        LIST.write_text("\n".join(sorted(kept | set(today))) + "\n")
    stored = LIST.read_text().splitlines()
    gone = [line for line in stored if line not in today]
    new = [line for line in today if line not in stored]
    for line in gone:
        print(f"FAILED: no longer: {line}")
    for line in new:
        print(f"FAILED: not in {LIST.name}: {line}; tests/keys.py PROGRAM --update adds it")
    print(f"{len(today) - len(new)} passed, {len(gone) + len(new)} failed")
    return 1 if gone or new else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
