"""The plans that every engine counts by: of `survey` and of `stays`."""

SURVEY = {
    "nps by month and labels": {
        "period": {"column": "answered at", "grain": "month"}, "by": ["select", {"label": "land", "column": "Land"}],
        "blank": ["N/A"], "surveys": {"nps": "score"}},
    "scores and sums by week": {
        "period": {"column": "answered at", "grain": "week"},
        "where": "score >= 3 or (rating in (1, 5) and not \"group\" = 'a') or not (effort > 3 and Land is not blank)",
        "surveys": {"csat": "rating", "ces": {"column": "effort", "scale": "7..1"}},
        "measures": {"revenue": "sum spend", "cost": "sum cost where qty > 2",
                     "conversions": "count where spend >= 100 and qty between 1 and 5"}},
    "distinct by quarter": {
        "period": {"column": "answered at", "grain": "quarter"}, "by": ["group"],
        "measures": {"customers_active": "distinct \"Customer \"\"ID\"\"\"",
                     "visitors": "distinct trim(Land) where \"select\" != 'pro'",
                     "leads": "count where \"select\" in ('pro', 'PRO ', 'it''s', 'back\\slash') or note is blank"}},
    "texts by year": {
        "period": {"column": "answered at", "grain": "year"},
        "measures": {"clicks": "count where note like '%_b%'", "impressions": "count where note like '1__\%'"
                     .replace("\\", ""),
                     "likes": "count where note not like 'two%'", "shares": "count where \"select\" < 'b'",
                     "comments": "count where trim(\"select\") >= trim(Land)", "carts": "count where trim(\"select\") = 'pro'",
                     "sessions": "count where \"select\" < trim(Land) or \"group\" is blank",
                     "leads": "count where note like '[x]' or note like '*' or note = '?'",
                     "tickets": "count where Land > 'Z' and Land <= 'ö'"}},
    "days, and nothing else": {
        "period": {"column": "answered at", "grain": "day"}, "measures": {"leads": "count"}},
    "labels that are made": {
        "by": [{"label": "weekday", "column": 'weekday("answered at")'}, {"label": "spent", "column": "band(spend, 250)"},
               {"label": "amount", "column": "band(cost, -0.5, 10, 99.5)"}],
        "where": "\"answered at\" is not blank", "measures": {"transactions": "count"}},
    "one record": {"measures": {"leads": "count where score = 10", "gain": "sum spend"}, "surveys": {"nps": "score"}},
    "answers in words": {
        "by": ["group"], "surveys": {"csat": {"column": "words", "answers": {"good": 1, "Très bien": 1, "bad": 0}}}},
    "columns with columns": {
        "period": {"column": "answered at", "grain": "month"},
        "measures": {"leads": "count where spend > cost", "leads_qualified": "count where qty <= rating"}},
    "periods as they are": {"period": {"column": "Land"}, "by": ["group"], "measures": {"leads": "count"}},
    "nothing meets": {"by": ["group"], "where": "score = 4", "measures": {"leads": "count"}},
    "nothing meets, one record": {"where": "score = 4", "measures": {"leads": "count", "gain": "sum spend"}},
}

# What SQLite has no decimals for.
EXACT = {
    "arithmetic": {
        "period": {"column": "answered at", "grain": "quarter"},
        "where": "cost * qty > spend + 100 or qty * 2 - 1 < rating",
        "measures": {"revenue": "sum cost * qty / 100", "gain": "sum (w - cost) * 0.25", "ad_spend": "sum cost"}},
    "least, greatest, median": {
        "by": ["group"],
        "measures": {"spend_min:number": "min spend", "spend_max:number": "max spend", "spend_mid:number": "median spend",
                     "spend_p90:number": "p90 spend where qty > 3", "gap:number": "max spend - cost",
                     "never:number": "median spend where qty > 1000"}},
    "means": {"period": {"column": "answered at", "grain": "year"}, "measures": {"order_value": "mean spend where qty > 0"}},
    "weights": {"by": ["group"], "weight": "w", "surveys": {"nps": "score", "csat": "rating"}},
    "letters": {"where": "note != 'ünï' or note is blank", "measures": {"leads": "count where lower(trim(note)) = 'good'"}},
}

# Days by the clocks of a place, of times with zones and without.
ZONES = {
    "days in Paris": {"time_zone": "UTC:Europe/Paris", "period": {"column": "x", "grain": "day"}, "by": ["i"],
                      "measures": {"leads": "count"}},
    "hours in Kolkata": {"time_zone": "UTC:Asia/Kolkata", "by": [{"label": "hour", "column": "hour(x)"}],
                         "where": "x like '%:%'", "measures": {"leads": "count"}},
    "weeks in New York": {"time_zone": "UTC:America/New_York", "period": {"column": "x", "grain": "week"},
                          "by": [{"label": "on", "column": "weekday(x)"}], "measures": {"leads": "count"}},
    "those with a zone": {"time_zone": "Pacific/Apia", "period": {"column": "x", "grain": "month"}, "where": "said = '1'",
                          "measures": {"leads": "count"}},
}

# The seconds between two times, of `tickets`.
SECONDS = {
    "means": {"by": ["channel"], "measures": {"response_time": "mean seconds(closed - opened)",
                                              "quick": "count where seconds(closed - opened) <= 86400",
                                              "slow": "count where seconds(closed - opened) > 86400 + 0.5"}},
    "the longest": {"period": {"column": "opened", "grain": "month"},
                    "measures": {"longest:seconds": "max seconds(closed - opened)",
                                 "middle:seconds": "median seconds(closed - opened)",
                                 "hours:number": "sum seconds(closed - opened) / 1000 where channel != 'web'",
                                 "back:number": "sum seconds(opened - closed) + 1"}},
}
SPOILED_SECONDS = {
    "measures": {"measures": {"response_time": "mean seconds(closed - opened)"}},
    "conditions": {"measures": {"leads": "count where channel = 'web' or seconds(closed - opened) < 500000"}},
}

STAYS = {
    "by month": {"period": {"grain": "month"}, "by": ["plan"], "subscriptions": {"start": "start", "end": "end"}},
    "by quarter": {"period": {"grain": "quarter"}, "subscriptions": {"start": "start", "end": "end"}},
    "by week": {"period": {"grain": "week"}, "by": ["plan"], "subscriptions": {"start": "start", "end": "end"}},
    "by day": {"period": {"grain": "day"}, "subscriptions": {"start": "start", "end": "end"}},
    "by year": {"period": {"grain": "year"}, "where": "plan != 'basic'", "subscriptions": {"start": "start", "end": "end"}},
    "beside sums": {"period": {"column": "end", "grain": "month"}, "by": ["plan"], "blank": ["9999-12-31"],
                    "subscriptions": {"start": "start", "end": "end"},
                    "measures": {"revenue": "sum seats", "leads": "count where seats > 5"}},
    "nobody": {"period": {"grain": "month"}, "where": "plan = 'none'", "subscriptions": {"start": "start", "end": "end"}},
}

# What customers did, by their orders: of `orders`, whose rows of one customer and time are lines of one.
BOUGHT = "state = 'done' and who is not blank"
ORDERS = {
    "orders by month": {"period": {"grain": "month"}, "where": BOUGHT,
                        "orders": {"id": "who", "time": "ordered at", "amount": "paid"}},
    "orders by week and label": {"period": {"grain": "week"}, "by": ["paid"], "where": BOUGHT,
                                 "orders": {"id": "who", "time": "ordered at"}},
    "orders by weekday": {"period": {"column": "ordered at", "grain": "quarter"}, "where": BOUGHT,
                          "by": [{"label": "weekday", "column": 'weekday("ordered at")'},
                                 {"label": "spent", "column": "band(paid, 25)"}],
                          "orders": {"id": "who", "time": "ordered at", "amount": "paid"}},
    "orders in all": {"where": BOUGHT, "orders": {"id": "who", "time": "ordered at", "amount": "paid"}},
    "orders, each once": {"period": {"grain": "year"}, "one_per": "who, ordered at, paid:same",
                          "where": BOUGHT + " and who != 'c2' and \"ordered at\" not like '%Z'",
                          "orders": {"id": "who", "time": "ordered at", "amount": "paid"}},
}

# One row of each key: of `visits`, whose rows repeat.
ONE_PER = {
    "first of a key": {"people": {"id": "who", "time": "at"}, "one_per": "who", "by": ["shop"],
                       "measures": {"leads": "count", "revenue": "sum paid"}},
    "last of a month": {"period": {"column": "at", "grain": "month"}, "one_per": "who, month:last", "where": "shop != 'z'",
                        "surveys": {"nps": "score"}},
    "first of a week and a shop": {"period": {"column": "at", "grain": "week"}, "one_per": "who, shop, week",
                                   "measures": {"leads": "count", "revenue": "sum paid"}},
    "the same row again": {"one_per": "row:same", "by": ["shop"], "measures": {"leads": "count", "revenue": "sum paid"}},
    "of stays": {"period": {"grain": "quarter"}, "subscriptions": {"start": "at", "end": "until"}, "one_per": "row",
                 "where": "at is not blank"},
}

# The same, of rows of a key that differ: at one time, or though they must not, and of times with and without zones.
RIVALS = {
    "rows of one time": {"people": {"id": "who", "time": "at"}, "one_per": "who", "measures": {"revenue": "sum paid"}},
    "rows that differ": {"one_per": "who:same", "measures": {"revenue": "sum paid"}},
    "times with zones and without": {"people": {"id": "who", "time": "zoned"}, "one_per": "who", "measures": {"leads": "count"}},
}

# What is refused, of spoiled rows.
SPOILED = {
    "nested": {"where": "score > 3 and (rating <= 4 or not spend > 10) or Land = 'FR'", "measures": {"leads": "count"}},
    "among": {"where": "not score in ('x', 1, 'y', 2) and effort is not blank", "measures": {"leads": "count"}},
    "survey": {"period": {"column": "answered at", "grain": "week"}, "where": "\"group\" = 'a' or qty > 3",
               "surveys": {"nps": "score", "csat": "rating"}, "measures": {"revenue": "sum spend where qty >= 2"}},
}

# Metrics, and the plans that count what they are made of: of `survey` and of `stays`.
METRICS = {
    "answers": (
        {"period": {"column": "answered at", "grain": "month"}, "by": ["group"],
         "where": "\"answered at\" is not blank and \"group\" is not blank", "surveys": {"nps": "score", "csat": "rating"},
         "measures": {"surveys_sent": "count"}},
        ["nps", "csat", "csat_mean", "response_rate"]),
    "sums and parts": (
        {"period": {"column": "answered at", "grain": "week"}, "where": "\"answered at\" is not blank",
         "measures": {"conversions": "count where spend > 400", "visitors": "count where qty < 6", "revenue": "sum spend",
                      "transactions": "count where qty > 9", "gain": "sum spend", "cost": "sum cost"}},
        ["conversion", "average_transaction", "roi", "roi_multiple", "left:money = revenue + gain - cost - cost",
         "part:ratio = 2 * conversions / 3 / visitors", "even:money = cost * 3 - cost - cost - cost"]),
}
METRICS_OF_STAYS = {
    "customers": (
        {"period": {"grain": "month"}, "by": ["plan"], "where": "plan is not blank",
         "subscriptions": {"start": "start", "end": "end"}},
        ["churn", "retention", "customer_growth"]),
}
METRICS_OF_WEIGHTS = {
    "weighted answers": (
        {"by": ["group"], "where": "\"group\" is not blank", "weight": "w", "surveys": {"nps": "score", "csat": "rating"}},
        ["nps", "csat"]),
}
