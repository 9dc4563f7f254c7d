"""Questions to ask of rows, drawn at random and spelled for each program: a plan of cxm, SQL, Miller's language."""

import json
import re

FIELDS = ["id", "at", "plan", "score", "spend", "note"]
NPS = ["promoters", "passives", "detractors"]
COUNTS = ["transactions", "visitors", "clicks", "impressions"]
TEXTS = ["pro", "free", "a,b", "a;b", 'say "hi"', "it's", "café", "日本", "x y", "line", "NULL", "-"]
BETWEEN = "<|>"


class Question:
    def __init__(self, draw):
        self.by = draw.choice([["plan"], ["note"], ["plan", "note"], []])
        self.monthly = not self.by or draw.random() < 0.5
        self.where = condition(draw) if draw.random() < 0.3 else None
        self.nps = draw.random() < 0.4
        counts = draw.sample(COUNTS, draw.randint(0 if self.nps else 1, 2))
        self.measures = [(name, "count", None) for name in counts]
        if draw.random() < 0.5:
            self.measures.append(("revenue", "sum", "spend"))
        if draw.random() < 0.5:
            self.measures.append(("customers_active", "distinct", draw.choice(["id", "note", "plan"])))
        self.conditions = [condition(draw) if draw.random() < 0.7 else None for _ in self.measures]

    def keys(self):
        return (NPS if self.nps else []) + [name for name, _, _ in self.measures]

    def plan(self, names):
        def column(field):
            return '"' + names[field].replace('"', '""') + '"'

        made = {}
        if self.monthly:
            made["period"] = {"column": names["at"], "grain": "month"}
        if self.by:
            made["by"] = [{"label": f"by_{field}", "column": names[field]} for field in self.by]
        if self.where:
            made["where"] = sql(self.where, column, column)
        if self.nps:
            made["surveys"] = {"nps": names["score"]}
        if self.measures:
            made["measures"] = {
                name: kind + (f" {column(field)}" if field else "") +
                      (f" where {sql(where, column, column)}" if where else "")
                for (name, kind, field), where in zip(self.measures, self.conditions)}
        return json.dumps(made, ensure_ascii=False)

    def select(self):
        """One row a group: its key, then what keys() names."""
        key = (["substr(at, 1, 7)"] if self.monthly else []) + self.by
        wanted = []
        if self.nps:
            score = as_number("score")
            wanted += [f"count(*) filter (where {test})" for test in
                       (f"{score} >= 9", f"{score} >= 7 and {score} < 9", f"{score} < 7")]
        for (_, kind, field), where in zip(self.measures, self.conditions):
            what = {"count": "count(*)", "sum": f"sum({as_number(field)})",
                    "distinct": f"count(distinct {field})"}[kind]
            wanted.append(what + (f" filter (where {sql(where, str, as_number)})" if where else ""))
        group = f" || '{BETWEEN}' || ".join(f"coalesce({part}, '')" for part in key)
        columns = ", ".join([f"{group} as k"] + [f"{what} as c{i}" for i, what in enumerate(wanted)])
        where = f" where {sql(self.where, str, as_number)}" if self.where else ""
        return f"select {columns} from r{where} group by k"

    def miller(self, number):
        """Statements for each record that fill @n{number}, by group and place in keys(), and @d{number} with texts."""
        # Begins with a letter, as no key may be empty.
        key = (['sub($at, "^(.{7}).*", "\\1")'] if self.monthly else []) + [f'string(${f})' for f in self.by]
        lines = ['@n[k]["rows"] = 1;']
        place = 0
        if self.nps:
            for test in ("s >= 9", "s >= 7 && s < 9", "s < 7"):
                lines.append(f'if ($score != "") {{ s = number($score); if ({test}) {{ @n[k]["c{place}"] += 1 }} }}')
                place += 1
        for (_, kind, field), where in zip(self.measures, self.conditions):
            test = miller(where) if where else "true"
            what = f'@n[k]["c{place}"] += 1'
            if kind == "sum":
                test, what = f'({test}) && ${field} != ""', f'@n[k]["c{place}"] += number(${field})'
            elif kind == "distinct":
                test, what = f'({test}) && ${field} != ""', f'@d[k]["c{place}"]["x" . ${field}] = 1'
            lines.append(f"if ({test}) {{ {what} }}")
            place += 1
        where = miller(self.where) if self.where else "true"
        group = f' . "{BETWEEN}" . '.join(['"x"'] + key)
        text = f"if ({where}) {{ k = {group};\n" + "\n".join(lines) + " }"
        return re.sub(r"@([nd])\[", rf"@\g<1>{number}[", text)


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
