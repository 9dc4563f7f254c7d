"""Runs one SQL statement in DuckDB on two threads: duck.py SQL"""
import sys

import duckdb

duckdb.connect(config={"threads": 2}).execute(sys.argv[1])
