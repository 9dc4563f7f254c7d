#!/usr/bin/env python3
"""Holds the includes of src/ against the table of rooms in docs/architecture.md: a room uses itself and those above it."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src"


def rooms():
    page = (ROOT / "docs/architecture.md").read_text()
    return re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)


def problems():
    order = rooms()
    folders = sorted(f.name for f in SRC.iterdir() if f.is_dir())
    if sorted(order) != folders:
        yield f"docs/architecture.md tells of the rooms {sorted(order)}, src/ has {folders}"
        return
    library = {p.name for p in (ROOT / "include").rglob("*.hpp")}
    for path in sorted(SRC.rglob("*.[ch]pp")):
        place = path.relative_to(SRC)
        if place.name in library:
            yield f"src/{place}: a header of the library has this name"
        if len(place.parts) == 1:
            continue  # main.cpp stands outside
        own = order.index(place.parts[0])
        text = path.read_text()
        for name in re.findall(r'^#include "([^"]+)"', text, re.MULTILINE):
            room = name.split("/")[0]
            if not (SRC / name).exists() or room not in order:
                yield f"src/{place}: includes {name}, which is no file of a room"
            elif order.index(room) > own:
                yield f"src/{place}: includes {name}; {place.parts[0]} stands above {room}"
        if place.parts[0] != "run" and "<CLI/" in text:
            yield f"src/{place}: includes CLI11, which is for run alone"


def main():
    wrong = list(problems())
    print("\n".join(wrong + [f"{0 if wrong else 1} passed, {len(wrong)} failed"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
