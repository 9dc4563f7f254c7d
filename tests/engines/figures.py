"""Figures that a query computes beside counts, held against those of the program."""

import csv
import io
import math

import rows as hostile
from program import ask, figure


def alike(a, b):
    return a == b or (a is not None and b is not None and math.isclose(a, b, rel_tol=1e-11, abs_tol=1e-13))


def compare_metrics(engine, program, checks, names, rows, table, wanted, spare=()):
    """A query's columns of metrics and their limits, with what a report says of the same rows."""
    for title, (plan, metrics) in wanted.items():
        what = f"{engine.dialect}: metrics of {title}"
        words = [word for metric in metrics for word in ("--metric", metric)]
        result, _ = ask(engine, program, plan, table, *words)
        if result.startswith(("refused: ", "the engine")):
            checks.same(what, title in spare and "exact decimals" in result or result, True)
            continue
        reported = program.report(names, rows, plan, metrics)
        header, *lines = list(csv.reader(io.StringIO(result)))
        by = [j for j, name in enumerate(header) if name == "period" or name in plan.get("by", ())]
        keys = [metric.split(":")[0].split(" ")[0] for metric in metrics]
        odd = []
        for line in lines:
            for key in keys:
                told = reported.get((*(line[j] for j in by), key), "nothing")
                ends = [key, key + "_low", key + "_high"] if key + "_low" in header else [key]
                found = [figure(line[header.index(end)]) for end in ends]
                if told == "nothing" or not all(map(alike, found, told)):
                    odd.append((line, key, found, told))
        checks.same(what, odd[:1] or len(lines) * len(keys), len(reported))
        # A report of the result passes over what was computed.
        checks.same(what + ", reported", *(program.run("report", "-", *words, given=given)[1]
                                           for given in (result, program.tally(names, rows, plan))))


def compare_customers(engine, program, checks, given):
    """What `cxm customers` says of orders, and of the customers that a query makes of them."""
    orders = hostile.orders(given.rows, given.seed)
    engine.load("orders", hostile.ORDERS, orders)
    horizon = ["--horizon", "26w", "--format", "csv"]
    for title, amount in (("customers", ""), ("customers and amounts", ",paid")):
        what = f"{engine.dialect}: {title}"
        where = ["--where", "state = 'done'"]
        status, query, err = program.run("sql", "--orders", "who,ordered at" + amount, *where, "--for", "customers", "--ids",
                                         "--dialect", engine.dialect, "--table", "orders")
        if status != 0:
            checks.same(what, err, "a query")
            continue
        told = program.run("customers", program.file(hostile.ORDERS, orders), "--orders", "who,ordered at" + amount, *where,
                           "--no-holdout", *horizon)[1]
        columns = "customer,x,t_x,T" + (",mean" if amount else "")
        found = program.run("customers", "-", "--summary", columns, *horizon, given=engine.run(query))[1]
        lines, wanted = (sorted(csv.reader(io.StringIO(text))) for text in (found, told))
        odd = [(a, b) for a, b in zip(lines, wanted) if not all(map(near, a, b))]
        checks.same(what, odd[:1] or len(lines), len(wanted) if told else "customers")
        # One row that is refused, and no customer can be read.
        engine.load("spoiled_orders", hostile.ORDERS, [*orders, ["c1", "2024-02-30", "1", "done"]])
        spoiled = engine.run(query.replace("FROM orders AS t", "FROM spoiled_orders AS t"))
        status, _, err = program.run("customers", "-", "--summary", columns, *horizon, given=spoiled)
        checks.same(what + ", refused", (status, "2024-02-30" in err), (3, True))


def near(a, b):
    """Cells alike, of fits whose sums were added up in another order."""
    try:
        return a == b or math.isclose(float(a), float(b), rel_tol=1e-6, abs_tol=1e-12)
    except ValueError:
        return False
