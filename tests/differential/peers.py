"""What Miller and sqlite3 count of a file: a list of {group: {measure: value}}, or None where they do not take it.

Both are given the columns by position, so odd names of columns are ours alone to read.
"""

import json
import subprocess

from conditions import FIELDS
from questions import BETWEEN

COMMA = "',', '.'"


def run(command, text):
    done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=60)
    # sqlite3 mends rows of another width and open quotes and says so on stderr; that is no answer to compare.
    return None if done.returncode or done.stderr else done.stdout.decode(errors="surrogateescape")


def asked_sqlite(file, questions):
    if file.format == "csv":
        names = [f"c{i}" for i in range(len(file.columns))]
        at = {field: f"c{file.columns.index(field)}" for field in FIELDS}
        views = []
        for field in FIELDS:
            comma = file.decimal == "," and field in ("spend", "score")
            views.append(f"nullif({f'replace({at[field]}, {COMMA})' if comma else at[field]}, '') as {field}")
        script = [f"create table t({', '.join(f'{name} text' for name in names)});", ".mode csv",
                  f".separator {json.dumps(file.delimiter)} \"\\n\"", f".import --skip 1 '{file.peer_path}' t"]
    else:
        script = ["create table l(j text);", ".mode ascii", '.separator "\\037" "\\n"',
                  f".import '{file.peer_path}' l",
                  "create table t as select j from l where trim(j, char(13, 9, 32)) != '';"]
        views = []
        for field in FIELDS:
            path = "'$" + "".join(f'."{part}"' for part in file.names[field].split(".")) + "'"
            views.append(f"nullif(case json_type(j, {path}) when 'text' then json_extract(j, {path}) "
                         f"when 'null' then '' else j -> {path} end, '') as {field}")
    script += [f"create table r as select {', '.join(views)} from t;", ".mode json"]
    for question in questions:
        script += [question.select() + ";", ".print ;;"]
    told = run(["sqlite3", "-bail", "-init", "/dev/null", ":memory:"], "\n".join(script) + "\n")
    if told is None:
        return None
    answers = []
    for question, text in zip(questions, told.split(";;\n")):
        rows = json.loads(text, strict=False) if text.strip() else []
        keys = question.keys()
        answers.append({row["k"]: {key: row[f"c{i}"] for i, key in enumerate(keys)} for row in rows})
    return answers


def asked_miller(file, questions):
    # Texts of JSON and decimal commas are no numbers to Miller; splitnv reads a text as one.
    text = 'sub(string(x), ",", ".")' if file.decimal == "," else "string(x)"
    begin = "".join(f"@n{i} = {{}}; @d{i} = {{}}; " for i in range(len(questions)))
    script = [f"begin {{ {begin}}}", f'func number(x) {{ return splitnv({text}, ";")[1] }}']
    if file.format == "csv":
        names = [name if name in FIELDS else f"other_{i}" for i, name in enumerate(file.columns)]
        command = ["mlr", "--icsv", "--ifs", file.delimiter, "--ojson", "label", ",".join(names), "then", "put", "-q"]
        start = ""
    else:
        command = ["mlr", "--ijson", "--ojson", "flatten", "then", "put", "-q"]
        start = "".join(f'if (is_absent(${{{path}}}) || typeof(${{{path}}}) == "null") {{ ${field} = "" }} '
                        f"else {{ ${field} = ${{{path}}} }}\n" for field, path in file.names.items())
    body = "\n".join(question.miller(i) for i, question in enumerate(questions))
    counts = "\n".join(f"for ((k, m), v in @d{i}) {{ @n{i}[k][m] = length(v) }} unset @d{i};"
                       for i in range(len(questions)))
    script.append(f"{start}{body}\nend {{ {counts} dump }}")
    told = run(command + ["\n".join(script), file.peer_path], "")
    if told is None:
        return None
    # What it prints is its variables, then an empty list of records. A sum of what is no number is not JSON.
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(told)
    except json.JSONDecodeError:
        return None
    answers = []
    for i, question in enumerate(questions):
        def value(values, place):
            return values.get(f"c{place}", None if f"b{place}" in values else 0)

        answers.append({
            group.removeprefix(f"x{BETWEEN}"): {key: value(values, place) for place, key in enumerate(question.keys())}
            for group, values in found.get(f"n{i}", {}).items()})
    return answers


PEERS = {"mlr": asked_miller, "sqlite3": asked_sqlite}
