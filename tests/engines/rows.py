"""Hostile rows, the same for every engine, and lists of values that each must judge as the program does."""

import datetime
import random

SURVEY = ["id", "answered at", "select", "Land", "group", "score", "rating", "effort", "spend", "qty", "cost",
          'Customer "ID"', "note", "words", "w"]
STAYS = ["customer", "plan", "start", "end", "seats"]
VISITS = ["row", "who", "at", "shop", "score", "paid", "zoned", "until"]
ORDERS = ["who", "ordered at", "paid", "state"]

LABELS = ["pro", "Pro", "PRO ", " pro", "basic", "bäsic", "ba\u0308sic", "", None, "a,b", 'a"b', "it's", "back\\slash",
          "N/A", "NULL", "\\N", "two\nlines", "ß", "SS", "Ω", "日本", "😀", "O'Neill", "100%", "x_y", "0", "tab\there"]
LANDS = ["FR", "DE", "fr", "de ", " GB", "", None, "Österreich", "österreich", "US", "N/A"]
TIMES = ["", "", "T00:00:00Z", "T23:59:59", " 12:30", " 12:30:00.123", "T12:30:00,5+02:00", " 23:59:59 UTC",
         "T01:00:00-0830", " 00:00:00+14", "t10:00:00z", " 24:00:00", "T10:00:60Z"]
EDGES = ["2023-12-31", "2024-01-01", "2024-12-29", "2024-12-30", "2024-12-31", "2025-01-01", "2021-01-03",
         "2021-01-04", "2020-12-28", "2024-02-29", "2000-02-29", "1999-12-31", "2026-12-28", "2027-01-03"]


def number(dice):
    kind = dice.random()
    if kind < 0.5:
        return f"{dice.randint(0, 99999) / 100:.2f}"
    if kind < 0.7:
        return str(dice.randint(-50, 5000))
    if kind < 0.8:
        return f"{dice.uniform(-1, 1):.9f}"
    if kind < 0.9:
        return dice.choice(["0", "-0", "0.1", "0.2", "0.3", "1.10", "99999.999999999", "-0.000000001", "12.500"])
    return dice.choice(["", None, "0.50", "7"])


def day(dice):
    if dice.random() < 0.25:
        return dice.choice(EDGES)
    return (datetime.date(2023, 10, 1) + datetime.timedelta(days=dice.randint(0, 500))).isoformat()


def surveys(count, seed):
    dice = random.Random(seed)
    rows = []
    for i in range(count):
        at = day(dice) + dice.choice(TIMES)
        rows.append([
            str(i), dice.choice(["", None]) if dice.random() < 0.02 else at, dice.choice(LABELS), dice.choice(LANDS),
            dice.choice(["a", "b", "A", None, ""]),
            dice.choice(["0", "3", "6", "7", "8", "9", "10", "10.0", "7.00", "", None]),
            dice.choice(["1", "2", "3", "4", "5", "5.0", "", None]), dice.choice(["1", "4", "7", "", None]),
            number(dice), str(dice.randint(0, 12)) if dice.random() < 0.95 else "", (number(dice) or "").lstrip("-")[:7],
            dice.choice(["c1", "c2", "C1", "c1 ", "c3", "ü", "", None, "c" + str(dice.randint(1, 60))]),
            dice.choice(["good", "bad thing", "100%", "a_b", "axb", "[x]", "*", "?", "two\nlines", "ünï", "", None]),
            dice.choice(["Good", "good", " bad ", "BAD", "très bien", "", None]),
            dice.choice(["1", "0.5", "2.25", "0", "3"])])
    return rows


def orders(count, seed):
    """Of customers who buy at different rates, and some of whom leave; of nobody at times."""
    dice = random.Random(seed)
    rows = []
    for i in range(count // 6):
        at = datetime.date(2023, 1, 1) + datetime.timedelta(days=dice.randint(0, 200))
        gap = dice.choice([5, 12, 30, 60])
        while at < datetime.date(2024, 3, 1) and dice.random() < 0.93:
            time = dice.choice(["", " 09:30", "T23:59:59Z", " 00:00:00"])
            rows.append([f"c{i}" if dice.random() < 0.98 else dice.choice(["", None]), at.isoformat() + time,
                         f"{dice.randint(0, 9000) / 100:.2f}", "done" if dice.random() < 0.9 else "cancelled"])
            at += datetime.timedelta(days=int(dice.expovariate(1 / gap)))
    dice.shuffle(rows)
    return rows


def times(count, seed):
    """Times around the changes of clocks, with zones in every form and without."""
    dice = random.Random(seed)
    zones = ["Z", "z", " UTC", " GMT", "+02", "-0830", "+05:45", " -03:00", "+14", "-11:30", "+00:00"]
    rows = []
    for i in range(count):
        at = datetime.datetime(*dice.choice([(2024, 3, 31), (2024, 10, 27), (2024, 3, 10), (2024, 11, 3), (2011, 12, 30),
                                             (1999, 12, 31), (1971, 6, 1), (2037, 7, 1)]))
        at += datetime.timedelta(seconds=dice.randint(-100_000, 100_000))
        said = dice.random() < 0.7
        text = at.strftime(dice.choice(["%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S.123456"]))
        if dice.random() < 0.1:
            text = at.strftime(dice.choice(["%Y-%m-%d 24:00:00", "%Y-%m-%dT23:59:60"]))
        zone = dice.choice(zones) if said else ""
        if dice.random() < 0.1:
            text, zone = dice.choice([at.strftime("%Y-%m-%d"), "", None]), ""
        rows.append([str(i), text + zone if text else text, "1" if zone or not text else "0"])
    return rows


def tickets(count, seed):
    """When something was opened and closed: times alike, with zones or without, days, and some of it blank."""
    dice = random.Random(seed)
    zones = {"Z": 0, " UTC": 0, "+02": 2, "-08:30": -8.5, "+0545": 5.75}
    rows = []
    for i in range(count):
        opened = datetime.datetime(2023, 12, 20) + datetime.timedelta(microseconds=dice.randrange(10**14))
        closed = opened + datetime.timedelta(microseconds=dice.choice([0, 1, 500_000, 10**6, 86_400 * 10**6, dice.randrange(10**13)]))
        kind = dice.choice(["zones", "none", "days"])

        def cell(at):
            if dice.random() < 0.05:
                return dice.choice(["", None])
            if kind == "days":
                return at.strftime("%Y-%m-%d")
            zone = dice.choice(list(zones)) if kind == "zones" else ""
            at += datetime.timedelta(hours=zones.get(zone, 0))
            return at.strftime(dice.choice(["%Y-%m-%dT", "%Y-%m-%d ", "%Y-%m-%dT"])) + at.strftime("%H:%M:%S.%f") + zone
        rows.append([str(i), dice.choice(["web", "phone", ""]), cell(opened), cell(closed)])
    return rows


def visits(count, seed):
    """Rows of which several have a key, some of them whole repeats; no two others of one person are of one time."""
    dice = random.Random(seed)
    rows = []
    for i in range(count):
        second = datetime.datetime(2023, 12, 20) + datetime.timedelta(seconds=dice.randint(0, 90) * 86400 + 7 * i)
        hours = dice.choice([-8.5, -1, 0, 2, 14])
        local = second + datetime.timedelta(hours=hours)
        zone = {0: dice.choice(["Z", " UTC", "+00:00"]), -8.5: "-08:30", -1: "-0100", 2: "+02", 14: " +14:00"}[hours]
        at = local.strftime(f"%Y-%m-%d{dice.choice('T ')}%H:%M:%S") + dice.choice(["", ".5", ",250000"]) + zone
        who = dice.choice(["ann", "Ann", "bob", "", None, "z " + str(i % 40)])
        if i % 25 < 2:
            # One row without a time and one with it.
            who, at = f"t{i // 25}", dice.choice(["", None]) if i % 25 == 0 else at
        rows.append([str(i), who, at, dice.choice(["a", "b", "", "z"]),
                     str(dice.randint(0, 10)), f"{dice.randint(0, 9000) / 100:.2f}", second.strftime("%Y-%m-%d"), ""])
    rows += [list(row) for row in rows if dice.random() < 0.2]
    dice.shuffle(rows)
    return rows


def stays(count, seed):
    dice = random.Random(seed)
    rows = []
    for i in range(count):
        start = datetime.date(2023, 1, 1) + datetime.timedelta(days=dice.randint(0, 800))
        if dice.random() < 0.1:
            start = datetime.date.fromisoformat(dice.choice(["2024-12-30", "2024-12-29", "2023-12-31", "2024-02-29"]))
        end = start + datetime.timedelta(days=int(dice.expovariate(1 / 150)))
        ends = dice.choice(["", None, "9999-12-31", end.isoformat(), end.isoformat(), end.isoformat() + "T10:00:00Z"])
        rows.append([f"c{i}", dice.choice(["pro", "Pro", "basic", "ß", "", None]), start.isoformat(), ends,
                     str(dice.randint(1, 9))])
    return rows


# What a cell that has to be a number, a date or an answer may be taken for.
NUMBERS = ["0", "7", "-7", "0.5", "-0.0", "10.0", "1e3", "1E+2", "2.5e-1", "1.0E0", "1.2345678E7", "9.0E-4", "07", "+7",
           ".5", "5.", "7d", "7f", "1_0", "0x7", "0b1", "1e", "e1", "--7", "- 7", " 7", "7 ", "7\n", "\t7", "1,5", "1.5.2",
           "NaN", "nan", "inf", "Infinity", "-inf", "true", "null", "1e400", "1e-400", "123456789012345678",
           "1234567890123456789012", "0.1234567890123456789", "12.000000000000000000", "0.30000000000000004", "1/2",
           "٣", "１", "½", "\u00a07", "7\u200b", "7\r", "0e0", "00", "-", "", "1 000", "1'000", "5 EUR", "50%",
           "(5)", "12:30", "7a", "1d", "1L", "0.1e1", "1.e3"]
DATES = ["2024-03-15", "2024-02-29", "2023-02-29", "2100-02-29", "2000-02-29", "2024-13-01", "2024-00-10", "2024-04-31",
         "2024-4-3", "24-04-03", "2024/04/03", "20240403", "2024-04-03T10:00", "2024-04-03 10:00:00",
         "2024-04-03 10:00:00.123456789", "2024-04-03T25:00", "2024-04-03T24:00", "2024-04-03T10:60", "2024-04-03T10:00:61",
         "2024-04-03T10:00:60", "2024-04-03T10:00Z", "2024-04-03T10:00 Z", "2024-04-03T10:00  Z", "2024-04-03T10:00+02",
         "2024-04-03T10:00+0200", "2024-04-03T10:00+02:00", "2024-04-03T10:00+2", "2024-04-03T10:00+24:00",
         "2024-04-03T10:00+02:60", "2024-04-03T10:00:00.", "2024-04-03T10:00:00,5", "2024-04-03T", "2024-04-03 ",
         " 2024-04-03", "2024-04-03\n", "2024-04-03T1:00", "2024-04-03T10", "2024-04-03 10:00 UTC", "2024-04-03 10:00UTC",
         "2024-04-03 10:00 GMT", "2024-04-03 10:00 utc", "2024-04-03T10:00:00z", "0999-01-01", "0000-01-01", "9999-12-31",
         "1000-01-01", "-2024-04-03", "２024-04-03", "2024-04-03x", "2024-04-03 10:00:00 +02:00", "2024-04-03T10:00:00-00",
         "2024-04-03T10:00.5", "2024-04-03 10:00 ", "2024-02-30", "1900-02-29", "2024-06-31", "2024-12-32", "2024-01-00"]
ANSWERS = ["0", "10", "11", "-1", "5.0", "5.5", "05", "1e1", "1e0", "10 ", "ten", "9.99", "5\n", "0.0", "-0", "+5", "5.",
           "10.00", "1_0", "0x5", "٥", "", "7/10", "100"]
