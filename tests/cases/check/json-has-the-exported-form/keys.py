import json
import sys

schema, found = (json.load(open(name)) for name in sys.argv[1:])
known = schema["properties"]["checks"]["items"]
for check in found["checks"]:
    assert set(known["required"]) <= set(check) <= set(known["properties"]), check
    for key, value in check.items():
        assert value in known["properties"][key].get("enum", [value]), (key, value)
print(len(found["checks"]), "checks have the keys and words of the schema")
