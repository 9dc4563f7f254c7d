#!/usr/bin/env python3
"""Writes purchases.csv and cohort.csv: customers of Fernhill Tea without and with a contract. Every run writes the same bytes."""
import datetime
import math
from pathlib import Path

from draw import Draw

HERE = Path(__file__).resolve().parent
FIRST, LAST = datetime.date(2023, 1, 1), datetime.date(2024, 12, 31)
SALE, SALE_ENDS = datetime.date(2024, 11, 15), datetime.date(2024, 12, 15)


def exponential(draw, mean):
    return -mean * math.log(1 - draw.uniform())


def orders_of(draw, number):
    """One customer's days and amounts: orders at a rate of the customer's own, with a chance to leave after each."""
    day = FIRST + datetime.timedelta(days=draw.below(300))
    rate = exponential(draw, 1 / 40)                    # orders a day
    leaves = 1 - (1 - draw.uniform()) ** (1 / 3)
    usual = 75 / sum(exponential(draw, 1) for _ in range(4))
    rows = []
    while day <= LAST:
        rows.append((day, number, 1 + usual * (exponential(draw, 1) + exponential(draw, 1)) / 2))
        if len(rows) > 1 and draw.uniform() < leaves:
            break
        day += datetime.timedelta(days=1 + int(min(exponential(draw, 1) / rate, 2000)))
    return rows


def sale(draw, rows, customers):
    """Half price brings people back who had gone for good, which no model of the time before can know of."""
    for number in range(1, customers + 1):
        if draw.uniform() < 0.5:
            for _ in range(1 + draw.below(3)):
                day = SALE + datetime.timedelta(days=draw.below((SALE_ENDS - SALE).days))
                rows.append((day, number, 8 + 10 * draw.uniform()))


def cohort(draw, start=1200, years=8):
    """Those who subscribed in 2016: each has a chance to leave of his own, the same every year."""
    left = [1 - (1 - draw.uniform()) ** (1 / 2.2) for _ in range(start)]
    for year in range(years):
        stay = [chance for chance in left if draw.uniform() >= chance]
        yield f"{2016 + year},{len(left)},{len(left) - len(stay)}"
        left = stay


def main():
    draw = Draw(20241)
    customers = 300
    rows = [row for number in range(1, customers + 1) for row in orders_of(draw, number)]
    sale(draw, rows, customers)
    lines = [f"{day},c{number:03},{amount:.2f}" for day, number, amount in sorted(rows)]
    (HERE / "purchases.csv").write_text("\n".join(["ordered_at,customer,amount", *lines]) + "\n")
    lines = list(cohort(Draw(2016)))
    (HERE / "cohort.csv").write_text("\n".join(["period,customers_start,customers_lost", *lines]) + "\n")


if __name__ == "__main__":
    main()
