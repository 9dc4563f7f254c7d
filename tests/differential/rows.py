"""Rows for hostile files: the values of one, as texts, and what spoils it in any format."""

from conditions import TEXTS

FRAGMENTS = ['"', '""', ",", ";", "\t", "|", "\n", "\r\n", "é", "日本", "😀", " ", "'", "\\", "#", "=", "a", "0", "{",
             "x" * 70]
NUMBERS = ["0", "5", "5.0", "0.1", "0.20", "99.90", "100", "1e2", "1.5E+1", "25e-1", "-0", "12345678.99", "0.000001",
           "9007199254740992", "9007199254740993"]
NO_NUMBERS = ["abc", "1 000", "0x1F", "+5", "007", "1.", ".5", "NaN", "inf", " 5", "5 ", "1_000", "5%", "1.2.3", "--1"]
DATES = ["2024-01-31", "2024-02-29", "2024-02-01T00:00:00Z", "2024-03-15 12:30:00", "2024-12-31T23:59:59.5-08:00", ""]
NO_DATES = ["2023-02-29", "2024-13-01", "01/02/2024", "2024-1-5", "yesterday", " 2024-01-31", "2024-01-31Tnoon"]


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
