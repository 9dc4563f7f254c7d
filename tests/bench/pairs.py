#!/usr/bin/env python3
"""Runs commands in turn, round after round, and prints one markdown table of wall time, ratio and peak memory.

    pairs.py [--runs 11] [--slow 20] 'NAME: COMMAND' 'NAME: COMMAND' …

Turns, so that a busy moment of the machine hits all alike; the ratio is the median of each round's ratio to the first
command. No shell is between unless the command says `sh -c`. A command whose first run takes longer than --slow seconds
is run that once. Output goes to /dev/null. A command that fails ends the run. Linux only.
"""
import argparse
import ctypes
import os
import resource
import shlex
import shutil
import statistics
import sys
import time

DEVNULL = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]


def run(name, words):
    """Wall seconds and peak memory in KiB of one run; of a pipeline, the memory of its largest process."""
    start = time.perf_counter()
    pid = os.posix_spawn(words[0], words, os.environ, file_actions=DEVNULL)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"pairs.py: {name} failed with status {os.waitstatus_to_exitcode(status)}: {shlex.join(words)}")
    return seconds, usage.ru_maxrss


def peak_of_small(words):
    """Linux counts the memory of the spawning process into the child's peak, so a child smaller than this Python is
    started by a shell that leaves it behind, to be adopted and waited for here."""
    adopt = 36   # PR_SET_CHILD_SUBREAPER
    ctypes.CDLL(None).prctl(adopt, 1, 0, 0, 0)
    shell = os.posix_spawn("/bin/sh", ["sh", "-c", '"$@" & exit 0', "sh", *words], os.environ, file_actions=DEVNULL)
    peaks = {}
    while True:
        try:
            pid, _, usage = os.wait4(-1, 0)
        except ChildProcessError:
            break
        peaks[pid] = usage.ru_maxrss
    del peaks[shell]
    return max(peaks.values())


def readable(seconds):
    for scale, unit in ((1, "s"), (1e3, "ms"), (1e6, "µs")):
        if seconds * scale >= 1:
            break
    return f"{seconds * scale:.3g} {unit}" if seconds < 100 else f"{seconds:.0f} s"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--slow", type=float, default=20)
    parser.add_argument("commands", nargs="+", metavar="NAME: COMMAND")
    options = parser.parse_args()

    commands = {}
    for text in options.commands:
        name, _, line = text.partition(": ")
        words = shlex.split(line)
        if name in commands or not words:
            parser.error(f"each command needs a name of its own: {text}")
        words[0] = shutil.which(words[0]) or parser.error(f"{words[0]} is not a program")
        commands[name] = words

    warm = {name: run(name, words) for name, words in commands.items()}
    again = {name: words for name, words in commands.items() if warm[name][0] <= options.slow}
    seconds = {name: [] if name in again else [warm[name][0]] for name in commands}
    peaks = {name: peak for name, (_, peak) in warm.items()}
    for _ in range(options.runs):
        for name, words in again.items():
            wall, peak = run(name, words)
            seconds[name].append(wall)
            peaks[name] = max(peaks[name], peak)

    first = seconds[next(iter(commands))]
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print("| program | median | least | ratio | peak memory | runs |\n|---|---:|---:|---:|---:|---:|")
    for name, words in commands.items():
        mine = seconds[name]
        pairs = zip(mine, first) if len(mine) == len(first) else [(mine[0], statistics.median(first))]
        ratio = statistics.median(a / b for a, b in pairs)
        peak = peaks[name] if peaks[name] > 1.1 * own else peak_of_small(words)
        print(f"| {name} | {readable(statistics.median(mine))} | {readable(min(mine))} | {ratio:.2f} | "
              f"{peak / 1024:.1f} MiB | {len(mine)} |")


if __name__ == "__main__":
    main()
