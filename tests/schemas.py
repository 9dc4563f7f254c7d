#!/usr/bin/env python3
"""Whether what the program prints as JSON is as the schemas that it exports say: tests/schemas.py PROGRAM

By python's jsonschema where it is installed, and by the few rules that these schemas use, written here, in any case.
Every schema must also refuse its output with a member of the wrong type, or without one that it requires.
"""

import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import jsonschema
except ImportError:
    jsonschema = None

DATA = Path(__file__).resolve().parent.parent / "examples/data"
EVENTS = ["funnel", DATA / "events.ndjson", "--people", "user.id,ts", "--step", "visit: event = 'visit'",
          "--step", "cart: event = 'cart'", "--step", "buy: event = 'buy'"]
ORDERS = ["cohorts", DATA / "orders.csv"]
TOUCHES = ["attribute", DATA / "touches.csv", "--touches", "user,at,channel", "--conversion"]
RELATE = ["relate", "nps", "churn", DATA / "shop.csv"]
ANSWERS = "id,score\n1,9\n2,3\n3,8\n4,10\n5,2\n6,7\n"
CUSTOMERS = "id,churned\n1,0\n2,1\n3,0\n4,0\n5,1\n6,0\n7,1\n"

OUTPUTS = {
    "funnel-schema": [EVENTS, EVENTS + ["--within", "7d", "--by", "user.country", "--drop-young"],
                      EVENTS + ["--steps-in", "any", "--where", "event = 'visit'"],
                      EVENTS + ["--where", "event = 'none'"], EVENTS + ["--steps-in", "strict", "--anchor", "first"]],
    "funnel-change-schema": [EVENTS + ["--by", "user.country", "--between", "DE,NL"],
                             EVENTS + ["--against", "early.ndjson", "--steps-in", "any"],
                             EVENTS + ["--against", "visits.ndjson"]],
    "cohorts-schema": [ORDERS + ["--people", "customer_id,ordered_at"],
                       ORDERS + ["--orders", "customer_id,ordered_at,amount", "--rolling", "30d", "--currency", "EUR"],
                       ORDERS + ["--people", "customer_id,ordered_at", "--unbounded", "--every", "quarter"]],
    "attribution-schema": [TOUCHES + ["event = 'buy'"], TOUCHES + ["event = 'none'"],
                           TOUCHES + ["event = 'buy'", "--value", "amount", "--cost", DATA / "costs.csv", "--bootstrap",
                                      "100", "--currency", "EUR"]],
    "relation-schema": [RELATE, RELATE + ["--lags", "0..3"], RELATE + ["--by", "segment", "--every", "all"],
                        RELATE + ["--from", "2024-11"],
                        ["relate", "--join", "id", "answers.csv", "customers.csv", "--nps", "score", "--lost",
                         "churned = 1"]],
    "forecast-schema": [["project", "--survivors", "1000,869,743,653,593", "--horizon", "3", "--discount", "10%"],
                        ["customers", DATA / "purchases.csv", "--orders", "customer,ordered_at,amount"]],
    "check-schema": [["check", DATA / "shop.csv", "--require", "nps >= 0", "--require", "churn worsens by <= 9pp vs previous"]],
}

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_of(value, kind):
    if kind in ("number", "integer"):
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        return not isinstance(value, bool) and (whole or (kind == "number" and isinstance(value, float)))
    return isinstance(value, TYPES[kind])


def faults(schema, value, root, at="$"):
    """What is wrong with a value."""
    if "$ref" in schema:
        yield from faults(root["$defs"][schema["$ref"].split("/")[-1]], value, root, at)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(is_of(value, kind) for kind in kinds):
        yield f"{at}: {value!r} is not {kinds}"
        return
    if ("const" in schema and value != schema["const"]) or ("enum" in schema and value not in schema["enum"]):
        yield f"{at}: {value!r} is none of those it may be"
    if "minimum" in schema and is_of(value, "number") and value < schema["minimum"]:
        yield f"{at}: {value!r} is below {schema['minimum']}"
    if "oneOf" in schema and sum(not any(faults(one, value, root, at)) for one in schema["oneOf"]) != 1:
        yield f"{at}: is not one of the kinds"
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                yield f"{at}: lacks {key}"
        for key, member in value.items():
            inner = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if isinstance(inner, dict):
                yield from faults(inner, member, root, f"{at}.{key}")
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{at}: has {len(value)} items"
        for i, item in enumerate(value):
            yield from faults(schema.get("items", {}), item, root, f"{at}[{i}]")


def all_faults(schema, value):
    found = list(faults(schema, value, schema))
    if jsonschema is not None:
        found += [e.message for e in jsonschema.Draft202012Validator(schema).iter_errors(value)]
    return found


def members_unknown(schema, value, root, at="$"):
    """Members of an output that its schema says nothing of."""
    if "$ref" in schema:
        schema = {**root["$defs"][schema["$ref"].split("/")[-1]], **{k: v for k, v in schema.items() if k != "$ref"}}
    if isinstance(value, dict) and "properties" in schema and "oneOf" not in schema:
        for key, member in value.items():
            if key in schema["properties"]:
                yield from members_unknown(schema["properties"][key], member, root, f"{at}.{key}")
            elif "additionalProperties" not in schema:
                yield f"{at}.{key}"
    if isinstance(value, list):
        for item in value:
            yield from members_unknown(schema.get("items", {}), item, root, at + "[]")


def main():
    program = str(Path(sys.argv[1]).resolve())
    failed = passed = 0
    with tempfile.TemporaryDirectory() as folder:
        lines = (DATA / "events.ndjson").read_text().splitlines(keepends=True)
        Path(folder, "early.ndjson").write_text("".join(lines[: len(lines) // 2]))
        Path(folder, "visits.ndjson").write_text("".join(line for line in lines if '"visit"' in line))
        Path(folder, "answers.csv").write_text(ANSWERS)
        Path(folder, "customers.csv").write_text(CUSTOMERS)

        def run(words):
            done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, cwd=folder)
            if done.returncode not in (0, 1):
                sys.exit(f"FAILED: {words}: {done.stderr}")
            return json.loads(done.stdout)

        for name, commands in OUTPUTS.items():
            schema = run(["export", name])
            for command in commands:
                output = run(command + ["--json"])
                found = all_faults(schema, output)
                # Of forecasts and checks the lists of members are open.
                if name not in ("forecast-schema", "check-schema", "relation-schema"):
                    found += [f"{at} is not in the schema" for at in members_unknown(schema, output, schema)]
                for key in schema["required"]:
                    lacking, odd = copy.deepcopy(output), copy.deepcopy(output)
                    del lacking[key]
                    odd[key] = [[]] if not isinstance(output[key], list) else 7
                    found += [f"a wrong {key} is taken" for wrong in (lacking, odd) if not all_faults(schema, wrong)]
                failed, passed = failed + bool(found), passed + (not found)
                for fault in found[:5]:
                    print(f"FAILED: {name}: {' '.join(map(str, command))}: {fault}")
    print(f"{passed} passed, {failed} failed" + ("" if jsonschema else "; jsonschema is not installed"))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
