"""What queries make of people's rows, held against the program: customers who are alike, and cohorts."""

import csv
import io
import json
import math

import plans
import rows as hostile
from program import ask as ask_plan, figure
from records import compare_records

COHORTS = {
    "by month": ["--orders", "who,ordered at,paid"],
    "by week, of visits": ["--people", "who,ordered at", "--every", "week", "--ages", "9"],
    "by quarter, at this age or later": ["--orders", "who,ordered at", "--every", "quarter", "--unbounded"],
    "by year": ["--orders", "who,ordered at,paid", "--every", "year", "--until", "2023-12-31"],
    "by day": ["--orders", "who,ordered at", "--every", "day", "--ages", "40", "--until", "2023-03-10"],
    "of 30 days each": ["--orders", "who,ordered at,paid", "--rolling", "30d", "--until", "2024-02-28"],
    "of 7 days, or later": ["--people", "who,ordered at", "--every", "quarter", "--rolling", "7d", "--unbounded", "--ages", "12"],
    "nobody": ["--people", "who,ordered at", "--until", "2001-01-01"],
}


def close(a, b):
    return a == b or (a is not None and b is not None and math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-12))


def ask(engine, program, words):
    status, query, err = program.run("sql", *words, "--dialect", engine.dialect, "--table", "orders")
    return engine.run(query) if status == 0 else "refused: " + err


def compare_alike(engine, program, checks, orders):
    """The fit of customers who are alike, each a row with their number, is that of the orders."""
    names = hostile.ORDERS
    for amount in ("", ",paid"):
        what = f"{engine.dialect}: customers alike{' in amounts' if amount else ''}"
        words = ["--orders", "who,ordered at" + amount, "--where", "state = 'done'"]
        result = ask(engine, program, [*words, "--for", "customers"])
        told = program.run("customers", program.file(names, orders), *words, "--no-holdout", "--horizon", "26w", "--json")[1]
        summary = ["--summary", "x,t_x,T" + (",mean" if amount else ""), "--count", "customers", "--horizon", "26w"]
        status, found, err = program.run("customers", "-", *summary, "--json", given=result)
        if status != 0:
            checks.same(what, err, "a forecast")
            continue
        told, found = json.loads(told), json.loads(found)
        odd = [(a, b) for a, b in zip(numbers(found), numbers(told)) if not close(a, b)]
        checks.same(what, odd[:1] or len(numbers(found)), len(numbers(told)))
        checks.same(what + ", counted", sum(c["customers"] for c in found["customers"]), len(told["customers"]))
        # A client that cuts the result is found out.
        cut = "\n".join(result.splitlines()[:-1])
        checks.same(what + ", cut", program.run("customers", "-", *summary, given=cut)[0], 3)


def numbers(forecast):
    """The models' parameters, and the figures of all."""
    found = [forecast["model"]["log_likelihood"], *forecast["model"]["parameters"].values()]
    found += forecast.get("spend_model", {}).get("parameters", {}).values()
    for figure_of in forecast["records"][0]["metrics"].values():
        found += [figure_of.get("value"), figure_of.get("low"), figure_of.get("high"), figure_of.get("n")]
    return found


def compare_cohorts(engine, program, checks, orders):
    names = hostile.ORDERS
    # Whose row it is has to be known, and when.
    where = ["--where", "state = 'done' and who is not blank"]
    for title, words in COHORTS.items():
        what = f"{engine.dialect}: cohorts {title}"
        result = ask(engine, program, [*words, *where, "--for", "cohorts"])
        status, told, err = program.run("cohorts", program.file(names, orders), *words, *where, "--format", "csv")
        if result.startswith("refused: ") or status != 0:
            checks.same(what, result if result.startswith("refused: ") else err, "cells")
            continue
        header, *found = list(csv.reader(io.StringIO(result)))
        wanted = list(csv.reader(io.StringIO(told)))
        findings = [row[-3:] for row in found]
        found = [header[:-3], *(row[:-3] for row in found)]
        # Of no row there are no columns to speak of.
        odd = [(a, b) for a, b in zip(found[1:], wanted[1:]) if a[:3] != b[:3] or (a[3:] != b[3:] and not alike(a[3:], b[3:]))]
        checks.same(what, odd[:1] or len(found), len(wanted))
        checks.same(what + ", findings", [f for f in findings if f != ["0", "", str(len(found) - 1)]], [])
    # Rows of nobody are refused, one by one.
    result = ask(engine, program, ["--people", "who,ordered at", "--for", "cohorts"])
    of_nobody = sum(1 for row in orders if not row[0])
    checks.same(f"{engine.dialect}: cohorts, refused", list(csv.reader(io.StringIO(result)))[1][-3], str(of_nobody))


def alike(a, b):
    try:
        return all(close(figure(x), figure(y)) for x, y in zip(a, b))
    except ValueError:
        return False


def compare_one_per(engine, program, checks, given):
    visits = hostile.visits(given.rows, given.seed)
    engine.load("visits", hostile.VISITS, visits)
    compare_records(engine, program, checks, hostile.VISITS, visits, "visits", plans.ONE_PER)
    rivals = [["1", "zed", "2024-01-05T10:00Z", "a", "9", "1", "2024-01-05T10:00Z", ""],
              ["2", "zed", "2024-01-05 12:00+02", "a", "9", "2", "2024-01-05", ""],
              ["3", "ann", "2024-01-05 12:00Z", "a", "9", "2", "", ""]]
    engine.load("rivals", hostile.VISITS, rivals)
    for title, plan in plans.RIVALS.items():
        result, _ = ask_plan(engine, program, plan, "rivals")
        refused = list(csv.reader(io.StringIO(result)))[-1][-3:-2]
        checks.same(f"{engine.dialect}: {title}, refused", refused, ["2" if "zones" in title else "1"])


def compare_people(engine, program, checks, given):
    orders = hostile.orders(given.rows, given.seed)
    # Lines of one order, written in several ways, and the ends of periods.
    orders += [["c1", at, paid, "done"] for at in ("2023-05-31", "2023-05-31 00:00:00", "2023-05-31T00:00:00.000000Z")
               for paid in ("1.10", "-2", "")]
    orders += [["c2", at, "0.000000001", "done"] for at in (
        "2023-02-28 12:00:00.1234567", "2023-02-28 12:00:00,123456", "2023-02-28T12:00:00.12", "2023-02-28T12:00:00.120+02",
        "2023-02-28 12:00", "2023-12-31 23:59:59", "2024-01-01", "2024-02-29T23:59-0830")]
    sold = [row for row in orders if row[2] and float(row[2]) >= 0]
    engine.load("orders", hostile.ORDERS, sold)
    compare_alike(engine, program, checks, sold)
    engine.load("orders", hostile.ORDERS, orders)
    compare_cohorts(engine, program, checks, orders)
    compare_records(engine, program, checks, hostile.ORDERS, orders, "orders", plans.ORDERS)
