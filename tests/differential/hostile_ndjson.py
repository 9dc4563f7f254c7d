"""Rows as NDJSON that nobody wishes to get."""

import json

from conditions import FIELDS
from rows import NO_NUMBERS, chance, spoil, values

DEFECTS = ["trailing comma", "no brace", "field twice", "array", "control character", "not UTF-8", "no number",
           "no date", "cut", "object twice", "two a line", "a value on a line of its own"]


def write(file):
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
