import sys
import xml.etree.ElementTree as tree

suite = tree.parse(sys.argv[1]).getroot().find("testsuite")
print(suite.attrib)
for case in suite:
    print(case.get("name"), [part.tag for part in case])
