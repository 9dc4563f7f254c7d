#!/usr/bin/env python3
"""Ends with status 1 unless all CSV files hold the same rows: found by the --keys columns, in any order, their --values
columns no further apart than --within. Other columns are passed over. A blank agrees with a blank alone.

    agree.py --keys period,plan --values promoters,passives,detractors [--within 0] FIRST OTHER…
"""
import argparse
import csv
import sys


def rows(path, keys, values):
    found = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = tuple(row[k] for k in keys)
            if key in found:
                sys.exit(f"agree.py: {path}: {key} twice")
            found[key] = [float(row[v]) if row[v] else None for v in values]
    if not found:
        sys.exit(f"agree.py: {path}: no rows")
    return found


def apart(a, b):
    if a is None or b is None:
        return 0 if a is b else float("inf")
    return abs(a - b)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=lambda text: text.split(","), required=True)
    parser.add_argument("--values", type=lambda text: text.split(","), required=True)
    parser.add_argument("--within", type=float, default=0)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()

    first = rows(options.files[0], options.keys, options.values)
    for path in options.files[1:]:
        other = rows(path, options.keys, options.values)
        if other.keys() != first.keys():
            odd = sorted(other.keys() ^ first.keys())[:3]
            sys.exit(f"agree.py: {path}: not the rows of {options.files[0]}: {odd} …")
        worst = max((apart(a, b), key, name) for key in first
                    for name, a, b in zip(options.values, first[key], other[key]))
        if worst[0] > options.within:
            sys.exit(f"agree.py: {path}: {worst[1]} {worst[2]} is {worst[0]} away from {options.files[0]}")
        print(f"{path} agrees with {options.files[0]}: {len(first)} rows, at most {worst[0]:g} apart", file=sys.stderr)


if __name__ == "__main__":
    main()
