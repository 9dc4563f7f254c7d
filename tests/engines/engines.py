"""The engines that queries run on: each takes a table of texts and gives a query's result as CSV."""

import csv
import io
import os
import pwd
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path


class Missing(Exception):
    """An engine that cannot be had here, and why."""


def as_csv(names, rows):
    """What a client prints: NULL as nothing."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([names, *(["" if c is None else c for c in row] for row in rows)])
    return out.getvalue()


def quoted(name, mark='"'):
    return mark + name.replace(mark, mark * 2) + mark


class Engine:
    """How a table of texts becomes one of types."""

    names = {}  # of types, where they are not these
    kept = ""
    few = False  # whether a few plans are enough

    def retype(self, table, texts, types):
        usual = {"integer": "bigint", "decimal": "decimal(10, 2)", "double": "double", "text": "varchar"}
        columns = ", ".join(f"cast({column} as {self.names.get(type) or usual.get(type, type)}) as {column}"
                            for column, type in types.items())
        self.execute(f"drop table if exists {table}")
        self.execute(f"create table {table}{self.kept} as select {columns} from {texts}")

    def execute(self, statement):
        self.base.execute(statement)


class Sqlite(Engine):
    dialect = "sqlite"
    names = {"text": "text", "timestamp": "text", "date": "text", "boolean": "text", "double": "real", "decimal": "numeric"}

    def __init__(self, folder):
        self.base = sqlite3.connect(":memory:")

    def load(self, table, names, rows):
        self.base.execute(f"drop table if exists {table}")
        self.base.execute(f"create table {table} ({', '.join(quoted(n) + ' text' for n in names)})")
        self.base.executemany(f"insert into {table} values ({', '.join('?' * len(names))})", rows)

    def run(self, query):
        result = self.base.execute(query)
        return as_csv([d[0] for d in result.description], result.fetchall())

    def close(self):
        self.base.close()


class Duckdb(Engine):
    dialect = "duckdb"

    def __init__(self, folder):
        try:
            import duckdb
        except ImportError as error:
            raise Missing(str(error)) from error
        self.base = duckdb.connect()
        self.folder = folder

    def load(self, table, names, rows):
        self.base.execute(f"create or replace table {table} ({', '.join(quoted(n) + ' varchar' for n in names)})")
        marks = ", ".join("?" * len(names))
        for at in range(0, len(rows), 500):
            part = rows[at : at + 500]
            self.base.execute(f"insert into {table} values {', '.join('(' + marks + ')' for _ in part)}",
                              [cell for row in part for cell in row])

    def run(self, query):
        result = self.base.execute(query)
        return as_csv([d[0] for d in result.description], result.fetchall())

    def close(self):
        self.base.close()


class Postgresql(Engine):
    """A cluster of its own on a socket, in a database whose order of texts is not that of bytes where there is one."""

    dialect = "postgresql"
    names = {"double": "double precision", "text": "text"}

    def __init__(self, folder):
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(shutil.which("initdb") or "none")]
        if not found[-1].exists():
            raise Missing("there is no initdb; the package is postgresql")
        self.bin = found[-1].parent
        self.home = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
        self.prefix = []
        if os.geteuid() == 0:
            user = "postgres" if any(u.pw_name == "postgres" for u in pwd.getpwall()) else "nobody"
            shutil.chown(self.home, user)
            self.prefix = ["runuser", "-u", user, "--"]
        self.call(self.bin / "initdb", "-D", self.home / "data", "-E", "UTF8", "--locale", self.locale(), "-A", "trust",
                  "-U", "cxm", "--no-sync")
        self.call(self.bin / "pg_ctl", "-D", self.home / "data", "-w", "-l", self.home / "log", "-o",
                  f"-c listen_addresses= -c fsync=off -k {self.home}", "start")

    @staticmethod
    def locale():
        known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
        return next((name for name in ("en_US.utf8", "de_DE.utf8", "C.utf8") if name in known), "C")

    def call(self, *words):
        done = subprocess.run([*self.prefix, *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              text=True, cwd="/tmp")
        if done.returncode != 0:
            raise Missing(done.stderr.strip()[-300:])

    def psql(self, *words, given=None):
        done = subprocess.run(["psql", "-h", str(self.home), "-U", "cxm", "-d", "postgres", "-q", "-v",
                               "ON_ERROR_STOP=1", *words], input=given, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return done.stdout

    def load(self, table, names, rows):
        def cell(text):
            return r"\N" if text is None else (text.replace("\\", r"\\").replace("\t", r"\t").replace("\n", r"\n")
                                               .replace("\r", r"\r"))
        columns = ", ".join(quoted(n) + " text" for n in names)
        lines = "".join("\t".join(map(cell, row)) + "\n" for row in rows)
        self.psql(given=f"drop table if exists {table};\ncreate table {table} ({columns});\n"
                        f"copy {table} from stdin;\n{lines}\\.\n")

    def execute(self, statement):
        self.psql(given=statement + ";")

    def run(self, query):
        return self.psql("--csv", given=query + ";")

    def close(self):
        try:
            self.call(self.bin / "pg_ctl", "-D", self.home / "data", "-m", "immediate", "stop")
        finally:
            shutil.rmtree(self.home, ignore_errors=True)


class Clickhouse(Engine):
    dialect = "clickhouse"
    names = {"integer": "Nullable(Int64)", "decimal": "Nullable(Decimal(10, 2))", "double": "Nullable(Float64)",
             "text": "Nullable(String)", "boolean": "Nullable(Bool)", "date": "Nullable(Date32)",
             "timestamp": "Nullable(DateTime64(6, 'UTC'))"}
    kept = " engine = Memory"

    def __init__(self, folder):
        try:
            from chdb import session
        except ImportError as error:
            raise Missing(str(error)) from error
        self.base = session.Session(str(folder / "clickhouse"))
        self.base.query("create database if not exists cxm")

    def load(self, table, names, rows):
        def name(text):
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

        def cell(text):
            return "NULL" if text is None else "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
        self.base.query(f"drop table if exists cxm.{table}")
        columns = ", ".join(name(n) + " Nullable(String)" for n in names)
        self.base.query(f"create table cxm.{table} ({columns}) engine = Memory")
        for at in range(0, len(rows), 500):
            values = ", ".join("(" + ", ".join(map(cell, row)) + ")" for row in rows[at : at + 500])
            self.base.query(f"insert into cxm.{table} values {values}")

    def execute(self, statement):
        self.base.query("use cxm")
        self.base.query(statement)

    def run(self, query):
        return str(self.base.query("use cxm") or "") + str(self.base.query(query, "CSVWithNames"))

    def close(self):
        self.base.close()


class Spark(Engine):
    """Two threads, without ANSI as clusters often are. Queries of small tables are interpreted: to compile them takes longer."""

    dialect = "spark"
    master = "local[2]"
    parts = 1
    interpreted = {"spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN",
                   "spark.sql.adaptive.enabled": "false"}

    def __init__(self, folder):
        if not shutil.which("java"):
            raise Missing("there is no java; the package is openjdk-17-jre-headless")
        try:
            from pyspark.sql import SparkSession
        except ImportError as error:
            raise Missing(str(error)) from error
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        builder = SparkSession.builder.master(self.master)
        for key, value in {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": str(self.parts),
                           "spark.default.parallelism": "2", "spark.sql.ansi.enabled": "false",
                           "spark.log.level": "OFF", "spark.sql.session.timeZone": "Asia/Tokyo",
                           "spark.sql.warehouse.dir": str(folder / "spark"), **self.interpreted}.items():
            builder = builder.config(key, value)
        self.base = builder.getOrCreate()

    def load(self, table, names, rows):
        from pyspark.sql.types import StringType, StructField, StructType
        kind = StructType([StructField(n, StringType()) for n in names])
        # Kept as it is, or each query would ask Python for the rows again.
        frame = self.base.createDataFrame(rows, kind).coalesce(self.parts).localCheckpoint()
        frame.createOrReplaceTempView(table)

    def retype(self, table, texts, types):
        names = {"integer": "bigint", "decimal": "decimal(10, 2)", "text": "string"}
        columns = [f"cast({column} as {names.get(type, type)}) as {column}" for column, type in types.items()]
        self.base.table(texts).selectExpr(*columns).localCheckpoint().createOrReplaceTempView(table)

    def run(self, query):
        frame = self.base.sql(query)
        return as_csv(frame.columns, [list(row) for row in frame.collect()])

    def close(self):
        self.base.stop()


class SparkWorkers(Spark):
    """Two worker processes beside the driver, and queries compiled as they usually are."""

    master = "local-cluster[2,1,768]"
    parts = 2
    interpreted = {"spark.executor.memory": "640m"}
    few = True


ALL = {"sqlite": Sqlite, "duckdb": Duckdb, "postgresql": Postgresql, "clickhouse": Clickhouse, "spark": Spark,
       "spark-workers": SparkWorkers}
