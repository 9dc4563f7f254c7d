"""Questions to ask of rows, drawn at random and spelled for each program: a plan of cxm, SQL, Miller's language."""

import json
import re

from conditions import as_number, condition, miller, sql

NPS = ["promoters", "passives", "detractors"]
COUNTS = ["transactions", "visitors", "clicks", "impressions"]
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
            fits = f" filter (where {sql(where, str, as_number)})" if where else ""
            told = {"count": f"count(*){fits}", "sum": f"coalesce(sum({as_number(field)}){fits}, 0)",
                    "distinct": f"count(distinct {field}){fits}"}[kind]
            # Of rows that are all blank there is no telling; of no row it is 0.
            wanted.append(told if kind == "count" else
                          f"case when count(*){fits} > 0 and count({field}){fits} = 0 then null else {told} end")
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
            if field:
                lines.append(f'if (({miller(where) if where else "true"}) && ${field} == "") {{ @n[k]["b{place}"] = 1 }}')
            place += 1
        where = miller(self.where) if self.where else "true"
        group = f' . "{BETWEEN}" . '.join(['"x"'] + key)
        text = f"if ({where}) {{ k = {group};\n" + "\n".join(lines) + " }"
        return re.sub(r"@([nd])\[", rf"@\g<1>{number}[", text)
