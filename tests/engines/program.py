"""The program beside the engines: what it says of rows, and what is held against it."""

import csv
import io
import json
import subprocess


def figure(cell):
    return None if cell in ("", "\\N", "NULL") else float(cell)


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, folder
        self.tallied = {}

    def run(self, *words, given=None):
        done = subprocess.run([self.path, *words], input=given, capture_output=True, encoding="utf-8")
        return done.returncode, done.stdout, done.stderr

    def file(self, names, rows):
        file = self.folder / "rows.csv"
        with open(file, "w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows([names, *(["" if c is None else c for c in r] for r in rows)])
        return str(file)

    def plan(self, plan):
        file = self.folder / "plan.json"
        file.write_text(json.dumps(plan), encoding="utf-8")
        return str(file)

    def merged(self, result):
        """A result as `cxm merge` reads it; nothing where it says that periods are blank, or measures unknown."""
        status, out, _ = self.run("merge", "-", given=result)
        return out if status == 0 else ""

    def tally(self, names, rows, plan):
        key = json.dumps([names, plan, len(rows), rows[:1]])
        if key not in self.tallied:
            status, out, err = self.run("tally", self.file(names, rows), "--plan", self.plan(plan), "--decimal", ".")
            self.tallied[key] = out if status == 0 else "refused: " + err
        return self.tallied[key]

    def refused_rows(self, names, rows, plan):
        """The rows that the program refuses, each on its own, by way of halves."""
        key = json.dumps(["rows", names, plan, len(rows)])
        if key not in self.tallied:
            wrong = []
            waiting = [list(range(len(rows)))]
            while waiting:
                part = waiting.pop()
                status, _, _ = self.run("tally", self.file(names, [rows[i] for i in part]), "--plan", self.plan(plan),
                                        "--decimal", ".")
                if status != 0 and len(part) == 1:
                    wrong += part
                elif status != 0:
                    waiting += [part[: len(part) // 2], part[len(part) // 2 :]]
            self.tallied[key] = wrong
        return self.tallied[key]

    def report(self, names, rows, plan, metrics):
        """The figures of a report, by record and metric: value, low and high, None where there is none."""
        words = [word for metric in metrics for word in ("--metric", metric)]
        status, out, err = self.run("report", "-", "--format", "csv", "--all", *words,
                                    given=self.tally(names, rows, plan))
        if status != 0:
            return {"refused": err}
        header, *lines = list(csv.reader(io.StringIO(out)))
        labels = [j for j, name in enumerate(header) if name in (*plan.get("by", ()), "period" if "period" in plan else "")]
        return {(*(line[j] for j in labels), line[header.index("metric")]):
                [figure(line[header.index(name)]) for name in ("value", "low", "high")] for line in lines}

    def query(self, plan, dialect, table, *words):
        status, out, err = self.run("sql", self.plan(plan), "--dialect", dialect, "--table", table, *words)
        return out if status == 0 else "refused: " + err


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def same(self, what, found, wanted):
        if found == wanted:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {what}")
        a, b = str(found).splitlines(), str(wanted).splitlines()
        for i in range(min(max(len(a), len(b)), 400)):
            x, y = a[i] if i < len(a) else "(nothing)", b[i] if i < len(b) else "(nothing)"
            if x != y:
                print(f"  line {i + 1}: engine  {x[:600]}\n  line {i + 1}: program {y[:600]}")
                break


def ask(engine, program, plan, table, *words):
    query = program.query(plan, engine.dialect, table, *words)
    if query.startswith("refused: "):
        return query, ""
    try:
        return engine.run(query), query
    except Exception as error:  # whatever an engine throws is a finding
        return f"the engine stopped: {str(error)[:1500]}", query
