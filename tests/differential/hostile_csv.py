"""Rows as CSV that nobody wishes to get."""

from conditions import FIELDS
from rows import any_text, chance, spoil, values

ODD_NAMES = ["Score, net", "plan;b", 'a "b"', "Über", "two  spaces", " x", "NULL", "1", "line\nbreak", "#c", "a.b",
             "$x"]
DEFECTS = ["short row", "long row", "stray quote", "text after a quote", "never closed", "no number",
           "off the scale", "no date", "cut", "not UTF-8"]


def write(file):
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
    # Blank lines, and rows without a value, are rows to the peers, so they get none.
    nothing = "\r\n" + (' "' + file.delimiter if len(file.columns) > 1 else "")
    peers = (header + "".join(text for text in lines if text.strip(nothing))).encode()
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
