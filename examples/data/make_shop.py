#!/usr/bin/env python3
"""Writes the generated files of this folder, byte for byte the same every time.

Fernhill Tea sells tea by subscription. Over 2023 and 2024 its customers move from the plan "pro" to the plan
"starter", and in April 2024 it raises its prices: a bad quarter, worst for "starter", then a recovery.
"""
import csv
import io
import json
import pathlib

import make_histories
import make_raw
from checks import check_records, check_story
from draw import Draw

HERE = pathlib.Path(__file__).parent
PERIODS = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]
SHOCK = {"2024-04": 1.0, "2024-05": 1.0, "2024-06": 0.9, "2024-07": 0.35, "2024-08": 0.15}

# Pairs are the first and the last month; what lies between is on the line. `hurt` scales the price rise.
SEGMENTS = {
    "starter": dict(customers=1180, new=(150, 560), churn=(0.062, 0.053), hurt=1.0, promoters=(0.40, 0.44),
                    detractors=(0.25, 0.22), referred=0.12, price=(1290, 1490), followers=(5200, 21400)),
    "plus":    dict(customers=1840, new=(66, 70), churn=(0.036, 0.029), hurt=0.55, promoters=(0.51, 0.55),
                    detractors=(0.16, 0.13), referred=0.19, price=(2490, 2790), followers=(8100, 9700)),
    "pro":     dict(customers=2610, new=(14, 9), churn=(0.019, 0.013), hurt=0.3, promoters=(0.62, 0.66),
                    detractors=(0.10, 0.07), referred=0.31, price=(4990, 5290), followers=(11800, 9300)),
}

def euros(cents):
    return f"{cents // 100}.{cents % 100:02}"


def answers(draw, n, name, weights):
    """Simulates `n` answers on the scale 1, 2, … and counts them."""
    given = [draw.pick(range(1, len(weights) + 1), weights) for _ in range(n)]
    squares = sum(x * x for x in given)
    return {f"{name}_answers": n, f"{name}_points": sum(given), f"{name}_points_squared": squares}, given


def month(draw, period, segment, start):
    plan = SEGMENTS[segment]
    at = PERIODS.index(period) / (len(PERIODS) - 1)
    between = lambda ends: ends[0] + (ends[1] - ends[0]) * at
    shock = SHOCK.get(period, 0) * plan["hurt"]
    gifts = 1.35 if period.endswith(("-11", "-12")) else 1.0

    new = draw.near(between(plan["new"]) * (1 - 0.25 * shock) * (1.1 if gifts > 1 else 1))
    lost = draw.count(start, between(plan["churn"]) * (1 + 1.1 * shock))
    returning = draw.count(start - lost, 0.93 - 0.03 * shock)
    active = new + returning
    r = dict(period=period, segment=segment, customers_start=start, customers_new=new, customers_lost=lost,
             customers_end=start + new - lost, customers_active=active, customers_returning=returning,
             customers_referred=draw.count(new, plan["referred"] * (1 - 0.5 * shock)))

    promoter = between(plan["promoters"]) - 0.15 * shock
    detractor = between(plan["detractors"]) + 0.19 * shock
    mood = promoter - detractor
    r["surveys_sent"] = draw.near(start * 0.6)
    said = [draw.pick("+=-", (promoter, 1 - promoter - detractor, detractor))
            for _ in range(draw.count(r["surveys_sent"], 0.42))]
    r |= dict(promoters=said.count("+"), passives=said.count("="), detractors=said.count("-"))

    tickets = draw.near(start * 0.11 * (1 + 1.6 * shock))
    resolved = draw.count(tickets, 0.94 - 0.14 * shock)
    csat, given = answers(draw, draw.count(resolved, 0.55), "csat",
                          [w * (1 + mood) ** k for k, w in enumerate((4, 4, 7, 14, 11))])
    r |= dict(csat_satisfied=sum(x >= 4 for x in given)) | csat
    r |= answers(draw, draw.count(resolved, 0.5), "effort",
                 [w * (1 + mood / 2) ** k for k, w in enumerate((3, 4, 6, 8, 10, 10, 7))])[0]

    visitors = draw.near(new / 0.034 * gifts)
    clicks = draw.count(visitors, 0.46)
    emails = draw.near(start * 4)
    bought = new + draw.count(active, 0.06 * gifts)
    leads = draw.count(visitors, 0.12)
    r |= dict(impressions=draw.near(clicks / 0.021), clicks=clicks, emails_delivered=emails,
              emails_opened=draw.count(emails, 0.39 - 0.04 * shock), visitors=visitors, conversions=new,
              carts=draw.near(bought / (0.33 - 0.05 * shock)), carts_purchased=bought, leads=leads,
              leads_qualified=draw.count(leads, 0.31))
    ads = draw.near(clicks * 64)
    r |= dict(ad_spend=euros(ads), acquisition_cost=euros(ads + draw.near(new * 410)))

    extra = draw.count(active, 0.22 * gifts)
    items = draw.near((active + extra) * 2.4)
    r |= dict(revenue=euros(active * plan["price"][period >= "2024-04"] + draw.near(extra * 1780)),
              transactions=active + extra, items_sold=items, items_returned=draw.count(items, 0.031 + 0.02 * shock))
    sessions = draw.near(active * 5.5)
    r |= dict(tickets=tickets, tickets_answered=tickets, tickets_resolved=resolved, support_cost=euros(draw.near(tickets * 640)),
              response_seconds=draw.near(tickets * 15300 * (1 + 1.2 * shock)), sessions=sessions,
              session_seconds=draw.near(sessions * 236))
    followers = draw.near(between(plan["followers"]), 0.004)
    return r | dict(likes=draw.near(followers * 0.052), shares=draw.near(followers * 0.009),
                    comments=draw.near(followers * (0.006 + 0.009 * shock)), followers=followers)


def shop():
    draw = Draw(2023)
    stock = {segment: plan["customers"] for segment, plan in SEGMENTS.items()}
    records = []
    for period in PERIODS:
        for segment in SEGMENTS:
            records.append(month(draw, period, segment, stock[segment]))
            stock[segment] = records[-1]["customers_end"]
    return records


def as_json(record):
    """Money keeps its two decimals, which json.dumps would drop."""
    text = lambda key, value: json.dumps(value) if key in ("period", "segment") else str(value)
    return "{" + ", ".join(f'"{key}": {text(key, value)}' for key, value in record.items()) + "}"


def write(name, text):
    (HERE / name).write_bytes(text.encode())


if __name__ == "__main__":
    records = shop()
    check_records(records)
    check_story(records)
    check_records([json.loads((HERE / "march.json").read_text())])
    lines = [as_json(r) for r in records]
    write("shop.csv", "".join(",".join(map(str, row)) + "\n" for row in [records[0]] + [r.values() for r in records]))
    write("shop.ndjson", "".join(line + "\n" for line in lines))
    write("shop.json", '{"currency": "EUR", "records": [\n' + ",\n".join(lines) + "\n]}\n")
    write("survey.csv", make_raw.survey(Draw(11)))
    write("subscriptions.csv", make_raw.subscriptions(Draw(12)))
    write("events.ndjson", make_raw.events(Draw(13)))
    orders, touches = make_histories.orders(Draw(14)), make_histories.touches(Draw(15))
    make_histories.check_histories(*(list(csv.DictReader(io.StringIO(text))) for text in (orders, touches)))
    write("orders.csv", orders)
    write("touches.csv", touches)
    write("costs.csv", make_histories.COSTS)
