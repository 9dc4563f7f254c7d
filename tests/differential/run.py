#!/usr/bin/env python3
"""Whether cxm, Miller and sqlite3 count the same of hostile files: tests/differential/run.py CXM [--in-chunks PROGRAM]
[--files N] [--seed N]

Every file is drawn from a seed, and so are the questions. Where cxm answers, each peer that answers too must say the
same; a refusal by cxm is right for a file with a defect, and wrong for any other. --seed N asks about one file alone.

The rows behind a measure, which `cxm rows` copies, must be as many as it counts, must stand in the file in that order,
and must count to it again.

What peers read otherwise by definition is not compared: rows of another width and open quotes, which sqlite3 mends with
a warning; blank lines, which are rows to both, and `sep=`, a header to both, so they get the file without; CRLF within
quotes, a line feed to Miller; escapes in the keys of NDJSON, which sqlite3 does not undo.
"""

import argparse
import csv
import io
import json
import math
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from hostile import File
from peers import PEERS
from questions import BETWEEN, NPS, Question

THREADS = [1, 2, 3, 7]


def asked_cxm(program, file, question, plan, threads):
    """{group: {measure: value}}, or the refusal."""
    command = [program, "tally", str(file.path), "--plan", str(plan), "--format", "json", "--threads", str(threads)]
    done = subprocess.run(command + file.flags, capture_output=True, timeout=60)
    file.command = shlex.join(command + file.flags)
    if done.returncode == 3:
        return done.stderr.decode()
    if done.returncode != 0:
        raise SystemExit(f"seed {file.seed}: {file.command}\nexit code {done.returncode}: {done.stderr.decode()}")
    labels = (["period"] if question.monthly else []) + [f"by_{field}" for field in question.by]
    return {BETWEEN.join(record.get(label, "") for label in labels): {key: record.get(key) for key in question.keys()}
            for record in json.loads(done.stdout)["records"]}


def copied_rows(program, file, key, plan):
    """What `cxm rows` writes."""
    command = [program, "rows", str(file.path), "--plan", str(plan), "--of", key]
    done = subprocess.run(command + file.flags, capture_output=True, timeout=60)
    file.command = shlex.join(command + file.flags)
    if done.returncode != 0:
        raise SystemExit(f"seed {file.seed}: {file.command}\nexit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def rows_in(file, data):
    """The rows of a text, as an independent reader finds them."""
    if file.format == "ndjson":
        return data.splitlines(keepends=True)
    text = io.StringIO(data.decode(errors="surrogateescape"), newline="")
    return list(csv.reader(text, delimiter=file.delimiter))[1:]


def stand_in_order(lines, data):
    at = 0
    for line in lines:
        at = data.find(line.rstrip(b"\r\n"), at)
        if at < 0:
            return False
        at += len(line.rstrip(b"\r\n"))
    return True


def same(ours, theirs):
    def equal(a, b):
        return a == b or (a is not None and b is not None and math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9))

    return ours.keys() == theirs.keys() and all(
        equal(value, theirs[group][key]) for group, measures in ours.items() for key, value in measures.items())


def difference(ours, theirs):
    groups = sorted(set(ours) | set(theirs))
    return "\n".join(f"  {group!r}: {ours.get(group)} where it says {theirs.get(group)}" for group in groups
                     if group not in ours or group not in theirs
                     or not same({group: ours[group]}, {group: theirs[group]}))


class Run:
    def __init__(self, program, scratch):
        self.program, self.scratch = program, scratch
        self.peers = {name: ask for name, ask in PEERS.items() if shutil.which(name)}
        for name in PEERS.keys() - self.peers.keys():
            print(f"skipped: {name} is not installed")
        self.counts = dict.fromkeys(["files", "questions", "refused", *self.peers], 0)
        self.in_chunks = []
        self.failed = 0

    def fail(self, file, plan, finding):
        self.failed += 1
        rows = file.data if len(file.data) < 3000 else file.data[:3000] + b" and so on"
        print(f"FAILED with --seed {file.seed}, defect: {file.defect}\n{file.command}\n{plan.read_text()}\n{rows!r}\n"
              f"{finding}\n")

    def look(self, seed):
        file = File(seed)
        file.seed = seed
        folder = self.scratch / str(seed)
        folder.mkdir()
        file.path, file.peer_path = folder / file.name, folder / "peers"
        file.path.write_bytes(file.data)
        file.peer_path.write_bytes(file.peer_data)
        questions = [Question(random.Random(seed * 10 + i)) for i in range(4)]
        answers = {name: ask(file, questions) for name, ask in self.peers.items() if name not in file.unknown_to}
        self.counts["files"] += 1
        for i, question in enumerate(questions):
            plan = folder / f"plan{i}.json"
            plan.write_text(question.plan(file.names))
            skips = "skip" if "skip" in file.flags else "refuse"
            delimiter = file.delimiter if "--delimiter" in file.flags else "told"
            self.in_chunks.append(f"{plan}\t{file.path}\t{delimiter}\t{skips}\n")
            self.counts["questions"] += 1
            ours = asked_cxm(self.program, file, question, plan, THREADS[(seed + i) % len(THREADS)])
            if isinstance(ours, str):
                self.counts["refused"] += 1
                if not file.defect or file.defect.endswith("skipped"):
                    self.fail(file, plan, f"refused without a defect: {ours}")
                continue
            self.look_behind(file, question, plan, ours, random.Random(seed * 10 + i).choice(question.keys()))
            for name, told in answers.items():
                if told is None:
                    continue
                self.counts[name] += 1
                if not same(ours, told[i]):
                    self.fail(file, plan, f"{name} says otherwise:\n{difference(ours, told[i])}")


    def look_behind(self, file, question, plan, ours, key):
        """Whether the rows behind a measure are as many as it counts, and count to it again."""
        data = copied_rows(self.program, file, key, plan)
        counted = key in NPS or any(name == key and kind == "count" for name, kind, _ in question.measures)
        total = sum(values[key] or 0 for values in ours.values())
        if counted and len(rows_in(file, data)) != total:
            self.fail(file, plan, f"{len(rows_in(file, data))} rows are behind {key} = {total}")
        if not stand_in_order(data.splitlines(keepends=True), file.data):
            self.fail(file, plan, f"the rows behind {key} do not stand in the file as they are written:\n{data!r}")
        copy = File(file.seed)
        copy.seed, copy.path = file.seed, file.path.with_name(f"behind-{file.path.name}")
        copy.path.write_bytes(data)
        again = {} if not data else asked_cxm(self.program, copy, question, plan, 1)
        wanted = {group: values[key] for group, values in ours.items() if values[key]}
        if isinstance(again, str) or any(not same({group: {key: value}}, {group: {key: again.get(group, {}).get(key)}})
                                         for group, value in wanted.items()):
            self.fail(file, plan, f"the rows behind {key} count to {again} and not to {wanted}:\n{data!r}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--in-chunks")
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--seed", type=int)
    given = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="cxm-differential-"))
    run = Run(given.program, scratch)
    for seed in range(given.files) if given.seed is None else [given.seed]:
        run.look(seed)
    if given.in_chunks:
        done = subprocess.run([given.in_chunks], input="".join(run.in_chunks), text=True, capture_output=True)
        if done.returncode:
            run.failed += 1
            print(f"FAILED, the folder of a file is its --seed: {given.in_chunks}\n{done.stdout}{done.stderr}")
    for name in run.peers:
        if given.seed is None and run.counts[name] < run.counts["questions"] / 4:
            run.failed += 1
            print(f"FAILED: {name} answered no more than {run.counts[name]} questions")
    print(", ".join(f"{count} {what}" for what, count in run.counts.items()))
    if run.failed:
        print(f"{run.failed} failed; the files are in {scratch}")
        sys.exit(1)
    shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
