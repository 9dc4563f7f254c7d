"""Conditions drawn at random, and spelled for each program."""

FIELDS = ["id", "at", "plan", "score", "spend", "note"]
TEXTS = ["pro", "free", "a,b", "a;b", 'say "hi"', "it's", "café", "日本", "x y", "line", "NULL", "-"]


def as_number(field):
    return f"cast({field} as numeric)"


def condition(draw, depth=0):
    kind = draw.choice(["text", "number", "in", "blank", "and", "or", "not"] if depth < 2 else ["text", "number", "in"])
    if kind in ("and", "or"):
        return (kind, condition(draw, depth + 1), condition(draw, depth + 1))
    if kind == "not":
        return ("not", condition(draw, depth + 1))
    if kind == "blank":
        return (draw.choice(["blank", "not blank"]), draw.choice(FIELDS))
    if kind == "in":
        return ("in", draw.choice(["plan", "note"]), draw.sample(TEXTS, draw.randint(1, 3)))
    how = draw.choice(["=", "!=", "<", "<=", ">", ">="])
    if kind == "text":
        return ("text", draw.choice(["plan", "note"]), how, draw.choice(TEXTS))
    with_score = ("number", "score", how, draw.randint(0, 10))
    with_spend = ("number", "spend", how, draw.choice([0, 0.1, 5, 99.9, 9007199254740993]))
    return draw.choice([with_score, with_spend])


def sql(c, column, number):
    """The same text is cxm's and SQL's, but for how they name columns."""
    def text(value):
        return "'" + value.replace("'", "''") + "'"

    kind = c[0]
    if kind in ("and", "or"):
        return f"({sql(c[1], column, number)} {kind} {sql(c[2], column, number)})"
    if kind == "not":
        return f"not ({sql(c[1], column, number)})"
    if kind in ("blank", "not blank"):
        missing = "null" if column is str else "blank"
        return f"{column(c[1])} is {kind.replace('blank', missing)}"
    if kind == "in":
        return f"{column(c[1])} in ({', '.join(map(text, c[2]))})"
    return f"{number(c[1])} {c[2]} {c[3]}" if kind == "number" else f"{column(c[1])} {c[2]} {text(c[3])}"


def miller(c, holds=True):
    """Miller has no unknown: `not` is moved inwards, where a blank makes neither side true."""
    def text(value):
        return '"x' + value.replace('"', '\\"') + '"'

    kind = c[0]
    if kind in ("and", "or"):
        sign = "&&" if (kind == "and") == holds else "||"
        return f"({miller(c[1], holds)} {sign} {miller(c[2], holds)})"
    if kind == "not":
        return miller(c[1], not holds)
    if kind in ("blank", "not blank"):
        return f'(${c[1]} {"==" if (kind == "blank") == holds else "!="} "")'
    if kind == "in":
        test = " || ".join(f'("x" . ${c[1]}) == {text(value)}' for value in c[2])
    else:
        how = "==" if c[2] == "=" else c[2]
        test = f"number(${c[1]}) {how} {c[3]}" if kind == "number" else f'("x" . ${c[1]}) {how} {text(c[3])}'
    return f'(${c[1]} != "" && {"" if holds else "!"}({test}))'
