#!/usr/bin/env python3
"""Runs the console blocks of the README and the docs: tests/transcripts.py PROGRAM [--update] [PAGE...]

In a block fenced as ```console, a line that starts with `$ ` is a command (`\\` at its end continues it), and the lines
up to the next one are all that it prints, stdout and stderr. Commands run in bash, in a copy of examples/data that lasts
for the page; shell variables last for the block. `<!-- in: examples -->` on a line before a block names another folder
for it. --update writes what is printed into the pages.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = re.compile(r"<!-- in: (\S+) -->")
FENCE = re.compile(r"( *)(`{3,})console\s*")


class Block:
    """The lines from `start` to `end` of a page, as [(command lines, output lines)]."""

    def __init__(self, page, start, end, folder, lines):
        self.page, self.start, self.end, self.folder = page, start, end, folder
        self.steps = []
        continued = False
        for line in lines:
            if continued:
                self.steps[-1][0].append(line)
            elif line.startswith("$ "):
                self.steps.append(([line], []))
            elif self.steps:
                self.steps[-1][1].append(line)
            else:
                raise SystemExit(f"{page}:{start}: a console block starts with '$ '")
            continued = (continued or line.startswith("$ ")) and line.endswith("\\")

    def with_outputs(self, outputs):
        return [line for (command, _), output in zip(self.steps, outputs) for line in command + output]


def blocks_of(page, lines):
    folder, at = "examples/data", 0
    while at < len(lines):
        if named := FOLDER.fullmatch(lines[at].strip()):
            folder = named[1]
        elif fence := FENCE.fullmatch(lines[at]):
            start, indent = at + 1, len(fence[1])
            while at + 1 < len(lines) and lines[at + 1].strip() != fence[2]:
                at += 1
            yield Block(page, start, at + 1, folder, [line[indent:] for line in lines[start:at + 1]]), fence[1]
            folder, at = "examples/data", at + 1
        at += 1


def outputs_of(block, setting, program_folder):
    """What each command of the block prints, as lines."""
    top = Path(block.folder).parts[0]
    if not (setting / top).exists():
        shutil.copytree(ROOT / top, setting / top)
    keep = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    environment = keep | {
        "PATH": f"{program_folder}:{os.environ['PATH']}",
        "HOME": str(setting),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "COLUMNS": "80",
    }
    with tempfile.TemporaryDirectory() as printed:
        commands = ["\n".join([command[0][2:], *command[1:]]) for command, _ in block.steps]
        files = [Path(printed, str(n)) for n in range(1, len(commands) + 1)]
        script = "".join(f'{{ eval "${{{n}}}"; }} >{file} 2>&1 </dev/null\n' for n, file in enumerate(files, 1))
        subprocess.run(["bash", "-c", script, "bash", *commands], cwd=setting / block.folder, env=environment)
        return [f.read_text(errors="backslashreplace").splitlines() if f.exists() else ["(not run)"] for f in files]


def run_page(page, program_folder, update):
    """How many commands passed and failed, and what to say of those that failed."""
    path = ROOT / page
    lines = path.read_text().split("\n")
    passed, complaints, replacements = 0, [], []
    with tempfile.TemporaryDirectory() as setting:
        for block, indent in blocks_of(page, lines):
            outputs = outputs_of(block, Path(setting), program_folder)
            text = [indent + line if line else line for line in block.with_outputs(outputs)]
            replacements.append((block.start, block.end, text))
            for (command, expected), actual in zip(block.steps, outputs):
                if expected == actual:
                    passed += 1
                else:
                    diff = difflib.unified_diff(expected, actual, "the page", "the program", lineterm="")
                    complaints.append("\n".join([f"FAILED {page}:{block.start}: {command[0]}", *diff, ""]))
    if update:
        for start, end, text in reversed(replacements):
            lines[start:end] = text
        path.write_text("\n".join(lines))
    return passed, complaints


def main(arguments):
    update = "--update" in arguments
    arguments = [argument for argument in arguments if argument != "--update"]
    if not arguments or not os.access(arguments[0], os.X_OK):
        raise SystemExit(__doc__)
    everywhere = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
    pages = arguments[1:] or [str(page.relative_to(ROOT)) for page in everywhere]
    with tempfile.TemporaryDirectory() as programs, ThreadPoolExecutor(os.cpu_count()) as pool:
        Path(programs, "cxm").symlink_to(Path(arguments[0]).resolve())
        results = list(pool.map(lambda page: run_page(page, programs, update), pages))
    passed = sum(count for count, _ in results)
    complaints = [complaint for _, said in results for complaint in said]
    for complaint in complaints:
        print("updated" + complaint.splitlines()[0].removeprefix("FAILED") if update else complaint)
    if update:
        return 0
    print(f"{passed} passed, {len(complaints)} failed")
    return 1 if complaints or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
