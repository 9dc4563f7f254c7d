"""Runs one SQL statement in ClickHouse's engine on two threads and prints CSV: house.py SQL"""
import sys

import chdb

sys.stdout.write(str(chdb.query(sys.argv[1] + " SETTINGS max_threads = 2", "CSVWithNames")))
