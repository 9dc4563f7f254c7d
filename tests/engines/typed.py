"""Tables whose columns have types: a plan that says them counts as one that does not, and as the program of the texts."""

import csv
import datetime
import io
import random

from program import ask

COLUMNS = {"answered": "timestamp", "day": "date", "score": "integer", "rating": "integer", "spend": "decimal", "cost": "double",
           "big": "integer", "flag": "boolean", "tier": "text", "until": "date"}

PLANS = {
    "surveys and sums": {
        "period": {"column": "answered", "grain": "month"}, "by": ["tier"], "where": "spend >= 10.5 and not cost > 40",
        "surveys": {"nps": "score", "csat": {"column": "rating", "scale": "5..1"}},
        "measures": {"revenue": "sum spend", "gain": "sum cost", "visitors": "sum big where score > 2.5",
                     "customers_active": "distinct big"}},
    "blanks": {
        "period": {"column": "day", "grain": "week"}, "blank": ["N/A", {"column": "score", "text": "7"}],
        "surveys": {"nps": "score"}, "measures": {"leads": "count where rating is blank or flag = 'true'",
                                                  "clicks": "count where score in (1, 3, 7, 9.0)",
                                                  "likes": "count where day > '2024-01-15'"}},
    "days of times": {"period": {"column": "answered", "grain": "day"}, "by": ["flag"], "measures": {"leads": "count"}},
    "quarters of dates": {"period": {"column": "day", "grain": "quarter"}, "by": ["rating"],
                          "measures": {"leads": "count where big > score", "gain": "sum spend - 1"}},
    "years": {"period": {"column": "answered", "grain": "year"}, "measures": {"leads": "count where big >= 9000000000000"}},
    "labels that are made": {
        "by": [{"label": "weekday", "column": "weekday(answered)"}, {"label": "hour", "column": "hour(answered)"},
               {"label": "spent", "column": "band(spend, 25)"}, {"label": "rated", "column": "band(rating, 3)"}],
        "where": "answered is not blank", "measures": {"leads": "count"}},
    "stays": {"period": {"grain": "month"}, "by": ["tier"], "where": "day is not blank",
              "subscriptions": {"start": "day", "end": "until"}},
}
EXACT = {
    "arithmetic of types": {"period": {"column": "day", "grain": "month"}, "where": "spend * score > big or cost < 50",
                            "measures": {"revenue": "sum spend * score", "spend_max:number": "max spend",
                                         "spend_mid:number": "median spend", "cost_min:number": "min cost"}},
}
SPOILED = {
    "answers": {"period": {"column": "answered", "grain": "month"}, "surveys": {"nps": "score"}},
    "numbers": {"where": "cost > 20", "measures": {"leads": "count"}},
    "dates": {"period": {"column": "day", "grain": "year"}, "measures": {"leads": "count"}},
}
# What a column is not.
LIES = [("tier", "integer"), ("tier", "decimal"), ("tier", "double"), ("tier", "date"), ("tier", "timestamp"),
        ("cost", "integer"), ("cost", "decimal"), ("spend", "double"), ("spend", "integer"), ("spend", "timestamp"),
        ("score", "date")]


def rows_of(count, seed, bad=False):
    dice = random.Random(seed)

    def maybe(value):
        return None if dice.random() < 0.06 else value

    def row():
        at = datetime.datetime(2023, 12, 20) + datetime.timedelta(seconds=dice.randint(0, 20_000_000))
        day = at.date() - datetime.timedelta(days=dice.randint(0, 40))
        cost = repr(dice.choice([0.1, 0.3, 12.0, 1e-05, dice.randint(0, 9999) / 100, dice.random() * 100]))
        score = dice.randint(0, 10)
        if bad and dice.random() < 0.2:
            cost, score = dice.choice([("nan", score), (cost, 11), (cost, -1)])
        if bad and dice.random() < 0.1:
            day = datetime.date(dice.choice([204, 999]), 1, 5)
        until = dice.choice([None, "9999-12-31", str(day + datetime.timedelta(days=dice.randint(0, 90)))])
        return [maybe(str(at)), maybe(str(day)), maybe(str(score)), maybe(str(dice.randint(1, 5))),
                maybe(f"{dice.randint(-500, 9000) / 100:.2f}"), maybe(cost),
                maybe(str(dice.choice([dice.randint(-5, 60), 9_007_199_254_740, 123_456_789_012]))),
                maybe(dice.choice(["true", "false"])), maybe(dice.choice(["pro", "Pro", "basic", "7"])), until]
    return [row() for _ in range(count)]


def types_for(program, plan):
    """Those of the columns that the plan reads: others it refuses."""
    return {column: type for column, type in COLUMNS.items()
            if program.query({**plan, "types": {column: type}}, "duckdb", "t").startswith("WITH")}


def records_of(result):
    """A result's records without findings, each number as what it says, and how many rows are refused."""
    header, *lines = list(csv.reader(io.StringIO(result)))
    if "refused" not in header:
        return [header, *lines], 0
    return [header[:-3], *(line[:-3] for line in lines)], int(lines[0][-3]) if lines else 0


def compare_types(engine, program, checks, given, canonical):
    if engine.dialect == "sqlite":
        # Its columns hold anything: types change nothing.
        for title, plan in PLANS.items():
            plain, typed = (program.query({**plan, **more}, "sqlite", "t")
                            for more in ({}, {"types": types_for(program, plan)}))
            checks.same(f"sqlite: with types, {title}", typed, plain)
        return
    names = list(COLUMNS)
    for table, rows in (("typed", rows_of(given.rows, given.seed)), ("typed_bad", rows_of(150, given.seed, True))):
        engine.load("cxm_texts", names, rows)
        engine.retype(table, "cxm_texts", COLUMNS)
        for title, plan in ({**PLANS, **EXACT} if table == "typed" else SPOILED).items():
            what = f"{engine.dialect}: with types, {title}"
            result, _ = ask(engine, program, {**plan, "types": types_for(program, plan)}, table)
            if result.startswith(("refused: ", "the engine")):
                checks.same(what, result, "a result")
                continue
            found, refused = records_of(result)
            if table == "typed":
                checks.same(what + ", refused", refused, 0)
                text = io.StringIO()
                csv.writer(text, lineterminator="\n").writerows(found)
                checks.same(what, canonical(text.getvalue()), canonical(program.tally(names, rows, plan)))
            else:
                plain = ask(engine, program, plan, table)[0]
                checks.same(what + ", refused", (refused, refused > 0), (records_of(plain)[1], True))
    compare_lies(engine, program, checks)


def compare_lies(engine, program, checks):
    """A type that a column does not have is an error, or its rows are refused."""
    for column, type in LIES:
        plan = {"types": {column: type}, "measures": {"leads": "count"}}
        plan |= ({"period": {"column": column, "grain": "month"}} if type in ("date", "timestamp") else
                 {"where": f"{column} > -1e9"})
        result, _ = ask(engine, program, plan, "typed")
        told = result.startswith("the engine stopped") or (not result.startswith("refused") and records_of(result)[1] > 0)
        checks.same(f"{engine.dialect}: {column} is no {type}", told or result, True)
