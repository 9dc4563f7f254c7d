#!/usr/bin/env python3
"""Types lines into real shells and presses Tab: tests/completion.py PROGRAM [SHELL...]

Each shell loads the script of `cxm completion`. What Tab makes of a line is told by a program put before it, `told`, that
prints its arguments. A shell that is not installed is passed over.
"""

import os
import pty
import re
import select
import shutil
import sys
import tempfile
import time
from pathlib import Path

START = {
    "bash": ("bash --noprofile --norc -i", "source <(cxm completion bash)"),
    "zsh": ("zsh -f -i", "autoload -Uz compinit; compinit -u -D; bindkey -e; source <(cxm completion zsh)"),
    "fish": ("fish --no-config -i", "cxm completion fish | source"),
}

# What is typed before Tab, and the words that are there after it.
LINES = {
    "cxm repo": ["report"],
    "cxm completion z": ["completion", "zsh"],
    "cxm churn --sta": ["churn", "--start"],
    "cxm churn --start 10 --format=js": ["churn", "--start", "10", "--format=json"],
    "cxm tally rows.csv --delimiter t": ["tally", "rows.csv", "--delimiter", "tab"],
    "cxm report --csat=score:1..5 --metric chu": ["report", "--csat=score:1..5", "--metric", "churn"],
    "cxm check --require 'nps >= 30' --fail-on un": ["check", "--require", "nps >= 30", "--fail-on", "undecided"],
    "cxm explain --metrics ~/'my own.json' tick": ["explain", "--metrics", "~/my own.json", "ticket_load"],
    "cxm ticket_load --metrics='my own.json' --tr": ["ticket_load", "--metrics=my own.json", "--transactions"],
    "cxm report my": ["report", "my own.json"],
    "cxm tally rows.csv --by se": ["tally", "rows.csv", "--by", "segment"],
    "cxm compare rows.csv --from segment=fr": ["compare", "rows.csv", "--from", "segment=free"],
    "cxm report --rules=my": ["report", "--rules=my"],
    "cxm check --rules=my": ["check", "--rules=my own.json"],
    "cxm nps --level ": ["nps", "--level"],
    "cxm nonsense --": ["nonsense", "--"],
}
OWN = """[{"key": "ticket_load", "title": "Tickets per order", "better": "lower", "unit": "rate",
          "formula": "tickets / transactions"}]"""
TAB, HOME_KEY, RETURN = "\t", "\x01", "\r"


class Terminal:
    """A shell with a screen and a keyboard."""

    def __init__(self, command, environment, folder):
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)

    def told(self, keys, seconds=20):
        """Presses keys that end with a call of `told`; the words it prints, or None where it does not."""
        os.write(self.descriptor, keys.encode())
        screen, end = "", time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.descriptor], [], [], 0.1)[0]:
                try:
                    screen += os.read(self.descriptor, 1 << 16).decode(errors="replace")
                except OSError:  # the shell has ended
                    return None
                if printed := re.search("«(.*)»", screen):
                    return printed[1].split("|")
        return None

    def close(self):
        os.close(self.descriptor)
        os.waitpid(self.process, 0)


def complaints_of(shell, environment, folder):
    command, loading = START[shell]
    terminal = Terminal(command.split(), environment, folder)
    try:
        if terminal.told(f"{loading}; told ready{RETURN}") != ["ready"]:
            yield f"{shell}: does not start"
            return
        for line, words in LINES.items():
            expected = ["cxm", *(word.replace("~", folder) for word in words)]
            if (actual := terminal.told(f"{line}{TAB}{HOME_KEY}told {RETURN}")) != expected:
                yield f"{shell}: {line}<Tab> gives {actual}, not {expected}"
    finally:
        terminal.close()


def main(arguments):
    if not arguments or not os.access(arguments[0], os.X_OK):
        raise SystemExit(__doc__)
    failed, passed = 0, 0
    for shell in arguments[1:] or START:
        if not shutil.which(shell):
            print(f"{shell} is not installed")
            continue
        with tempfile.TemporaryDirectory() as folder:
            programs = Path(folder, "bin")
            programs.mkdir()
            Path(programs, "cxm").symlink_to(Path(arguments[0]).resolve())
            Path(programs, "told").write_text("#!/bin/sh\nIFS='|'; echo \"«$*»\"\n")
            Path(programs, "told").chmod(0o755)
            Path(folder, "my own.json").write_text(OWN)
            Path(folder, "rows.csv").write_text("at,segment\n2024-01-01,pro\n2024-01-02,free\n")
            keep = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
            environment = keep | {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": folder, "TERM": "xterm",
                                  "LC_ALL": "C.UTF-8"}
            complaints = list(complaints_of(shell, environment, folder))
        print("".join(f"FAILED {complaint}\n" for complaint in complaints), end="")
        failed += len(complaints)
        passed += len(LINES) - len(complaints)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
