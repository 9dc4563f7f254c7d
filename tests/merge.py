#!/usr/bin/env python3
"""Holds `cxm merge` to the laws of sums: tests/merge.py PROGRAM [SEED]

However rows are split over tasks, in whatever order their records come back, as files or as one stream, and whether some
are merged before others, the result is the tally of the whole.
"""

import datetime
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

PLANS = [
    {"period": {"column": "at", "grain": "month"}, "by": ["plan"], "surveys": {"nps": "score", "csat": "rating"},
     "measures": {"revenue": "sum spend", "carts": "count where spend > 10"}},
    {"by": ["plan", "land"], "measures": {"gain": "sum spend", "leads": "count"}},
    {"period": {"column": "at", "grain": "week"}, "measures": {"customers_active": "distinct who", "leads": "count"}},
    {"period": {"grain": "month"}, "by": ["plan"], "subscriptions": {"start": "at", "end": "gone"}},
]


def make_rows(dice, count):
    first = datetime.date(2024, 1, 1)
    rows = []
    for _ in range(count):
        day = first + datetime.timedelta(days=dice.randint(0, 120))
        gone = day + datetime.timedelta(days=dice.randint(0, 60))
        rows.append({"at": day.isoformat(), "gone": gone.isoformat() if dice.random() < 0.5 else "",
                     "who": f"c{dice.randint(1, 25)}", "plan": dice.choice(["pro", "Pro", "basic"]),
                     "land": dice.choice(["FR", "DE", "Ö"]), "score": str(dice.randint(0, 10)),
                     "rating": str(dice.randint(1, 5)), "spend": f"{dice.randint(-500, 5000) / 100:.2f}"})
    return rows


class Laws:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.passed, self.failed = 0, 0

    def run(self, *words, given=None):
        done = subprocess.run([self.program, *map(str, words)], input=given, capture_output=True, encoding="utf-8")
        return done.stdout if done.returncode == 0 else "refused: " + done.stderr

    def lines(self, rows):
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    def tally(self, rows, plan, wanted):
        words = ["tally", "-", "--plan", plan, "--input-format", "ndjson", "--format", "ndjson"]
        return self.run(*words, *wanted, given=self.lines(rows))

    def same(self, what, found, wanted):
        self.passed += found == wanted
        if found != wanted:
            self.failed += 1
            print(f"FAILED {what}\n  merged {found[:400]!r}\n  whole  {wanted[:400]!r}")

    def merge(self, parts, by_customer, as_stream):
        flags = ["--format", "ndjson", *(["--by-customer"] if by_customer else [])]
        if as_stream:
            return self.run("merge", "-", *flags, "--input-format", "ndjson", given="".join(parts))
        files = []
        for i, part in enumerate(parts):
            files.append(self.folder / f"part{i}.ndjson")
            files[-1].write_text(part, encoding="utf-8")
        return self.run("merge", *files, *flags)


def split(dice, rows, ways, key):
    """Rows over so many tasks: by customer where a plan counts different ones, else each anywhere."""
    place = {}
    tasks = [[] for _ in range(ways)]
    for row in rows:
        tasks[place.setdefault(row[key], dice.randrange(ways)) if key else dice.randrange(ways)].append(row)
    return [task for task in tasks if task]


def main():
    program, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 11
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        laws = Laws(Path(program).resolve(), Path(folder))
        for number, plan in enumerate(PLANS):
            file = Path(folder) / "plan.json"
            file.write_text(json.dumps(plan), encoding="utf-8")
            counts_people = "customers_active" in plan.get("measures", {})
            stays = "subscriptions" in plan
            # All tasks have the same periods, or customers who are still there would be left out of the later ones.
            wanted = ["--from", "2024-01", "--to", "2024-06"] if stays else []
            rows = make_rows(dice, 150)
            whole = laws.tally(rows, file, wanted)
            for ways in (2, 5):
                what = f"plan {number} of seed {seed}, {ways} tasks"
                parts = [laws.tally(task, file, wanted) for task in split(dice, rows, ways, "who" if counts_people else "")]
                laws.same(what + ", files", laws.merge(parts, counts_people, False), whole)
                laws.same(what + ", a stream", laws.merge(parts, counts_people, True), whole)
                dice.shuffle(parts)
                laws.same(what + ", another order", laws.merge(parts, counts_people, True), whole)
                first = laws.merge(parts[:2], counts_people, False)
                laws.same(what + ", two before the others", laws.merge([first, *parts[2:]], counts_people, True), whole)
                lines = "".join(parts).splitlines(keepends=True)
                dice.shuffle(lines)
                laws.same(what + ", lines in any order", laws.merge(lines, counts_people, True), whole)
    print(f"{laws.passed} passed, {laws.failed} failed")
    return 1 if laws.failed or not laws.passed else 0


if __name__ == "__main__":
    sys.exit(main())
