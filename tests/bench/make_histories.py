#!/usr/bin/env python3
"""Rows of a million people in no order, as CSV on standard output: make_histories.py orders|events|paths [ROWS]

orders: order_id,customer_id,ordered_at,amount over two years; events: user,at,event of visit, cart and buy over 90 days;
paths: path,conversions,nulls of up to eight touches. The same at every run.
"""

import random
import sys

PEOPLE = 1_000_000
BLOCK = 100_000
CHANNELS = ["email", "search", "social", "direct", "display", "affiliate", "video", "referral"]
# Texts that rows are made of are made once, as there are far fewer of them than rows.
CLOCKS = [f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}" for s in range(86400)]


def days(year, count):
    lengths = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    all_days = [f"{year}-{month + 1:02}-{day + 1:02}" for month, length in enumerate(lengths) for day in range(length)]
    return all_days[:count]


def orders(draw, count, first):
    dates = days(2023, 366) + days(2024, 366)
    people = draw.choices(range(PEOPLE), k=count)
    when = draw.choices(dates, k=count)
    clock = draw.choices(CLOCKS, k=count)
    cents = draw.choices(range(500, 20000), k=count)
    return [f"o{first + i:08},c{p:07},{d}T{c},{a // 100}.{a % 100:02}\n"
            for i, (p, d, c, a) in enumerate(zip(people, when, clock, cents))]


def events(draw, count, first):
    people = draw.choices(range(PEOPLE), k=count)
    when = draw.choices(days(2024, 90), k=count)
    clock = draw.choices(CLOCKS, k=count)
    what = draw.choices(["visit", "cart", "buy"], [70, 20, 10], k=count)
    return [f"u{p:07},{d} {c},{e}\n" for p, d, c, e in zip(people, when, clock, what)]


def paths(draw, count, first):
    lines = []
    for _ in range(count):
        path = " > ".join(draw.choices(CHANNELS, range(1, 9), k=draw.randint(1, 8)))
        lines.append(f"{path},{draw.randint(0, 2)},{draw.randint(0, 9)}\n")
    return lines


MADE = {"orders": (orders, "order_id,customer_id,ordered_at,amount", 10_000_000),
        "events": (events, "user,at,event", 10_000_000),
        "paths": (paths, "path,conversions,nulls", 1_000_000)}


def main():
    make, header, rows = MADE[sys.argv[1]]
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else rows
    draw = random.Random(1)
    print(header)
    for first in range(0, rows, BLOCK):
        sys.stdout.write("".join(make(draw, min(BLOCK, rows - first), first)))


if __name__ == "__main__":
    main()
