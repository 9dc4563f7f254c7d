#!/usr/bin/env python3
"""Counts hostile rows here and in SQL engines: tests/engines/run.py PROGRAM [--engine NAME]… [--rows N] [--seed N]

Records must be the same to the byte, once `cxm merge -` has read both; where cells are spoiled, as many rows must be
refused; and of single values an engine may refuse more than the program does, and read none otherwise.
"""

import argparse
import csv
import io
import json
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

import engines
import plans
import rows as hostile
import typed
from figures import compare_customers, compare_metrics
from people import compare_one_per, compare_people
from program import Checks, Program, ask
from records import canonical, compare_records, cut, plain


def compare_refusals(engine, program, checks, names, rows, table, spoiled_by):
    for title, plan in spoiled_by.items():
        result, _ = ask(engine, program, plan, table)
        found = result if result.startswith(("refused: ", "the engine")) else cut(result)[1][0][0]
        checks.same(f"{engine.dialect}: refused, {title}", found, str(len(program.refused_rows(names, rows, plan))))


def compare_seconds(engine, program, checks, given):
    names = ["i", "channel", "opened", "closed"]
    tickets = hostile.tickets(given.rows, given.seed)
    engine.load("tickets", names, tickets)
    compare_records(engine, program, checks, names, tickets, "tickets", plans.SECONDS,
                    spare=plans.SECONDS if engine.dialect == "sqlite" else ())
    if engine.dialect != "sqlite":
        dice = random.Random(given.seed)
        for row in tickets:
            if dice.random() < 0.3:
                row[dice.choice([2, 3])] = dice.choice(["2024-02-30", "x", "9999-12-31", "2024-01-05", "2024-01-05T24:00",
                                                        "2024-01-05T23:59:60Z", "2024-01-05T10:00", "2024-01-05T10:00+02"])
        engine.load("broken", names, tickets)
        compare_refusals(engine, program, checks, names, tickets, "broken", plans.SPOILED_SECONDS)


def one_by_one(values):
    return [[str(i), value] for i, value in enumerate(values)]


def compare_values(engine, program, checks, what, values, plan, table="judged"):
    """What the engine takes, the program takes, and for the same; gives what the program alone takes."""
    names = ["i", "x"]
    rows = [[str(i), value] for i, value in enumerate(values) if value != ""]
    engine.load(table, names, rows)
    result, _ = ask(engine, program, plan, table)
    if result.startswith(("refused: ", "the engine")):
        checks.same(f"{engine.dialect}: {what}", result, "a result")
        return set()
    header, *found = list(csv.reader(io.StringIO(result)))
    by = header.index("i")
    counts = [j for j, name in enumerate(header) if name in ("leads", "promoters", "passives", "detractors")]
    read = {row[by]: row[:-3] for row in found}
    wrong = program.refused_rows(names, rows, plan)
    alone = program.tally(names, [row for at, row in enumerate(rows) if at not in wrong], plan)
    told = {row[by]: row for row in list(csv.reader(io.StringIO(alone)))[1:]}
    only_here = set()
    for i, value in rows:
        if any(read[i][j] != "0" for j in counts):
            checks.same(f"{engine.dialect}: {what}: {value!r}", list(map(plain, read[i])),
                        list(map(plain, told.get(i, []))))
        elif i in told:
            only_here.add(value)
    return only_here


def spoiled(rows, seed):
    dice = random.Random(seed)
    bad = ["x", "12x", "1,2.3", "--1", "0x1", "", "nan"]
    out = []
    for row in rows:
        row = list(row)
        for column in (5, 6, 7, 8, 9):
            if dice.random() < 0.08:
                row[column] = dice.choice(bad)
        out.append(row)
    return out


def check_few(engine, program, checks, given):
    """What shows that rows in several processes are counted as those in one."""
    survey, stays = hostile.surveys(given.rows, given.seed), hostile.stays(given.rows, given.seed)
    engine.load("survey", hostile.SURVEY, survey)
    compare_records(engine, program, checks, hostile.SURVEY, survey, "survey", dict(list(plans.SURVEY.items())[:3]))
    engine.load("stays", hostile.STAYS, stays)
    compare_records(engine, program, checks, hostile.STAYS, stays, "stays", dict(list(plans.STAYS.items())[:1]))


def check_engine(engine, program, checks, given):
    if engine.few:
        check_few(engine, program, checks, given)
        return
    survey, stays = hostile.surveys(given.rows, given.seed), hostile.stays(given.rows, given.seed)
    # A cell that is a time of more than the engines read is none of these files.
    engine.load("survey", hostile.SURVEY, survey)
    compare_records(engine, program, checks, hostile.SURVEY, survey, "survey", plans.SURVEY)
    compare_records(engine, program, checks, hostile.SURVEY, survey, "survey", plans.EXACT,
                    spare=plans.EXACT if engine.dialect == "sqlite" else ())
    compare_metrics(engine, program, checks, hostile.SURVEY, survey, "survey", plans.METRICS)
    compare_metrics(engine, program, checks, hostile.SURVEY, survey, "survey", plans.METRICS_OF_WEIGHTS,
                    spare=plans.METRICS_OF_WEIGHTS if engine.dialect == "sqlite" else ())
    engine.load("stays", hostile.STAYS, stays)
    compare_records(engine, program, checks, hostile.STAYS, stays, "stays", plans.STAYS)
    compare_metrics(engine, program, checks, hostile.STAYS, stays, "stays", plans.METRICS_OF_STAYS)
    compare_customers(engine, program, checks, given)
    times = hostile.times(given.rows, given.seed)
    engine.load("times", ["i", "x", "said"], times)
    if engine.dialect != "sqlite":
        compare_records(engine, program, checks, ["i", "x", "said"], times, "times", plans.ZONES)
    typed.compare_types(engine, program, checks, given, canonical)
    compare_seconds(engine, program, checks, given)
    compare_people(engine, program, checks, given)
    compare_one_per(engine, program, checks, given)
    bad = spoiled(survey[:120], given.seed)
    engine.load("spoiled", hostile.SURVEY, bad)
    compare_refusals(engine, program, checks, hostile.SURVEY, bad, "spoiled", plans.SPOILED)
    less = {}
    for what, values, plan in (
            ("numbers", hostile.NUMBERS, {"by": ["i"], "where": "x > -1000000 or x < 0", "measures": {"leads": "count"}}),
            ("sums", hostile.NUMBERS, {"by": ["i"], "measures": {"leads": "count", "gain": "sum x"}}),
            ("dates", hostile.DATES, {"by": ["i"], "period": {"column": "x", "grain": "day"},
                                      "measures": {"leads": "count"}}),
            ("weeks", hostile.DATES, {"by": ["i"], "period": {"column": "x", "grain": "week"},
                                      "measures": {"leads": "count"}}),
            ("answers", hostile.ANSWERS, {"by": ["i"], "surveys": {"nps": "x"}})):
        less[what] = compare_values(engine, program, checks, what, values, plan)
    if given.verbose:
        for what, values in less.items():
            print(f"  {engine.dialect}: {what} that the program alone reads: {sorted(values or [])}")


def parse_others(program, checks):
    """Texts for engines that are not here have to be SQL of theirs at least."""
    try:
        import sqlglot
    except ImportError as error:
        print(f"trino, bigquery, snowflake: not parsed: {error}")
        return
    of_types = {f"{title}, with types": {**plan, "types": typed.types_for(program, plan)}
                for title, plan in {**typed.PLANS, **typed.EXACT}.items()}
    for dialect in ("trino", "bigquery", "snowflake"):
        for title, plan in {**plans.SURVEY, **plans.EXACT, **plans.STAYS, **plans.ONE_PER, **plans.ORDERS, **plans.ZONES,
                            **plans.SECONDS,
                            **of_types}.items():
            query = program.query(plan, dialect, "survey")
            try:
                found = len(sqlglot.parse(query, read=dialect))
            except sqlglot.errors.ParseError as error:
                found = str(error)[:400]
            checks.same(f"{dialect}: {title}, parsed", found if not query.startswith("refused: ") else query, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--engine", action="append", choices=sorted(engines.ALL))
    parser.add_argument("--rows", type=int, default=600)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(given.program, Path(folder))
        if not given.engine:
            parse_others(program, checks)
        # A second Spark needs a process of its own.
        for name in given.engine or [name for name in engines.ALL if name != "spark-workers"]:
            begun = time.monotonic()
            try:
                engine = engines.ALL[name](Path(folder))
            except engines.Missing as why:
                print(f"{name}: skipped: {why}")
                continue
            try:
                check_engine(engine, program, checks, given)
            except Exception:  # an engine that breaks is a failure, and no reason to leave out the others
                checks.same(name, traceback.format_exc().splitlines()[-1], "no exception")
            finally:
                engine.close()
            print(f"{name}: {time.monotonic() - begun:.1f} s", flush=True)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed or not checks.passed else 0


if __name__ == "__main__":
    sys.exit(main())
