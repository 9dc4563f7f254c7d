#!/usr/bin/env python3
"""make_orders.py CUSTOMERS [--seed 1]: orders of a shop, ten a customer or so, as CSV: customer,ordered_at,amount.

Customers come over the first half of 104 weeks, buy at rates of their own (gamma), and leave after a purchase with a chance
of their own (beta), as BG/NBD has it. The rows stand in no order of time.
"""
import argparse
import datetime
import random
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("customers", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw = random.Random(given.seed)
    days = 728
    dates = [(datetime.date(2023, 1, 2) + datetime.timedelta(d)).isoformat() for d in range(days)]
    write = sys.stdout.write
    write("customer,ordered_at,amount\n")
    for number in range(given.customers):
        rate = draw.gammavariate(0.9, 1 / 32)  # a day
        leaves = draw.betavariate(0.6, 9)
        spends = draw.gammavariate(4, 10)
        name = f"c{number:07d}"
        day = draw.random() * days / 2
        lines = []
        while day < days:
            lines.append(f"{name},{dates[int(day)]},{spends * (0.5 + draw.random()):.2f}\n")
            if len(lines) > 1 and draw.random() < leaves:
                break
            day += draw.expovariate(rate) if rate > 0 else days
        write("".join(lines))


if __name__ == "__main__":
    main()
