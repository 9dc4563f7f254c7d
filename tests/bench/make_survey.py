#!/usr/bin/env python3
"""Writes about BYTES of raw survey answers, as a survey tool exports them: one answer a row, in no order of time.
One score in 30 is blank; comments hold commas, doubled quotes and line breaks unless --clean.
The same BYTES, seed and flags give the same bytes. With --customers, the id is one of so many, drawn for each answer.

    make_survey.py 1000000000 --seed 1 [--clean] [--grouped] [--customers N] [--format csv|ndjson] > survey
"""
import argparse
import datetime
import json
import random
import sys

COLUMNS = ["id", "answered_at", "country", "plan", "channel", "score", "comment", "spend"]
COUNTRIES = "AT BR DE ES FR GB IN IT JP MX NL PL SE US".split()
WORDS = """the a and but tea parcel support site price delivery order plan app team answer week friend taste box good
great slow late quick kind dear helpful broken lovely fresh again never always still twice very too""".split()
PLANS = {"free": (5, 4, 3, 3, 4, 6, 7, 11, 14, 13, 12), "basic": (3, 2, 2, 3, 3, 5, 6, 12, 18, 20, 19),
         "pro": (1, 1, 1, 1, 2, 3, 5, 10, 18, 26, 30)}
POOL_BITS = 15


def comment(draw, clean):
    if draw.random() < 0.3:
        return ""
    words = draw.choices(WORDS, k=draw.randint(3, 26))
    if not clean:
        for mark in (",", '"', "\n"):
            for _ in range(draw.choice((0, 0, 1, 2))):
                at = draw.randrange(len(words))
                words[at] = f'"{words[at]}"' if mark == '"' else words[at] + mark
    return " ".join(words)


def stamp(draw):
    return (datetime.datetime(2024, 1, 1) + datetime.timedelta(seconds=draw.randrange(366 * 86400))).isoformat()


def answer(draw, clean, grouped):
    plan = draw.choices(list(PLANS), (5, 3, 2))[0]
    score = None if draw.random() < 1 / 30 else draw.choices(range(11), PLANS[plan])[0]
    row = {"country": draw.choice(COUNTRIES), "plan": plan, "channel": draw.choice(["email", "web", "app", "phone"]),
           "score": score, "comment": comment(draw, clean)}
    spend = round(draw.lognormvariate(3, 1), 2)
    return row | {"spend": f"{1000 + spend:,.2f}" if grouped else spend}


def csv_cell(value):
    text = "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bytes", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clean", action="store_true", help="no cell needs quotes")
    parser.add_argument("--customers", type=int, help="how many give answers, each any number of them")
    parser.add_argument("--grouped", action="store_true", help="a thousand more is spent, written with its mark: 1,012.30")
    parser.add_argument("--format", choices=["csv", "ndjson"], default="csv")
    options = parser.parse_args()

    draw = random.Random(options.seed)
    answers = [answer(draw, options.clean, options.grouped) for _ in range(1 << POOL_BITS)]
    stamps = [stamp(draw) for _ in range(1 << POOL_BITS)]
    out = sys.stdout.write
    if options.format == "csv":
        row = "{},{},{}\n"
        tails = [",".join(map(csv_cell, a.values())) for a in answers]
        written = out(",".join(COLUMNS) + "\n")
    else:
        row = '{{"id":{},"answered_at":"{}",{}}}\n'
        tails = [json.dumps(a, separators=(",", ":"))[1:-1] for a in answers]
        written = 0

    mask = (1 << POOL_BITS) - 1
    first = 1
    while written < options.bytes:
        room = options.bytes - written
        rows = min(20000, room // 250 + 1)
        picks = [draw.getrandbits(2 * POOL_BITS) for _ in range(rows)]
        ids = [draw.randrange(options.customers) + 1 for _ in picks] if options.customers else range(first, first + rows)
        written += out("".join([row.format(i, stamps[pick >> POOL_BITS], tails[pick & mask])
                                for i, pick in zip(ids, picks)]))
        first += rows


if __name__ == "__main__":
    main()
