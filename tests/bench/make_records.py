#!/usr/bin/env python3
"""Writes N records of 16 counts: exactly the measures of churn, nps, csat, ctr, conversion, return_rate, open_rate
and response_rate. (period, store) is unique. The same N and seed give the same bytes.

    make_records.py 1000000 --format csv|ndjson|json > records
"""
import argparse
import random
import sys

POOL_BITS = 12
GROUPS = [  # (measures, function giving their counts): drawn together, so that no part passes its whole
    (("customers_start", "customers_lost"), lambda r: part(r, 20, 90000, 0.02, 0.12)),
    (("surveys_sent", "promoters", "passives", "detractors"), lambda r: survey(r)),
    (("csat_answers", "csat_satisfied"), lambda r: part(r, 5, 9000, 0.5, 0.95)),
    (("impressions", "clicks"), lambda r: part(r, 1000, 9000000, 0.002, 0.08)),
    (("visitors", "conversions"), lambda r: part(r, 100, 900000, 0.005, 0.07)),
    (("items_sold", "items_returned"), lambda r: part(r, 10, 400000, 0.01, 0.2)),
    (("emails_delivered", "emails_opened"), lambda r: part(r, 50, 500000, 0.15, 0.6)),
]
MONTHS = [f"{year}-{month:02}" for year in range(2015, 2025) for month in range(1, 13)]


def part(draw, least, most, low, high):
    whole = int(least * (most / least) ** draw.random())
    return whole, int(whole * draw.uniform(low, high))


def survey(draw):
    sent, answered = part(draw, 20, 30000, 0.1, 0.6)
    answered = max(1, answered)
    promoters = int(answered * draw.uniform(0.2, 0.6))
    detractors = int(answered * draw.uniform(0.05, 0.35))
    return sent, promoters, answered - promoters - detractors, detractors


def fragments(draw, names, counts, keyed):
    for _ in range(1 << POOL_BITS):
        values = counts(draw)
        yield ",".join(f'"{n}":{v}' if keyed else str(v) for n, v in zip(names, values))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("n", type=int)
    parser.add_argument("--format", choices=["csv", "ndjson", "json"], default="csv")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    draw = random.Random(options.seed)
    keyed = options.format != "csv"
    pools = [list(fragments(draw, names, counts, keyed)) for names, counts in GROUPS]
    head = '{{"period":"{}","store":"s{}",' if keyed else "{},s{},"
    tail = "}" if keyed else ""
    between = ",\n" if options.format == "json" else "\n"
    out = sys.stdout.write
    if options.format == "csv":
        out("period,store," + ",".join(name for names, _ in GROUPS for name in names) + "\n")
    out("[\n" if options.format == "json" else "")
    mask = (1 << POOL_BITS) - 1
    shifted = [(pool, POOL_BITS * i) for i, pool in enumerate(pools)]
    for first in range(0, options.n, 10000):
        rows = []
        for i in range(first, min(first + 10000, options.n)):
            bits = draw.getrandbits(POOL_BITS * len(pools))
            start = head.format(MONTHS[i % len(MONTHS)], i // len(MONTHS))
            rows.append(start + ",".join([pool[bits >> by & mask] for pool, by in shifted]) + tail)
        out((between if first else "") + between.join(rows))
    out("\n]\n" if options.format == "json" else "\n" if options.n else "")


if __name__ == "__main__":
    main()
