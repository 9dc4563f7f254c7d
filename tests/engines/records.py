"""Records that a query gives, held against those of the program."""

import csv
import io

from program import ask


def cut(result):
    """A result without the columns of findings, and these."""
    table = list(csv.reader(io.StringIO(result)))
    width = len(table[0]) - 3 if table else 0
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(row[:width] for row in table)
    return out.getvalue(), [row[width:] for row in table[1:]]


def plain(cell):
    """A cell as what it says: sums have other zeros at their end."""
    try:
        return repr(float(cell)) if cell.strip() == cell and cell[-1:].isdigit() else cell
    except ValueError:
        return cell


def canonical(result):
    """The records, a line each, below the header; where that stands alone there are none."""
    if result.startswith(("the engine", "refused: ")):
        return result
    if len(result.splitlines()) == 1:
        return "nothing"
    return "\n".join(map(repr, ([plain(cell) for cell in row] for row in csv.reader(io.StringIO(result)))))


def compare_records(engine, program, checks, names, rows, table, wanted, spare=()):
    for title, plan in wanted.items():
        what = f"{engine.dialect}: {title}"
        result, _ = ask(engine, program, plan, table)
        if not result.startswith(("refused: ", "the engine stopped")):
            result, findings = cut(result)
            odd = [f for f in findings if f != ["0", "", str(len(findings))]]
            if odd:
                checks.same(what + ": findings", odd[0], ["0", "", str(len(findings))])
        if title in spare and result.startswith("refused: "):
            checks.same(what, "exact decimals" in result, True)
            continue
        tallied = program.tally(names, rows, plan)
        checks.same(what, canonical(result), canonical(tallied))
        merged = program.merged(tallied)
        if merged:
            checks.same(what + ", merged", program.merged(result), merged)
