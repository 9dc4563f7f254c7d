#!/usr/bin/env python3
"""Puts hostile texts where users' own stand and asks every command for every format: tests/hostile.py PROGRAM

No terminal, spreadsheet, page of GitHub or runner of its actions may act on a text, and no format may lose it.
"""

import csv
import io
import itertools
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TEXTS = [
    "::stop-commands::x", "\u00a0 ::error::x", "a\n::add-mask::x", "a\r::warning::x", "##[group]x",
    "@octocat", "me@evil.example", "#1", "see #12", "org/repo#3", "https://evil.example", "WWW.evil.example",
    "<img src=x onerror=alert(1)>", "<!-- x", "&lt;b&gt;", "[x](http://evil.example)", "![x](y)", "`code`", "*b* _i_ ~s~",
    "a|b", "|||", "\\|", "$x$", "line\nbreak", "tab\there", "\tx", "\rx",
    "=1+1", "+1", "-1+1", "@SUM(1)", '=cmd|" /C calc"!A0', 'quoted "x", y', " spaced ",
    "\x1b[2J", "\x1b]0;title\x07", "\u009b2J", "\u0085x", "\x7f", "a\u202eb", "a\u2066b", "a\u061cb", "a\u00adb", "a\u200bb",
    "a\u2028b", "a\ufeffb", "a\u2060b", "a\u206ab", "a\ufff9b", "a\U000e0041b", "a\U000e0100b", "a\ufe00b", "a\u3164b",
    "x" * 300, "東京\u0301", "", "# not ok", "'; --", "%0A::error::x", "]]>", "\\u0041", "A×B…",
]
# Where only one text fits, several at once: what matters at the front of a text first.
TOGETHER = ["::error::x @octocat #1 <img src=x> [x](http://evil.example) `c` a|b $x$", "=1+1|@octocat", "\n::add-mask::x",
            "".join(c for text in TEXTS for c in text if unicodedata.category(c) in ("Cc", "Cf", "Mn", "Zl", "Zp"))]
NUMBERS = {"customers_start": 1000, "promoters": 300, "passives": 100, "detractors": 100}
KEYS = ["nps", "churn"]


def hidden(c):
    """Whether a terminal would act on a character or not show it."""
    code = ord(c)
    return (unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") or code in (0xAD, 0x34F, 0x61C, 0x3164, 0xFFA0, 0xFEFF)
            or 0x200B <= code <= 0x200F or 0x202A <= code <= 0x202E or 0x2060 <= code <= 0x206F
            or 0xFE00 <= code <= 0xFE0F or 0xFFF0 <= code <= 0xFFFB or 0xE0000 <= code <= 0xE0FFF)


def terminal(out):
    """What is wrong with lines for people."""
    for line in out.split("\n"):
        if line.strip().startswith("::"):
            yield f"GitHub's runner takes {line[:60]!r} for a command"
        for c in line:
            if hidden(c):
                yield f"{c!r} goes out as it is: {line[:60]!r}"


def markdown(out):
    """What is wrong with a page for GitHub."""
    yield from terminal(out)
    pipes = None
    for line in out.split("\n"):
        bare = re.sub(r"\\.", "", line).replace("&#8203;", "\u200b")
        for live in (r"@[\w-]", r"#\d", r"://", r"(?i)www\.", r"<[a-z/!?]", r"`", r"[\[\]]", r"\$", r"&"):
            if re.search(live, bare):
                yield f"{live} is live: {line[:80]!r}"
        headings = r"\*\*(Why .* moved by .*|What makes up the change of .*|Against the \w+|Checks \w+|fail)\*\*"
        if re.sub(headings, "", bare).count("*"):
            yield f"emphasis: {line[:80]!r}"
        if line.startswith("|"):
            pipes = pipes or bare.count("|")
            if bare.count("|") != pipes:
                yield f"another number of cells: {line[:80]!r}"
        else:
            pipes = None


def table_of(out):
    return list(csv.reader(io.StringIO(out, newline=""), strict=True))


def plain_csv(out):
    rows = table_of(out)
    if len({len(row) for row in rows}) != 1:
        yield "rows of several lengths"
    for line in out.split("\n")[:1] + re.findall(r"(?<=\n)[^\n]*", re.sub(r'"(?:[^"]|"")*"', '""', out)):
        if line.strip().startswith("::"):
            yield f"GitHub's runner takes {line[:60]!r} for a command"


def safe_csv(out):
    yield from plain_csv(out)
    for row in table_of(out):
        for cell in row:
            if cell[:1] in "=+-@\t\r" and cell and not re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", cell):
                yield f"a formula: {cell[:60]!r}"


def json_text(out):
    for c in out:
        if unicodedata.category(c) == "Cc" and c != "\n":
            yield f"{c!r} goes out as it is"
    try:
        json.loads(out)
    except ValueError:
        for line in out.split("\n")[:-1]:
            json.loads(line)


def junit(out):
    ElementTree.fromstring(out)
    return []


def github(out):
    for line in out.split("\n"):
        if line.strip().startswith("::") and not re.match(r"::(error|warning|notice) [^:]*::", line):
            yield f"no command of ours: {line[:60]!r}"
        yield from terminal(line.replace("::", "", 1))


def tap(out):
    yield from terminal(out)
    for line in out.split("\n"):
        if not re.match(r"TAP version 14$|1\.\.\d+$|(not )?ok \d+ - |  ---$|  \.\.\.$|  \w+: \"|# \d|$", line):
            yield f"no line of TAP: {line[:60]!r}"


RULES = {"table": terminal, "markdown": markdown, "csv": plain_csv, "csv --csv-safe": safe_csv, "csv --wide": plain_csv,
         "csv --wide --csv-safe": safe_csv, "json": json_text, "ndjson": json_text, "junit": junit, "github": github,
         "tap": tap}
REQUIRE = ["--require", "nps >= 50 by segment", "--require", "nps >= 50", "--all-periods"]
COMMANDS = [
    (["report", "FILE", "--all"],
     ["table", "markdown", "csv", "csv --csv-safe", "csv --wide", "csv --wide --csv-safe", "json", "ndjson"]),
    (["report", "FILE", "--by", "segment", "--trend"], ["table"]),
    (["report", "FILE", "--targets", "TARGETS", "--benchmarks", "TARGETS"],
     ["table", "markdown", "csv", "csv --csv-safe", "json", "ndjson"]),
    (["report", "FILE", "--metrics", "METRICS"], ["table", "markdown", "csv", "json"]),
    (["trend", "FILE", "--by", "segment"], ["table", "markdown", "csv", "csv --csv-safe", "json"]),
    (["trend", "FILE", "--metric", "nps", "--by", "segment"], ["table", "markdown"]),
    (["trend", "FILE", "--metric", "own", "--metrics", "METRICS"], ["table", "markdown"]),
    (["compare", "FILE", "OTHER"], ["table", "markdown", "csv", "csv --csv-safe", "json"]),
    (["compare", "FILE", "OTHER", "--by", "segment", "--standardise"],
     ["table", "markdown", "csv", "csv --csv-safe", "json"]),
    (["check", "FILE", *REQUIRE], ["table", "markdown", "json", "junit", "github", "tap"]),
    (["check", "FILE", "--rules", "RULES"], ["table", "markdown", "json", "junit", "github", "tap"]),
    (["merge", "FILE", "OTHER"], ["csv", "csv --csv-safe", "json", "ndjson"]),
    (["tally", "ROWS", "--nps", "score", "--by", "segment", "--period", "month"],
     ["table", "csv", "csv --csv-safe", "json", "ndjson"]),
    (["tally", "ROWS", "--nps", "score", "--period", "month"], ["table", "csv"]),
    (["report", "TABLE"], ["table", "json"]),
    (["look", "TABLE"], ["table", "json"]),
    (["look", "ROWS"], ["table", "json"]),
    (["explain", "own", "--metrics", "METRICS", "--promoters", "1", "--detractors", "1"], ["table", "json"]),
    (["own", "--metrics", "METRICS", "--promoters", "1", "--detractors", "1", "--currency", "TEXT"],
     ["table", "markdown", "csv", "json"]),
    (["list", "--metrics", "METRICS"], ["table", "json"]),
]


def records(texts, where):
    """Records with a text each as label, name of a label or period."""
    for i, text in enumerate(texts):
        record = {"period": "2024-01", "segment": "pro", **NUMBERS, "customers_lost": 100 + i}
        if where == "period":
            record["period"] = text
        elif where == "label":
            record["segment"] = text
        elif where == "name":
            record[text] = "x"
        yield record


def lay_out(folder, where, texts):
    """The files that the commands read; the one of records by its name."""
    name = "records.json"
    if where == "file":
        name = texts[0].replace("/", "_")[:100] + ".json"
    some = texts if where in ("period", "label", "name") else ["pro", "free"]
    whole = {"records": list(records(some, where if where in ("period", "label", "name") else "label"))}
    if where == "currency":
        whole["currency"] = texts[0]
    later = json.loads(json.dumps(whole).replace('"customers_lost": 1', '"customers_lost": 2'))
    own = texts[0] if where == "metric" else "Mine"
    source = texts[0] if where == "source" else "board"
    said = texts[0] if where == "rule" else "gate"
    (folder / name).write_text(json.dumps(whole))
    (folder / ("other-" + name)).write_text(json.dumps(later))
    (folder / "metrics.json").write_text(json.dumps([{
        "key": "own", "title": own, "meaning": own, "guide": own, "pitfalls": own, "rivals": own, "source": own,
        "unit": "money", "better": "higher", "formula": "promoters / detractors"}]))
    (folder / "targets.json").write_text(json.dumps(
        {"targets": {"nps": {"value": 45, "source": source, "date": source}, "churn": "5%"}}))
    (folder / "rules.json").write_text(json.dumps({"rules": [
        {"check": "nps >= 50", "name": said}, {"check": "churn changes by <= 0pp vs " + json.dumps("other-" + name)}]}))
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(["month", "segment", "score"])
    for text in texts if where in ("period", "label") else ["pro"]:
        writer.writerow([text, "pro", 9] if where == "period" else ["2024-01", text, 9])
    if where == "file":
        # What is noted of a table names its file: lines above the header, the header once more.
        rows.write("month,segment,score\n2024-02,pro,3\n")
    sheet = name.removesuffix(".json") + ".csv" if where == "file" else "rows.csv"
    table = name.removesuffix(".json") + "-table.csv"
    (folder / sheet).write_text(("Report\n\n" if where == "file" else "") + rows.getvalue(), newline="")
    (folder / table).write_text("Report\n\nperiod,promoters,passives,detractors,nps,score\n2024-01,5,3,2,30 %,x\n"
                                "2024-02,5,3,2,30 %,y\n")
    return {"FILE": name, "OTHER": "other-" + name, "METRICS": "metrics.json", "TARGETS": "targets.json",
            "RULES": "rules.json", "ROWS": sheet, "TABLE": table, "TEXT": texts[0] if where == "currency" else "EUR"}


def kept(out, form, texts):
    """Whether the texts of labels are all there, as they were."""
    if form.startswith("csv"):
        cells = {cell for row in table_of(out) for cell in row}
        return [t for t in texts if t not in cells and not (form.endswith("safe") and "'" + t in cells)]
    found = set()

    def walk(value):
        if isinstance(value, dict):
            for key, each in value.items():
                found.add(key)
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)
        else:
            found.add(value)

    for document in [out] if form == "json" else out.split("\n")[:-1]:
        walk(json.loads(document))
    return [t for t in texts if t not in found]


def wrong_with(program, command, form, where, texts, folder):
    names = lay_out(folder, where, texts)
    words = [names.get(word, word) for word in command] + ["--format", *form.split()]
    result = subprocess.run([program, *words], cwd=folder, capture_output=True, timeout=60,
                            env={"COLUMNS": "80", "LC_ALL": "C.UTF-8"}, stdin=subprocess.DEVNULL)
    out, err = result.stdout.decode(), result.stderr.decode()
    for wrong in terminal(err):
        yield "stderr: " + wrong
    if result.returncode not in (0, 1, 2, 3):
        yield f"exit code {result.returncode}"
    if not out or result.returncode > 1:
        return
    try:
        yield from RULES[form](out)
        reads_labels = "FILE" in command and "--by" not in command and command[0] in ("report", "merge", "compare")
        if where == "label" and reads_labels and form.split()[0] in ("csv", "json", "ndjson"):
            for text in kept(out, form, [t for t in texts if t]):
                yield f"{text[:60]!r} is lost"
    except (ValueError, csv.Error, ElementTree.ParseError) as e:
        yield f"cannot be read: {e}"


# Where users' texts stand, which of them, and in which commands one that stands alone is seen.
PLACES = {"label": [TEXTS], "name": [TEXTS], "period": [TEXTS], "file": [[t] for t in TOGETHER],
          "currency": [[t] for t in TEXTS], "metric": [[t] for t in TOGETHER], "source": [[t] for t in TOGETHER],
          "rule": [[t] for t in TOGETHER]}
SEEN = {"file": "compare|check|report FILE --all|ROWS --nps score --period|TABLE|look",
        "currency": "compare FILE OTHER$|check FILE --rules|own|report FILE --all",
        "metric": "METRICS", "source": "TARGETS", "rule": "RULES"}


def main():
    program = str(Path(sys.argv[1]).resolve())
    passed, failures = 0, []
    for where, groups in PLACES.items():
        commands = [c for c in COMMANDS if re.search(SEEN.get(where, ""), " ".join(c[0]))]
        for texts, (command, forms) in itertools.product(groups, commands):
            for form in forms:
                with tempfile.TemporaryDirectory() as folder:
                    wrong = list(wrong_with(program, command, form, where, texts, Path(folder)))
                passed += not wrong
                if wrong:
                    failures.append(f"{where} in cxm {' '.join(command)} --format {form}: {wrong[0]}")
    print("\n".join(failures[:40] + [f"{passed} passed, {len(failures)} failed"]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
