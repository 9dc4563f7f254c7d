"""NPS counts by month and plan, the way a data frame library does it: frames.py polars|pandas FILE"""
import os
import sys
import warnings

library, path = sys.argv[1:]
columns = ["answered_at", "plan", "score"]
groups = ["period", "plan"]


def with_polars():
    os.environ["POLARS_MAX_THREADS"] = "2"
    import polars as pl
    if path.endswith("ndjson"):
        rows = pl.scan_ndjson(path)
    else:
        rows = pl.scan_csv(path, schema_overrides={"answered_at": pl.String})
    score = pl.col("score")
    return (rows.filter(score.is_not_null())
            .group_by(pl.col("answered_at").str.slice(0, 7).alias("period"), "plan")
            .agg(promoters=(score >= 9).sum(), passives=score.is_between(7, 8).sum(), detractors=(score <= 6).sum())
            .collect(engine="streaming").write_csv())


def with_pandas():
    import pandas as pd
    if path.endswith("ndjson"):
        warnings.simplefilter("ignore")   # newer pandas deprecates convert_dates, older ones need it
        chunks = pd.read_json(path, lines=True, chunksize=200000, convert_dates=False)
    else:
        chunks = pd.read_csv(path, usecols=columns, chunksize=1000000)
    parts = []
    for rows in chunks:
        rows = rows[columns].dropna(subset=["score"])
        rows["period"] = rows["answered_at"].str[:7]
        rows["promoters"] = rows["score"] >= 9
        rows["passives"] = rows["score"].between(7, 8)
        rows["detractors"] = rows["score"] <= 6
        parts.append(rows.groupby(groups)[["promoters", "passives", "detractors"]].sum())
    return pd.concat(parts).groupby(groups).sum().to_csv()


sys.stdout.write({"polars": with_polars, "pandas": with_pandas}[library]())
