#!/usr/bin/env python3
"""Times queries of `cxm sql` beside those an analyst writes by hand, engine by engine, and `cxm tally` of the same rows as a
file. All take turns; a ratio is the median of the rounds' ratios. Prints a markdown table; an engine that is not there is named.

    queries.py PROGRAM [--rows 1600000] [--runs 5] [--engine duckdb]…
"""
import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engines"))
import engines

BASE = 50_000
TYPES = {"answered_at": "timestamp", "plan": "text", "score": "integer", "spend": "decimal"}
PLAN = {"period": {"column": "answered_at", "grain": "month"}, "by": ["plan"], "surveys": {"nps": "score"},
        "measures": {"revenue": "sum spend"}}
MONTH = {"sqlite": "SUBSTR({}, 1, 7)", "clickhouse": "toStartOfMonth({})"}
MONTH_OF_TEXT = "SUBSTR({}, 1, 7)"
BY_HAND = """SELECT {month} AS month, plan,
  COUNT(CASE WHEN {score} >= 9 THEN 1 END) AS promoters, COUNT(CASE WHEN {score} BETWEEN 7 AND 8 THEN 1 END) AS passives,
  COUNT(CASE WHEN {score} <= 6 THEN 1 END) AS detractors, SUM({spend}) AS revenue
FROM {table} GROUP BY 1, 2 ORDER BY 1, 2"""


def rows_of(count):
    dice = random.Random(1)
    return [[f"2024-{dice.randint(1, 12):02}-{dice.randint(1, 28):02} {dice.randint(0, 23):02}:00:00",
             dice.choice(["free", "basic", "pro"]), str(dice.randint(0, 10)) if dice.random() < 0.97 else None,
             f"{dice.randint(0, 9000) / 100:.2f}"] for _ in range(count)]


def by_hand(dialect, typed):
    month = MONTH.get(dialect, "DATE_TRUNC('month', {})") if typed else MONTH_OF_TEXT
    score, spend = ("score", "spend") if typed else ("CAST(score AS INTEGER)", "CAST(spend AS DECIMAL(18, 2))")
    if dialect == "clickhouse" and not typed:
        score, spend = "toInt32OrNull(score)", "toDecimal64OrNull(spend, 2)"
    return BY_HAND.format(month=month.format("answered_at"), score=score, spend=spend, table="typed" if typed else "texts")


def query(program, folder, plan, dialect, table):
    path = folder / "plan.json"
    path.write_text(json.dumps(plan))
    return subprocess.run([program, "sql", path, "--dialect", dialect, "--table", table], check=True, capture_output=True,
                          text=True).stdout.rstrip().rstrip(";")


def load(engine, rows, doublings):
    names = list(TYPES)
    engine.load("texts", names, rows)
    for _ in range(doublings):
        engine.execute("insert into texts select * from texts")
    engine.retype("typed", "texts", TYPES)
    for table in ("texts", "typed"):
        if engine.dialect in ("postgresql", "sqlite"):
            engine.execute(f"analyze {table}")


def timed(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def shown(ratio):
    return f"{ratio:.1f}" if ratio >= 1.05 else f"{ratio:.2f}"


def measure(engine, program, folder, runs, tally):
    asked = {"texts by hand": by_hand(engine.dialect, False), "texts": query(program, folder, PLAN, engine.dialect, "texts"),
             "types by hand": by_hand(engine.dialect, True),
             "types": query(program, folder, {**PLAN, "types": TYPES}, engine.dialect, "typed")}
    calls = {name: (lambda text=text: engine.run(text)) for name, text in asked.items()}
    calls["tally"] = tally
    for call in calls.values():
        call()
    rounds = [{name: timed(call) for name, call in calls.items()} for _ in range(runs)]

    def ratio(one, other):
        return shown(statistics.median(r[one] / r[other] for r in rounds))

    def seconds(name):
        return f"{statistics.median(r[name] for r in rounds):.2f} s"
    return (f"| {engine.dialect} | {seconds('texts by hand')} | {ratio('texts', 'texts by hand')} | {seconds('types by hand')} | "
            f"{ratio('types', 'types by hand')} | {ratio('texts', 'tally')} | {ratio('types', 'tally')} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--rows", type=int, default=1_600_000, help="rounded up to 50,000 and doublings of it")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--engine", action="append")
    given = parser.parse_args()
    doublings = max(0, (given.rows - 1) // BASE).bit_length()
    rows = rows_of(BASE)
    print("| engine | by hand, texts | `cxm sql` to it | by hand, types | with `types` to it | `cxm sql` to `cxm tally` | with "
          "`types` to it |\n|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = "".join(",".join(cell or "" for cell in row) + "\n" for row in rows)
        with open(folder / "survey.csv", "w") as out:
            out.write(",".join(TYPES) + "\n")
            for _ in range(1 << doublings):
                out.write(lines)
        (folder / "tally.json").write_text(json.dumps(PLAN))
        words = [given.program, "tally", folder / "survey.csv", "--plan", folder / "tally.json"]

        def tally():
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        for dialect in given.engine or ["duckdb", "clickhouse", "postgresql", "sqlite"]:
            try:
                engine = engines.ALL[dialect](folder)
            except engines.Missing as error:
                print(f"skipped {dialect}: {error}", file=sys.stderr)
                continue
            try:
                load(engine, rows, doublings)
                print(measure(engine, given.program, folder, given.runs, tally), flush=True)
            finally:
                engine.close()


if __name__ == "__main__":
    main()
