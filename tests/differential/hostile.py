"""Files of raw rows as nobody wishes to get them, drawn from a seed."""

import json
import random

from questions import FIELDS, TEXTS

FRAGMENTS = ['"', '""', ",", ";", "\t", "|", "\n", "\r\n", "é", "日本", "😀", " ", "'", "\\", "#", "=", "a", "0", "{",
             "x" * 70]
ODD_NAMES = ["Score, net", "plan;b", 'a "b"', "Über", "two  spaces", " x", "NULL", "1", "line\nbreak", "#c", "a.b",
             "$x"]
NUMBERS = ["0", "5", "5.0", "0.1", "0.20", "99.90", "100", "1e2", "1.5E+1", "25e-1", "-0", "12345678.99", "0.000001",
           "9007199254740992", "9007199254740993"]
NO_NUMBERS = ["abc", "1 000", "0x1F", "+5", "007", "1.", ".5", "NaN", "inf", " 5", "5 ", "1_000", "5%", "1.2.3", "--1"]
DATES = ["2024-01-31", "2024-02-29", "2024-02-01T00:00:00Z", "2024-03-15 12:30:00", "2024-12-31T23:59:59.5-08:00", ""]
NO_DATES = ["2023-02-29", "2024-13-01", "01/02/2024", "2024-1-5", "yesterday", " 2024-01-31", "2024-01-31Tnoon"]
CSV_DEFECTS = ["short row", "long row", "stray quote", "text after a quote", "never closed", "no number",
               "off the scale", "no date", "cut", "not UTF-8"]
JSON_DEFECTS = ["trailing comma", "no brace", "field twice", "array", "control character", "not UTF-8", "no number",
                "no date", "cut", "object twice", "two a line", "a value on a line of its own"]


class File:
    """What is written, how cxm is told to read it, and what the peers are given instead where they cannot."""

    def __init__(self, seed):
        self.draw = random.Random(seed)
        self.format = "csv" if self.draw.random() < 0.65 else "ndjson"
        self.flags = []
        self.decimal = "."
        self.defect = None
        self.unknown_to = set()  # peers that read the file otherwise, for a reason given where it is added
        if self.draw.random() < 0.35:
            self.defect = self.draw.choice(CSV_DEFECTS if self.format == "csv" else JSON_DEFECTS)
        # Now and then enough for several chunks, so that threads share the file.
        self.rows = self.draw.randint(6000, 9000) if self.draw.random() < 0.03 else self.draw.randint(1, 40)
        (csv if self.format == "csv" else ndjson)(self)


def chance(draw, of):
    return draw.random() < of


def any_text(draw):
    if chance(draw, 0.7):
        return draw.choice(TEXTS + [""])
    return "".join(draw.choice(FRAGMENTS) for _ in range(draw.randint(1, 5)))


def values(draw):
    """One row; a score may be written in several ways."""
    score = draw.choice(["", *map(str, range(11)), "10", "9.0", "7e0"])
    return {"id": draw.choice(["", *(f"C{i}" for i in range(9)), "1", "01"]), "at": draw.choice(DATES),
            "plan": draw.choice(["pro", "free", "a,b", ""]), "score": score, "spend": draw.choice(NUMBERS + [""]),
            "note": any_text(draw)}


def spoil(draw, row, defect):
    if defect == "no number":
        row[draw.choice(["spend", "score"])] = draw.choice(NO_NUMBERS)
    elif defect == "off the scale":
        row["score"] = draw.choice(["11", "-1", "6.5", "1e9", "100"])
    elif defect == "no date":
        row["at"] = draw.choice(NO_DATES)


def csv(file):
    draw = file.draw
    file.delimiter = draw.choice([",", ",", ",", ";", ";", "\t", "|"])
    file.name = "rows.tsv" if file.delimiter == "\t" and chance(draw, 0.5) else "rows.csv"
    if file.delimiter == "|":
        file.flags += ["--delimiter", "|"]
    if file.delimiter == ";" and chance(draw, 0.5):
        file.decimal = ","
    file.names = {field: field for field in FIELDS}
    if chance(draw, 0.4):
        for field, odd in zip(FIELDS, draw.sample(ODD_NAMES, len(FIELDS))):
            file.names[field] = odd if chance(draw, 0.5) else field
    # Columns that nothing asks for, a name twice and an empty one among them.
    file.columns = FIELDS + [draw.choice(["other", "other", "", "x y"]) for _ in range(draw.randint(0, 3))]
    draw.shuffle(file.columns)
    quoting = draw.choice([0, 0.2, 1])
    end = draw.choice(["\n", "\n", "\r\n"])
    mixed_ends = chance(draw, 0.1)
    blank_lines = chance(draw, 0.1)
    crlf_in_cells = chance(draw, 0.2)
    if crlf_in_cells:
        file.unknown_to = {"mlr"}  # which makes them line feeds

    def cell(text):
        text = text if crlf_in_cells else text.replace("\r\n", "\n")
        must = any(c in text for c in (file.delimiter, '"', "\n", "\r"))
        return '"' + text.replace('"', '""') + '"' if must or chance(draw, quoting) else text

    def line(cells):
        return file.delimiter.join(cells) + (draw.choice(["\n", "\r\n"]) if mixed_ends else end)

    def spoilt(cells):
        at = draw.randrange(len(cells))
        if file.defect == "short row":
            return cells[:-1]
        if file.defect == "long row":
            return cells + ["more"]
        if file.defect == "stray quote":
            cells[at] = 'x"' + draw.choice(["", "y", 'y"'])
        elif file.defect == "text after a quote":
            cells[at] = '"x"' + draw.choice(["y", " ", '"', '"y', "\r"])
        elif file.defect == "never closed":
            cells[at] = '"' + cells[at].replace('"', "")
        return cells

    header = line([cell(file.names.get(name, name)) for name in file.columns])
    lines, clean = [], []
    defect_at = draw.randrange(file.rows)
    for i in range(file.rows):
        row = values(draw)
        if i == defect_at:
            spoil(draw, row, file.defect)
        if file.decimal == ",":
            row["spend"], row["score"] = (row[name].replace(".", ",") for name in ("spend", "score"))
        cells = [cell(row[name] if name in row else any_text(draw)) for name in file.columns]
        lines.append(line(spoilt(cells) if i == defect_at else cells))
        if i != defect_at:
            clean.append(lines[-1])
        if blank_lines and chance(draw, 0.2):
            lines.append(end)
    data = (header + "".join(lines)).encode()
    if file.defect in ("short row", "long row") and chance(draw, 0.5):
        file.flags += ["--ragged", "skip"]
        file.defect += ", skipped"
        lines = clean
    # Blank lines are rows to the peers, so they get none.
    peers = (header + "".join(text for text in lines if text.strip("\r\n"))).encode()
    if file.defect == "cut":
        data = peers = peers[:draw.randrange(len(peers))]
    elif file.defect == "not UTF-8":
        data, peers = (text.replace("é".encode(), b"\xe9") for text in (data, peers))
    elif not file.defect and chance(draw, 0.3):
        data, peers = (text.removesuffix(b"\n").removesuffix(b"\r") for text in (data, peers))
    if chance(draw, 0.1) and file.delimiter != "|":
        # A sheet's own line, which is no part of the rows, nor known to the peers.
        data = b"sep=" + file.delimiter.encode() + end.encode() + data
    if chance(draw, 0.2):
        data = b"\xef\xbb\xbf" + data
    file.data, file.peer_data = data, peers


def ndjson(file):
    draw = file.draw
    file.name = "rows.ndjson"
    file.names = draw.choice([
        {field: field for field in FIELDS},
        {"id": "user.id", "at": "at", "plan": "user.plan", "score": "answer.nps.score", "spend": "spend",
         "note": "note"}])
    escapes = chance(draw, 0.5)
    spaces = chance(draw, 0.3)
    shuffled = chance(draw, 0.3)
    end = draw.choice(["\n", "\n", "\r\n"])

    if escapes and chance(draw, 0.3):
        escaped_keys = True
        file.unknown_to = {"sqlite3"}  # whose paths find no key with an escape
    else:
        escaped_keys = False

    def text(value, escapes=escapes):
        written = "".join(f"\\u{unit:04x}" if escapes and chance(draw, 0.2) and unit < 0xd800 else
                          json.dumps(c, ensure_ascii=escapes and chance(draw, 0.5))[1:-1]
                          for c, unit in ((c, ord(c)) for c in value))
        return '"' + written + '"'

    def value(field, of):
        if of == "" and chance(draw, 0.5):
            return "null"
        number = field in ("score", "spend") or (field == "id" and of == "1")
        return of if of != "" and number and of not in NO_NUMBERS and chance(draw, 0.7) else text(of)

    def written(of):
        """An object from {key: text or dict}."""
        items = list(of.items())
        if shuffled:
            draw.shuffle(items)
        gap = " " if spaces else ""
        pairs = [f"{text(key, escaped_keys)}{gap}:{gap}{written(each) if isinstance(each, dict) else each}"
                 for key, each in items]
        return "{" + gap + ("," + gap).join(pairs) + gap + "}"

    def as_object(row):
        of = {}
        for field in FIELDS:
            if row[field] == "" and chance(draw, 0.3):
                continue
            inside = of
            *outer, last = file.names[field].split(".")
            for name in outer:
                inside = inside.setdefault(name, {})
            inside[last] = value(field, row[field])
        if chance(draw, 0.3):
            of["more"] = draw.choice(['[1,{"id":2},"]"]', "true", "{}", "[]", '{"id":[{"plan":3}]}', "-0.5e-7", '"}"'])
        if chance(draw, 0.1):
            of["k" * 60] = "1"
        return of

    def spoilt(line):
        first = next(iter(FIELDS))
        return {
            "trailing comma": line[:-1] + ",}",
            "no brace": line[:-1],
            "field twice": line[:-1] + f',"{file.names[first].split(".")[0]}":"C1"}}',
            "object twice": line[:-1] + ',"user":{"plan":"pro"}}',
            "array": f"[{line}]",
            "control character": line[:-1] + ',"c":"\t"}',
            "two a line": line + line,
            "a value on a line of its own": line + end + "{" + end + "5}",
        }.get(file.defect, line)

    lines = []
    defect_at = draw.randrange(file.rows)
    for i in range(file.rows):
        row = values(draw)
        if i == defect_at:
            spoil(draw, row, file.defect)
        line = written(as_object(row))
        lines.append((spoilt(line) if i == defect_at else line) + end)
        if chance(draw, 0.03):
            lines.append(draw.choice(["", " "]) + end)
    data = "".join(lines).encode()
    if file.defect == "cut":
        data = data[:draw.randrange(len(data))]
    elif file.defect == "not UTF-8":
        data = data.replace("é".encode(), b"\xe9")
    elif not file.defect and chance(draw, 0.3):
        data = data.rstrip(b"\r\n")
    file.peer_data = data
    file.data = b"\xef\xbb\xbf" + data if chance(draw, 0.1) else data
