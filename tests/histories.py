#!/usr/bin/env python3
"""Asks the commands that read histories what is known: tests/histories.py PROGRAM [--seed N] [--files N]

First the cases of tests/reference/cases2.json, as files of rows; then generated files, of which sqlite3 is asked the same
by joins and windows. Every file is asked about in its own order by one thread, and shuffled by three.
"""

import argparse
import csv
import datetime
import io
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = json.loads((ROOT / "tests/reference/cases2.json").read_text())["cases"]
START = datetime.datetime(2024, 1, 1)
WRONG = []
CHECKED = 0


def stamp(minutes):
    return (START + datetime.timedelta(minutes=minutes)).isoformat() + "Z"


def close(a, b):
    if isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(close(x, y) for x, y in zip(a, b))
    return a == b if a is None or b is None else abs(a - b) <= 1e-9 + 1e-9 * abs(b)


def check(what, found, wanted):
    global CHECKED
    CHECKED += 1
    if not close(found, wanted):
        WRONG.append(f"{what}: found {found}, expected {wanted}")


class Asked:
    def __init__(self, program, folder):
        self.program, self.folder = program, Path(folder)

    def run(self, header, rows, *words):
        """The JSON of a command on rows, which must not depend on their order or the number of threads."""
        answers = []
        for threads, order in (("1", list(rows)), ("3", random.Random(len(rows)).sample(list(rows), len(rows)))):
            file = self.folder / "rows.csv"
            out = io.StringIO()
            csv.writer(out, lineterminator="\n").writerows([header, *order])
            file.write_text(out.getvalue())
            done = subprocess.run([self.program, words[0], str(file), *words[1:], "--json", "--threads", threads],
                                  capture_output=True, text=True)
            if done.returncode != 0:
                raise SystemExit(f"{' '.join(words)}: {done.stderr}")
            answers.append(done.stdout)
        if answers[0] != answers[1]:
            WRONG.append(f"{' '.join(words)}: another answer for shuffled rows and three threads")
        return json.loads(answers[0])


def funnel_words(steps, window, order):
    words = ["funnel", "--people", "who,at", "--steps-in", {"ordered": "order"}.get(order, order)]
    for step in steps:
        words += ["--step", f"{step}: event = '{step}'"]
    return words + (["--within", f"{window}min"] if window is not None else [])


def known_funnel(ask, case):
    i, wanted = case["inputs"], case["expected"]
    rows = [(who, stamp(at), event) for who, at, event in i["events"]]
    made = ask.run(("who", "at", "event"), rows, *funnel_words(i["steps"], i["window"], i["order"]))
    steps = made["groups"][-1]["steps"]
    name = case["id"]
    check(name + " reached", [s["people"] for s in steps], wanted["reached"])
    check(name + " from_first", [s["from_first"]["value"] for s in steps], wanted["from_first"])
    previous = [s.get("from_previous") for s in steps]
    check(name + " from_previous", [p and p["value"] for p in previous], wanted["from_previous"])
    check(name + " lower", [p and p["low"] for p in previous], wanted["lower"])
    check(name + " upper", [p and p["high"] for p in previous], wanted["upper"])
    minutes = lambda seconds: None if seconds is None else seconds / 60
    check(name + " waits", [minutes(s.get("median_wait_seconds")) for s in steps], wanted["median_from_previous"])
    check(name + " total", minutes(made["groups"][-1]["median_total_seconds"]), wanted["median_total"])


def grid(made, figure, ages):
    return [[next((c[figure] for c in line["cells"] if c["age"] == age), None) for age in range(ages)]
            for line in made["cohorts"]]


def known_cohorts(ask, case):
    i, wanted = case["inputs"], case["expected"]
    words = ["cohorts", "--people", "who,at", "--until", i["until"], "--ages", str(i["periods"])]
    words += ["--unbounded"] if i["count"] == "unbounded" else []
    words += ["--rolling", f"{i['length_days']}d"] if i["mode"] == "rolling" else []
    made = ask.run(("who", "at"), i["rows"], *words)
    check(case["id"] + " size", [line["people"] for line in made["cohorts"]], wanted["size"])
    # The last ages may be over for nobody, and then are none.
    check(case["id"] + " active", grid(made, "active", i["periods"]), wanted["retained"])
    check(case["id"] + " eligible", [[n or 0 for n in line] for line in grid(made, "eligible", i["periods"])],
          wanted["eligible"])


def known_paths(ask, case):
    i, wanted = case["inputs"], case["expected"]
    rows = [(who, stamp(at), "" if what == "conversion" else what, value if what == "conversion" else "")
            for who, at, what, value in i["rows"]]
    made = ask.run(("who", "at", "channel", "paid"), rows, "attribute", "--touches", "who,at,channel", "--conversion",
                   "channel is blank", "--value", "paid", "--lookback", f"{i['lookback']}min", "--until",
                   stamp(i["until"]), "--model", "linear")
    for key in ("conversions_without_touch", "touches_dropped", "open_paths"):
        check(f"{case['id']} {key}", made[key], wanted[key])
    paths = wanted["paths"]
    check(case["id"] + " conversions", made["conversions"], sum(p["conversions"] for p in paths))
    check(case["id"] + " nulls", made["null_paths"], sum(p["nulls"] for p in paths))
    check(case["id"] + " value", made["value"], sum(p["value"] for p in paths))


def known_credit(ask, case):
    i, wanted = case["inputs"], case["expected"]
    model = {"time_decay": "decay", "markov": f"markov:{i.get('order')}"}.get(i["model"], i["model"].replace("_", "-"))
    if case["status"] != "ok" or model == "decay" or i.get("weights", [0.4, 0.2, 0.4]) != [0.4, 0.2, 0.4]:
        return
    rows = [(" > ".join(p["path"]), p["conversions"], p["nulls"], p.get("value", 0)) for p in i["paths"]]
    made = ask.run(("path", "yes", "no", "worth"), rows, "attribute", "--paths", "path,yes,no,worth", "--model", model)
    channels = made["models"][0]["channels"]
    check(case["id"] + " conversions", [c["conversions"] for c in channels], wanted["conversions"])
    if "value" in wanted:
        check(case["id"] + " value", [c["value"] for c in channels], wanted["value"])
    if "removal_effect" in wanted:
        check(case["id"] + " removal", [c["removal_effect"] for c in channels], wanted["removal_effect"])


def summaries(ask, rows, *words):
    """x, t_x and T in days, and the mean, of each customer."""
    made = ask.run(("who", "at", "paid"), rows, "customers", "--orders", "who,at,paid", "--horizon", "26w", "--no-holdout",
                   *words)
    return {c["id"]: [c["x"], 7 * c["t_x"], 7 * c["T"], c["mean"]] for c in made["customers"]}


def known_customers(ask, case):
    i = case["inputs"]
    found = summaries(ask, i["rows"], "--end", i["end"])
    wanted = {who: [x, t_x * i["unit_days"], T * i["unit_days"], mean]
              for who, x, t_x, T, mean, *_ in case["expected"]["customers"]}
    check(case["id"] + " customers", len(found), len(wanted))
    for who in wanted:
        check(f"{case['id']} {who}", found.get(who), wanted[who])


def generated(draw):
    """Some people's events over half a year, many at the same second, orders among them."""
    rows = []
    for person in range(draw.randrange(1, 40)):
        at = draw.randrange(0, 200000)
        for _ in range(draw.choice((1, 2, 3, 8, 30))):
            event = draw.choice(("visit", "visit", "cart", "buy", "help"))
            rows.append((f"p{person}", stamp(at), event, f"{draw.randrange(0, 5000) / 100}"))
            at += draw.choice((0, 0, 1, 30, 600, 20000))
    return rows


def ask_sqlite(rows):
    base = sqlite3.connect(":memory:")
    base.execute("create table e (who text, at text, event text, paid real)")
    base.executemany("insert into e values (?, ?, ?, ?)", rows)
    base.execute("create table f as select *, cast(strftime('%s', at) as integer) t, rowid r from e")
    return base


def same_funnel(ask, rows, base, window, name):
    made = ask.run(("who", "at", "event", "paid"), rows, *funnel_words(("visit", "cart", "buy"), window, "ordered"))
    reached = [s["people"] for s in made["groups"][-1]["steps"]]
    within = f"<= a.t + {window * 60}"
    chains = ["select count(distinct who) from f where event = 'visit'",
              f"""select count(distinct a.who) from f a join f b on b.who = a.who
                  where a.event = 'visit' and b.event = 'cart' and b.t >= a.t and b.t {within}""",
              f"""select count(distinct a.who) from f a join f b on b.who = a.who join f c on c.who = a.who
                  where a.event = 'visit' and b.event = 'cart' and c.event = 'buy'
                  and b.t >= a.t and c.t >= b.t and c.t {within}"""]
    check(f"{name} funnel within {window}min", reached, [base.execute(sql).fetchone()[0] for sql in chains])


def same_cohorts(ask, rows, base, name):
    made = ask.run(("who", "at", "event", "paid"), rows, "cohorts", "--orders", "who,at,paid", "--until", "2024-12-31",
                   "--ages", "5")
    table = base.execute("""
        with first as (select *, min(at) over (partition by who) since from e)
        select substr(since, 1, 7), 12 * substr(at, 1, 4) + substr(at, 6, 2) - 12 * substr(since, 1, 4)
            - substr(since, 6, 2) age, count(distinct who), count(distinct who || at), sum(paid)
        from first group by 1, 2""").fetchall()
    cells = {(cohort, age): figures for cohort, age, *figures in table}
    for line in made["cohorts"]:
        for cell in line["cells"]:
            found = [cell["active"], cell["orders"], round(cell["revenue"], 6)]
            active, orders, paid = cells.get((line["cohort"], cell["age"]), (0, 0, 0))
            check(f"{name} cohort {line['cohort']} age {cell['age']}", found, [active, orders, round(paid, 6)])


def same_customers(ask, rows, base, name):
    orders = [(who, at, paid) for who, at, _, paid in rows]
    if len({at[:10] for _, at, _ in orders}) < 2:
        return
    found = summaries(ask, orders, "--until", "2024-12-31")
    table = base.execute("""
        with d as (select who, julianday(substr(at, 1, 10)) day, sum(paid) paid from e group by 1, 2),
             k as (select *, min(day) over (partition by who) since from d)
        select who, count(*) - 1, max(day) - min(day), julianday('2024-12-31') - min(day),
            coalesce(avg(case when day > since then paid end), 0)
        from k group by who""").fetchall()
    check(name + " customers", len(found), len(table))
    for who, *figures in table:
        check(f"{name} customer {who}", found.get(who), figures)


def tallied(ask, rows, *words):
    """The records of a tally, by their period and event."""
    made = ask.run(("who", "at", "event", "paid"), rows, "tally", *words)
    return {(r.get("period"), r.get("event")): r for r in made["records"]}


def same_orders(ask, rows, base, name):
    records = tallied(ask, rows, "--orders", "who,at,paid", "--period", ":month", "--by", "event")
    base.executescript("""
        drop view if exists bought; drop view if exists each_month;
        create view bought as select distinct who, at, substr(at, 1, 7) month from e;
        create view each_month as select who, month, count(*) orders, min(month) over (partition by who) since
            from bought group by who, month;""")
    wanted = base.execute("""
        select month, event, count(distinct who), count(distinct who || at), sum(paid),
            count(distinct case when orders > 1 or since < month then who end)
        from (select *, substr(at, 1, 7) month from e) join each_month using (who, month) group by 1, 2""").fetchall()
    check(f"{name} orders' records", len(records), len(wanted))
    new = dict(base.execute("""
        select month || event, count(*) from (
            select substr(at, 1, 7) month, event,
                row_number() over (partition by who order by at, length(event), event) place from e)
        where place = 1 group by 1""").fetchall())
    for month, event, active, orders, paid, returning in wanted:
        r = records[month, event]
        found = [r["customers_active"], r["transactions"], round(r["revenue"], 6), r["customers_returning"],
                 r["customers_new"]]
        check(f"{name} orders of {month} {event}", found,
              [active, orders, round(paid, 6), returning, new.get(month + event, 0)])


def months_of(rows):
    """The first days of the months from that of the first row to the one after the last."""
    first, last = min(r[1] for r in rows)[:7], max(r[1] for r in rows)[:7]
    number = int(first[:4]) * 12 + int(first[5:]) - 1
    days = []
    while True:
        days.append(f"{number // 12:04}-{number % 12 + 1:02}-01")
        if days[-1][:7] > last:
            return days
        number += 1


def same_lost_after(ask, rows, base, days, name):
    """Asked by what a customer is at the turn of a month: who has ordered in so many days before it."""
    bounds = months_of(rows)
    until = (datetime.date.fromisoformat(bounds[-1]) - datetime.timedelta(1)).isoformat()
    records = tallied(ask, rows, "--orders", "who,at", "--period", ":month", "--lost-after", f"{days}d", "--until", until)
    known_from = min(t for t, in base.execute("select t from f")) // 86400 * 86400 + days * 86400
    there = lambda day: {who for who, in base.execute(
        "select distinct who from f where t < cast(strftime('%s', ?1) as integer)"
        " and t + ?2 >= cast(strftime('%s', ?1) as integer)", (day, days * 86400))}
    first = dict(base.execute("select who, substr(min(at), 1, 7) from e group by who").fetchall())
    seconds = lambda day: int(datetime.datetime.fromisoformat(day + "T00:00:00+00:00").timestamp())
    for begin, end in zip(bounds, bounds[1:]):
        before, after = there(begin), there(end)
        month = begin[:7]
        won = {who for who in after - before if first[who] == month}
        r = records[month, None]
        knows = seconds(begin) >= known_from
        check(f"{name} lost after {days}d, {month}",
              [r.get(key) for key in ("customers_start", "customers_new", "customers_lost", "customers_back",
                                      "customers_end")],
              [len(before) if knows else None, len(won), len(before - after) if knows else None,
               len(after - before - won) if knows else None, len(after) if seconds(end) >= known_from else None])


def same_one_per(ask, rows, base, name):
    single = list({(who, at): (who, at, event, paid) for who, at, event, paid in rows}.values())
    only = sqlite3.connect(":memory:")
    only.execute("create table e (who text, at text, event text, paid real)")
    only.executemany("insert into e values (?, ?, ?, ?)", single)
    for keep, order in (("first", "at"), ("last", "at desc")):
        records = tallied(ask, single + single[:7], "--one-per", f"who, month:{keep}", "--period", "at:month",
                          "--measure", "transactions=count", "--measure", "revenue=sum paid")
        for month, number, paid in only.execute(f"""
                select month, count(*), sum(paid) from (
                    select substr(at, 1, 7) month, paid,
                        row_number() over (partition by who, substr(at, 1, 7) order by {order}) place from e)
                where place = 1 group by 1""").fetchall():
            r = records[month, None]
            check(f"{name} one per person and month, {keep}, {month}", [r["transactions"], round(r["revenue"], 6)],
                  [number, round(paid, 6)])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--files", type=int, default=12)
    given = options.parse_args()
    known = {"funnel": known_funnel, "cohort_grid": known_cohorts, "build_paths": known_paths,
             "attribution": known_credit, "customer_summary": known_customers}
    with tempfile.TemporaryDirectory() as folder:
        ask = Asked(str(Path(given.program).resolve()), folder)
        for case in CASES:
            if case["op"] in known:
                known[case["op"]](ask, case)
        for seed in range(given.seed, given.seed + given.files):
            rows = generated(random.Random(seed))
            base = ask_sqlite(rows)
            for window in (0, 45, 700, 40000):
                same_funnel(ask, rows, base, window, f"seed {seed}")
            same_cohorts(ask, rows, base, f"seed {seed}")
            same_customers(ask, rows, base, f"seed {seed}")
            same_orders(ask, rows, base, f"seed {seed}")
            for days in (10, 30, 90):
                same_lost_after(ask, rows, base, days, f"seed {seed}")
            same_one_per(ask, rows, base, f"seed {seed}")
    print("\n".join(WRONG[:20] + [f"{CHECKED - len(WRONG)} passed, {len(WRONG)} failed"]))
    return 1 if WRONG else 0


if __name__ == "__main__":
    sys.exit(main())
